import type { Slice } from '@slipway/detector';
import type { Question } from './question.ts';

type Look = readonly Slice[];

/** The last looks still change, by samples that come late; the ones before hardly ever do. */
const UNSETTLED = 3;

function same(one: Look, other: Look): boolean {
  return one.every(({ fresh, reference }, index) => {
    const its = other[index];
    return (
      its !== undefined &&
      fresh.total === its.fresh.total &&
      fresh.bad === its.fresh.bad &&
      reference.total === its.reference.total &&
      reference.bad === its.reference.bad
    );
  });
}

/**
 * The answer to a question from all looks so far, computed anew only from where they differ from those of the last time.
 *
 * What it answers depends on the looks that it is given alone.
 */
export class Running {
  readonly question: Question;
  #settled: Look[] = [];
  #evidence: ReturnType<Question['begin']>;

  constructor(question: Question) {
    this.question = question;
    this.#evidence = question.begin();
  }

  /** The log of the evidence after these looks. */
  after(looks: readonly Look[]): number {
    const kept = Math.max(0, looks.length - UNSETTLED);
    const known = this.#settled;
    if (known.length > kept || !known.every((look, index) => same(look, looks[index] ?? []))) {
      this.#settled = [];
      this.#evidence = this.question.begin();
    }
    for (const look of looks.slice(this.#settled.length, kept)) {
      this.#evidence.add(look);
      this.#settled.push(look);
    }
    const ahead = this.#evidence.fork();
    return looks.slice(kept).reduce((_, look) => ahead.add(look), 0);
  }
}
