import type { InputsOf } from '@slipway/metadata';
import type { Outcome, Ports } from '@slipway/runner';
import type { action } from './action.ts';
import { runCompare } from './compare.ts';
import { runDiff } from './diff.ts';
import { runVerify } from './verify.ts';

/** Does what the mode says: replays the contracts, compares them with descriptions, or compares two descriptions. */
export async function run(inputs: InputsOf<typeof action>, ports: Ports): Promise<Outcome<typeof action>> {
  switch (inputs.mode) {
    case 'verify':
      return runVerify(inputs, ports);
    case 'compare':
      return runCompare(inputs, ports);
    case 'diff':
      return runDiff(inputs, ports);
  }
}
