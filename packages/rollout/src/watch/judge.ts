import { shareOf, type Slice, smallestVisible, totalOf } from '@slipway/detector';
import { othersFailToo } from './control.ts';
import { errorRate, type Tally } from './counter.ts';
import { ending, hasPatience, isOver, percent } from './ending.ts';
import { isOnePod } from './one-pod.ts';
import { type Question, questionsOf, type WatchReason } from './question.ts';
import { Running } from './running.ts';
import { lookTimes, tallyOf, type WatchPolicy, type WatchSamples, wordsOf } from './samples.ts';

/** What a watch can say. All but `watching`, `regressed` and, where it decides, `slower` are said at its end only. */
export type WatchState =
  | 'watching'
  | 'healthy'
  | 'regressed'
  | 'slower'
  | 'oneBadPod'
  | 'environment'
  | 'blind'
  | 'tooLittleTraffic';

/** How the evidence on one question stands. */
export interface Answer {
  readonly reason: WatchReason;
  /** As odds against a release that is fine; `needed` decides. */
  readonly evidence: number;
  readonly needed: number;
  /** What the evidence is measured against: nothing but chance, the unrest of the last half hour, or the windows of a day. */
  readonly by: 'chance' | 'dispersion' | 'placebo';
  /** By how much the past varies more than chance has it; of several boundaries, the most. */
  readonly dispersion?: number;
  /** How many windows of the past the threshold is taken from. */
  readonly windows?: number;
  /** The boundaries at which slowness was judged. */
  readonly boundaries?: readonly number[];
}

/** A watch's verdict with its figures. */
export interface WatchVerdict {
  readonly state: WatchState;
  readonly why: string;
  readonly fresh: Tally;
  readonly old: Tally;
  /** The strongest evidence, as odds against a release that is fine, and what would be enough of it. */
  readonly evidence: number;
  readonly needed: number;
  readonly reason?: WatchReason;
  readonly answers: readonly Answer[];
  /** The smallest share of errors, from the first look on, that would have been called a regression; known at the end. */
  readonly visible?: number;
}

interface Asked {
  readonly question: Question;
  readonly looks: readonly (readonly Slice[])[];
  readonly log: number;
}

/** What a watch says that could not tell. */
const UNTOLD: readonly WatchState[] = ['oneBadPod', 'environment', 'blind', 'tooLittleTraffic'];

type Said = Pick<WatchVerdict, 'state' | 'why' | 'reason'>;

const odds = (log: number): number => Math.exp(Math.min(log, 700));
const over = ({ log, question }: Asked): number => log - question.needed;

function answerOf({ question, log }: Asked): Answer {
  const { reason, needed, calibration } = question;
  const boundaries = calibration?.references.flatMap(({ stream }) => (stream === 'errors' ? [] : [stream.slowerThan])) ?? [];
  return {
    ...{ reason, evidence: odds(log), needed: odds(needed), by: calibration?.by ?? 'chance' },
    ...(calibration && { dispersion: Math.max(...calibration.references.map(({ dispersion }) => dispersion)) }),
    ...(calibration?.windows !== undefined && { windows: calibration.windows }),
    ...(boundaries.length > 0 && { boundaries }),
  };
}

/** The boundary that is passed most beyond chance, in words: by which share of requests now, and by which before. */
function slowness({ question, looks }: Asked, policy: WatchPolicy): string {
  const { timeUnit = '' } = policy;
  const parts = (question.calibration?.references ?? []).map(({ stream, past }, index) => {
    const fresh = totalOf(looks.flatMap((look) => look[index]?.fresh ?? []));
    const boundary = `${stream === 'errors' ? '' : stream.slowerThan}${timeUnit}`;
    const text = `${percent(shareOf(fresh))} of ${Math.round(fresh.total)} requests took longer than ${boundary}, and of ${wordsOf(policy).before} ${percent(shareOf(past))}`;
    const usual = Math.max(shareOf(past), 1 / Math.max(1, past.total));
    return { text, beyond: (shareOf(fresh) - usual) / Math.sqrt(usual / Math.max(1, fresh.total)) };
  });
  return `${parts.sort((a, b) => b.beyond - a.beyond)[0]?.text ?? 'It is slower'}: slower beyond chance`;
}

function against(asked: Asked, fresh: Tally, policy: WatchPolicy): string {
  const [errors, requests, rate] = [Math.round(fresh.errors), Math.round(fresh.requests), percent(errorRate(fresh))];
  const failed = `${errors} of ${requests} requests failed (${rate})`;
  const { reason, calibration } = asked.question;
  switch (reason) {
    case 'overLimit':
      return `${failed}, over ${percent(policy.errorRateMax)} beyond chance`;
    case 'worseThanBefore': {
      const { past } = calibration?.references[0] ?? { past: { total: 0, bad: 0 } };
      const before = `of ${wordsOf(policy).before} ${percent(shareOf(past))} of ${Math.round(past.total)}`;
      return `${failed}, and ${before}: worse beyond chance`;
    }
    case 'slower':
      return slowness(asked, policy);
    case 'probesFail': {
      const { total, bad } = totalOf(asked.looks.flatMap((look) => look.map(({ fresh: own }) => own)));
      return `${bad} of ${total} requests of our own failed, over ${percent(policy.errorRateMax)} beyond chance`;
    }
  }
}

/** The evidence bounds what chance may do; the first few requests of a pod are not chance, they meet what is still cold. */
const FEWEST_TO_BLAME = 10;

/** Whether enough was served to say anything on a question. */
function servedEnough({ looks }: Asked, { minRequests }: WatchPolicy): boolean {
  return totalOf(looks.flatMap((look) => look[0]?.fresh ?? [])).total >= Math.min(minRequests, FEWEST_TO_BLAME);
}

/** What would have been seen of errors: by the comparison where there is one, else by the limit. */
function visibleIn(asked: readonly Asked[]): number | undefined {
  const best = asked.find(({ question }) => question.reason === 'worseThanBefore') ?? asked[0];
  if (best === undefined) return undefined;
  const slices = best.looks.flatMap((look) => look[0] ?? []);
  const { needed: threshold } = best.question;
  const single = (evidence = best.question.begin()): ReturnType<Parameters<typeof smallestVisible>[1]['evidence']> => ({
    add: (slice) => evidence.add([slice]),
    fork: () => single(evidence.fork()),
  });
  return smallestVisible(slices, { evidence: () => single(), phi: 1, threshold });
}

/**
 * Judges one watch, look by look.
 *
 * Each verdict is a function of the policy and the samples that it is given, so that anyone can come to it again; what is kept
 * from look to look only saves work.
 */
export class WatchJudge {
  readonly #policy: WatchPolicy;
  #running: readonly Running[] = [];
  #knownPast = '';

  constructor(policy: WatchPolicy) {
    this.#policy = policy;
  }

  /** The questions, which depend on what was before the watch, and are asked anew only where more of that has come. */
  #ask(samples: WatchSamples): readonly Running[] {
    const points = [...samples.series, ...(samples.buckets ?? [])].filter(({ version }) => version === 'old');
    const length = points.reduce((sum, each) => sum + each.points.length, 0);
    const { startedMs, leftEdgeMs, day, probes } = samples;
    const past = [startedMs, leftEdgeMs, length, day?.errors.length, probes === undefined].join();
    if (past !== this.#knownPast) {
      this.#running = questionsOf(samples, this.#policy).map((question) => new Running(question));
      this.#knownPast = past;
    }
    return this.#running;
  }

  /** Says what the samples so far come to. */
  judge(samples: WatchSamples): WatchVerdict {
    const policy = this.#policy;
    const looks = lookTimes(samples, policy);
    const asked = this.#ask(samples).map((running): Asked => {
      const slices = running.question.slices(samples, looks);
      return { question: running.question, looks: slices, log: running.after(slices) };
    });
    const fresh = tallyOf(samples, policy, 'new', samples.nowMs);
    const strongest = asked.toSorted((a, b) => over(b) - over(a))[0];
    const said = this.#say(samples, asked, fresh);
    return {
      ...{ fresh, old: tallyOf(samples, policy, 'old', samples.nowMs), answers: asked.map(answerOf) },
      ...{ evidence: odds(strongest?.log ?? 0), needed: odds(strongest?.question.needed ?? 0) },
      ...(['healthy', 'tooLittleTraffic'].includes(said.state) && { visible: visibleIn(asked) ?? 1 }),
      ...said,
    };
  }

  #say(samples: WatchSamples, asked: readonly Asked[], fresh: Tally): Said {
    const policy = this.#policy;
    const enough = asked.filter((each) => over(each) >= 0 && servedEnough(each, policy)).sort((a, b) => over(b) - over(a));
    const errors = enough.find(({ question }) => question.reason !== 'slower');
    const slow = enough.find(({ question }) => question.reason === 'slower');
    const found = [errors, slow].flatMap((each) => (each === undefined ? [] : [this.#blame(samples, each, fresh)]));
    const decisive = found.find(({ state }) => state === 'regressed' || (state === 'slower' && policy.slowerDecides === true));
    if (decisive !== undefined) return decisive;
    if (!isOver(samples, policy)) return { state: 'watching', why: 'The watch goes on' };
    const said = found.find(({ state }) => state === 'slower') ?? found[0] ?? ending(samples, policy, fresh);
    return UNTOLD.includes(said.state) && hasPatience(samples, policy) ? { state: 'watching', why: said.why } : said;
  }

  /** Says of what has crossed whether it is the release's, one pod's or everybody's. */
  #blame(samples: WatchSamples, asked: Asked, fresh: Tally): Said {
    const { question } = asked;
    const { reason } = question;
    const why = against(asked, fresh, this.#policy);
    if (isOnePod(samples, this.#policy, question)) {
      return { state: 'oneBadPod', why: `${why}; but almost all of it on one pod`, reason };
    }
    if (reason === 'slower') return { state: 'slower', why, reason };
    const shared = reason !== 'probesFail' && othersFailToo(samples, this.#policy, lookTimes(samples, this.#policy));
    if (shared) return { state: 'environment', why: `${why}; but others fail more than before at the same time`, reason };
    return { state: 'regressed', why, reason };
  }
}

/** Judges a watch at one moment. */
export function judgeWatch(samples: WatchSamples, policy: WatchPolicy): WatchVerdict {
  return new WatchJudge(policy).judge(samples);
}
