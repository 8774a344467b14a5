import type { InputsOf } from '@slipway/metadata';
import type { action } from './action.ts';

/** The inputs of one mode. */
export type ModeInputs<M extends InputsOf<typeof action>['mode']> = Extract<InputsOf<typeof action>, { mode: M }>;

/** The inputs of any mode that sends the suite's requests. */
export type SendingInputs = Pick<
  ModeInputs<'suite'> | ModeInputs<'load'>,
  'url' | 'suite' | 'values' | 'secretEnv' | 'caFile' | 'readyWithin' | 'requestTimeout'
>;

/** What a run that puts nobody under load does not tell. */
export const NO_PERFORMANCE = {
  ...{ performance: undefined, p50: undefined, p95: undefined, p99: undefined, errorRate: undefined },
} as const;

/** What a run without a command of the project's own does not tell. */
export const NO_TESTS = { tests: undefined, skipped: undefined, seconds: undefined } as const;
