import { oneLine, parseTrailers } from './stamp.ts';

/** A commit with the files that it changed. */
export interface ChangingCommit {
  readonly commit: string;
  readonly author: string;
  readonly message: string;
  readonly files: readonly string[];
}

/** A change of a file for which its commit gives no account. */
export interface Unaccounted {
  readonly commit: string;
  readonly author: string;
  readonly subject: string;
  readonly file: string;
  /** Whether the commit names the file in no trailer, or names it without evidence. */
  readonly lack: 'trailers' | 'evidence';
}

function lackOf(message: string, file: string): Unaccounted['lack'] | undefined {
  const said = parseTrailers(message).find((trailers) => trailers.get('File') === oneLine(file));
  if (said === undefined) return 'trailers';
  // To go back there must be a reason; evidence is asked for where something new comes.
  const account = said.get('Kind') === undefined ? said.get('Evidence') : said.get('Reason');
  return account === undefined || account === '' ? 'evidence' : undefined;
}

/**
 * The changes of files for which no evidence is named by the trailers of their commits.
 *
 * Whether what is named is there and true is not looked at: promotion-gate judges evidence, before a change is made.
 */
export function unaccounted(commits: readonly ChangingCommit[]): readonly Unaccounted[] {
  return commits.flatMap(({ commit, author, message, files }) =>
    files.flatMap((file): readonly Unaccounted[] => {
      const lack = lackOf(message, file);
      return lack === undefined ? [] : [{ commit, author, subject: message.split('\n')[0] ?? '', file, lack }];
    }),
  );
}
