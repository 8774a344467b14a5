import type { Problem } from '@slipway/failure';
import { type Ports, readEvent, type RunContext } from '@slipway/runner';

/** What the run is about, which decides who is told, and where. */
export type Occasion =
  | { readonly kind: 'pull-request'; readonly sha: string; readonly number: number; readonly draft: boolean }
  | { readonly kind: 'main'; readonly sha: string }
  | { readonly kind: 'other'; readonly sha: string };

/** Finds out what the run is about; a commit that is not known goes to `problems`. */
export async function gatherOccasion(ports: Ports, context: RunContext, problems: Problem[]): Promise<Occasion> {
  const { pull_request: pull, repository } = await readEvent(ports, context);
  // The run's own commit of a pull request is a merge that nobody pushed: a check run on it is shown nowhere.
  const sha = pull?.head?.sha ?? context.sha ?? '';
  if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(sha)) {
    problems.push({ code: 'COMMIT_UNKNOWN', message: 'The commit is not known.', remedy: 'Set GITHUB_SHA to its whole id.' });
  }
  if (pull?.number !== undefined) return { kind: 'pull-request', sha, number: pull.number, draft: pull.draft === true };
  const main = context.eventName === 'push' && context.ref === `refs/heads/${repository?.default_branch ?? 'main'}`;
  return { kind: main ? 'main' : 'other', sha };
}
