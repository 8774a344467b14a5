/** ln(e^a + e^b), without leaving the range of a number. */
export function logAdd(a: number, b: number): number {
  if (a === Number.NEGATIVE_INFINITY) return b;
  if (b === Number.NEGATIVE_INFINITY) return a;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}

/** The log of the sum of exponentials, each of the sum of what stands at one place in both lists. */
export function logSum(logs: ArrayLike<number>, more?: ArrayLike<number>): number {
  const at = (index: number): number => (logs[index] as number) + (more === undefined ? 0 : (more[index] as number));
  let top = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < logs.length; index += 1) top = Math.max(top, at(index));
  if (top === Number.NEGATIVE_INFINITY) return top;
  let sum = 0;
  for (let index = 0; index < logs.length; index += 1) sum += Math.exp(at(index) - top);
  return top + Math.log(sum);
}
