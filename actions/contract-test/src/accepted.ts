import { parseConfig } from '@slipway/config';
import { failWhen, type Location, type Problem } from '@slipway/failure';
import type { Annotation } from '@slipway/runner';
import type { Files } from '@slipway/system';

/** A break that is known and taken, until a day. */
export interface Accepted {
  readonly fingerprint: string;
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it is accepted, as YYYY-MM-DD in UTC. */
  readonly expires: string;
  readonly location: Location;
}

interface AcceptedFile {
  readonly version: 1;
  readonly accepted: readonly Omit<Accepted, 'location'>[];
}

const text = { type: 'string', minLength: 1, pattern: '\\S' };

const SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['version', 'accepted'],
  properties: {
    version: { const: 1 },
    accepted: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['fingerprint', 'reason', 'owner', 'expires'],
        properties: {
          fingerprint: { type: 'string', pattern: '^[0-9a-f]{12}$' },
          reason: text,
          owner: text,
          expires: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
        },
      },
    },
  },
};

const isDay = (day: string): boolean => {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
};

/**
 * Reads the list of accepted breaks; an empty one when no file is named.
 *
 * @throws Failure with every problem on its line, also a fingerprint that stands twice and a day that there is not.
 */
export async function readAccepted(file: string | undefined, files: Files): Promise<readonly Accepted[]> {
  if (file === undefined) return [];
  const { value, source } = parseConfig<AcceptedFile>(file, await files.readText(file), { schema: SCHEMA });
  const accepted = value.accepted.map((each, index) => ({ ...each, location: source.locate(['accepted', index]) }));
  const problems = accepted.flatMap((each, index): readonly Problem[] => {
    const at = (key: string): Location => source.locate(['accepted', index, key]);
    const twice = accepted.findIndex(({ fingerprint }) => fingerprint === each.fingerprint) < index;
    return [
      ...(isDay(each.expires)
        ? []
        : [{ code: 'ACCEPTED_DAY', message: `There is no day ${each.expires}.`, location: at('expires') }]),
      ...(twice
        ? [{ code: 'ACCEPTED_TWICE', message: `${each.fingerprint} is accepted twice.`, location: at('fingerprint') }]
        : []),
    ];
  });
  failWhen(problems);
  return accepted;
}

/** What is accepted today, and what must be said of the list itself. */
export interface Acceptance {
  readonly holds: (fingerprint: string) => boolean;
  readonly annotations: readonly Annotation[];
}

/** Holds a list of accepted breaks against the breaks that there are: one that is over holds no longer, one without a break is told. */
export function acceptance(accepted: readonly Accepted[], breaks: ReadonlySet<string>, now: number): Acceptance {
  const today = new Date(now).toISOString().slice(0, 10);
  const present = accepted.filter(({ fingerprint }) => breaks.has(fingerprint));
  const expired = present.filter(({ expires }) => expires < today);
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
