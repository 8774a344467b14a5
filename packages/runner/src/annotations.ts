import type { Problem } from '@slipway/failure';
import type { Annotation } from './outcome.ts';

/** The runner keeps 10 errors and 10 warnings (and 10 notices) of a step and drops the rest without a word. */
const LIMIT_PER_LEVEL = 10;

const LEVELS = ['error', 'warning', 'notice'] as const;

/** The annotations that fit a step, worst first, with the last of a full level replaced by a count of the rest. */
export function withinLimits(annotations: readonly Annotation[]): readonly Annotation[] {
  return LEVELS.flatMap((level) => {
    const same = annotations.filter((annotation) => annotation.level === level);
    if (same.length <= LIMIT_PER_LEVEL) return same;
    const shown = same.slice(0, LIMIT_PER_LEVEL - 1);
    const message = `${same.length - shown.length} more of this kind are listed in the job summary.`;
    return [...shown, { level, title: 'More than fit here', message }];
  });
}

/** The annotation of a problem, on its line when it has one. */
export function annotationOf(problem: Problem): Annotation {
  const { file, line, column } = problem.location ?? {};
  return {
    level: 'error',
    title: problem.code,
    message: problem.remedy === undefined ? problem.message : `${problem.message} ${problem.remedy}`,
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
  };
}
