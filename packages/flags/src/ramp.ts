import type { Problem } from '@slipway/failure';
import { editFlagBy, flagIn } from './edit.ts';
import { type Flag, type FlagFile, parseFlags } from './flag-file.ts';
import { percentageOf } from './percentage.ts';
import { type Cohort, cohortOf, movedBetween, shareIn } from './population.ts';

/** What a ramp is to do with a flag. */
export interface Climb {
  /** Whose share grows; the first one's by default. */
  readonly variant: string | undefined;
  /** The shares, from 0 to 100, growing. */
  readonly steps: readonly number[];
  /** What users are drawn by, as a name of the evaluation context. */
  readonly drawnBy: string;
}

/** What lies within is the hash's own noise. */
const TOLERANCE = 0.01;

interface Drawn {
  readonly step: number;
  readonly cohort: Cohort;
}

function drawnAt(file: FlagFile, key: string, { variant, drawnBy }: Climb, step: number): Drawn {
  const edits = [
    { kind: 'percentage', percentage: step, ...(variant !== undefined && { variant }) },
    { kind: 'state', state: 'ENABLED' },
  ] as const;
  const after = parseFlags(file.file, editFlagBy(file, key, edits).text);
  return { step, cohort: cohortOf(key, flagIn(after, key), drawnBy) };
}

type Say = (code: string, message: string, remedy: string) => Problem;

/** Who would lose the feature at a step, though it only grows. */
function moved(variant: string, drawn: readonly Drawn[], say: Say): readonly Problem[] {
  return drawn.slice(1).flatMap(({ step, cohort }, index) => {
    const before = drawn[index] as Drawn;
    const [own] = movedBetween(before.cohort, cohort).filter((each) => each.variant === variant);
    if (own === undefined || own.lost <= own.had * TOLERANCE) return [];
    const message = `From ${before.step} % to ${step} %, ${own.lost} of ${own.had} drawn users who have "${variant}" would lose it.`;
    return [say('FLAG_COHORT_MOVED', message, 'Let the rules draw users by what stays the same for each of them.')];
  });
}

const drawnByTime = (flag: Flag): boolean => JSON.stringify(flag.targeting).includes('$flagd.timestamp');

/**
 * Why a flag of a file cannot climb without moving anybody, or without reaching anybody: each step is drawn beforehand by flagd's
 * own evaluator. FLAG_COHORT_MOVED, FLAG_RAMP_KEYLESS, FLAG_SHARES.
 *
 * @throws Failure FLAG_ABSENT, FLAG_VARIANT_ABSENT, FLAG_WITHOUT_PERCENTAGE, FLAG_SHARES, FLAG_FIELD_ABSENT.
 */
export function climbProblems(file: FlagFile, key: string, climb: Climb): readonly Problem[] {
  const flag = flagIn(file, key);
  const { chosen } = percentageOf(key, flag, file, climb.variant);
  const { variant } = chosen;
  const location = file.source.locate(['flags', key, 'targeting']);
  const say: Say = (code, message, remedy) => ({ code, message, remedy, location });
  if (variant === undefined)
    return [say('FLAG_SHARES', `The percentage of "${key}" names no variant.`, 'Write the names of its two variants out.')];
  if (drawnByTime(flag)) {
    const message = `The rules of "${key}" ask for the time, so users would get and lose "${variant}" as it passes.`;
    return [say('FLAG_COHORT_MOVED', message, 'Let a ramp draw users by what stays the same for each of them.')];
  }
  const drawn = climb.steps.map((step) => drawnAt(file, key, climb, step));
  const last = drawn.at(-1);
  if (last !== undefined && shareIn(last.cohort, variant) === 0) {
    const message = `At ${last.step} % nobody whose context has "${climb.drawnBy}" alone gets "${variant}" of "${key}".`;
    const remedy = 'Draw by the targeting key, or name what the rules draw by as "drawn-by": without it a ramp is 0 % for ever.';
    return [say('FLAG_RAMP_KEYLESS', message, remedy)];
  }
  return moved(variant, drawn, say);
}
