import { type Count, type Slice, totalOf } from './count.ts';
import type { Evidence } from './evidence.ts';

const STEPS = 40;
/** How sure the statements are: of the bound, and of seeing the regression. */
const LOG_20 = Math.log(20);

/** The Kullback-Leibler divergence of a coin from another. */
function divergence(share: number, from: number): number {
  const part = (p: number, q: number): number => (p === 0 ? 0 : p * Math.log(p / q));
  return part(share, from) + part(1 - share, 1 - from);
}

function bisect(from: number, to: number, over: (value: number) => boolean): number {
  let [low, high] = [from, to];
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2;
    if (over(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * A share that the true one is under with 95 %, given what was counted (Chernoff's bound; exact when nothing was bad).
 *
 * @returns a share from 0 to 1; 1 when nothing was counted.
 */
export function shareAtMost({ total, bad }: Count): number {
  if (total <= 0) return 1;
  const share = Math.min(1, bad / total);
  return share === 1 ? 1 : bisect(share, 1, (value) => total * divergence(share, value) >= LOG_20);
}

/** A share that comes out of `total` requests with 95 % at least, when `share` is the true one. */
function shareAtLeast(share: number, total: number): number {
  if (total * divergence(0, share) <= LOG_20) return 0;
  return share - bisect(0, share, (below) => total * divergence(share - below, share) >= LOG_20);
}

/**
 * The smallest share of bad ones from the first look on that a watch with these slices would have rolled back at 95 %:
 * what its silence is worth. 1 when it would not even have seen an outage.
 */
export function smallestVisible(
  slices: readonly Slice[],
  { evidence, phi, threshold }: { readonly evidence: () => Evidence; readonly phi: number; readonly threshold: number },
): number {
  const total = totalOf(slices.map(({ fresh }) => fresh)).total;
  const seen = (share: number): boolean => {
    const least = share >= 1 ? 1 : shareAtLeast(share, total);
    const question = evidence();
    return slices.some(
      ({ fresh, reference }) =>
        question.add({ fresh: { total: fresh.total, bad: fresh.total * least }, reference }) / phi >= threshold,
    );
  };
  return seen(1) ? bisect(0, 1, seen) : 1;
}
