import { between, errorRate, tallyOf, type WatchPolicy, type WatchSamples } from '@slipway/rollout';
import { type Block, chart, type Point } from '@slipway/summary';

const BINS = 30;

/** How much of the time before the watch the chart shows: enough to see the rollout, little enough to see the watch. */
const BEFORE_MS = 60_000;

/** The error rate of one version over time, in percent at seconds since the start; a time without requests has no point. */
export function ratePoints(samples: WatchSamples, policy: WatchPolicy, version: 'new' | 'old'): readonly Point[] {
  const fromMs = Math.max(samples.leftEdgeMs, samples.startedMs - BEFORE_MS);
  const width = Math.max(policy.intervalMs, (samples.nowMs - fromMs) / BINS);
  const points: Point[] = [];
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

/** The chart of both versions with the limit and the moment of the decision. */
export function rateChart(samples: WatchSamples, policy: WatchPolicy, decided: string): Block {
  const limit = policy.errorRateMax * 100;
  return chart({
    title: 'Error rate',
    xLabel: 'seconds since the watch began',
    yLabel: 'failed requests, %',
    series: [
      { name: 'old version', points: ratePoints(samples, policy, 'old') },
      { name: 'new version', points: ratePoints(samples, policy, 'new') },
    ].filter(({ points }) => points.length > 0),
    marks: [
      { x: 0, label: 'watch begins' },
      { x: Math.round((samples.nowMs - samples.startedMs) / 1000), label: decided },
    ],
    limit: { y: limit, label: `limit ${limit} %` },
  });
}
