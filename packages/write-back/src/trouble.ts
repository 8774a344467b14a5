import { Failure } from '@slipway/failure';
import type { Trouble } from './answer.ts';

const MEANINGS: Readonly<Record<Trouble['kind'], readonly [code: string, message: string, remedy: string]>> = {
  moved: [
    'HEAD_MOVED',
    'Others wrote to the branch before each attempt.',
    'Start the job again, raise "attempts", or let fewer services share one branch.',
  ],
  unreachable: ['GIT_UNREACHABLE', 'The server did not answer, or could not do its work.', 'Start the job again when it can.'],
  limited: [
    'GIT_RATE_LIMITED',
    'The server takes no more requests for a while: a rate limit was reached.',
    'Start the job again when the limit is over, or write several services in one commit with mode: batch.',
  ],
  'token-ended': [
    'GIT_TOKEN_ENDED',
    'The server took the token at first and does not take it any more: its time is over, or it was taken back.',
    'Make the token in a step just before this one, or lower "attempts".',
  ],
  unauthorised: [
    'GIT_UNAUTHORISED',
    'The server does not take the token: it is wrong, or its time is over.',
    "Give a token of an app or a person that is valid now; the run's own token is for the run's own repository only.",
  ],
  forbidden: ['GIT_FORBIDDEN', 'The token may not write to the repository.', 'Give it the permission "contents: write" there.'],
  absent: [
    'GIT_REPOSITORY_ABSENT',
    'There is no such repository, or the token may not see it.',
    'Correct "repository", or give the token access to it.',
  ],
  'branch-absent': ['GIT_BRANCH_ABSENT', 'The repository has no such branch.', 'Correct "branch", or make the branch once.'],
  'ruled-out': [
    'BRANCH_RULED_OUT',
    'A rule of the repository forbids the push.',
    'Let the rule pass this token\'s app ("bypass list" of the branch\'s rules), or write to a branch without it.',
  ],
  'signature-required': [
    'SIGNATURE_REQUIRED',
    'A rule of the repository asks for signed commits.',
    "Set commit-via: api, or auto, with the token of an app: GitHub signs its commits. Or put the app on the rule's bypass list.",
  ],
  unsigned: [
    'COMMIT_UNSIGNED',
    'GitHub made the commit without signing it, and the branch was left as it was.',
    "GitHub signs the commits of apps alone: give the token of an app, or the run's own token in the run's own repository.",
  ],
  'disk-full': [
    'DISK_FULL',
    'A disk is full, here or on the git server.',
    'Make room where it says so, and start the job again.',
  ],
  unknown: ['GIT_FAILED', 'Git failed.', 'What it said is above.'],
};

const SAID_MAX = 1000;

/** The trouble as what a person is told. */
export function failureOf({ kind, said }: Trouble, attempts: number): Failure {
  const [code, message, remedy] = MEANINGS[kind];
  const tries = attempts > 1 ? ` It was tried ${attempts} times.` : '';
  return new Failure({ code, message: `${message}${tries} It said: ${said.slice(0, SAID_MAX)}`, remedy });
}
