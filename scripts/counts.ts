/** Adds up what jest's JSON reports say, and fails when a test did not pass or nothing was executed. */
import { readFileSync } from 'node:fs';

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
}

const reports = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, 'utf8')) as JestReport);
const sum = (key: keyof JestReport): number => reports.reduce((total, report) => total + report[key], 0);
const [passed, failed, skipped] = [sum('numPassedTests'), sum('numFailedTests'), sum('numPendingTests')];
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
// A report without a single test is a run that proved nothing, however green it looks.
process.exitCode = failed === 0 && skipped === 0 && reports.every(({ numPassedTests }) => numPassedTests > 0) ? 0 : 1;
