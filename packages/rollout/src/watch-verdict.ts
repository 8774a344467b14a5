import { absoluteEvidence, type Count, NOTHING, paired, shareOf, totalOf, worseThan } from '@slipway/detector';
import { between, type CounterSeries, errorRate, increase, tally, type Tally } from './counter.ts';
import { type Past, pastOf } from './watch-past.ts';

/** How a release is compared with the version before it. */
export interface Comparison {
  /** How much of the time before the watch is compared with. */
  readonly historyMs: number;
  /** By how many times the share of errors may rise. */
  readonly margin: number;
  /** The share of errors below which no rise matters. */
  readonly floor: number;
}

/** When a watch decides. */
export interface WatchPolicy {
  readonly durationMs: number;
  readonly intervalMs: number;
  /** The limit, a fraction. */
  readonly errorRateMax: number;
  readonly minRequests: number;
  /** The promised probability of rolling back a release whose true error rate is within the limit, and no worse than before. */
  readonly falseRollbackMax: number;
  /** Without it, the limit alone is judged. */
  readonly comparison?: Comparison;
  /** Whether a single bad pod of three or more is reason enough; it is not unless told. */
  readonly onePodCounts?: boolean;
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
export type WatchState = 'watching' | 'healthy' | 'regressed' | 'oneBadPod' | 'blind' | 'tooLittleTraffic';

/** What the evidence speaks of: the limit, or the version before. */
export type WatchReason = 'overLimit' | 'worseThanBefore';

/** A watch's verdict with its figures. */
export interface WatchVerdict {
  readonly state: WatchState;
  readonly why: string;
  readonly fresh: Tally;
  readonly old: Tally;
  /** The stronger of the two evidences, as odds against a release that is fine; `needed` decides. */
  readonly evidence: number;
  readonly needed: number;
  readonly reason?: WatchReason;
  /** By how much the errors of the past vary more than chance has it; absent where nothing was compared. */
  readonly dispersion?: number;
}

const percent = (value: number): string => `${(value * 100).toFixed(value < 0.1 ? 2 : 1)} %`;
/** Scrapes may come late by this many intervals before what they would show counts as unseen. */
const LATE_INTERVALS = 4;
const LATE_MS_MIN = 60_000;
/** Of fewer new pods, one is too large a part to be an exception. */
const FEWEST_PODS = 3;

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

/** What each look saw of the new version since the one before. */
function slicesOf(looks: readonly Tally[]): readonly Count[] {
  return looks.map((look, index) => {
    const { requests, errors } = between(look, looks[index - 1] ?? { requests: 0, errors: 0 });
    return { total: requests, bad: errors };
  });
}

const plannedLooks = ({ durationMs, intervalMs }: WatchPolicy): number => Math.ceil(durationMs / intervalMs) + 1;

/** The log of the evidence that the share of errors is over the limit. */
function overLimit(slices: readonly Count[], policy: WatchPolicy): number {
  const evidence = absoluteEvidence(policy.errorRateMax, plannedLooks(policy));
  return slices.reduce((_, fresh) => evidence.add({ fresh, reference: NOTHING }), 0);
}

/** The log of the evidence that errors are more frequent than before, by more than the past's own unrest explains. */
function worseThanBefore(slices: readonly Count[], past: Past, policy: WatchPolicy, { margin, floor }: Comparison): number {
  const planned = plannedLooks(policy);
  const evidence = worseThan({ margin, floor }, planned);
  const reference = paired(past.slices, planned);
  const log = slices.reduce((_, fresh, look) => evidence.add({ fresh, reference: reference[look] ?? NOTHING }), 0);
  return log / past.dispersion;
}

interface Judged {
  readonly log: number;
  readonly needed: number;
  readonly reason: WatchReason;
}

/** The stronger of the two evidences. The promise is shared between them where there are two, and decided on before the watch. */
function strongest(slices: readonly Count[], past: Past | undefined, policy: WatchPolicy): Judged {
  const { comparison, falseRollbackMax } = policy;
  const absolute = overLimit(slices, policy);
  if (past === undefined || comparison === undefined) {
    return { log: absolute, needed: Math.log(1 / falseRollbackMax), reason: 'overLimit' };
  }
  const needed = Math.log(2 / falseRollbackMax);
  const relative = worseThanBefore(slices, past, policy, comparison);
  return relative > absolute
    ? { log: relative, needed, reason: 'worseThanBefore' }
    : { log: absolute, needed, reason: 'overLimit' };
}

/** The samples without the new pod that failed most, where there are enough others to judge by. */
function withoutWorstPod(samples: WatchSamples): WatchSamples | undefined {
  const fresh = samples.series.filter(({ version }) => version === 'new');
  const errors = new Map(fresh.map(({ pod }) => [pod, 0]));
  const window = { bornAfterMs: samples.leftEdgeMs, untilMs: samples.nowMs };
  for (const each of fresh) if (each.error) errors.set(each.pod, (errors.get(each.pod) ?? 0) + increase(each, window));
  const [worst] = [...errors].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (errors.size < FEWEST_PODS || worst === undefined) return undefined;
  return { ...samples, series: samples.series.filter(({ version, pod }) => version === 'old' || pod !== worst) };
}

/** Whether what speaks against the release is the work of one pod: a bad node, say, which another release would meet as well. */
function isOnePod(samples: WatchSamples, past: Past | undefined, policy: WatchPolicy): boolean {
  if (policy.onePodCounts === true) return false;
  const others = withoutWorstPod(samples);
  if (others === undefined) return false;
  const looks = lookTimes(others, policy).map((untilMs) => tallyOf(others, policy, 'new', untilMs));
  const { log, needed } = strongest(slicesOf(looks), past, policy);
  return log < needed;
}

function regression(fresh: Tally, past: Past | undefined, policy: WatchPolicy, reason: WatchReason): string {
  const [errors, requests, rate] = [Math.round(fresh.errors), Math.round(fresh.requests), percent(errorRate(fresh))];
  const failed = `${errors} of ${requests} requests failed (${rate})`;
  if (reason === 'overLimit' || past === undefined) return `${failed}, over ${percent(policy.errorRateMax)} beyond chance`;
  const before = totalOf(past.slices);
  return `${failed}, and of the version before ${percent(shareOf(before))} of ${Math.round(before.total)}: worse beyond chance`;
}

/**
 * Judges a watch: a pure function of its policy and samples, so that anyone can come to the same verdict again.
 *
 * It may be asked at every look: `regressed` is said as soon as the evidence is enough, and the promise on false alarms
 * holds for all looks together: exactly for the limit and independent requests; beside the version before as far as its past
 * tells how restless errors are.
 */
export function judgeWatch(samples: WatchSamples, policy: WatchPolicy): WatchVerdict {
  const looks = lookTimes(samples, policy).map((untilMs) => tallyOf(samples, policy, 'new', untilMs));
  const fresh = looks.at(-1) ?? { requests: 0, errors: 0 };
  const past = policy.comparison && pastOf(samples, policy, policy.comparison.historyMs);
  const { log, needed, reason } = strongest(slicesOf(looks), past, policy);
  const odds = (value: number): number => Math.exp(Math.min(value, 700));
  const figures = {
    ...{ fresh, old: tallyOf(samples, policy, 'old', samples.nowMs), evidence: odds(log), needed: odds(needed) },
    ...(past && { dispersion: past.dispersion }),
  };
  const enough = log >= needed && fresh.requests >= policy.minRequests;
  const onePod = enough && isOnePod(samples, past, policy);
  const why = regression(fresh, past, policy, reason);
  if (enough && !onePod) return { state: 'regressed', why, reason, ...figures };
  if (samples.nowMs - samples.startedMs < policy.durationMs) return { state: 'watching', why: 'The watch goes on', ...figures };
  if (onePod) return { state: 'oneBadPod', why: `${why}; but almost all of it on one pod`, reason, ...figures };
  return { ...ending(samples, policy, fresh), ...figures };
}
