import { FlagdCore } from '@openfeature/flagd-core';
import type { Flag } from './flag-file.ts';
import { typeOfValue } from './flag-file.ts';

/** Enough that one percent is two hundred users. */
const USERS = 20_000;

const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** Which variant each of some made-up users has; empty where the flag leaves it to the code. */
export type Cohort = readonly string[];

const resolverOf = (core: FlagdCore, key: string, type: string): ((context: object) => string) => {
  const ask = (context: object) => {
    if (type === 'boolean') return core.resolveBooleanEvaluation(key, false, context as never);
    if (type === 'number') return core.resolveNumberEvaluation(key, 0, context as never);
    if (type === 'string') return core.resolveStringEvaluation(key, '', context as never);
    return core.resolveObjectEvaluation(key, {}, context as never);
  };
  return (context) => {
    try {
      return ask(context).variant ?? '';
    } catch {
      return '';
    }
  };
};

function coreOf(key: string, flag: Flag): FlagdCore {
  const core = new FlagdCore(undefined, SILENT);
  core.setConfigurations(JSON.stringify({ flags: { [key]: flag } }));
  return core;
}

/**
 * What a flag is for twenty thousand users, by flagd's own evaluator.
 *
 * @param withKey whether they have a targeting key, by which a percentage is drawn
 */
export function cohortOf(key: string, flag: Flag, withKey = true): Cohort {
  const [first] = Object.values(flag.variants);
  const resolve = resolverOf(coreOf(key, flag), key, typeOfValue(first));
  if (!withKey) return [resolve({})];
  return Array.from({ length: USERS }, (_, user) => resolve({ targetingKey: `user-${user}` }));
}

/** The share of the users who have a variant, from 0 to 1. */
export function shareIn(cohort: Cohort, variant: string): number {
  return cohort.filter((each) => each === variant).length / Math.max(1, cohort.length);
}

/** How many users had a variant and have it no more, and how many had it. */
export interface Moved {
  readonly variant: string;
  readonly had: number;
  readonly lost: number;
  /** How many of them its smaller share explains. */
  readonly explained: number;
}

/** Who lost what between two states of a flag; users are the same in both. */
export function movedBetween(before: Cohort, after: Cohort): readonly Moved[] {
  const variants = [...new Set(before)].filter((variant) => variant !== '');
  return variants.map((variant) => {
    const had = before.filter((each) => each === variant).length;
    const has = after.filter((each) => each === variant).length;
    const lost = before.filter((each, user) => each === variant && after[user] !== variant).length;
    return { variant, had, lost, explained: Math.max(0, had - has) };
  });
}
