import { decodeText } from '@slipway/config';
import { Failure, type Problem } from '@slipway/failure';

/** Far more than the lockfile of any repository has; what is larger would fill the memory of a runner. */
const SIZE_MAX_MIB = 32;

/** What git writes into a file that it could not merge. */
const CONFLICT = /^(?:<{7}|>{7}|\|{7})(?: |$)/m;

/** The line, counted from 1, in which an offset stands. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** A Failure LOCKFILE_MALFORMED: what is wrong, where, and how to write the file anew. */
export function malformed(file: string, message: string, remedy: string, line?: number): Failure {
  return new Failure({ code: 'LOCKFILE_MALFORMED', message, remedy, location: { file, ...(line !== undefined && { line }) } });
}

/**
 * The text of a lockfile, in UTF-8 with or without a byte order mark.
 *
 * @throws Failure LOCKFILE_TOO_LARGE, TEXT_ENCODING, or LOCKFILE_CONFLICT at the first mark of a merge.
 */
export function lockfileText(file: string, bytes: Uint8Array): string {
  const mebibytes = bytes.length / 2 ** 20;
  const fail = (problem: Problem): Failure => new Failure(problem);
  if (mebibytes > SIZE_MAX_MIB) {
    const message = `The file has ${mebibytes.toFixed(1)} MiB; a lockfile is read up to ${SIZE_MAX_MIB} MiB.`;
    throw fail({
      code: 'LOCKFILE_TOO_LARGE',
      message,
      remedy: 'Check that it is a lockfile, or leave it out.',
      location: { file },
    });
  }
  const text = decodeText(file, bytes);
  const conflict = CONFLICT.exec(text);
  if (conflict === null) return text;
  const message = 'A merge left its conflict in this file, so that it says two things.';
  const location = { file, line: lineAt(text, conflict.index) };
  throw fail({ code: 'LOCKFILE_CONFLICT', message, remedy: 'Resolve the conflict and write the file anew.', location });
}
