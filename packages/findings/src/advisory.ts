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

function read(file: string, text: string): RawAdvisory {
  try {
    return JSON.parse(text) as RawAdvisory;
  } catch (error) {
    const remedy = 'Fetch the database again: a cut-off file would hide vulnerabilities.';
    throw new Failure({
      code: 'DATABASE_MALFORMED',
      message: `The advisory is not JSON: ${String(error)}.`,
      remedy,
      location: { file },
    });
  }
}

/**
 * Reads one advisory; ranges over git commits are left out, for a lockfile holds versions.
 *
 * @throws Failure DATABASE_MALFORMED when the text is not an OSV advisory.
 */
export function parseAdvisory(file: string, text: string): Advisory {
  const raw = read(file, text);
  if (typeof raw.id !== 'string' || !Array.isArray(raw.affected ?? [])) {
    throw new Failure({
      code: 'DATABASE_MALFORMED',
      message: 'The file is not an OSV advisory: it has no "id".',
      location: { file },
    });
  }
  const stated = raw.database_specific?.severity;
  return {
    id: raw.id,
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
