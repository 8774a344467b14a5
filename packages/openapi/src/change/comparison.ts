import type { Api, Operation } from '../api/api.ts';
import { type Direction, Inclusion } from '../inclusion/index.ts';

/** What the rules share while two descriptions are compared. */
export interface Comparison {
  readonly base: Api;
  readonly head: Api;
  readonly request: Inclusion;
  readonly response: Inclusion;
  /** Milliseconds since 1970: a sunset may have passed. */
  readonly now: number;
}

/** One operation on both sides, and who sends its requests. */
export interface Pair {
  readonly name: string;
  readonly base: Operation;
  readonly head: Operation;
  /** In a callback or webhook the provider sends the request and the consumer answers. */
  readonly reversed: boolean;
}

/** Starts a comparison. */
export function comparison(base: Api, head: Api, now: number): Comparison {
  return { base, head, now, request: new Inclusion('request'), response: new Inclusion('response') };
}

/** Who writes the values on a side of an operation: on the request side the consumer, unless it is a callback. */
export function writerOf({ reversed }: Pick<Pair, 'reversed'>, side: Direction): Direction {
  if (!reversed) return side;
  return side === 'request' ? 'response' : 'request';
}
