import { type Figures, merged, percentileOf, PERCENTS } from '@slipway/load';
import type { Annotation, Json, Outcome } from '@slipway/runner';
import { type Block, chart, list, paragraph, table } from '@slipway/summary';
import type { action } from '../action.ts';
import { NO_TESTS } from '../inputs.ts';
import type { Result } from '../sending.ts';
import type { LoadStory } from './story.ts';

type Definition = typeof action;

const SHOWN = 5;

const percentText = (share: number): string => `${Number((share * 100).toPrecision(3))} %`;
const latenciesOf = (runs: readonly Figures[]) => merged(runs.flatMap(({ slices }) => slices.map(({ latencies }) => latencies)));
const failed = (results: readonly Result[]): readonly Result[] => results.filter(({ mismatches }) => mismatches.length > 0);

/** The outcome when the setup failed: nothing was sent, and that tells nothing of the service under load. */
export function setupFailed(setup: readonly Result[]): Outcome<Definition> {
  const annotations = failed(setup).flatMap(({ request, mismatches }) =>
    mismatches.map(({ at, message }): Annotation => {
      const told = `${request.method} ${request.path}: ${message}.`;
      return { level: 'error', title: `Setup: ${request.name}`, message: told, ...request.locate(at) };
    }),
  );
  return {
    verdict: 'inconclusive',
    headline: 'The load was not sent: the setup of the suite failed.',
    outputs: outputsOf(undefined),
    annotations,
  };
}

function outputsOf(story: LoadStory | undefined): Outcome<Definition>['outputs'] {
  const suite = { requests: undefined, failed: undefined, flaky: undefined, version: undefined, ...NO_TESTS };
  if (story === undefined) {
    return { ...suite, performance: 'could-not-tell', p50: undefined, p95: undefined, p99: undefined, errorRate: undefined };
  }
  const { shots, figures, judgement } = story;
  const all = latenciesOf([figures]);
  const [p50, p95, p99] = PERCENTS.map((percent) => (shots.length === 0 ? undefined : String(percentileOf(all, percent))));
  const wrong = shots.filter(({ ok }) => !ok).length;
  return {
    ...suite,
    requests: String(shots.length),
    failed: String(wrong),
    performance: judgement.verdict,
    ...{ p50, p95, p99 },
    errorRate: shots.length === 0 ? undefined : (wrong / shots.length).toFixed(4),
  };
}

/** The percentiles over the measured time. */
function percentileChart({ figures: { slices }, spanMs, inputs, judgement }: LoadStory): Block {
  const series = PERCENTS.map((percent) => ({
    name: `p${percent}`,
    points: slices.flatMap(({ latencies }, index) => {
      const x = Math.round(((index + 1) * spanMs) / slices.length / 1000);
      return latencies.length === 0 ? [] : [{ x, y: percentileOf(latencies, percent) }];
    }),
  }));
  return chart({
    title: 'Latency under load',
    xLabel: 'seconds since the measuring began',
    yLabel: 'milliseconds',
    series: series.filter(({ points }) => points.length > 0),
    marks: [{ x: Math.round(spanMs / 1000), label: judgement.verdict }],
    ...(inputs.p95Max !== undefined && { limit: { y: inputs.p95Max, label: `p95 at most ${inputs.p95Max} ms` } }),
  });
}

function figuresTable({ figures, before: past, inputs }: LoadStory): Block {
  const share = (runs: readonly Figures[]): string => {
    const [bad, total] = [runs.flatMap(({ slices }) => slices).reduce((sum, slice) => sum + slice.bad, 0), latenciesOf(runs)];
    const count = total.reduce((sum, [, each]) => sum + each, 0);
    return count === 0 ? '-' : percentText(bad / count);
  };
  const limits = { 50: inputs.p50Max, 95: inputs.p95Max, 99: inputs.p99Max };
  const [now, then] = [latenciesOf([figures]), latenciesOf(past)];
  const rows = PERCENTS.map((percent) => {
    const limit = limits[percent];
    const shown = (all: typeof now): string => (all.length === 0 ? '-' : `${percentileOf(all, percent)} ms`);
    return [`p${percent}`, shown(now), shown(then), limit === undefined ? '-' : `${limit} ms`];
  });
  const before = past.length === 0 ? 'before' : `before (${past.length} ${past.length === 1 ? 'run' : 'runs'})`;
  const errors = ['failed', share([figures]), share(past), percentText(inputs.errorRateMax)];
  return table(['', 'this release', before, 'limit'], [errors, ...rows]);
}

/** Why it was not compared with earlier releases, where that was asked for. */
function notCompared({ past, before, inputs }: LoadStory): string | undefined {
  if (inputs.baseline === undefined || before.length > 0) return undefined;
  if (past === undefined) return `There is no ${inputs.baseline} yet: the limits alone judged this release.`;
  return `No run in ${inputs.baseline} had this load: the limits alone judged this release.`;
}

function reasons({ shots }: LoadStory): readonly string[] {
  const counts = new Map<string, number>();
  for (const { why } of shots) if (why !== undefined) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([why, count]) => `${count} × ${why}`)
    .slice(0, SHOWN);
}

function headlineOf({ what, judgement }: LoadStory): string {
  const { verdict, why, smallestVisible } = judgement;
  const seen = `an error rate of ${percentText(smallestVisible)} or more would have been seen`;
  if (verdict === 'pass') return `${what}: ${why}; ${seen}.`;
  if (verdict === 'too-little-traffic') return `${what} say too little: ${why}; ${seen}.`;
  return `${what}: ${verdict}: ${why}.`;
}

function annotationsOf(story: LoadStory, cleanup: readonly Result[]): readonly Annotation[] {
  const { verdict } = story.judgement;
  const unmeasured = notCompared(story);
  const left = failed(cleanup).map(({ request, mismatches }): Annotation => {
    const message = `${request.method} ${request.path}: ${mismatches.map((each) => each.message).join('; ')}.`;
    return { level: 'warning', title: `Not cleaned up: ${request.name}`, message, ...request.location };
  });
  return [
    ...(verdict === 'pass' ? [] : [{ level: 'error' as const, title: `Load test: ${verdict}`, message: headlineOf(story) }]),
    ...(unmeasured === undefined ? [] : [{ level: 'notice' as const, title: 'Load test: not compared', message: unmeasured }]),
    ...left,
  ];
}

function dataOf({ shape, figures, before, judgement }: LoadStory): Json {
  const { verdict, why, needed, smallestVisible, questions } = judgement;
  const latencies = latenciesOf([figures]);
  const percentiles = PERCENTS.map((percent) => [`p${percent}`, latencies.length > 0 ? percentileOf(latencies, percent) : null]);
  return {
    performance: { verdict, why, needed, smallestVisible, questions: questions.map((each) => ({ ...each })) },
    load: { ...shape },
    runsBefore: before.length,
    percentiles: Object.fromEntries(percentiles) as Readonly<Record<string, number | null>>,
    slices: figures.slices.map(({ bad, latencies: all }) => ({ bad, latencies: all.map(([ms, count]) => [ms, count]) })),
  };
}

/** The outcome of a load. */
export function report(story: LoadStory, cleanup: readonly Result[]): Outcome<Definition> {
  const { verdict, why } = story.judgement;
  const unmeasured = notCompared(story);
  const wrong = reasons(story);
  return {
    verdict: verdict === 'pass' ? 'pass' : verdict === 'regressed' || verdict === 'slower' ? 'fail' : 'inconclusive',
    headline: headlineOf(story),
    outputs: outputsOf(story),
    annotations: annotationsOf(story, cleanup),
    summary: [
      paragraph([{ bold: verdict }, `: ${why}.`]),
      ...(story.shots.length > 0 ? [percentileChart(story)] : []),
      figuresTable(story),
      ...(unmeasured === undefined ? [] : [paragraph([unmeasured])]),
      ...(wrong.length === 0
        ? []
        : [paragraph(['What was wrong with the requests that failed:']), list(wrong.map((each) => [each]))]),
    ],
    data: dataOf(story),
  };
}
