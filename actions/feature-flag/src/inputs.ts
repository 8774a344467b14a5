import type { InputsOf } from '@slipway/metadata';
import type { action } from './action.ts';

type Inputs = InputsOf<typeof action>;

/** The parsed inputs of one mode. */
export type ModeInputs<M extends Inputs['mode']> = Extract<Inputs, { readonly mode: M }>;

/** What says where flags are kept. */
export type Placed = ModeInputs<'set'> | ModeInputs<'kill'> | ModeInputs<'ramp'>;
