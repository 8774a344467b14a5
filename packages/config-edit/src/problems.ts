import { Failure, type Problem } from '@slipway/failure';

/** Does all the works, and throws one Failure with the problems of all of them. */
export function collectProblems<T>(works: readonly (() => T)[]): readonly T[] {
  const problems: Problem[] = [];
  const results = works.flatMap((work) => {
    try {
      return [work()];
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new Failure(problems);
  return results;
}
