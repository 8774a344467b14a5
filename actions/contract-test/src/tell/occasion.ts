import type { Problem } from '@slipway/failure';
import type { Ports, RunContext } from '@slipway/runner';

/** What the run is about, which decides who is told, and where. */
export type Occasion =
  | { readonly kind: 'pull-request'; readonly sha: string; readonly number: number; readonly draft: boolean }
  | { readonly kind: 'main'; readonly sha: string }
  | { readonly kind: 'other'; readonly sha: string };

interface Event {
  readonly pull_request?: { readonly number?: number; readonly draft?: boolean; readonly head?: { readonly sha?: string } };
  readonly repository?: { readonly default_branch?: string };
}

async function readEvent({ files, log }: Ports, context: RunContext): Promise<Event> {
  const path = context.environment('GITHUB_EVENT_PATH');
  if (path === undefined) return {};
  try {
    return JSON.parse(await files.readText(path)) as Event;
  } catch (error) {
    log.debug(`The event cannot be read: ${String(error)}`);
    return {};
  }
}

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
