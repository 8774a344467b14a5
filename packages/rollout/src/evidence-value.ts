import { between, type Tally } from './counter.ts';

const ALTERNATIVES = 20;
const HIGHEST = 0.999;
const LOWEST = 1e-6;

const logit = (share: number): number => Math.log(share / (1 - share));
const share = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** The log of the mean of exponentials, without leaving the range of a number. */
function logMean(logs: readonly number[], weights: readonly number[]): number {
  const top = Math.max(...logs);
  return top + Math.log(logs.reduce((sum, each, index) => sum + (weights[index] ?? 0) * Math.exp(each - top), 0));
}

/**
 * The log of the evidence that the share of errors is over a limit.
 *
 * A mean of likelihood ratios of shares over the limit against the limit itself. Whatever share up to the limit is true,
 * its expectation is at most 1 however often one looks, so it passes 1/alpha with a probability of at most alpha (Ville).
 */
export function logEvidence({ requests, errors }: Tally, limit: number): number {
  const at = Math.max(limit, LOWEST);
  if (at >= HIGHEST) return 0;
  const [low, high] = [logit(at), logit(HIGHEST)];
  const over = Array.from({ length: ALTERNATIVES }, (_, index) => share(low + ((high - low) * (index + 1)) / ALTERNATIVES));
  const fine = Math.max(0, requests - errors);
  const logs = over.map((each) => errors * Math.log(each / at) + fine * Math.log((1 - each) / (1 - at)));
  return logMean(
    logs,
    logs.map(() => 1 / ALTERNATIVES),
  );
}

/**
 * The same with a late start: half of the weight on trouble from the first look on, half spread over trouble that begins
 * at one of the `planned` looks after it. A look that has not come yet counts as 1, which keeps the bound.
 */
export function logEvidenceWithLateStart(looks: readonly Tally[], limit: number, planned: number): number {
  const last = looks.at(-1);
  if (last === undefined) return 0;
  const starts = looks.slice(0, -1).map((start) => logEvidence(between(last, start), limit));
  const later = Math.max(planned - 1, starts.length);
  if (later === 0) return logEvidence(last, limit);
  const waiting = Array.from({ length: later - starts.length }, () => 0);
  const logs = [logEvidence(last, limit), ...starts, ...waiting];
  return logMean(
    logs,
    logs.map((_, index) => (index === 0 ? 0.5 : 0.5 / later)),
  );
}
