import { parseConfig, parseSource, type SourceDocument } from '@slipway/config';
import { Failure, type Location, type Problem } from '@slipway/failure';
import { type Finding, isMalware, isPurl, purlCovers } from '@slipway/findings';
import { normalizeName } from '@slipway/versions';

/** One thing that a team has decided to live with, until a day. */
export interface IgnoreEntry {
  /** The advisory's or the rule's id, or any alias of it. */
  readonly id: string;
  /** The package by its name or its package URL. */
  readonly package?: string;
  /** The file, for what is in no package. */
  readonly file?: string;
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it holds, as `2026-12-31`. */
  readonly expires: string;
}

/** An entry with the line on which it stands. */
export interface PlacedEntry extends IgnoreEntry {
  readonly location: Location;
}

const text = { type: 'string', minLength: 1 };
const SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['ignore'],
  properties: {
    ignore: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'reason', 'owner', 'expires'],
        properties: { id: text, package: text, file: text, reason: text, owner: text, expires: text },
      },
    },
  },
};

const HOUR_MS = 3_600_000;

/** A day that the calendar has, in milliseconds since 1970; undefined for any other text. */
function dayOf(date: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date ? undefined : at;
}

/** Whether an entry holds no more: its day has ended everywhere on earth, last of all at UTC−12. */
export const isExpired = ({ expires }: IgnoreEntry, now: number): boolean => now >= (dayOf(expires) ?? 0) + 36 * HOUR_MS;

type Raw = Partial<Record<keyof IgnoreEntry, unknown>> | null;

/** What a schema cannot say, of a file that need not be valid otherwise. */
function problemsIn(source: SourceDocument): readonly Problem[] {
  const entries = (source.value as { ignore?: unknown } | null)?.ignore;
  if (!Array.isArray(entries)) return [];
  return (entries as readonly Raw[]).flatMap((entry, index) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { id, expires, package: of, file } = entry;
    const at = (key: string): Location => source.locate(['ignore', index, key]);
    const problems: Problem[] = [];
    if (typeof expires === 'string' && dayOf(expires) === undefined) {
      const message = `"${expires}" is no day of the calendar.`;
      problems.push({ code: 'IGNORE_DATE', message, remedy: 'Write it as 2026-12-31.', location: at('expires') });
    }
    if (typeof id === 'string' && isMalware([id])) {
      const remedy = 'Remove the package, and the entry with it.';
      problems.push({
        code: 'IGNORE_MALWARE',
        message: `${id} is malware, which cannot be ignored.`,
        remedy,
        location: at('id'),
      });
    }
    if (of === undefined && file === undefined) {
      const message = 'This entry would ignore the id everywhere: it names neither "package" nor "file".';
      problems.push({ code: 'IGNORE_SCOPE', message, remedy: 'Name the package, or the file.', location: at('id') });
    }
    return problems;
  });
}

/**
 * Reads an ignore file in YAML or JSON.
 *
 * @throws Failure with every problem of the file, each with its line: those of the schema, and IGNORE_DATE, IGNORE_SCOPE or
 * IGNORE_MALWARE.
 */
export function parseIgnore(file: string, content: string): readonly PlacedEntry[] {
  const own = problemsIn(parseSource(file, content));
  try {
    const { value, source } = parseConfig<{ ignore: readonly IgnoreEntry[] }>(file, content, { schema: SCHEMA });
    if (own.length === 0) return value.ignore.map((entry, index) => ({ ...entry, location: source.locate(['ignore', index]) }));
  } catch (error) {
    if (error instanceof Failure) throw new Failure([...error.problems, ...own]);
    throw error;
  }
  throw new Failure(own);
}

/** Whether an entry is about a finding, by any of its names and in its scope. */
export function covers(entry: IgnoreEntry, { id, aliases, package: of, location }: Finding): boolean {
  const named = [id, ...aliases].some((name) => name.toUpperCase() === entry.id.toUpperCase());
  if (!named || (entry.file !== undefined && entry.file !== location.file)) return false;
  if (entry.package === undefined) return true;
  if (of === undefined) return false;
  if (isPurl(entry.package)) return of.purl !== undefined && purlCovers(entry.package, of.purl);
  return normalizeName(of.ecosystem, entry.package) === normalizeName(of.ecosystem, of.name);
}
