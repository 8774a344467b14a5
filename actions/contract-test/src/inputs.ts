import type { InputsOf } from '@slipway/metadata';
import type { action } from './action.ts';

/** The inputs of one mode. */
export type ModeInputs<M extends InputsOf<typeof action>['mode']> = Extract<InputsOf<typeof action>, { mode: M }>;

/** What "contracts" is when nothing is said; beside a broker it may name nothing. */
export const DEFAULT_CONTRACTS = 'contracts/*.json';
