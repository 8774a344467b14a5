import { errorRate, type Tally } from './counter.ts';
import { lastSeenMs, type WatchPolicy, type WatchSamples, wordsOf } from './samples.ts';

/** What is left to say when nothing speaks against a release. */
export interface Ending {
  readonly state: 'healthy' | 'blind' | 'tooLittleTraffic';
  readonly why: string;
}

/** Scrapes may come late by this many intervals before what they would show counts as unseen. */
const LATE_INTERVALS = 4;
const LATE_MS_MIN = 60_000;
/** The newest sample may be this many intervals old when a watch ends on time. */
const FRESH_INTERVALS = 2;

/** A share as people write it. */
export const percent = (value: number): string => `${(value * 100).toFixed(value < 0.1 ? 2 : 1)} %`;

/** Whether the watch is over: its time is, and its samples have come, or are not waited for any longer. */
export function isOver(samples: WatchSamples, { durationMs, intervalMs, lateMs = 0 }: WatchPolicy): boolean {
  const endMs = samples.startedMs + durationMs;
  if (samples.nowMs < endMs) return false;
  const seenMs = lastSeenMs(samples);
  return seenMs === undefined || seenMs >= endMs - FRESH_INTERVALS * intervalMs || samples.nowMs >= endMs + lateMs;
}

/** Whether a watch that could not tell in its time may still go on. */
export function hasPatience({ startedMs, nowMs }: WatchSamples, { durationMs, patienceMs = 0 }: WatchPolicy): boolean {
  return nowMs < startedMs + durationMs + patienceMs;
}

function whyBlind(samples: WatchSamples, policy: WatchPolicy): string | undefined {
  const { intervalMs, lateMs = 0 } = policy;
  const { fresh } = wordsOf(policy);
  const seenMs = lastSeenMs(samples);
  if (seenMs === undefined) return `Prometheus has no samples of ${fresh}`;
  const unseenMs = samples.nowMs - seenMs;
  if (unseenMs <= Math.max(LATE_INTERVALS * intervalMs, LATE_MS_MIN, lateMs)) return undefined;
  return `Nothing was seen of ${fresh} in the last ${Math.round(unseenMs / 1000)} s of the watch`;
}

/** What a watch says at its end. */
export function ending(samples: WatchSamples, policy: WatchPolicy, fresh: Tally): Ending {
  const probes = samples.probes ?? [];
  const answered = `${probes.length} requests of our own were answered, ${probes.filter(([, failed]) => failed === 1).length} with errors`;
  const probed = probes.length >= policy.minRequests;
  const blind = whyBlind(samples, policy);
  if (blind !== undefined) return { state: 'blind', why: blind };
  const [errors, requests] = [Math.round(fresh.errors), Math.round(fresh.requests)];
  const [rate, limit] = [percent(errorRate(fresh)), percent(policy.errorRateMax)];
  if (requests < policy.minRequests && !probed) {
    const why = `Only ${requests} requests were seen, and ${policy.minRequests} are needed to judge`;
    return { state: 'tooLittleTraffic', why };
  }
  if (errorRate(fresh) > policy.errorRateMax) {
    const why = `${rate} of ${requests} requests failed, which is over ${limit}, but so few that it may be chance`;
    return { state: 'tooLittleTraffic', why };
  }
  const why = `${errors} of ${requests} requests failed (${rate}), within ${limit}`;
  return { state: 'healthy', why: samples.probes === undefined ? why : `${why}; ${answered}` };
}
