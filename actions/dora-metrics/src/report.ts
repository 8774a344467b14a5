import { type DeliveredRelease, type FourKeys, fourKeys, type Period } from '@slipway/dora';
import type { Outcome } from '@slipway/runner';
import { type Block, chart, paragraph, table } from '@slipway/summary';
import type { action } from './action.ts';
import type { Inputs } from './gather.ts';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

const spanOf = (ms: number | undefined): string => {
  if (ms === undefined) return 'not known';
  if (ms < 3_600_000) return `${(ms / 60_000).toFixed(1)} min`;
  return ms < 2 * DAY_MS ? `${(ms / 3_600_000).toFixed(1)} h` : `${(ms / DAY_MS).toFixed(1)} d`;
};

const percentOf = (share: number | undefined): string => (share === undefined ? 'not known' : `${(share * 100).toFixed(1)} %`);

/** Releases and failures of each week of the period. */
function weeks(releases: readonly DeliveredRelease[], { from, to }: Period) {
  const count = Math.ceil((to - from) / WEEK_MS);
  return Array.from({ length: count }, (_, week) => {
    const [begin, end] = [from + week * WEEK_MS, Math.min(to, from + (week + 1) * WEEK_MS)];
    const keys = fourKeys(releases, { from: begin, to: end }, () => undefined);
    return { week: week + 1, good: keys.releases - keys.failures, failed: keys.failures };
  });
}

function plotOf(releases: readonly DeliveredRelease[], period: Period): readonly Block[] {
  const counted = weeks(releases, period);
  // One week is a point, and no line.
  if (counted.length < 2) return [];
  return [
    chart({
      title: 'Releases a week',
      xLabel: 'week',
      yLabel: 'releases',
      series: [
        { name: 'as it should be', points: counted.map(({ week, good }) => ({ x: week, y: good })) },
        { name: 'failed', points: counted.map(({ week, failed }) => ({ x: week, y: failed })) },
      ],
    }),
  ];
}

/** Tells the four keys. */
export function report(
  { service, environment, days, source }: Inputs,
  releases: readonly DeliveredRelease[],
  period: Period,
  keys: FourKeys,
): Outcome<typeof action> {
  const { frequency, leadTimeMs, failureRate, recoveryMs, untraced } = keys;
  const headline = `${service} reached ${environment} ${keys.releases - keys.failures} times in ${days} days, and failed ${keys.failures} times.`;
  const seconds = (ms: number | undefined): string | undefined => (ms === undefined ? undefined : String(ms / 1000));
  const rows = [
    ['deployment frequency', `${frequency.toFixed(2)} a day`],
    ['lead time for changes', spanOf(leadTimeMs)],
    ['change failure rate', percentOf(failureRate)],
    ['failed deployment recovery time', spanOf(recoveryMs)],
  ];
  const note = `${untraced} of the releases brought commits that this checkout does not have, and count for all but lead time.`;
  return {
    verdict: 'pass',
    headline,
    outputs: {
      releases: String(keys.releases),
      frequency: String(frequency),
      leadTime: seconds(leadTimeMs),
      failureRate: failureRate === undefined ? undefined : String(failureRate),
      recoveryTime: seconds(recoveryMs),
    },
    summary: [
      table(['key', `last ${days} days`], rows),
      ...plotOf(releases, period),
      ...(untraced === 0 ? [] : [paragraph([note])]),
    ],
    data: { service, environment, source, from: period.from, to: period.to, ...keys },
  };
}
