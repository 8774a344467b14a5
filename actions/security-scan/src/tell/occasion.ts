import type { Problem } from '@slipway/failure';
import { type Ports, readEvent, type RunContext, type WorkflowEvent } from '@slipway/runner';

/** What the run is about, which decides where a scan is told. */
export interface Occasion {
  /** The commit and the ref that the run is on; of a pull request GitHub's merge of it. */
  readonly sha: string;
  readonly ref: string;
  readonly pullRequest?: number;
  /** Why the run's token can only read, in one sentence; absent where it may be granted more. */
  readonly readOnly?: string;
}

/** https://docs.github.com/en/actions/security-for-github-actions/security-guides/automatic-token-authentication#permissions-for-the-github_token */
function readOnlyReason({ pull_request: pull }: WorkflowEvent, { repository, actor, eventName }: RunContext): string | undefined {
  if (pull === undefined || eventName === 'pull_request_target') return undefined;
  if (pull.head?.repo?.full_name !== repository)
    return "A fork's pull request has a token that can only read, so the scan is told here, in the job summary and on its lines alone.";
  return actor === 'dependabot[bot]'
    ? "Dependabot's pull request has a token that can only read, so the scan is told here, in the job summary and on its lines alone."
    : undefined;
}

/** Finds out what the run is about; a commit that is not known goes to `problems`. */
export async function gatherOccasion(ports: Ports, context: RunContext, problems: Problem[]): Promise<Occasion> {
  const event = await readEvent(ports, context);
  const { sha = '', ref = '', repository } = context;
  if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(sha) || !ref.startsWith('refs/')) {
    const message = 'The commit, or the ref that it is on, is not known.';
    problems.push({
      code: 'COMMIT_UNKNOWN',
      message,
      remedy: 'Set GITHUB_SHA to its whole id, and GITHUB_REF to a name such as refs/heads/main.',
    });
  }
  if (repository === undefined || !/^[\w.-]+\/[\w.-]+$/.test(repository))
    problems.push({
      code: 'REPOSITORY_UNKNOWN',
      message: 'The repository is not known.',
      remedy: 'Set GITHUB_REPOSITORY to OWNER/NAME.',
    });
  const number = event.pull_request?.number;
  const readOnly = readOnlyReason(event, context);
  return { sha, ref, ...(number !== undefined && { pullRequest: number }), ...(readOnly !== undefined && { readOnly }) };
}
