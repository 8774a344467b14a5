import {
  averaged,
  type Count,
  dispersion,
  type Evidence,
  highest,
  NOTHING,
  paired,
  placeboThreshold,
  placeboWindows,
  type Slice,
  totalOf,
  worseThan,
} from '@slipway/detector';
import { type Comparison, type Pair, plannedLooks, type WatchPolicy, type WatchSamples } from './samples.ts';
import { pastSlices, type Stream } from './stream.ts';

/** A shorter past says nothing of how restless it is by itself. */
const FEWEST_SLICES = 20;
const FEWEST_REQUESTS = 200;

/** One stream's past, ready to be compared with. */
export interface Reference {
  readonly stream: Stream;
  readonly past: Count;
  /** One slice for each look that is planned. */
  readonly looks: readonly Count[];
  /** By how much it varies more than chance alone would have it, 1 or more. */
  readonly dispersion: number;
}

/** How the evidence against a release is measured against the service's own past. */
export interface Calibration {
  readonly by: 'dispersion' | 'placebo';
  /** How many past windows the threshold is taken from. */
  readonly windows?: number;
  readonly references: readonly Reference[];
  /** The log of the evidence that is enough. */
  readonly needed: number;
}

/** How much of the past the looks of a watch's own time get, where it may go on beyond it. */
const OWN_PART = 3 / 4;

/**
 * One part of the past for each look. Most watches end with their own time, so the looks of a watch's patience, which may be many,
 * get the lesser and older part of it.
 */
function sharedOut(slices: readonly Count[], policy: WatchPolicy): readonly Count[] {
  const { patienceMs = 0, ...own } = policy;
  if (patienceMs === 0) return paired(slices, plannedLooks(policy));
  const cut = Math.floor(slices.length * (1 - OWN_PART));
  const looks = plannedLooks(own);
  return [...paired(slices.slice(cut), looks), ...paired(slices.slice(0, cut), plannedLooks(policy) - looks)];
}

/**
 * The past that a stream is compared with; undefined where there is too little of it.
 *
 * It ends where the watch begins, and so holds the rollout as well: old pods that are being stopped fail no more requests
 * than others, or that should be known before the next release.
 */
export function referenceOf(
  samples: WatchSamples,
  policy: WatchPolicy,
  stream: Stream,
  historyMs: number,
): Reference | undefined {
  const slices = pastSlices(samples, policy, { stream, versions: ['old'], historyMs });
  const past = totalOf(slices);
  if (slices.length < FEWEST_SLICES || past.total < FEWEST_REQUESTS) return undefined;
  return { stream, past, looks: sharedOut(slices, policy), dispersion: dispersion(slices) };
}

/** The evidence that a release is worse than its references. */
export function evidenceBeside(
  references: readonly Pick<Reference, 'dispersion'>[],
  comparison: Comparison,
  planned: number,
): Evidence<readonly Slice[]> {
  return averaged(references.map((each) => ({ evidence: worseThan(comparison, planned), dispersion: each.dispersion })));
}

const NO_SLICE: Slice = { fresh: NOTHING, reference: NOTHING };
const counted = (pairs: readonly Pair[]): readonly Count[] => pairs.map(([total, bad]) => ({ total, bad }));

/** What was counted of a stream in the day before. */
function dayOf({ day }: WatchSamples, stream: Stream): readonly Pair[] {
  if (stream === 'errors') return day?.errors ?? [];
  return day?.slow.find(({ le }) => le === stream.slowerThan)?.counts ?? [];
}

/** Past windows as watches without a release: of each, look by look, a slice for each stream. */
export function windowsOf(
  samples: WatchSamples,
  policy: WatchPolicy,
  streams: readonly Stream[],
  historyMs: number,
): readonly (readonly (readonly Slice[])[])[] {
  const { intervalMs, durationMs, minRequests } = policy;
  const shape = { watch: Math.ceil(durationMs / intervalMs), history: Math.round(historyMs / intervalMs) };
  const each = streams.map((stream) => placeboWindows(counted(dayOf(samples, stream)), shape));
  return (each[0] ?? [])
    .map((window, index) => window.map((_, look) => each.map((windows) => windows[index]?.[look] ?? NO_SLICE)))
    .filter((window) => totalOf(window.map(([first = NO_SLICE]) => first.fresh)).total >= minRequests);
}

/** Calibrates by the windows of the day before where they are enough, else by the unrest of the last half hour. */
export function calibrate(
  samples: WatchSamples,
  policy: WatchPolicy,
  comparison: Comparison,
  { references, alpha }: { readonly references: readonly Reference[]; readonly alpha: number },
): Calibration {
  const promised = Math.log(1 / alpha);
  const plain = references.map((reference) => ({ ...reference, dispersion: 1 }));
  const windows = windowsOf(
    samples,
    policy,
    references.map(({ stream }) => stream),
    comparison.historyMs,
  );
  const maxima = windows.map((window) => highest(window, evidenceBeside(plain, comparison, plannedLooks(policy))));
  const threshold = placeboThreshold(maxima, alpha);
  if (threshold === undefined) return { by: 'dispersion', references, needed: promised };
  return { by: 'placebo', windows: windows.length, references: plain, needed: Math.max(promised, threshold) };
}
