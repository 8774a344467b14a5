import { absoluteEvidence, type Count, dispersion, type Evidence, type Slice, smallestVisible, totalOf } from '@slipway/detector';
import { relativeEvidence, shareOf, worseThan } from '@slipway/detector';
import type { Figures, SliceFigures } from './figures.ts';
import type { Past } from './history.ts';
import { countOf, merged, type Percent, percentileOf, PERCENTS, slowerThan } from './latency.ts';

/** By what a run is judged. */
export interface LoadPolicy {
  /** Share of requests that may fail. */
  readonly errorRateMax: number;
  /** Limits in milliseconds. */
  readonly latencyMax: Readonly<Partial<Record<Percent, number>>>;
  /** By what share the latencies may rise over those of earlier releases; 0.2 is a fifth. */
  readonly slowerMax: number;
  /** A rise by less than these milliseconds never matters. */
  readonly slowerFloorMs: number;
  /** Promised probability of calling a release bad that is within all of this. */
  readonly falseAlarmMax: number;
  /** With fewer requests nothing is called good. */
  readonly minRequests: number;
}

/** What a run comes to; only a pass is green. */
export type LoadVerdict = 'pass' | 'regressed' | 'slower' | 'too-little-traffic' | 'could-not-tell';

/** One thing that was asked about a run. */
export interface Question {
  readonly about: 'errors' | 'latency';
  /** What is asked, as a statement that would be bad news. */
  readonly claim: string;
  /** The log of the highest evidence for it. */
  readonly evidence: number;
  /** Whether the figures themselves are beyond what is allowed, be that chance or not; only limits say so. */
  readonly beyond: boolean;
}

/** What a run came to. */
export interface Judgement {
  readonly verdict: LoadVerdict;
  /** A clause. */
  readonly why: string;
  readonly questions: readonly Question[];
  /** The log of the evidence at which a claim is believed. */
  readonly needed: number;
  /** The smallest share of failing requests that this run would have called bad with 95 %; 1 when not even an outage. */
  readonly smallestVisible: number;
}

/** The share of errors may be this many times that of before, and a share under the floor never matters, as in a watch. */
const ERRORS = { margin: 1.25, floor: 0.002 };

type BadOf = (slice: SliceFigures) => number;

const countsOf = ({ slices }: Figures, bad: BadOf): readonly Count[] =>
  slices.map((slice) => ({ total: countOf(slice.latencies), bad: bad(slice) }));

/** A series of slices with the question that is put to it. */
interface Asked {
  readonly slices: readonly Slice[];
  readonly evidence: () => Evidence;
  /** By what the log of the evidence is divided, since what was counted varies more than chance alone has it. */
  readonly phi: number;
}

/** How much whole runs differ, by Pearson's chi-square and its degrees of freedom; 1 of fewer than three. */
function betweenRuns(runs: readonly Count[]): number {
  const share = shareOf(totalOf(runs));
  if (runs.length < 3 || share <= 0 || share >= 1) return 1;
  const terms = runs.map(({ total, bad }) => (bad - total * share) ** 2 / Math.max(1e-9, total * share * (1 - share)));
  return terms.reduce((sum, term) => sum + term, 0) / (runs.length - 1);
}

function asked(
  run: Figures,
  past: Past,
  bad: { readonly fresh: BadOf; readonly before: BadOf },
  evidence: () => Evidence,
): Asked {
  const history = past.map((each) => countsOf(each, bad.before));
  // Each slice is compared with the same slice of the earlier runs: what every run begins with cancels.
  const slices = countsOf(run, bad.fresh).map((fresh, index) => {
    return { fresh, reference: totalOf(history.flatMap((counts) => counts[index] ?? [])) };
  });
  const phi = Math.max(dispersion(history.flat()), betweenRuns(history.map(totalOf)));
  return { slices, evidence, phi };
}

/** The log of the mean of what the questions of one claim came to, at its highest. */
function highestMean(all: readonly Asked[]): number {
  const series = all.map(({ slices, evidence, phi }) => {
    const question = evidence();
    return slices.map((slice) => question.add(slice) / phi);
  });
  const looks = series[0]?.length ?? 0;
  return Array.from({ length: looks }, (_, look) => {
    const logs = series.map((values) => values[look] ?? 0);
    const top = Math.max(...logs);
    return top + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - top), 0) / logs.length);
  }).reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
}

const percentText = (share: number): string => `${Number((share * 100).toPrecision(3))} %`;
const errors: BadOf = ({ bad }) => bad;
const allOf = (runs: Past) => merged(runs.flatMap(({ slices }) => slices.map(({ latencies }) => latencies)));

function errorQuestions(run: Figures, past: Past, { errorRateMax }: LoadPolicy) {
  const bad = { fresh: errors, before: errors };
  const looks = run.slices.length;
  const limit = asked(run, past, bad, () => absoluteEvidence(errorRateMax, looks));
  const before = asked(run, past, bad, () => worseThan(ERRORS, looks));
  const share = shareOf(totalOf(countsOf(run, errors)));
  const told = `${percentText(share)} of the requests failed`;
  const then = percentText(shareOf(totalOf(past.flatMap((each) => countsOf(each, errors)))));
  const question = (each: Asked, claim: string, beyond: boolean): { asked: Asked; question: Question } => {
    return { asked: each, question: { about: 'errors', claim, evidence: highestMean([each]), beyond } };
  };
  return [
    question(limit, `${told}, over the limit of ${percentText(errorRateMax)}`, share > errorRateMax),
    ...(past.length === 0 ? [] : [question(before, `${told}, and ${then} of them before`, false)]),
  ];
}

function limitQuestions(run: Figures, past: Past, { latencyMax }: LoadPolicy): readonly Question[] {
  return PERCENTS.flatMap((percent) => {
    const limit = latencyMax[percent];
    if (limit === undefined) return [];
    const slow: BadOf = ({ latencies }) => slowerThan(latencies, limit);
    const share = 1 - percent / 100;
    const question = asked(run, past, { fresh: slow, before: slow }, () => absoluteEvidence(share, run.slices.length));
    const found = percentileOf(allOf([run]), percent);
    const claim = `p${percent} is ${found} ms, over the limit of ${limit} ms`;
    return [{ about: 'latency' as const, claim, evidence: highestMean([question]), beyond: found > limit }];
  });
}

/**
 * Whether latencies rose by more than is allowed, at three places of their distribution.
 *
 * A release whose every latency rose by no more than that has no larger share of answers over the raised bound than those
 * before it had over the bound itself: so the two shares are compared as they are, without a margin.
 */
function riseQuestion(run: Figures, past: Past, { slowerMax, slowerFloorMs }: LoadPolicy): readonly Question[] {
  if (past.length === 0) return [];
  const [now, then] = [allOf([run]), allOf(past)];
  const all = PERCENTS.map((percent) => {
    const bound = percentileOf(then, percent);
    const raised = Math.max(bound * (1 + slowerMax), bound + slowerFloorMs);
    const bad = {
      fresh: ({ latencies }: SliceFigures) => slowerThan(latencies, raised),
      before: ({ latencies }: SliceFigures) => slowerThan(latencies, bound),
    };
    return asked(run, past, bad, () => relativeEvidence(1, run.slices.length));
  });
  const told = PERCENTS.map((percent) => `p${percent} ${percentileOf(then, percent)} → ${percentileOf(now, percent)} ms`);
  const claim = `latencies rose by more than ${percentText(slowerMax)}: ${told.join(', ')}`;
  return [{ about: 'latency', claim, evidence: highestMean(all), beyond: false }];
}

function verdictOf(questions: readonly Question[], needed: number, total: number, { minRequests }: LoadPolicy) {
  const believed = questions.filter(({ evidence }) => evidence >= needed);
  const worst = believed.find(({ about }) => about === 'errors') ?? believed[0];
  if (worst !== undefined)
    return { verdict: worst.about === 'errors' ? ('regressed' as const) : ('slower' as const), why: worst.claim };
  if (total < minRequests) {
    const why = `${total} requests are fewer than the ${minRequests} that are needed`;
    return { verdict: 'too-little-traffic' as const, why };
  }
  const unsure = questions.find(({ beyond }) => beyond);
  if (unsure !== undefined) return { verdict: 'could-not-tell' as const, why: `${unsure.claim}, but that may be chance` };
  return { verdict: 'pass' as const, why: 'nothing is over its limit or worse than before' };
}

/**
 * Judges a run by its limits and beside earlier runs of the same load.
 *
 * All questions together call a release bad that is within what is allowed with a probability of at most `falseAlarmMax`,
 * as far as requests are independent; how much they are not is taken from the earlier runs, and then that is measured, not
 * proved. Whether a claim is believed depends on the evidence for it; figures over a limit that may be chance are never a pass.
 */
export function judgeLoad(run: Figures, past: Past, policy: LoadPolicy): Judgement {
  const ofErrors = errorQuestions(run, past, policy);
  const questions = [
    ...ofErrors.map(({ question }) => question),
    ...limitQuestions(run, past, policy),
    ...riseQuestion(run, past, policy),
  ];
  const needed = Math.log(questions.length / policy.falseAlarmMax);
  const visible = ofErrors.map(({ asked: { slices, evidence, phi } }) =>
    smallestVisible(slices, { evidence, phi, threshold: needed }),
  );
  const total = totalOf(countsOf(run, errors)).total;
  return { ...verdictOf(questions, needed, total, policy), questions, needed, smallestVisible: Math.min(...visible) };
}
