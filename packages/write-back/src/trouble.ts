import { Failure } from '@slipway/failure';
import type { Trouble } from './answer.ts';

const MEANINGS: Readonly<Record<Trouble['kind'], readonly [code: string, message: string, remedy: string]>> = {
  moved: [
    'HEAD_MOVED',
    'Others wrote to the branch before each attempt.',
    'Start the job again, raise "attempts", or let fewer services share one branch.',
  ],
  unreachable: ['GIT_UNREACHABLE', 'The git server did not answer.', 'Start the job again when it does.'],
  unauthorised: [
    'GIT_UNAUTHORISED',
    'The git server does not take the token: it is wrong, or its time is over.',
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
  unknown: ['GIT_FAILED', 'Git failed.', 'What it said is above.'],
};

const SAID_MAX = 1000;

/** The trouble as what a person is told. */
export function failureOf({ kind, said }: Trouble, attempts: number): Failure {
  const [code, message, remedy] = MEANINGS[kind];
  const tries = attempts > 1 ? ` It was tried ${attempts} times.` : '';
  return new Failure({ code, message: `${message}${tries} It said: ${said.slice(0, SAID_MAX)}`, remedy });
}
