import type { InputsOf } from '@slipway/metadata';
import type { action } from './action.ts';

type All = InputsOf<typeof action>;

/** The parsed inputs of one mode. */
export type ModeInputs<M extends All['mode']> = Extract<All, { readonly mode: M }>;
