import { Failure } from '@slipway/failure';

/** One step in a range of versions; each has one of the four. */
export interface RangeEvent {
  readonly introduced?: string;
  readonly fixed?: string;
  readonly last_affected?: string;
  readonly limit?: string;
}

/** A range of affected versions in the order of the ecosystem; ranges over git commits are left out. */
export interface Range {
  readonly events: readonly RangeEvent[];
}

/** A severity as the advisory states it: the kind of score, such as `CVSS_V3`, and the score or vector. */
export interface StatedScore {
  readonly type: string;
  readonly score: string;
}

/** What an advisory says of one package. */
export interface Affected {
  readonly ecosystem: string;
  readonly name: string;
  readonly ranges: readonly Range[];
  readonly versions: readonly string[];
  /** Scores of this package alone, which then stand in the place of the advisory's. */
  readonly severity: readonly StatedScore[];
}

/** One advisory in the OSV format (https://ossf.github.io/osv-schema/). */
export interface Advisory {
  readonly id: string;
  /** Other names of the same vulnerability. */
  readonly aliases: readonly string[];
  readonly related: readonly string[];
  /** The advisories that this one was made from, such as the CVE of a distribution's own advisory. */
  readonly upstream: readonly string[];
  readonly summary: string;
  readonly published?: string;
  readonly modified?: string;
  readonly withdrawn: boolean;
  readonly affected: readonly Affected[];
  readonly severity: readonly StatedScore[];
  /** The vectors and scores of `severity`. */
  readonly vectors: readonly string[];
  /** The word that the database itself puts on it, such as `HIGH`. */
  readonly statedSeverity?: string;
  readonly references: readonly string[];
}

interface RawAffected {
  readonly package?: { readonly ecosystem: string; readonly name: string };
  readonly ranges?: readonly { readonly type?: string; readonly events: readonly RangeEvent[] }[];
  readonly versions?: readonly string[];
  readonly severity?: readonly StatedScore[];
  readonly database_specific?: { readonly severity?: unknown };
  readonly ecosystem_specific?: { readonly severity?: unknown; readonly urgency?: unknown };
}

interface RawAdvisory {
  readonly id: string;
  readonly aliases?: readonly string[];
  readonly related?: readonly string[];
  readonly upstream?: readonly string[];
  readonly summary?: string;
  readonly details?: string;
  readonly published?: string;
  readonly modified?: string;
  readonly withdrawn?: string;
  readonly severity?: readonly StatedScore[];
  readonly database_specific?: { readonly severity?: unknown };
  readonly affected?: readonly RawAffected[];
  readonly references?: readonly { readonly url: string }[];
}

/** A Failure DATABASE_MALFORMED that names the file of the database. */
export function malformedAdvisory(file: string, message: string): Failure {
  const remedy = 'Fetch the database again: an advisory that is left out would hide vulnerabilities.';
  return new Failure({ code: 'DATABASE_MALFORMED', message, remedy, location: { file } });
}

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

/** An object whose members are as their checks say; one that is marked with `?` may be missing or null. */
function object(members: Readonly<Record<string, Check>>): Check {
  const checks = Object.entries(members).map(([name, check]) => [name.replace('?', ''), name.endsWith('?'), check] as const);
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const given = value as Readonly<Record<string, unknown>>;
    return checks.every(([name, optional, check]) => (optional && (given[name] ?? null) === null) || check(given[name]));
  };
}

const event = object({ 'introduced?': text, 'fixed?': text, 'last_affected?': text, 'limit?': text });
const scores = listOf(object({ type: text, score: text }));
const anything = object({});

/** What is read of the schema, by the name of the member; each must be as it is said or not there. */
const SHAPE: Readonly<Record<string, Check>> = {
  'aliases?': listOf(text),
  'related?': listOf(text),
  'upstream?': listOf(text),
  'summary?': text,
  'details?': text,
  'published?': text,
  'modified?': text,
  'withdrawn?': text,
  'severity?': scores,
  'database_specific?': anything,
  'references?': listOf(object({ url: text })),
  'affected?': listOf(
    object({
      'package?': object({ ecosystem: text, name: text }),
      'ranges?': listOf(object({ 'type?': text, events: listOf(event) })),
      'versions?': listOf(text),
      'severity?': scores,
      'database_specific?': anything,
      'ecosystem_specific?': anything,
    }),
  ),
};

function read(file: string, json: string): RawAdvisory {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch (error) {
    throw malformedAdvisory(file, `The advisory is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  if (!object({ id: text })(raw)) throw malformedAdvisory(file, 'The file is not an OSV advisory: it has no "id".');
  const wrong = Object.entries(SHAPE).find(([name, check]) => !object({ [name]: check })(raw))?.[0];
  if (wrong === undefined) return raw as RawAdvisory;
  throw malformedAdvisory(
    file,
    `The file is not an OSV advisory: its "${wrong.replace('?', '')}" is not as the OSV schema has it.`,
  );
}

function affectedOf({ package: of, ranges, versions, severity }: RawAffected): Affected {
  return {
    ecosystem: of?.ecosystem ?? '',
    name: of?.name ?? '',
    ranges: (ranges ?? []).filter(({ type }) => type !== 'GIT').map(({ events }) => ({ events })),
    versions: versions ?? [],
    severity: severity ?? [],
  };
}

/** The databases put their word in different places: GitHub on the advisory, PyPA and Debian on the package. */
function wordOf(raw: RawAdvisory): string | undefined {
  const words = [
    raw.database_specific?.severity,
    ...(raw.affected ?? []).flatMap(({ database_specific: own, ecosystem_specific: specific }) => [
      own?.severity,
      specific?.severity,
      specific?.urgency,
    ]),
  ];
  return words.find((word) => typeof word === 'string');
}

/**
 * Reads one advisory.
 *
 * @throws Failure DATABASE_MALFORMED when the text is not an OSV advisory.
 */
export function parseAdvisory(file: string, json: string): Advisory {
  const raw = read(file, json);
  const stated = wordOf(raw);
  return {
    id: raw.id,
    aliases: raw.aliases ?? [],
    related: raw.related ?? [],
    upstream: raw.upstream ?? [],
    summary: raw.summary ?? raw.details?.split('\n')[0] ?? '',
    withdrawn: (raw.withdrawn ?? null) !== null,
    severity: raw.severity ?? [],
    vectors: (raw.severity ?? []).map(({ score }) => score),
    affected: (raw.affected ?? []).map(affectedOf),
    references: (raw.references ?? []).map(({ url }) => url),
    ...(typeof raw.published === 'string' && { published: raw.published }),
    ...(typeof raw.modified === 'string' && { modified: raw.modified }),
    ...(stated !== undefined && { statedSeverity: stated }),
  };
}
