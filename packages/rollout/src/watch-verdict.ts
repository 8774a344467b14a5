import { absoluteEvidence, NOTHING } from '@slipway/detector';
import { between, type CounterSeries, errorRate, tally, type Tally } from './counter.ts';

/** When a watch decides. */
export interface WatchPolicy {
  readonly durationMs: number;
  readonly intervalMs: number;
  /** The limit, a fraction. */
  readonly errorRateMax: number;
  readonly minRequests: number;
  /** The promised probability of rolling back a release whose true error rate is within the limit. */
  readonly falseRollbackMax: number;
}

/** Everything a verdict is made of; with the policy, enough to come to it again. */
export interface WatchSamples {
  readonly startedMs: number;
  /** From here on samples were asked for; what first appears later was born later. */
  readonly leftEdgeMs: number;
  /** The end of what was watched so far. */
  readonly nowMs: number;
  readonly series: readonly CounterSeries[];
}

/** What a watch can say. All but `watching` and `regressed` are said at its end only. */
export type WatchState = 'watching' | 'healthy' | 'regressed' | 'blind' | 'tooLittleTraffic';

/** A watch's verdict with its figures. */
export interface WatchVerdict {
  readonly state: WatchState;
  readonly why: string;
  readonly fresh: Tally;
  readonly old: Tally;
  /** Evidence that the rate is over the limit, as odds against the limit; 1/alpha decides. */
  readonly evidence: number;
}

const percent = (value: number): string => `${(value * 100).toFixed(value < 0.1 ? 2 : 1)} %`;
/** Scrapes may come late by this many intervals before what they would show counts as unseen. */
const LATE_INTERVALS = 4;
const LATE_MS_MIN = 60_000;

/** The moments at which the watch looks, up to now. */
export function lookTimes({ startedMs, nowMs }: WatchSamples, { intervalMs, durationMs }: WatchPolicy): readonly number[] {
  const count = Math.min(Math.floor((nowMs - startedMs) / intervalMs), Math.ceil(durationMs / intervalMs));
  return [...Array.from({ length: Math.max(0, count) }, (_, index) => startedMs + (index + 1) * intervalMs), nowMs];
}

/** The tally of one version up to a moment. */
export function tallyOf(samples: WatchSamples, policy: WatchPolicy, version: 'new' | 'old', untilMs: number): Tally {
  const bornAfterMs = samples.leftEdgeMs + 2 * policy.intervalMs;
  const own = samples.series.filter((series) => series.version === version);
  return tally(own, { bornAfterMs, untilMs });
}

function lastSeenMs({ series }: WatchSamples): number | undefined {
  const times = series.filter(({ version }) => version === 'new').flatMap(({ points }) => points.at(-1)?.[0] ?? []);
  return times.length === 0 ? undefined : Math.max(...times);
}

function ending(samples: WatchSamples, policy: WatchPolicy, fresh: Tally): Pick<WatchVerdict, 'state' | 'why'> {
  const seenMs = lastSeenMs(samples);
  const [rate, limit] = [percent(errorRate(fresh)), percent(policy.errorRateMax)];
  if (seenMs === undefined) return { state: 'blind', why: 'Prometheus has no samples of the new pods' };
  const unseenMs = samples.nowMs - seenMs;
  if (unseenMs > Math.max(LATE_INTERVALS * policy.intervalMs, LATE_MS_MIN)) {
    return { state: 'blind', why: `Nothing was seen of the new pods in the last ${Math.round(unseenMs / 1000)} s of the watch` };
  }
  const [errors, requests] = [Math.round(fresh.errors), Math.round(fresh.requests)];
  if (requests < policy.minRequests) {
    return {
      state: 'tooLittleTraffic',
      why: `Only ${requests} requests were seen, and ${policy.minRequests} are needed to judge`,
    };
  }
  if (errorRate(fresh) > policy.errorRateMax) {
    const why = `${rate} of ${requests} requests failed, which is over ${limit}, but so few that it may be chance`;
    return { state: 'tooLittleTraffic', why };
  }
  return { state: 'healthy', why: `${errors} of ${requests} requests failed (${rate}), within ${limit}` };
}

/** The log of the evidence after the last of some looks that the share of errors is over the limit. */
function evidenceOf(looks: readonly Tally[], { errorRateMax, durationMs, intervalMs }: WatchPolicy): number {
  const evidence = absoluteEvidence(errorRateMax, Math.ceil(durationMs / intervalMs) + 1);
  let [log, before]: [number, Tally] = [0, { requests: 0, errors: 0 }];
  for (const look of looks) {
    const { requests, errors } = between(look, before);
    log = evidence.add({ fresh: { total: requests, bad: errors }, reference: NOTHING });
    before = look;
  }
  return log;
}

/**
 * Judges a watch: a pure function of its policy and samples, so that anyone can come to the same verdict again.
 *
 * It may be asked at every look: `regressed` is said as soon as the evidence is enough, and the promise on false alarms
 * holds for all looks together.
 */
export function judgeWatch(samples: WatchSamples, policy: WatchPolicy): WatchVerdict {
  const looks = lookTimes(samples, policy).map((untilMs) => tallyOf(samples, policy, 'new', untilMs));
  const fresh = looks.at(-1) ?? { requests: 0, errors: 0 };
  const old = tallyOf(samples, policy, 'old', samples.nowMs);
  const log = evidenceOf(looks, policy);
  const figures = { fresh, old, evidence: Math.exp(Math.min(log, 700)) };
  if (log >= Math.log(1 / policy.falseRollbackMax) && fresh.requests >= policy.minRequests) {
    const rate = percent(errorRate(fresh));
    const [errors, requests] = [Math.round(fresh.errors), Math.round(fresh.requests)];
    const why = `${errors} of ${requests} requests failed (${rate}), over ${percent(policy.errorRateMax)} beyond chance`;
    return { state: 'regressed', why, ...figures };
  }
  if (samples.nowMs - samples.startedMs < policy.durationMs) return { state: 'watching', why: 'The watch goes on', ...figures };
  return { ...ending(samples, policy, fresh), ...figures };
}
