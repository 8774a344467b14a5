/** A place in a file of the repository; lines and columns count from 1. */
export interface Location {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** One thing that is wrong with what a person gave us: what, where, and how to mend it. */
export interface Problem {
  /** Stable, SCREAMING_SNAKE; tests and users' scripts match on it. */
  readonly code: string;
  readonly message: string;
  readonly remedy?: string;
  readonly location?: Location;
}

/** The problem as one line of text: place, message, remedy and code. */
export function renderProblem(problem: Problem): string {
  const { file, line, column } = problem.location ?? {};
  const place = file === undefined ? '' : `${[file, line, column].filter((part) => part !== undefined).join(':')}: `;
  const remedy = problem.remedy === undefined ? '' : ` ${problem.remedy}`;
  return `${place}${problem.message}${remedy} [${problem.code}]`;
}
