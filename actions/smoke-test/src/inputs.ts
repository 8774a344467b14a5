import type { InputsOf } from '@slipway/metadata';
import type { action } from './action.ts';

/** The inputs of one mode. */
export type ModeInputs<M extends InputsOf<typeof action>['mode']> = Extract<InputsOf<typeof action>, { mode: M }>;

/** The inputs of any mode that sends the suite's requests. */
export type SendingInputs = Pick<
  ModeInputs<'suite'> | ModeInputs<'load'>,
  'url' | 'suite' | 'values' | 'secretEnv' | 'caFile' | 'readyWithin' | 'requestTimeout'
>;

/** What a run that sends the suite once does not tell. */
export const NO_PERFORMANCE = {
  ...{ performance: undefined, p50: undefined, p95: undefined, p99: undefined, errorRate: undefined },
} as const;
