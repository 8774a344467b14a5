import { choice, defineAction, flag, list, path } from '@slipway/metadata';

/** The metadata of security-scan. */
export const action = defineAction({
  name: 'security-scan',
  title: 'Security scan',
  description: 'Finds known vulnerabilities in what the lockfiles resolve, with a database that needs no network',
  branding: { icon: 'shield', color: 'red' },
  inputs: {
    database: path(
      'OSV database: a zip archive, or a folder with advisories as JSON files or an archive for each ecosystem (`npm/all.zip`)',
      {
        required: true,
        example: 'osv',
      },
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
