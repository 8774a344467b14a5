import { type Problem, renderProblem } from './problem.ts';

/**
 * An expected bad end: the user's input, or the world, is not as it must be.
 *
 * It carries every problem that was found, never only the first. Anything else that is thrown is a defect of ours.
 */
export class Failure extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: Problem | readonly Problem[], options?: { cause?: unknown }) {
    const list = 'code' in problems ? [problems] : problems;
    super(list.map(renderProblem).join('\n'), options);
    this.name = 'Failure';
    this.problems = list;
  }

  /** The code of the first problem: the one a script would branch on. */
  get code(): string {
    return this.problems[0]?.code ?? 'UNKNOWN';
  }
}

/** Throws one Failure with all the problems when there are any. */
export function failWhen(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Failure(problems);
}
