/**
 * When each request is meant to start, in milliseconds since the beginning: evenly, whatever becomes of those before.
 *
 * @param rate requests a second
 */
export function arrivals(rate: number, durationMs: number): readonly number[] {
  // Some products such as 0.29 * 100 come out just under the whole number.
  const count = Math.floor((rate * durationMs) / 1000 + 1e-9);
  return Array.from({ length: count }, (_, index) => (index * 1000) / rate);
}

/**
 * Says which request is next, so that at any time each has been sent in its proportion, off by less than one round.
 *
 * @param weights one for each request, none negative, and at least one above 0
 */
export function mixer(weights: readonly number[]): () => number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const credit = weights.map(() => 0);
  return () => {
    let next = 0;
    for (const [index, weight] of weights.entries()) {
      credit[index] = (credit[index] ?? 0) + weight;
      if ((credit[index] ?? 0) > (credit[next] ?? 0)) next = index;
    }
    credit[next] = (credit[next] ?? 0) - total;
    return next;
  };
}
