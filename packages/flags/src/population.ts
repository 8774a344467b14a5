import { FlagdCore } from '@openfeature/flagd-core';
import type { Flag } from './flag-file.ts';
import type { EvaluationContext } from './ofrep/client.ts';
import type { Evaluation, EvaluationError } from './ofrep/evaluation.ts';
import { typeOfValue } from './flag-file.ts';

/** Enough that one percent is two hundred users. */
const USERS = 20_000;

const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** What a made-up user is drawn by. */
export const userName = (user: number): string => `user-${user}`;

/** Which variant each of some made-up users has; empty where the flag leaves it to the code. */
export type Cohort = readonly string[];

/** What a flag is for a context, by flagd's own evaluator. */
export function evaluateByFlagd(key: string, flag: Flag, context: EvaluationContext): Evaluation | EvaluationError {
  return evaluated(coreOf(key, flag), key, typeOfValue(Object.values(flag.variants)[0]), context);
}

function evaluated(core: FlagdCore, key: string, type: string, context: EvaluationContext): Evaluation | EvaluationError {
  const ask = () => {
    if (type === 'boolean') return core.resolveBooleanEvaluation(key, false, context as never);
    if (type === 'number') return core.resolveNumberEvaluation(key, 0, context as never);
    if (type === 'string') return core.resolveStringEvaluation(key, '', context as never);
    return core.resolveObjectEvaluation(key, {}, context as never);
  };
  try {
    const { value, variant, reason, errorCode, errorMessage } = ask();
    if (errorCode !== undefined) return { errorCode, ...(errorMessage !== undefined && { errorDetails: errorMessage }) };
    // Without a variant the value is what was given here as a default.
    return { ...(variant !== undefined && { value, variant }), ...(reason !== undefined && { reason }) };
  } catch (error) {
    const { code = 'GENERAL', message } = error as { code?: string; message: string };
    return { errorCode: code, errorDetails: message };
  }
}

function coreOf(key: string, flag: Flag): FlagdCore {
  const core = new FlagdCore(undefined, SILENT);
  core.setConfigurations(JSON.stringify({ flags: { [key]: flag } }));
  return core;
}

/**
 * What a flag is for twenty thousand users, by flagd's own evaluator.
 *
 * @param drawnBy what of their context tells them apart, beside the targeting key
 */
export function cohortOf(key: string, flag: Flag, drawnBy = 'targetingKey'): Cohort {
  const [core, type] = [coreOf(key, flag), typeOfValue(Object.values(flag.variants)[0])];
  return Array.from({ length: USERS }, (_, user) => {
    const evaluation = evaluated(core, key, type, { targetingKey: userName(user), [drawnBy]: userName(user) });
    return 'errorCode' in evaluation ? '' : (evaluation.variant ?? '');
  });
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
