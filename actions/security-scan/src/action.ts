import { choice, defineAction, duration, flag, list, path, text } from '@slipway/metadata';

/** The metadata of security-scan. */
export const action = defineAction({
  name: 'security-scan',
  title: 'Security scan',
  description: 'Finds known vulnerabilities in what the lockfiles resolve, with a database that needs no network',
  branding: { icon: 'shield', color: 'red' },
  inputs: {
    database: text(
      'OSV database: a zip archive, or a folder with advisories as JSON files or an archive for each ecosystem (`npm/all.zip`), or an artefact of a registry (`oci://registry.example.com/osv@sha256:…`); the export at `database-url` unless given',
      { example: 'osv' },
    ),
    databaseUrl: text(
      'Where the archive of each ecosystem is fetched (`<url>/npm/all.zip`): the official export, or a mirror of it',
      {
        default: 'https://storage.googleapis.com/osv-vulnerabilities',
      },
    ),
    databaseCache: path(
      'Folder in which what was fetched is kept, for jobs at the same time and later; the tool cache of the runner unless given',
      {},
    ),
    databaseDigest: text('The digest that the database must have (`sha256:…`), as an earlier scan told it', {}),
    maxDbAge: duration(
      'The oldest database to judge by, such as `3d`; unless given, any but one that could not be asked for again for five days',
      {},
    ),
    lockfiles: list('Lockfiles to scan, one glob pattern a line; the name of each file says whose it is', {
      default: 'package-lock.json',
    }),
    failOn: choice(
      'The lowest severity that fails the scan; an unknown severity always does',
      ['low', 'moderate', 'high', 'critical'],
      { default: 'high' },
    ),
    includeDev: flag('Also judge packages that are needed for development only', { default: 'true' }),
    allowNothing: flag('A scan that finds no package to judge passes; otherwise it fails, for nothing was proved', {
      default: 'false',
    }),
  },
  outputs: {
    result: 'clean, findings or nothing',
    findings: 'How many vulnerabilities were found',
    blocking: 'How many of them fail the scan',
    packages: 'How many packages were judged',
    advisories: 'How many advisories the database holds',
  },
  permissions: {},
});
