import type { Problem } from '@slipway/failure';

/** What every mode that sends the suite's requests takes. */
export const SHARED = ['url', 'suite', 'values', 'secretEnv', 'caFile', 'readyWithin', 'requestTimeout'] as const;

/** What every mode that judges a load takes. */
export const JUDGING = [
  'errorRateMax',
  'p50Max',
  'p95Max',
  'p99Max',
  'baseline',
  'baselineOut',
  'slowerMax',
  'slowerFloor',
  'falseAlarmMax',
  'minRequests',
] as const;

interface LoadInputs {
  readonly loadDuration?: number;
  readonly loadWarmUp?: number;
  readonly falseAlarmMax: number;
}

const LONGEST_MS = 600_000;
const SHORTEST_MS = 1000;

/** What is wrong with the inputs of a load: nobody is put under load for longer than it takes to see something. */
export function loadProblems({ loadDuration = SHORTEST_MS, loadWarmUp = 0, falseAlarmMax }: LoadInputs): readonly Problem[] {
  const problems: Problem[] = [];
  const malformed = (message: string, remedy: string): void => {
    problems.push({ code: 'INPUT_MALFORMED', message, remedy });
  };
  if (loadDuration < SHORTEST_MS || loadDuration > LONGEST_MS)
    malformed(`Input "load-duration" is ${loadDuration / 1000} s; expected 1s to 10m.`, 'Measure for at most 10m.');
  if (loadWarmUp > LONGEST_MS)
    malformed(`Input "load-warm-up" is ${loadWarmUp / 1000} s; expected at most 10m.`, 'Warm up for at most 10m.');
  if (falseAlarmMax <= 0)
    malformed('Input "false-alarm-max" is 0%, so no evidence would ever be enough.', 'Allow at least 0.01%.');
  return problems;
}
