import type { Run } from '@slipway/runner';
import type { action } from './action.ts';
import { kill, set } from './change.ts';
import { evaluate } from './evaluate.ts';
import { lint, stale } from './examine.ts';
import { ramp } from './ramp/ramp.ts';

/** Changes a flag, switches a feature off, brings one step by step, asks what a flag is, or examines a file of flags. */
export const run: Run<typeof action> = async (inputs, ports, context) => {
  switch (inputs.mode) {
    case 'set':
      return set(inputs, ports, context);
    case 'kill':
      return kill(inputs, ports, context);
    case 'ramp':
      return ramp(inputs, ports, context);
    case 'evaluate':
      return evaluate(inputs, ports);
    case 'lint':
      return lint(inputs, ports);
    case 'stale':
      return stale(inputs, ports);
  }
};
