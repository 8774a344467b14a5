export { dependencyProblems, type Machine, programAt } from './check.ts';
export type { Dependency, Readiness, Source } from './dependency.ts';
export { parseDependencies } from './dependencies.ts';
export { parseProvider } from './provider.ts';
export type { Started, Surroundings } from './lifecycle.ts';
export { lastLines, withDependencies } from './lifecycle.ts';
