import { type Cell, WATCH_SECONDS } from '../cell.ts';
import { ask, successRate } from '../prometheus.ts';
import type { Rule } from './rule.ts';

/** How an Argo Rollouts metric is set. */
export interface ArgoShape {
  readonly interval: number;
  readonly initialDelay: number;
  /** Failures in all that are still borne. */
  readonly failureLimit: number;
  readonly minimum: (cell: Cell) => number;
}

/** Errors one after the other that are borne. */
const CONSECUTIVE_ERRORS = 4;
/** Seconds after which a measurement that could not be evaluated is taken again, whatever the interval. */
const ERROR_RETRY = 10;

/**
 * An analysis run with a success condition alone: an empty vector cannot be indexed, which is an error and not a failure;
 * NaN compares as false and is one. Returns the second at which the run ends as failed or errored.
 */
export function argoEnd(
  measure: (at: number) => number | undefined,
  { interval, initialDelay, failureLimit }: Omit<ArgoShape, 'minimum'>,
  minimum: number,
): number | undefined {
  let [failures, errors] = [0, 0];
  for (let at = initialDelay; at <= WATCH_SECONDS; ) {
    const value = measure(at);
    errors = value === undefined ? errors + 1 : 0;
    if (value !== undefined && !(value >= minimum)) failures += 1;
    if (failures > failureLimit || errors > CONSECUTIVE_ERRORS) return at;
    at += value === undefined ? ERROR_RETRY : interval;
  }
  return undefined;
}

export function argoRule(name: string, shape: ArgoShape): Rule {
  const { minimum } = shape;
  return {
    name,
    decide: (traffic, cell) => argoEnd((at) => successRate(ask(traffic, cell, at, 60)), shape, minimum(cell)),
  };
}
