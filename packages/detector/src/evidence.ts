import type { Slice } from './count.ts';
import { LateStart } from './late-start.ts';
import { logSum } from './log-space.ts';

/** A question that is asked of each slice of a watch, in order; the answer is the log of the evidence so far. */
export interface Evidence<S = Slice> {
  add(slice: S): number;
  /** The evidence so far, to be gone on with apart from this one. */
  fork(): Evidence<S>;
}

const RATIOS = 24;
const LOWEST_RATIO = 1.16;
const HIGHEST_RATIO = 1000;
const SHARES = 20;
const LOWEST_OVER = 1.2;
const HIGHEST_SHARE = 0.999;
const LOWEST_SHARE = 1e-6;

const logit = (share: number): number => Math.log(share / (1 - share));
const shareAt = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** Ratios from 1.16 to 1000 times the margin, evenly spaced by their logs. */
function ratiosOver(margin: number): readonly number[] {
  const step = Math.log(HIGHEST_RATIO / LOWEST_RATIO) / (RATIOS - 1);
  return Array.from({ length: RATIOS }, (_, index) => margin * LOWEST_RATIO * Math.exp(step * index));
}

/** Shares from 1.2 times a limit to 99.9 %, evenly spaced by their logits. */
function sharesOver(limit: number): readonly number[] {
  const [low, high] = [logit(Math.min(limit * LOWEST_OVER, (limit + HIGHEST_SHARE) / 2)), logit(HIGHEST_SHARE)];
  return Array.from({ length: SHARES }, (_, index) => shareAt(low + ((high - low) * index) / (SHARES - 1)));
}

const expected = (ratio: number, { fresh, reference }: Slice): number =>
  (ratio * fresh.total) / (ratio * fresh.total + reference.total);

function relativeOver(margin: number, ratios: readonly number[], mixture: LateStart): Evidence {
  return {
    add(slice) {
      const { fresh, reference } = slice;
      if (fresh.total <= 0 || reference.total <= 0) return mixture.add(() => 0);
      const at = expected(margin, slice);
      return mixture.add((index) => {
        const over = expected(ratios[index] as number, slice);
        return fresh.bad * Math.log(over / at) + reference.bad * Math.log((1 - over) / (1 - at));
      });
    },
    fork: () => relativeOver(margin, ratios, mixture.fork()),
  };
}

/**
 * Evidence that the new version has more than `margin` times the bad share of what it is compared with.
 *
 * Of the bad ones in a slice, each lies with the new version with a probability that depends on the ratio of the two
 * shares and on who served how much; whatever both have in common in that slice, such as the time of day, cancels
 * (Lindon and Malek, arXiv 2011.03567). Exact for Poisson counts, conservative for shares that are equal.
 */
export function relativeEvidence(margin: number, planned: number): Evidence {
  return relativeOver(margin, ratiosOver(margin), new LateStart(RATIOS, planned));
}

const SILENT: Evidence = { add: () => 0, fork: () => SILENT };

function absoluteOver(ofBad: readonly number[], ofGood: readonly number[], mixture: LateStart): Evidence {
  return {
    add({ fresh: { total, bad } }) {
      const good = Math.max(0, total - bad);
      return mixture.add((index) => bad * (ofBad[index] as number) + good * (ofGood[index] as number));
    },
    fork: () => absoluteOver(ofBad, ofGood, mixture.fork()),
  };
}

/** Evidence that the bad share of the new version is over a limit, whatever it was before. Exact for Bernoulli outcomes. */
export function absoluteEvidence(limit: number, planned: number): Evidence {
  const at = Math.max(limit, LOWEST_SHARE);
  if (at >= HIGHEST_SHARE) return SILENT;
  const shares = sharesOver(at);
  const [ofBad, ofGood] = [shares.map((over) => Math.log(over / at)), shares.map((over) => Math.log((1 - over) / (1 - at)))];
  return absoluteOver(ofBad, ofGood, new LateStart(SHARES, planned));
}

const smaller = (one: Evidence, other: Evidence): Evidence => ({
  add: (slice) => Math.min(one.add(slice), other.add(slice)),
  fork: () => smaller(one.fork(), other.fork()),
});

/**
 * Evidence that the new version is worse than before by more than a margin, and that this matters: the smaller of the
 * two. "Not worse, or too little to matter" is the union of what the two deny, so the smaller one keeps the bound alone.
 */
export function worseThan({ margin, floor }: { readonly margin: number; readonly floor: number }, planned: number): Evidence {
  return smaller(relativeEvidence(margin, planned), absoluteEvidence(floor, planned));
}

/** One of several evidences that are asked together, and what the log of it is divided by. */
export interface Part {
  readonly evidence: Evidence;
  readonly dispersion: number;
}

/** The mean of several evidences, each of a slice of its own; a mean of e-values is one. Nothing where there is none. */
export function averaged(parts: readonly Part[]): Evidence<readonly Slice[]> {
  return {
    add: (slices) => {
      if (parts.length === 0) return 0;
      const logs = parts.map(({ evidence, dispersion }, index) => evidence.add(slices[index] as Slice) / dispersion);
      return parts.length === 1 ? (logs[0] as number) : logSum(logs) - Math.log(parts.length);
    },
    fork: () => averaged(parts.map(({ evidence, dispersion }) => ({ evidence: evidence.fork(), dispersion }))),
  };
}
