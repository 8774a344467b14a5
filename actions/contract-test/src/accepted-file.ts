import { parseConfig, type SourceDocument } from '@slipway/config';
import { failWhen, type Location, type Problem } from '@slipway/failure';
import type { Files } from '@slipway/system';
import { type Accepted, type AcceptedList, type Listed, nameOf, type PendingTerm } from './accepted.ts';

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
