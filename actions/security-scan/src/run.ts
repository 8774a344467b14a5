import type { Run } from '@slipway/runner';
import type { action } from './action.ts';
import { runScan } from './scan/scan.ts';

/** Does what the mode says. */
export const run: Run<typeof action> = async (inputs, ports, context) => {
  switch (inputs.mode) {
    case 'scan':
      return runScan(inputs, ports, context);
    case 'tell':
      throw new Error('later in this branch');
  }
};
