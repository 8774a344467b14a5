import { type Answer, ratePoints, rateWindow, risesOf, type WatchPolicy, type WatchSamples } from '@slipway/rollout';
import { type Block, chart, type Mark, type Point } from '@slipway/summary';

function marksOf({ nowMs, startedMs }: WatchSamples, decided: string): readonly Mark[] {
  return [
    { x: 0, label: 'watch begins' },
    { x: Math.round((nowMs - startedMs) / 1000), label: decided },
  ];
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
    marks: marksOf(samples, decided),
    limit: { y: limit, label: `limit ${limit} %` },
  });
}

/** The share of one version's answers that took longer than a boundary over time, as above. */
function slowPoints(samples: WatchSamples, policy: WatchPolicy, version: 'new' | 'old', boundary: number): readonly Point[] {
  const { fromMs, width } = rateWindow(samples, policy);
  const bins = Array.from({ length: Math.ceil((samples.nowMs - fromMs) / width) }, () => ({ total: 0, slow: 0 }));
  const born = samples.leftEdgeMs + 2 * policy.intervalMs;
  for (const bucket of (samples.buckets ?? []).filter((each) => each.version === version)) {
    for (const [atMs, rise] of risesOf(bucket, born)) {
      const bin = bins[Math.ceil((atMs - fromMs) / width) - 1];
      if (bin === undefined || atMs > samples.nowMs) continue;
      if (bucket.le === null) [bin.total, bin.slow] = [bin.total + rise, bin.slow + rise];
      if (bucket.le === boundary) bin.slow -= rise;
    }
  }
  return bins.flatMap(({ total, slow }, index) =>
    total <= 0 ? [] : [{ x: Math.round((fromMs + (index + 1) * width - samples.startedMs) / 1000), y: (slow / total) * 100 }],
  );
}

/** The chart of slow answers, at the middle one of the boundaries; none where none were judged. */
export function slowChart(
  samples: WatchSamples,
  policy: WatchPolicy,
  answers: readonly Answer[],
  decided: string,
): readonly Block[] {
  const boundaries = answers.flatMap((answer) => answer.boundaries ?? []);
  const boundary = boundaries[Math.min(1, boundaries.length - 1)];
  if (boundary === undefined) return [];
  const block = chart({
    title: `Answers slower than ${boundary}${policy.timeUnit ?? ''}`,
    xLabel: 'seconds since the watch began',
    yLabel: `answers slower than ${boundary}${policy.timeUnit ?? ''}, %`,
    series: (['old', 'new'] as const)
      .map((version) => ({ name: `${version} version`, points: slowPoints(samples, policy, version, boundary) }))
      .filter(({ points }) => points.length > 0),
    marks: marksOf(samples, decided),
  });
  return [block];
}
