import { parseConfig, type SourceDocument } from '@slipway/config';
import { failWhen, type Location, type Problem } from '@slipway/failure';
import type { Annotation } from '@slipway/runner';
import type { Files } from '@slipway/system';

/** An entry of the list: who answers for it, why, and until when. */
export interface Listed {
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it holds, as YYYY-MM-DD in UTC. */
  readonly expires: string;
  readonly location: Location;
}

/** A break that is known and taken, until a day. */
export interface Accepted extends Listed {
  readonly fingerprint: string;
}

/** How long an interaction may be pending. */
export interface PendingTerm extends Listed {
  readonly consumer: string;
  /** Its description in the contract. */
  readonly interaction: string;
}

/** What a term is about, as messages name it. */
export const nameOf = ({ consumer, interaction }: Pick<PendingTerm, 'consumer' | 'interaction'>): string =>
  `"${interaction}" of ${consumer}`;

/** What the file lists. */
export interface AcceptedList {
  readonly breaks: readonly Accepted[];
  readonly pending: readonly PendingTerm[];
}

interface AcceptedFile {
  readonly version: 1;
  readonly accepted?: readonly Omit<Accepted, 'location'>[];
  readonly pending?: readonly Omit<PendingTerm, 'location'>[];
}

const text = { type: 'string', minLength: 1, pattern: '\\S' };
const entries = (own: Readonly<Record<string, object>>): object => ({
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: [...Object.keys(own), 'reason', 'owner', 'expires'],
    properties: { ...own, reason: text, owner: text, expires: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } },
  },
});

const SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['version'],
  properties: {
    version: { const: 1 },
    accepted: entries({ fingerprint: { type: 'string', pattern: '^[0-9a-f]{12}$' } }),
    pending: entries({ consumer: text, interaction: text }),
  },
};

const isDay = (day: string): boolean => {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
};

/** The day of a moment, in milliseconds since the Unix epoch, in UTC. */
export const today = (now: number): string => new Date(now).toISOString().slice(0, 10);

interface Keyed extends Omit<Listed, 'location'> {
  readonly key: string;
}

/** Days that there are not, and entries that say the same twice. */
function entryProblems(list: 'accepted' | 'pending', all: readonly Keyed[], source: SourceDocument): readonly Problem[] {
  return all.flatMap(({ key, expires }, index): readonly Problem[] => {
    const twice = all.findIndex((each) => each.key === key) < index;
    const at = (...path: string[]): Location => source.locate([list, index, ...path]);
    return [
      ...(isDay(expires) ? [] : [{ code: 'ACCEPTED_DAY', message: `There is no day ${expires}.`, location: at('expires') }]),
      ...(twice ? [{ code: 'ACCEPTED_TWICE', message: `${key} stands here twice.`, location: at() }] : []),
    ];
  });
}

/**
 * Reads the list of accepted breaks and of terms for what is pending; an empty one when no file is named.
 *
 * @throws Failure with every problem on its line, also an entry that stands twice and a day that there is not.
 */
export async function readAccepted(file: string | undefined, files: Files): Promise<AcceptedList> {
  if (file === undefined) return { breaks: [], pending: [] };
  const { value, source } = parseConfig<AcceptedFile>(file, await files.readText(file), { schema: SCHEMA });
  const { accepted = [], pending = [] } = value;
  const terms = pending.map((each) => ({ ...each, key: nameOf(each) }));
  const breaks = accepted.map((each) => ({ ...each, key: each.fingerprint }));
  failWhen([...entryProblems('accepted', breaks, source), ...entryProblems('pending', terms, source)]);
  const located = <T>(list: string, all: readonly T[]): readonly (T & { readonly location: Location })[] =>
    all.map((each, index) => ({ ...each, location: source.locate([list, index]) }));
  return { breaks: located('accepted', accepted), pending: located('pending', pending) };
}

/** What is accepted today, and what must be said of the list itself. */
export interface Acceptance {
  readonly holds: (fingerprint: string) => boolean;
  readonly annotations: readonly Annotation[];
}

/** Holds a list of accepted breaks against the breaks that there are: one that is over holds no longer, one without a break is told. */
export function acceptance(accepted: readonly Accepted[], breaks: ReadonlySet<string>, now: number): Acceptance {
  const present = accepted.filter(({ fingerprint }) => breaks.has(fingerprint));
  const expired = present.filter(({ expires }) => expires < today(now));
  const valid = new Set(present.filter((each) => !expired.includes(each)).map(({ fingerprint }) => fingerprint));
  return {
    holds: (fingerprint) => valid.has(fingerprint),
    annotations: [
      ...expired.map(({ fingerprint, owner, expires, location }): Annotation => {
        const message = `${fingerprint} was accepted until ${expires}; ${owner} must mend it or accept it anew.`;
        return { level: 'error', title: 'Acceptance is over', message, ...location };
      }),
      ...accepted
        .filter((each) => !present.includes(each))
        .map(({ fingerprint, location }): Annotation => {
          const message = `No break has the fingerprint ${fingerprint} any longer; take it out.`;
          return { level: 'warning', title: 'Acceptance without a break', message, ...location };
        }),
    ],
  };
}
