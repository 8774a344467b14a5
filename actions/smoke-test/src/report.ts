import type { Written } from '@slipway/junit';
import type { Annotation, Json, Outcome } from '@slipway/runner';
import { type Mismatch, percentile } from '@slipway/smoke';
import { type Block, list, paragraph, table } from '@slipway/summary';
import type { action } from './action.ts';
import type { Facts } from './facts.ts';
import type { Performed } from './run.ts';
import type { Result } from './sending.ts';
import { versionOutcome } from './version-outcome.ts';
import { type ModeInputs, NO_PERFORMANCE, NO_TESTS } from './inputs.ts';

type Inputs = ModeInputs<'suite'>;

const sentence = ({ request: { method, path } }: Result, message: string): string => `${method} ${path}: ${message}.`;
const failed = ({ mismatches }: Result): boolean => mismatches.length > 0;
const flaky = ({ note }: Result): boolean => note === 'flaky';

/** What is worst is told first: an answer that never came, then a wrong status, then all else; not being sent only follows. */
function rank(result: Result, { at }: Mismatch): number {
  if (result.sent === 0) return 3;
  if (at.length === 0) return 0;
  return at[1] === 'status' ? 1 : 2;
}

function annotations(results: readonly Result[]): readonly Annotation[] {
  const wrong = results.flatMap((result) => result.mismatches.map((mismatch) => ({ result, mismatch })));
  wrong.sort((a, b) => rank(a.result, a.mismatch) - rank(b.result, b.mismatch));
  const errors = wrong.map(({ result, mismatch: { at, message } }): Annotation => {
    const { request } = result;
    const place = at.length === 0 ? request.location : request.locate(at);
    return { level: 'error', title: `Smoke test: ${request.name}`, message: sentence(result, message), ...place };
  });
  const warnings = results.filter(flaky).map((result): Annotation => {
    const { request, tries } = result;
    const message = sentence(result, `passed at try ${tries.length + request.repeat}; before: ${tries.join('; ')}`);
    return { level: 'warning', title: `Flaky: ${request.name}`, message, ...request.location };
  });
  return [...errors, ...warnings];
}

function remark({ mismatches, tries, note }: Result): string {
  if (mismatches.length > 0) return mismatches.map(({ message }) => message).join('\n');
  return note === undefined ? '' : `${note}: ${tries.length} tries before were not met (${tries.at(-1) ?? ''})`;
}

function time({ times }: Result): string {
  const [only] = times;
  if (only === undefined) return '';
  return times.length === 1
    ? `${only} ms`
    : `p50 ${percentile(times, 50)} ms, p95 ${percentile(times, 95)} ms of ${times.length}`;
}

function summary(base: string, results: readonly Result[]): readonly Block[] {
  const rows = results.map((result) => [
    failed(result) ? '❌' : result.note === undefined ? '✅' : '⚠️',
    result.request.name,
    { code: `${result.request.method} ${result.request.path}` },
    String(result.status ?? 'none'),
    time(result),
    remark(result),
  ]);
  const legend = results.some(flaky) ? [paragraph(['⚠️ passed, and not at the first try.'])] : [];
  return [table(['', `request to ${base}`, 'sent', 'status', 'time', 'what is wrong'], rows), ...legend];
}

function unjudgedBlocks(unjudged: readonly string[]): readonly Block[] {
  if (unjudged.length === 0) return [];
  return [paragraph(['❔ The description could not judge:']), list(unjudged.map((each) => [each]))];
}

const dataOf = (result: Result): Json => ({
  name: result.request.name,
  status: result.status ?? null,
  ms: result.times.at(-1) ?? null,
  times: result.times,
  note: result.note ?? null,
  tries: result.tries,
  mismatches: result.mismatches.map(({ message }) => message),
});

function casesOf(results: readonly Result[]): readonly Written[] {
  return results.map((result) => ({
    name: result.request.name,
    seconds: result.times.reduce((sum, ms) => sum + ms, 0) / 1000,
    kind: failed(result) ? ('failed' as const) : ('passed' as const),
    detail: remark(result),
    file: result.request.location.file,
    ...(result.request.location.line !== undefined && { line: result.request.location.line }),
  }));
}

function headline(base: string, results: readonly Result[]): string {
  const wrong = results.filter(failed).length;
  if (wrong > 0) return `${wrong} of ${results.length} requests to ${base} failed.`;
  const shaky = results.filter(flaky).length;
  const note = shaky === 0 ? '' : ` ${shaky} of them only when tried again.`;
  return `All ${results.length} requests to ${base} were answered as expected.${note}`;
}

/** Writes a JUnit report without what is secret. */
export type WriteJUnit = (path: string, cases: readonly Written[]) => Promise<void>;

/** The outcome of a run, after its JUnit report is written. */
export async function reported(
  { base, suite, within }: Facts,
  { version, played, unjudged }: Performed,
  inputs: Inputs,
  write: WriteJUnit,
): Promise<Outcome<typeof action>> {
  if (played === undefined) return versionOutcome(version, suite, inputs);
  const where = within?.service ? inputs.url : base;
  const results = [...played.setup, ...played.requests, ...played.cleanup];
  if (inputs.junit !== undefined) await write(inputs.junit, casesOf(results));
  const wrong = results.filter(failed).length;
  return {
    verdict: wrong === 0 ? 'pass' : 'fail',
    headline: headline(where, results),
    outputs: {
      requests: String(results.length),
      failed: String(wrong),
      flaky: String(results.filter(flaky).length),
      version: version.kind,
      ...NO_PERFORMANCE,
      ...NO_TESTS,
    },
    annotations: annotations(results),
    summary: [...summary(where, results), ...unjudgedBlocks(unjudged)],
    data: results.map(dataOf),
  };
}
