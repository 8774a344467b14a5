import type { Finding } from '@slipway/findings';
import { readGitleaks } from './read/gitleaks.ts';
import { readGrype } from './read/grype.ts';
import { readOsvScanner } from './read/osv-scanner.ts';
import type { ReportContext } from './read/place.ts';
import { readSemgrep } from './read/semgrep.ts';
import { readTrivy } from './read/trivy.ts';

/** The scanners that can be started. */
export const ENGINES = ['osv-scanner', 'grype', 'trivy', 'gitleaks', 'semgrep'] as const;

/** The name of one of them. */
export type EngineName = (typeof ENGINES)[number];

/** What a scanner is to look at. */
export interface EngineTarget {
  /** The folder that is scanned: the workspace. */
  readonly folder: string;
  /** An OCI layout to scan in the folder's place, for those that can. */
  readonly layout?: string;
  /** The digest that the report must be about: the manifest's for grype, the config's for trivy. */
  readonly digest?: string;
  /** The scanner's own database, or its rules. */
  readonly database?: string;
  /** Where the report goes. */
  readonly report: string;
}

/** How the end of a scanner is to be taken. */
export type EngineEnd = 'read the report' | 'nothing to scan' | 'error';

/** One scanner: how it is started, what its exit codes mean, and how its report is read. */
export interface Engine {
  readonly args: (target: EngineTarget) => readonly string[];
  /** Beside the minimal environment; nothing of the job's own reaches a scanner. */
  readonly env: (target: EngineTarget) => Readonly<Record<string, string>>;
  readonly endOf: (exitCode: number, stderr: string) => EngineEnd;
  readonly read: (text: string, context: ReportContext, digest?: string) => readonly Finding[];
}

const whenGiven = (option: string, value: string | undefined): readonly string[] =>
  value === undefined ? [] : [`${option}=${value}`];

const ends =
  (codes: Readonly<Record<number, EngineEnd>>) =>
  (exitCode: number): EngineEnd =>
    codes[exitCode] ?? 'error';

const READ: EngineEnd = 'read the report';

/** gitleaks 8.30 ends with 0 and an empty report also when git failed, as it does in a folder without a repository. */
function endOfGitleaks(exitCode: number, stderr: string): EngineEnd {
  if (exitCode !== 0 || /^\S* (ERR|FTL) /m.test(stderr)) return 'error';
  return /\b0 commits scanned/.test(stderr) ? 'nothing to scan' : READ;
}

/**
 * Each scanner, always offline and without its own gate: which findings block is decided in one place, whoever found them.
 *
 * What their exit codes mean: osv-scanner 0 nothing, 1 found, 127 error, 128 no packages; gitleaks 0 and, as it is told here, 0
 * also when it found something, 1 error; grype 1 and trivy 1 are errors as long as no gate of theirs is set; semgrep 0 done, also
 * when it found something, 2 and more errors.
 */
export const CATALOGUE: Readonly<Record<EngineName, Engine>> = {
  'osv-scanner': {
    args: ({ folder, database, report }) => [
      ...[
        'scan',
        'source',
        '--offline',
        '--no-resolve',
        '--all-vulns',
        '--recursive',
        '--format=json',
        `--output-file=${report}`,
      ],
      ...whenGiven('--local-db-path', database),
      '--',
      folder,
    ],
    env: () => ({}),
    endOf: ends({ 0: READ, 1: READ, 128: 'nothing to scan' }),
    read: readOsvScanner,
  },
  grype: {
    args: ({ folder, layout, report }) => [
      '-o',
      'json',
      '--file',
      report,
      layout === undefined ? `dir:${folder}` : `oci-dir:${layout}`,
    ],
    env: ({ database }) => ({
      ...{ GRYPE_DB_AUTO_UPDATE: 'false', GRYPE_CHECK_FOR_APP_UPDATE: 'false', GRYPE_DB_REQUIRE_UPDATE_CHECK: 'false' },
      ...(database !== undefined && { GRYPE_DB_CACHE_DIR: database }),
    }),
    endOf: ends({ 0: READ }),
    read: readGrype,
  },
  trivy: {
    args: ({ folder, layout, database, report }) => [
      ...(layout === undefined ? ['fs'] : ['image', '--input', layout]),
      ...[
        '--format',
        'json',
        '--output',
        report,
        '--exit-code',
        '0',
        '--skip-db-update',
        '--skip-java-db-update',
        '--offline-scan',
      ],
      ...['--skip-version-check', ...whenGiven('--cache-dir', database)],
      ...(layout === undefined ? ['--', folder] : []),
    ],
    env: () => ({ TRIVY_DISABLE_TELEMETRY: 'true' }),
    endOf: ends({ 0: READ }),
    read: readTrivy,
  },
  gitleaks: {
    args: ({ folder, report }) => [
      ...[
        'git',
        '--redact=100',
        '--no-banner',
        '--no-color',
        '--exit-code=0',
        '--report-format=json',
        `--report-path=${report}`,
        '--',
        folder,
      ],
    ],
    env: () => ({}),
    endOf: endOfGitleaks,
    read: readGitleaks,
  },
  semgrep: {
    args: ({ folder, database = '.semgrep.yml', report }) => [
      ...[
        'scan',
        '--metrics=off',
        '--disable-version-check',
        `--config=${database}`,
        '--json',
        `--output=${report}`,
        '--',
        folder,
      ],
    ],
    env: () => ({ SEMGREP_SEND_METRICS: 'off', SEMGREP_ENABLE_VERSION_CHECK: '0' }),
    endOf: ends({ 0: READ }),
    read: readSemgrep,
  },
};
