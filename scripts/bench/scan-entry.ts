import { matchPackages } from '@slipway/advisories';
import { readDatabase } from '@slipway/advisory-database';
import { readPackages } from '@slipway/inventory';
import { nodeFiles } from '@slipway/system/node';

/** `node scan-entry.ts DATABASE LOCKFILE`: judges a lockfile and prints how many matches there are. */
const [database = '', lockfile = ''] = process.argv.slice(2);
const files = nodeFiles('/');
const { packages } = readPackages(lockfile, await files.readBytes(lockfile));
const { advisories, count, id } = await readDatabase(database, packages, files);
console.log(
  JSON.stringify({ matches: matchPackages(packages, advisories).matches.length, packages: packages.length, count, id }),
);
