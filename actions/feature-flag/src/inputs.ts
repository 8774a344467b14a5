import type { InputsOf } from '@slipway/metadata';
import type { action } from './action.ts';

type Inputs = InputsOf<typeof action>;

/** The parsed inputs of one mode. */
export type ModeInputs<M extends Inputs['mode']> = Extract<Inputs, { readonly mode: M }>;

/** What says where flags are kept. */
export type Placed = ModeInputs<'set'> | ModeInputs<'kill'> | ModeInputs<'ramp'>;

/** The outputs of a run that has none of them; each mode gives its own. */
export const NO_OUTPUTS = {
  ...{ changed: undefined, commit: undefined, seconds: undefined, faults: undefined },
  ...{ decision: undefined, share: undefined, value: undefined },
};
