import type { TestReport } from '@slipway/junit';
import type { ExecResult } from '@slipway/system';

/** How a test run ended, from the command's end and its report together. */
export type Judgement =
  | { readonly kind: 'passed'; readonly total: number }
  | { readonly kind: 'failed'; readonly failed: number; readonly total: number }
  | { readonly kind: 'over-budget' }
  | { readonly kind: 'too-few'; readonly total: number; readonly expected: number }
  | { readonly kind: 'no-report'; readonly exitCode: number }
  | { readonly kind: 'command-failed'; readonly exitCode: number; readonly total: number };

/**
 * Judges a test run.
 *
 * A command that ends well without a report, or with too few tests, is not green: nothing shows that anything was tested.
 */
export function judge(result: ExecResult, report: TestReport | undefined, minTests: number): Judgement {
  if (result.timedOut) return { kind: 'over-budget' };
  if (report === undefined) return { kind: 'no-report', exitCode: result.exitCode };
  const executed = report.cases.filter((each) => each.result !== 'skipped');
  const failed = executed.filter((each) => each.result === 'failed').length;
  const total = executed.length;
  if (failed > 0) return { kind: 'failed', failed, total };
  if (result.exitCode !== 0) return { kind: 'command-failed', exitCode: result.exitCode, total };
  return total < minTests ? { kind: 'too-few', total, expected: minTests } : { kind: 'passed', total };
}

/** The judgement in one sentence. */
export function headline(judgement: Judgement, kind: string, budgetMs: number): string {
  switch (judgement.kind) {
    case 'passed':
      return `All ${judgement.total} ${kind} tests passed.`;
    case 'failed':
      return `${judgement.failed} of ${judgement.total} ${kind} tests failed.`;
    case 'over-budget':
      return `The ${kind} tests were ended: they took longer than their budget of ${budgetMs / 1000} s.`;
    case 'too-few':
      return `Only ${judgement.total} ${kind} tests were executed; at least ${judgement.expected} are expected.`;
    case 'no-report':
      return `The ${kind} tests ended with exit code ${judgement.exitCode} and wrote no JUnit report, so nothing shows what was tested.`;
    case 'command-failed':
      return `The ${kind} test command ended with exit code ${judgement.exitCode}, although none of its ${judgement.total} tests failed.`;
  }
}
