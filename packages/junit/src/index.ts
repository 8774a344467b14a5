export type { TestCase, TestReport } from './report.ts';
export { parseJUnit } from './report.ts';
