import { between, errorRate } from './counter.ts';
import { tallyOf, type WatchPolicy, type WatchSamples } from './samples.ts';

/** An error rate in percent, at seconds since the watch began. */
export interface RatePoint {
  readonly x: number;
  readonly y: number;
}

const BINS = 30;

/** How much of the time before the watch the chart shows: enough to see the rollout, little enough to see the watch. */
const BEFORE_MS = 60_000;

/** From when a chart shows a watch, and how much time one of its points stands for, in milliseconds. */
export function rateWindow(
  { leftEdgeMs, startedMs, nowMs }: WatchSamples,
  { intervalMs }: WatchPolicy,
): { readonly fromMs: number; readonly width: number } {
  const fromMs = Math.max(leftEdgeMs, startedMs - BEFORE_MS);
  return { fromMs, width: Math.max(intervalMs, (nowMs - fromMs) / BINS) };
}

/** The error rate of one version over time, in percent at seconds since the start; a time without requests has no point. */
export function ratePoints(samples: WatchSamples, policy: WatchPolicy, version: 'new' | 'old'): readonly RatePoint[] {
  const { fromMs, width } = rateWindow(samples, policy);
  const points: RatePoint[] = [];
  let before = tallyOf(samples, policy, version, fromMs);
  for (let atMs = fromMs + width; ; atMs += width) {
    const untilMs = Math.min(atMs, samples.nowMs);
    const now = tallyOf(samples, policy, version, untilMs);
    const slice = between(now, before);
    if (slice.requests > 0) points.push({ x: Math.round((untilMs - samples.startedMs) / 1000), y: errorRate(slice) * 100 });
    before = now;
    if (untilMs >= samples.nowMs) return points;
  }
}
