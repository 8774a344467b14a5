import type { Problem } from '@slipway/failure';
import type { RunContext } from '@slipway/runner';
import { parseAddress } from '@slipway/write-back';
import type { Ways } from './deliver.ts';

function checkBranch(branch: string, problems: Problem[]): void {
  if (/^(?![-./])(?!.*(\.\.|\/\/|@\{|\/\.|\.lock(\/|$)))[^\p{Cc} ~^:?*[\\]+(?<![./])$/u.test(branch)) return;
  const message = `The input "branch" is ${JSON.stringify(branch)}, which is no name of a branch.`;
  problems.push({ code: 'INPUT_MALFORMED', message, remedy: 'Write it without refs/heads/.' });
}

/** `owner/name` of a repository on the run's own GitHub. */
function hostedName(url: string, { serverUrl }: RunContext): string | undefined {
  if (!url.startsWith(`${serverUrl}/`)) return undefined;
  const name = url.slice(serverUrl.length + 1).replace(/\.git$/, '');
  return /^[\w.-]+\/[\w.-]+$/.test(name) ? name : undefined;
}

/** GitHub is asked for a pull request and for a commit of its own, and for nothing else. */
function checkWays({ deliver, commitVia, token }: Ways, hosted: string | undefined, problems: Problem[]): void {
  const contradiction = (message: string, remedy: string): void =>
    void problems.push({ code: 'INPUT_CONTRADICTION', message, remedy });
  if (deliver === 'pull-request' && hosted === undefined)
    contradiction(
      '"deliver" is pull-request, and the repository is not on the GitHub of this run.',
      'Give "repository" as owner/name, or deliver by commits.',
    );
  if (commitVia === 'api' && (hosted === undefined || token === undefined))
    contradiction(
      '"commit-via" is api, which needs "token" and a repository on the GitHub of this run.',
      'Give "repository" as owner/name and a token, or have git push the commit.',
    );
}

/** What was said of the place that is written to. */
export interface PlaceInputs extends Ways {
  readonly repository: string;
  readonly branch: string;
}

/** The address of the repository and GitHub's name of it, if it is there; what is wrong goes to `problems`. */
export function gatherPlace(inputs: PlaceInputs, context: RunContext, problems: Problem[]) {
  const url = parseAddress(inputs.repository, inputs.token !== undefined, context.serverUrl, problems);
  const hosted = hostedName(url, context);
  checkBranch(inputs.branch, problems);
  checkWays(inputs, hosted, problems);
  return { url, hosted };
}

/** A name as a part of a branch's. */
const slug = (name: string): string => name.replace(/[^\w.-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '') || 'service';

/** The branch of a pull request that brings something to an environment. */
export function pullBranchOf(environment: string | undefined, name: string): string {
  return `slipway/${slug(environment ?? 'main')}/${slug(name)}`;
}
