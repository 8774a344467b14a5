import type { RawSeries, Subject } from '@slipway/prometheus';
import { type CounterSeries, risesOf, type WatchPolicy, type WatchSamples } from '@slipway/rollout';

/** The inputs by which a metric is asked for. */
export interface MetricInputs {
  readonly metric: string;
  readonly queryErrors: string | undefined;
  readonly codeLabel: string;
  readonly errorCodes: string;
  readonly podLabel: string;
  readonly featureLabel: string | undefined;
  readonly featureValues: string;
}

/** The inputs by which a step is judged. */
export interface JudgeInputs {
  readonly hold: number;
  readonly holdMax: number;
  readonly interval: number;
  readonly errorRateMax: number;
  readonly minRequests: number;
  readonly falseStopMax: number;
  readonly riseMax: number;
  readonly riseFloor: number;
}

/** One question to Prometheus: a counter of requests that tells errors by a label, of all requests, or of errors. */
export interface Question {
  readonly selector: string;
  readonly outcome: 'label' | 'all' | 'errors';
}

/** A counter, and whether what it counts had the feature; where no label tells, that is everything. */
export type Counter = CounterSeries & { readonly featured: boolean };

/** How much of the time before a step it is compared with, in milliseconds. */
export const HISTORY_MS = 1_800_000;

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`);

/** What is asked of Prometheus, and as what its series count. */
export function subjectOf(inputs: MetricInputs): Subject<Question, Counter> {
  const { metric, queryErrors, codeLabel, podLabel, featureLabel } = inputs;
  const [errors, features] = [whole(inputs.errorCodes), whole(inputs.featureValues)];
  const asked: readonly Question[] =
    queryErrors === undefined
      ? [{ selector: metric, outcome: 'label' }]
      : [
          { selector: metric, outcome: 'all' },
          { selector: queryErrors, outcome: 'errors' },
        ];
  return {
    questions: () => asked,
    of: ({ labels, points }: RawSeries, { outcome }) => ({
      ...{ version: 'new', pod: labels[podLabel] ?? '', points },
      request: outcome !== 'errors',
      error: outcome === 'errors' || (outcome === 'label' && errors.test(labels[codeLabel] ?? '')),
      featured: featureLabel === undefined || features.test(labels[featureLabel] ?? ''),
    }),
  };
}

/** What a counter rose by after a moment, counted from zero: its own value may hold months. */
function since(counter: Counter, startedMs: number, bornAfterMs: number): CounterSeries['points'] {
  const points: (readonly [atMs: number, value: number])[] = [];
  let sum = 0;
  for (const [atMs, rise] of risesOf(counter, bornAfterMs)) {
    if (atMs <= startedMs) continue;
    sum += rise;
    points.push([atMs, sum]);
  }
  return points;
}

/** When a step was set, and until when it was watched, by the server's clock. */
export interface Times {
  readonly startedMs: number;
  readonly nowMs: number;
}

/**
 * A step as the watch's judge reads it: what the feature's requests did since it was set, beside those without the feature, or,
 * where no label tells them apart, beside the service before.
 */
export function samplesOfStep(counters: readonly Counter[], labelled: boolean, times: Times, intervalMs: number): WatchSamples {
  const { startedMs, nowMs } = times;
  const leftEdgeMs = startedMs - HISTORY_MS;
  const within = counters.map((each) => ({
    ...each,
    points: each.points.filter(([atMs]) => atMs >= leftEdgeMs && atMs <= nowMs),
  }));
  const bornAfterMs = leftEdgeMs + 2 * intervalMs;
  const fresh = within
    .filter(({ featured }) => featured)
    .map((each): CounterSeries => ({ ...each, version: 'new', points: since(each, startedMs, bornAfterMs) }))
    .filter(({ points }) => points.length > 0);
  const old = within.flatMap((each): readonly CounterSeries[] => {
    if (labelled) return each.featured ? [] : [{ ...each, version: 'old' }];
    return [{ ...each, version: 'old', points: each.points.filter(([atMs]) => atMs <= startedMs) }];
  });
  return { startedMs, leftEdgeMs, nowMs, series: [...fresh, ...old] };
}

/**
 * The policy of one step. The promise is shared among the steps, so that it holds of the whole ramp.
 *
 * @param steps how many are judged
 * @param reachedMs how long the step took to reach its users, which counts beside its hold
 */
export function policyOf(inputs: JudgeInputs, labelled: boolean, steps: number, reachedMs = 0): WatchPolicy {
  const { hold, holdMax, interval, errorRateMax, minRequests, falseStopMax, riseMax, riseFloor } = inputs;
  return {
    ...{ durationMs: hold + reachedMs, intervalMs: interval, patienceMs: holdMax - hold, lateMs: 2 * interval },
    ...{ errorRateMax, minRequests, falseRollbackMax: falseStopMax / steps },
    comparison: { historyMs: HISTORY_MS, margin: riseMax, floor: riseFloor },
    words: labelled
      ? { fresh: 'the requests with the feature', before: 'those without it' }
      : { fresh: "the service's requests", before: 'the time before the step' },
  };
}
