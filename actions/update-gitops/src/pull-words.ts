import type { Change } from '@slipway/config-edit';
import type { PullWords } from './pull-request.ts';

/** The changes of one service, for a reviewer. */
export interface ReviewedChanges {
  readonly service: string;
  readonly file: string;
  readonly changes: readonly Change[];
}

const FENCE = '````';
const plain = (text: string): string => text.replaceAll('`', '');

/** The changes as a reviewer reads them. Texts of others stand in code, where they do nothing. */
export function pullWords(title: string, all: readonly ReviewedChanges[], runUrl: string | undefined): PullWords {
  const diffs = all.flatMap(({ service, file, changes }) => {
    const rows = changes.map(({ what, from, to, line }) => `-${what}: ${from}\n+${what}: ${to}  (line ${line})`);
    return [`\`${plain(file)}\` of \`${plain(service)}\`:`, `${FENCE}diff\n${rows.join('\n')}\n${FENCE}`];
  });
  const note = 'A newer run of the same writes to this pull request, and an older one does not.';
  return { title, body: [...diffs, ...(runUrl === undefined ? [] : [`Brought by ${runUrl}. ${note}`])].join('\n\n') };
}
