import { lastLines } from '@slipway/dependency';
import type { Problem } from '@slipway/failure';
import type { TestCase, TestReport } from '@slipway/junit';
import { type Block, code, details, table } from '@slipway/summary';
import type { Evidence, Judgement } from './judgement.ts';
import { placeOf } from './place.ts';

/** A failed test as an error on its line. */
export interface FailedTest {
  readonly level: 'error';
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
}

/** Where the paths in a report are taken from. */
export interface ReportPlace {
  readonly workspace: string;
  /** Where the command ran, from the workspace. */
  readonly folder: string;
}

const SLOWEST = 5;
const OUTPUT_LINES = 60;
const DETAIL_LINES = 6;

/** The tests that failed. */
export function failures(report: TestReport | undefined): readonly TestCase[] {
  return report?.cases.filter(({ result }) => result === 'failed') ?? [];
}

/** How many tests were executed, failed and skipped, and how long they took; as outputs. */
export function countsOf(report: TestReport | undefined, seconds: number) {
  const cases = report?.cases ?? [];
  const skipped = cases.filter(({ result }) => result === 'skipped').length;
  return {
    total: String(cases.length - skipped),
    failed: String(failures(report).length),
    skipped: String(skipped),
    seconds: seconds.toFixed(1),
  };
}

/** Every failed test on its line. @param kind what the tests are, such as `unit` */
export function failedTests(report: TestReport | undefined, kind: string, place: ReportPlace): readonly FailedTest[] {
  return failures(report).map((failure) => ({
    level: 'error',
    title: `${kind} test failed: ${failure.name}`,
    message: failure.detail.split('\n').slice(0, DETAIL_LINES).join('\n') || 'It says nothing more.',
    ...placeOf(failure, place.workspace, place.folder),
  }));
}

/** The reports that could not be read; of a command that was ended, half a report is no surprise and none is told. */
export function unreadReports({ malformed }: Evidence, { kind }: Judgement): readonly Problem[] {
  return ['over-budget', 'cancelled'].includes(kind) ? [] : malformed;
}

function slowest(report: TestReport | undefined): readonly Block[] {
  const slow = [...(report?.cases ?? [])].sort((a, b) => b.seconds - a.seconds).slice(0, SLOWEST);
  if (slow.length === 0) return [];
  const rows = slow.map(({ name, seconds }) => [name, seconds.toFixed(3)]);
  return [details('Slowest tests', [table(['test', 'seconds'], rows)])];
}

/**
 * The summary of a test run: failed tests, the end of what the command printed unless all passed, and the slowest.
 *
 * @param between stands behind the output
 */
export function testSummary(
  { report, result }: Evidence,
  { kind }: Judgement,
  place: ReportPlace,
  between: readonly Block[] = [],
): readonly Block[] {
  const rows = failures(report).map((failure) => {
    const where = placeOf(failure, place.workspace, place.folder);
    return [
      failure.name,
      where === undefined ? '' : { code: [where.file, where.line].join(':') },
      failure.detail.split('\n')[0] ?? '',
    ];
  });
  const output = details('Output of the command', [code(lastLines(result.stdout + result.stderr, OUTPUT_LINES))]);
  return [
    ...(rows.length > 0 ? [table(['failed test', 'where', 'why'], rows)] : []),
    ...(kind === 'passed' ? [] : [output]),
    ...between,
    ...slowest(report),
  ];
}
