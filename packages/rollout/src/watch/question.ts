import { absoluteEvidence, averaged, type Count, type Evidence, NOTHING, type Slice } from '@slipway/detector';
import { boundariesOf } from './boundaries.ts';
import { type Calibration, calibrate, evidenceBeside, referenceOf } from './calibration.ts';
import { type Comparison, plannedLooks, type WatchPolicy, type WatchSamples } from './samples.ts';
import { freshSlices, type Stream } from './stream.ts';

/** What the evidence speaks of: the limit, the version before, its response times, or our own probes. */
export type WatchReason = 'overLimit' | 'worseThanBefore' | 'slower' | 'probesFail';

/** Something that is asked at every look. */
export interface Question {
  readonly reason: WatchReason;
  /** The log of the evidence that is enough. */
  readonly needed: number;
  readonly calibration?: Calibration;
  /** Begins to ask. */
  begin(): Evidence<readonly Slice[]>;
  /** What is asked about, look by look: a slice for each stream. */
  slices(samples: WatchSamples, looks: readonly number[]): readonly (readonly Slice[])[];
}

/**
 * The parts of the promise that the questions get. The limit is judged exactly and needs less; the others are as large as a
 * day of five-minute windows can vouch for.
 */
const SHARES: Readonly<Record<WatchReason, number>> = { overLimit: 2, probesFail: 2, worseThanBefore: 3, slower: 3 };

const alone = (fresh: Count): readonly Slice[] => [{ fresh, reference: NOTHING }];

function overLimit(policy: WatchPolicy, needed: number): Question {
  return {
    reason: 'overLimit',
    needed,
    begin: () => averaged([{ evidence: absoluteEvidence(policy.errorRateMax, plannedLooks(policy)), dispersion: 1 }]),
    slices: (samples, looks) => freshSlices(samples, policy, 'errors', looks).map(alone),
  };
}

/** The probes' own outcomes, which are never mixed into those of users. */
function probesFail(policy: WatchPolicy, needed: number): Question {
  return {
    ...overLimit(policy, needed),
    reason: 'probesFail',
    slices: ({ probes = [] }, looks) =>
      looks.map((untilMs, look) => {
        const since = look === 0 ? Number.NEGATIVE_INFINITY : (looks[look - 1] as number);
        const own = probes.filter(([atMs]) => atMs > since && atMs <= untilMs);
        return alone({ total: own.length, bad: own.filter(([, failed]) => failed === 1).length });
      }),
  };
}

function beside(reason: WatchReason, calibration: Calibration, policy: WatchPolicy, comparison: Comparison): Question {
  const { references, needed } = calibration;
  return {
    ...{ reason, needed, calibration },
    begin: () => evidenceBeside(references, comparison, plannedLooks(policy)),
    slices: (samples, looks) => {
      const streams = references.map(({ stream }) => freshSlices(samples, policy, stream, looks));
      return looks.map((_, look) =>
        references.map((reference, index) => ({
          fresh: streams[index]?.[look] ?? NOTHING,
          reference: reference.looks[look] ?? NOTHING,
        })),
      );
    },
  };
}

/** What is asked of a watch. Which questions these are, and how the promise is shared among them, depends on its past alone. */
export function questionsOf(samples: WatchSamples, policy: WatchPolicy): readonly Question[] {
  const { comparison, falseRollbackMax, slowerDecides } = policy;
  const referencesOf = (streams: readonly Stream[]) =>
    comparison === undefined ? [] : streams.flatMap((stream) => referenceOf(samples, policy, stream, comparison.historyMs) ?? []);
  const errors = referencesOf(['errors']);
  const boundaries = slowerDecides === undefined ? [] : boundariesOf(samples, policy);
  const slow = referencesOf(boundaries.map((slowerThan) => ({ slowerThan })));
  const reasons: readonly WatchReason[] = [
    'overLimit',
    ...(samples.probes === undefined ? [] : (['probesFail'] as const)),
    ...(errors.length === 0 ? [] : (['worseThanBefore'] as const)),
    ...(slow.length === 0 ? [] : (['slower'] as const)),
  ];
  const whole = reasons.reduce((sum, reason) => sum + SHARES[reason], 0);
  return reasons.flatMap((reason): readonly Question[] => {
    const alpha = (falseRollbackMax * SHARES[reason]) / whole;
    if (reason === 'overLimit') return [overLimit(policy, Math.log(1 / alpha))];
    if (reason === 'probesFail') return [probesFail(policy, Math.log(1 / alpha))];
    if (comparison === undefined) return [];
    const references = reason === 'slower' ? slow : errors;
    return [beside(reason, calibrate(samples, policy, comparison, { references, alpha }), policy, comparison)];
  });
}
