import { type Count, shareOf, totalOf } from './count.ts';

/** Fewer blocks than this say nothing about how they vary. */
const FEWEST_BLOCKS = 15;

function blocksOf(history: readonly Count[], length: number): readonly Count[] {
  return Array.from({ length: Math.floor(history.length / length) }, (_, index) =>
    totalOf(history.slice(index * length, (index + 1) * length)),
  );
}

/** Pearson's chi-square of the bad ones given the totals, by its degrees of freedom. */
function chiSquareByFreedom(blocks: readonly Count[], share: number): number {
  const filled = blocks.filter(({ total }) => total > 0);
  const square = filled.reduce((sum, { total, bad }) => sum + (bad - total * share) ** 2 / (total * share * (1 - share)), 0);
  return square / (filled.length - 1);
}

/**
 * By how much the bad ones vary more than chance alone would have it: the largest over blocks of 1, 2, 4, 8 … slices, at
 * least 1. Trouble that lasts a minute is not seen between slices of seconds, hence the several lengths.
 *
 * Dividing the log of the evidence by it is a quasi-likelihood repair; the bound on false alarms is then measured, not
 * proved.
 */
export function dispersion(history: readonly Count[]): number {
  const share = shareOf(totalOf(history));
  if (share <= 0 || share >= 1) return 1;
  let largest = 1;
  for (let length = 1; history.length / length >= FEWEST_BLOCKS; length *= 2) {
    const value = chiSquareByFreedom(blocksOf(history, length), share);
    if (Number.isFinite(value)) largest = Math.max(largest, value);
  }
  return largest;
}
