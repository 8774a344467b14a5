import { choice, defineAction, duration, flag, list, pairs, path, secret, text } from '@slipway/metadata';
import { FORMATS } from './formats.ts';

/** The metadata of security-scan. */
export const action = defineAction({
  name: 'security-scan',
  title: 'Security scan',
  description:
    'Finds known vulnerabilities in what the lockfiles resolve, with a database that needs no network, and fails for what a change introduces',
  branding: { icon: 'shield', color: 'red' },
  inputs: {
    database: text(
      'OSV database: a zip archive, or a folder with advisories as JSON files or an archive for each ecosystem (`npm/all.zip`), or an artefact of a registry (`oci://registry.example.com/osv@sha256:…`); the export at `database-url` unless given',
      { example: 'osv' },
    ),
    databaseUrl: text(
      'Where the archive of each ecosystem is fetched (`<url>/npm/all.zip`): the official export, or a mirror of it',
      { default: 'https://storage.googleapis.com/osv-vulnerabilities' },
    ),
    databaseCache: path(
      'Folder in which what was fetched is kept, for jobs at the same time and later; the tool cache of the runner unless given',
      {},
    ),
    databaseDigest: text('What the id of the database must be, as an earlier scan told it', { example: 'sha256:…' }),
    maxDatabaseAge: duration(
      'How old the database may be; no limit unless given, but five days for one that could not be asked for again',
      { example: '7d' },
    ),
    lockfiles: list('Lockfiles to scan, one glob pattern a line; the name of each file says whose it is', {
      default: 'package-lock.json',
    }),
    image: path('OCI layout whose installed packages are judged too, such as build-image writes', { example: 'image' }),
    baseImage: path('OCI layout of the image that `image` is built on; what comes from it is told apart', {
      example: 'base-image',
    }),
    secrets: choice(
      'Where secrets are looked for: off, in the commits since `base` (change), or in all that lead to this one (history); with `image` also in its layers',
      ['off', 'change', 'history'],
      { default: 'off' },
    ),
    engines: list(
      'Scanners to run as well, one a line: osv-scanner, grype, trivy, gitleaks or semgrep; NAME=PATH for a program of your own in the place of the pinned release',
    ),
    engineDatabases: pairs('The database of a scanner, or the rules of semgrep, as NAME=PATH, one a line'),
    engineMirror: text("Address that has the scanners' releases in the place of GitHub"),
    sarifFiles: list('SARIF files of any tools, one glob pattern a line, whose results are judged with ours'),
    base: text(
      'Commit or branch that the change is compared with, where the two parted; without it nothing is told apart and all counts as introduced',
      { example: `\${{ github.event.pull_request.base.sha || github.event.before }}` },
    ),
    earlierDatabase: path('An earlier snapshot of the database; an advisory that it lacks is told as new whatever its date'),
    failOn: choice('The lowest severity that fails the scan, `high` unless given; an unknown severity always does', [
      'low',
      'moderate',
      'high',
      'critical',
    ]),
    policy: path('YAML file of the rules by which findings block, in place of `fail-on`', {
      example: '.slipway/scan-policy.yml',
    }),
    ignoreFile: path('YAML file of the findings that are set aside, each with a reason, an owner and a last day', {
      example: '.slipway/scan-ignore.yml',
    }),
    vex: list('OpenVEX and CSAF documents, one glob pattern a line'),
    vexAuthors: list('Authors whose documents are believed, one a line; all of those given unless one is named'),
    product: text('Package URL of what is scanned, by which VEX documents know it', {
      example: 'pkg:oci/orders?repository_url=ghcr.io/org/orders',
    }),
    knownExploited: path("Catalogue of known exploited vulnerabilities, in CISA's JSON format"),
    epss: path('Scores of the Exploit Prediction Scoring System, as the CSV file that FIRST publishes, unpacked'),
    includeDev: flag('Also judge packages that are needed for development only', { default: 'true' }),
    allowNothing: flag('A scan that finds no package to judge passes; otherwise it fails, for nothing was proved', {
      default: 'false',
    }),
    formats: list(
      `Files to write beside the report, one format a line (${FORMATS.join(', ')}); the verdict is the same whichever they are`,
      {
        default: 'sarif',
      },
    ),
    service: text('Name of the service, in the category of its results and in its comment; the repository unless given', {
      example: 'order-service',
    }),
    report: path('Report of a step with mode scan; a path, or a glob pattern that matches it alone', {
      required: true,
      example: `\${{ steps.scan.outputs.report }}`,
    }),
    notify: list('Where it is told, one a line: comment (on the pull request), code-scanning (as SARIF)', {
      default: 'comment\ncode-scanning',
    }),
    githubToken: secret('Token that may write what `notify` names', { required: true, example: `\${{ github.token }}` }),
  },
  outputs: {
    result: 'clean, findings, nothing or unknown',
    findings: 'How many findings there are',
    blocking: 'How many of them fail the scan',
    introduced: 'How many of them the change introduces',
    suppressed: 'How many of them the ignore file and VEX documents set aside',
    fixed: 'How many the change takes away',
    counts: 'How many there are of each severity and cause, as JSON',
    packages: 'How many packages were judged',
    advisories: 'How many advisories the database holds',
    databaseId: 'The digest of the database',
    databaseAge: 'How old the database is, in hours',
    files: 'The files that were written, one FORMAT=PATH a line',
    sarif: 'The path of the SARIF file, where one was asked for',
  },
  permissions: {},
  modes: {
    scan: {
      description: 'Judges what the lockfiles resolve; nothing is written but files of the run',
      inputs: [
        'database',
        'databaseUrl',
        'databaseCache',
        'databaseDigest',
        'maxDatabaseAge',
        'lockfiles',
        'image',
        'baseImage',
        'secrets',
        'engines',
        'engineDatabases',
        'engineMirror',
        'sarifFiles',
        'base',
        'earlierDatabase',
        'failOn',
        'policy',
        'ignoreFile',
        'vex',
        'vexAuthors',
        'product',
        'knownExploited',
        'epss',
        'includeDev',
        'allowNothing',
        'formats',
        'service',
      ],
    },
    tell: {
      description: 'Tells what a scan found, from its report: one comment on the pull request, and results of code scanning',
      inputs: ['report', 'notify', 'githubToken', 'service'],
    },
  },
  contradictions: (inputs) => {
    if (inputs.mode !== 'scan') return [];
    const { policy, failOn, formats, image, baseImage } = inputs;
    const alone = 'Input "base-image" is about the image that "image" names, and there is none.';
    const unknown = formats.filter((format) => !FORMATS.some((each) => each === format));
    const both = 'Both "policy" and "fail-on" say what fails the scan.';
    return [
      ...(baseImage !== undefined && image === undefined
        ? [{ code: 'INPUT_CONTRADICTION', message: alone, remedy: 'Give "image", too, or leave it out.' }]
        : []),
      ...(policy !== undefined && failOn !== undefined
        ? [{ code: 'INPUT_CONTRADICTION', message: both, remedy: 'Leave one of them out.' }]
        : []),
      ...unknown.map((format) => ({
        code: 'INPUT_MALFORMED',
        message: `Input "formats" has "${format}"; expected ${FORMATS.join(', ')}.`,
        remedy: 'Correct "formats" under "with:".',
      })),
    ];
  },
});
