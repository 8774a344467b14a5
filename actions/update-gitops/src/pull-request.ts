import { Failure, type Problem } from '@slipway/failure';
import type { ConnectGitHub, GitHub, WriteOutcome } from '@slipway/github';
import type { Change } from '@slipway/config-edit';
import type { Ports, RunContext } from '@slipway/runner';
import type { Inputs, Request } from './request.ts';

/** The pull request that brings a change. */
export interface Pull {
  readonly url: string;
  readonly number: number;
}

type Refused = Exclude<WriteOutcome, { readonly kind: 'written' }>;

function failure(outcome: Refused): Failure {
  const fallback: Problem = {
    code: 'PULL_REQUEST_FORBIDDEN',
    message: `The change lies on its branch, and the token may open no pull request: ${outcome.kind === 'not-permitted' ? outcome.reason : ''}`,
    remedy: 'Give it the permission "pull requests: write" in the configuration repository.',
  };
  return new Failure(outcome.kind === 'failed' ? outcome.problem : fallback);
}

/** What a reviewer reads. Texts of others stand in code, where they do nothing. */
function wordsOf(inputs: Inputs, { image }: Request, changes: readonly Change[], runUrl: string | undefined) {
  const { service, file, environment, mode } = inputs;
  const place = environment === undefined ? '' : ` in ${environment}`;
  const verb = mode === 'rollback' ? 'go back' : mode === 'lift' ? 'lift the hold' : (image.tag ?? image.digest.slice(0, 19));
  const rows = changes.map(({ what, from, to, line }) => `-${what}: ${from}\n+${what}: ${to}  (line ${line})`);
  const fence = '````';
  const body = [
    `\`${file.replaceAll('`', '')}\` of \`${service.replaceAll('`', '')}\`:`,
    `${fence}diff\n${rows.join('\n')}\n${fence}`,
    ...(runUrl === undefined
      ? []
      : [`Brought by ${runUrl}. A newer run of the service writes to this pull request, and an older one does not.`]),
  ].join('\n\n');
  return { title: `${service}: ${verb}${place}`, body };
}

/** Opens the service's pull request, or brings the open one up to date. Rejects with what GitHub said. */
export async function bringPullRequest(
  inputs: Inputs,
  request: Request,
  changes: readonly Change[],
  connect: ConnectGitHub,
  ports: Ports,
  { apiUrl, runUrl }: RunContext,
): Promise<Pull> {
  const { token } = inputs;
  const { hosted: repository, pullBranch: head, write } = request;
  if (token === undefined || repository === undefined) {
    const message = 'A pull request needs "token", and a repository on the GitHub of this run.';
    throw new Failure({ code: 'PULL_REQUEST_FORBIDDEN', message, remedy: 'Give both, or deliver by commits.' });
  }
  const github: GitHub = connect({ apiUrl, repository, token }, ports);
  const found = await github.findPullRequest(head, write.branch);
  if (found.kind === 'unread') {
    const message = `The change lies on the branch ${head}, and GitHub cannot be asked for its pull request: ${found.reason}`;
    throw new Failure({ code: 'PULL_REQUEST_UNREAD', message, remedy: 'Run the job again.' });
  }
  const words = wordsOf(inputs, request, changes, runUrl);
  if (found.value === undefined) {
    const made = await github.createPullRequest({ ...words, head, base: write.branch });
    if (made.kind !== 'made') throw failure(made);
    return { url: made.url, number: made.number };
  }
  const updated = await github.updatePullRequest(found.value.number, words);
  if (updated.kind !== 'written') throw failure(updated);
  return found.value;
}
