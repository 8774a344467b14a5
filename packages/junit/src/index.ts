export type { TestCase, TestReport } from './report.ts';
export { parseJUnit } from './report.ts';
export type { Written } from './render.ts';
export { renderJUnit } from './render.ts';
