import type { Problem } from '@slipway/failure';
import type { TestReport } from '@slipway/junit';
import type { ExecResult } from '@slipway/system';

/** How a test run ended, from the command's end and its reports together. */
export type Judgement =
  | { readonly kind: 'passed'; readonly total: number }
  | { readonly kind: 'failed'; readonly failed: number; readonly total: number; readonly exitCode: number }
  | { readonly kind: 'over-budget' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'too-few'; readonly total: number; readonly expected: number }
  | { readonly kind: 'no-report'; readonly exitCode: number; readonly patterns: readonly string[] }
  | { readonly kind: 'bad-report'; readonly exitCode: number; readonly files: readonly string[] }
  | { readonly kind: 'command-failed'; readonly exitCode: number; readonly total: number };

/** What a run left to judge it by. */
export interface Evidence {
  readonly result: ExecResult;
  readonly report?: TestReport;
  readonly malformed: readonly Problem[];
  /** The patterns by which reports were looked for, with what is to be said of them. */
  readonly searched: readonly string[];
  readonly cancelled: boolean;
}

/**
 * Judges a test run.
 *
 * A command that ends well without a report, or with too few tests, is not green: nothing shows that anything was tested.
 * One that was ended may have left half a report, which says nothing about why.
 */
export function judge(evidence: Evidence, minTests: number): Judgement {
  const { result, report, malformed, searched: patterns, cancelled } = evidence;
  const { exitCode } = result;
  if (result.timedOut) return { kind: 'over-budget' };
  if (cancelled) return { kind: 'cancelled' };
  const executed = report?.cases.filter((each) => each.result !== 'skipped') ?? [];
  const failed = executed.filter((each) => each.result === 'failed').length;
  const total = executed.length;
  if (failed > 0) return { kind: 'failed', failed, total, exitCode };
  if (malformed.length > 0)
    return { kind: 'bad-report', exitCode, files: [...new Set(malformed.map(({ location }) => location?.file ?? ''))] };
  if (report === undefined) return { kind: 'no-report', exitCode, patterns };
  if (exitCode !== 0) return { kind: 'command-failed', exitCode, total };
  return total < minTests ? { kind: 'too-few', total, expected: minTests } : { kind: 'passed', total };
}

const ending = (exitCode: number): string => (exitCode < 0 ? 'was ended by a signal' : `ended with exit code ${exitCode}`);

/** What a judgement comes to: a run that was cancelled says nothing of the tests. */
export function verdictOf({ kind }: Judgement): 'pass' | 'fail' | 'inconclusive' {
  return kind === 'passed' ? 'pass' : kind === 'cancelled' ? 'inconclusive' : 'fail';
}

/**
 * The judgement in one sentence.
 *
 * @param kind what the tests are, such as `unit`
 */
export function headline(judgement: Judgement, kind: string, budgetMs: number): string {
  switch (judgement.kind) {
    case 'passed':
      return `All ${judgement.total} ${kind} tests passed.`;
    case 'failed':
      return `${judgement.failed} of ${judgement.total} ${kind} tests failed${judgement.exitCode === 0 ? ', although their command ended with exit code 0' : ''}.`;
    case 'over-budget':
      return `The ${kind} tests were ended: they took longer than their budget of ${budgetMs / 1000} s.`;
    case 'cancelled':
      return `The ${kind} tests were ended: the run was cancelled.`;
    case 'too-few':
      return `Only ${judgement.total} ${kind} tests were executed; at least ${judgement.expected} are expected.`;
    case 'no-report':
      return `The ${kind} test command ${ending(judgement.exitCode)} and wrote no JUnit report: no file matches "reports" (${judgement.patterns.join(', ')}), so nothing shows what was tested.`;
    case 'bad-report':
      return `The ${kind} test command ${ending(judgement.exitCode)} and wrote a report that cannot be read: ${judgement.files.join(', ')}.`;
    case 'command-failed':
      return `The ${kind} test command ${ending(judgement.exitCode)}, although none of its ${judgement.total} tests failed.`;
  }
}
