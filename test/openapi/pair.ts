import { type Json, makeDescription } from './description.ts';
import { MUTATIONS } from './mutation.ts';
import { random } from './random.ts';

/** A description, and what somebody made of it. */
export interface Pair {
  readonly seed: number;
  readonly mutations: readonly string[];
  readonly base: Json;
  readonly head: Json;
}

/** The pair of a seed: the mutations take turns, and every fifth pair has three of them. */
export function makePair(seed: number): Pair {
  const choose = random(seed * 7919);
  const base = makeDescription(seed);
  const names = Object.keys(MUTATIONS);
  const wanted = [names[seed % names.length] ?? '', ...(seed % 5 === 0 ? [choose.pick(names), choose.pick(names)] : [])];
  const head = structuredClone(base);
  return { seed, base, head, mutations: wanted.filter((name) => MUTATIONS[name]?.(head, choose)) };
}
