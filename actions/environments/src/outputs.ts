import type { OutputsOf } from '@slipway/metadata';
import type { action } from './action.ts';

type Outputs = OutputsOf<typeof action>;

/** All outputs, of which a mode gives some. */
export function outputs(given: Partial<Outputs>): Outputs {
  return { namespace: undefined, expiresAt: undefined, differences: undefined, traces: undefined, deleted: undefined, ...given };
}
