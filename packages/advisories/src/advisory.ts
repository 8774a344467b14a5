import { Failure } from '@slipway/failure';

/** One range of affected versions, as OSV's `events` state it. */
export interface Range {
  readonly events: readonly {
    readonly introduced?: string;
    readonly fixed?: string;
    readonly last_affected?: string;
    readonly limit?: string;
  }[];
}

/** What an advisory says of one package. */
export interface Affected {
  readonly ecosystem: string;
  readonly name: string;
  readonly ranges: readonly Range[];
  readonly versions: readonly string[];
}

/** One advisory in the OSV format (https://ossf.github.io/osv-schema/). */
export interface Advisory {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly summary: string;
  readonly withdrawn: boolean;
  readonly affected: readonly Affected[];
  readonly vectors: readonly string[];
  readonly statedSeverity?: string;
}

interface RawAdvisory {
  readonly id?: string;
  readonly aliases?: readonly string[];
  readonly summary?: string;
  readonly details?: string;
  readonly withdrawn?: string;
  readonly severity?: readonly { readonly score?: string }[];
  readonly database_specific?: { readonly severity?: string };
  readonly affected?: readonly {
    readonly package?: { readonly ecosystem?: string; readonly name?: string };
    readonly ranges?: readonly (Range & { readonly type?: string })[];
    readonly versions?: readonly string[];
  }[];
}

function malformed(file: string, message: string): Failure {
  const remedy = 'Fetch the database again: an advisory that is left out would hide vulnerabilities.';
  return new Failure({ code: 'DATABASE_MALFORMED', message, remedy, location: { file } });
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
const areObjects = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.every(isObject));

/** What is not as the OSV schema has it, as far as it is read here. */
function shapeProblem(raw: RawAdvisory): string | undefined {
  if (!isObject(raw) || typeof raw.id !== 'string') return 'it has no "id"';
  if (!areObjects(raw.affected)) return '"affected" is no list of objects';
  if (!areObjects(raw.severity)) return '"severity" is no list of objects';
  const entries = raw.affected ?? [];
  if (!entries.every(({ ranges }) => areObjects(ranges))) return 'a "ranges" is no list of objects';
  const events = entries.every(({ ranges }) =>
    (ranges ?? []).every((range) => Array.isArray(range.events) && areObjects(range.events)),
  );
  return events ? undefined : 'a range has no list of "events"';
}

function read(file: string, text: string): RawAdvisory {
  let raw: RawAdvisory;
  try {
    raw = JSON.parse(text) as RawAdvisory;
  } catch (error) {
    throw malformed(file, `The advisory is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  const problem = shapeProblem(raw);
  if (problem !== undefined) throw malformed(file, `The file is not an OSV advisory: ${problem}.`);
  return raw;
}

/**
 * Reads one advisory; ranges over git commits are left out, for a lockfile holds versions.
 *
 * @throws Failure DATABASE_MALFORMED when the text is not an OSV advisory.
 */
export function parseAdvisory(file: string, text: string): Advisory {
  const raw = read(file, text);
  const stated = raw.database_specific?.severity;
  return {
    id: raw.id ?? '',
    aliases: raw.aliases ?? [],
    summary: raw.summary ?? raw.details?.split('\n')[0] ?? '',
    withdrawn: raw.withdrawn !== undefined,
    vectors: (raw.severity ?? []).flatMap(({ score }) => (score === undefined ? [] : [score])),
    affected: (raw.affected ?? []).map(({ package: of, ranges, versions }) => ({
      ecosystem: of?.ecosystem ?? '',
      name: of?.name ?? '',
      ranges: (ranges ?? []).filter(({ type }) => type !== 'GIT'),
      versions: versions ?? [],
    })),
    ...(stated !== undefined && { statedSeverity: stated }),
  };
}
