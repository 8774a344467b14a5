import { Failure } from '@slipway/failure';

const REMEDIES = {
  DATABASE_MISSING: 'Correct "database", or fetch the OSV export there in an earlier step.',
  DATABASE_EMPTY: 'Fetch the OSV export again; an empty database would call everything clean.',
  DATABASE_MALFORMED: 'Fetch the database again: an advisory that is left out would hide vulnerabilities.',
  DATABASE_UNSAFE: 'Do not use this file: no export of OSV has this. Fetch the database from its source.',
  DATABASE_TOO_LARGE: 'Check the address: no export of OSV is that large.',
  DATABASE_DIGEST: 'Fetch the database again, or correct the digest if a newer one is meant.',
  DATABASE_UNREACHABLE: 'Check the addresses, or give a database that was fetched before; nothing was judged.',
} as const;

/** A Failure of the database: which file, what is wrong with it, and the remedy that goes with the code. */
export function databaseFault(code: keyof typeof REMEDIES, file: string, message: string): Failure {
  return new Failure({ code, message, remedy: REMEDIES[code], location: { file } });
}
