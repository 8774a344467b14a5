import type { Problem } from '@slipway/failure';
import type { InputsOf } from '@slipway/metadata';
import { type Ports, readEvent, type RunContext } from '@slipway/runner';
import type { action } from './action.ts';

/** Where the status goes. */
export interface Target {
  readonly repository: string;
  readonly sha: string;
  readonly context: string;
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
  // The run's own commit of a pull request is a merge that nobody pushed: a status on it is shown nowhere.
  const head = isPullRequest(context) ? (await readEvent(ports, context)).pull_request?.head?.sha : undefined;
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
