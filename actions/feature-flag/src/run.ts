import type { Run } from '@slipway/runner';
import type { action } from './action.ts';
import { kill, set } from './change.ts';
import { lint, stale } from './examine.ts';

/** Changes a flag, switches a feature off, or examines a file of flags. */
export const run: Run<typeof action> = async (inputs, ports, context) => {
  if (inputs.mode === 'set') return set(inputs, ports, context);
  if (inputs.mode === 'kill') return kill(inputs, ports, context);
  return inputs.mode === 'lint' ? lint(inputs, ports) : stale(inputs, ports);
};
