import type { InputsOf } from '@slipway/metadata';
import type { action } from './action.ts';

/** The inputs of one mode. */
export type ModeInputs<M extends InputsOf<typeof action>['mode']> = Extract<InputsOf<typeof action>, { mode: M }>;
