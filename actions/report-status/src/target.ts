import type { Problem } from '@slipway/failure';
import type { InputsOf } from '@slipway/metadata';
import type { Ports, RunContext } from '@slipway/runner';
import type { action } from './action.ts';

/** Where the status goes. */
export interface Target {
  readonly repository: string;
  readonly sha: string;
  readonly context: string;
}

interface Event {
  readonly pull_request?: { readonly head?: { readonly sha?: string } };
}

/**
 * The head of the pull request that started the run.
 *
 * The run's own commit is then a merge that nobody pushed: a status on it is shown nowhere.
 */
async function headOfPullRequest({ files, log }: Ports, context: RunContext): Promise<string | undefined> {
  const path = context.environment('GITHUB_EVENT_PATH');
  if (path === undefined) return undefined;
  try {
    return (JSON.parse(await files.readText(path)) as Event).pull_request?.head?.sha;
  } catch (error) {
    log.debug(`The event cannot be read: ${String(error)}`);
    return undefined;
  }
}

/** Whether the run belongs to a pull request. */
export function isPullRequest({ eventName }: RunContext): boolean {
  return eventName?.startsWith('pull_request') === true;
}

/** Finds out where the status goes; what is missing or malformed goes to `problems`. */
export async function gatherTarget(
  inputs: InputsOf<typeof action>,
  ports: Ports,
  context: RunContext,
  problems: Problem[],
): Promise<Target> {
  const head = isPullRequest(context) ? await headOfPullRequest(ports, context) : undefined;
  const sha = inputs.sha ?? head ?? context.sha ?? '';
  const { repository = '' } = context;
  if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(sha)) {
    const message = `Input "sha" is ${JSON.stringify(sha)}; expected the whole id of a commit.`;
    problems.push({ code: 'INPUT_MALFORMED', message, remedy: 'Give all of its hexadecimal digits.' });
  }
  if (!/^[^/\s]+\/[^/\s]+$/.test(repository)) {
    const message = 'The repository is not known.';
    problems.push({ code: 'REPOSITORY_UNKNOWN', message, remedy: 'Set GITHUB_REPOSITORY to owner/name.' });
  }
  return { repository, sha, context: inputs.context ?? `slipway/${inputs.service}` };
}
