import { logAdd, logSum } from './log-space.ts';

/**
 * Evidence that grows look by look, for trouble that may begin at any of them.
 *
 * For each alternative a likelihood ratio is multiplied up; half of the weight is on trouble from the first look on, half
 * is spread over the starts at the `planned` looks after it. A start that has not come yet counts as 1. Each part has an
 * expectation of at most 1 while nothing is wrong, at any moment, and so has their mean: it ever passes 1/alpha with a
 * probability of at most alpha (Ville's inequality).
 */
export class LateStart {
  readonly #laterStarts: number;
  readonly #sums: Float64Array;
  /** For each alternative, the log of the sum of exp(-sum at its start) over the later starts that have come. */
  readonly #started: Float64Array;
  #looks = 0;

  constructor(alternatives: number, planned: number) {
    this.#laterStarts = Math.max(0, Math.floor(planned) - 1);
    this.#sums = new Float64Array(alternatives);
    this.#started = new Float64Array(alternatives).fill(Number.NEGATIVE_INFINITY);
  }

  /** Takes in one look: the log of the likelihood ratio of its slice, by alternative. Returns the log of the evidence. */
  add(logRatio: (alternative: number) => number): number {
    const begins = this.#looks > 0 && this.#looks <= this.#laterStarts;
    const [sums, started] = [this.#sums, this.#started];
    for (let index = 0; index < sums.length; index += 1) {
      const sum = sums[index] as number;
      if (begins) started[index] = logAdd(started[index] as number, -sum);
      sums[index] = sum + logRatio(index);
    }
    this.#looks += 1;
    return this.value();
  }

  /** The same evidence, to be gone on with apart from this one. */
  fork(): LateStart {
    const other = new LateStart(this.#sums.length, this.#laterStarts + 1);
    other.#sums.set(this.#sums);
    other.#started.set(this.#started);
    other.#looks = this.#looks;
    return other;
  }

  /** The log of the evidence so far. */
  value(): number {
    const alternatives = Math.log(this.#sums.length);
    const first = logSum(this.#sums) - alternatives;
    if (this.#laterStarts === 0) return first;
    const begun = Math.min(Math.max(0, this.#looks - 1), this.#laterStarts);
    const waiting = this.#laterStarts - begun;
    const later = logSum(this.#sums, this.#started) - alternatives;
    const rest = logAdd(later, waiting === 0 ? Number.NEGATIVE_INFINITY : Math.log(waiting)) - Math.log(this.#laterStarts);
    return logAdd(first, rest) - Math.LN2;
  }
}
