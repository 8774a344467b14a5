import type { Run } from '@slipway/runner';
import type { action } from './action.ts';
import { check } from './check.ts';
import { close } from './close.ts';
import { drift } from './drift.ts';
import { open } from './open.ts';
import { snapshot } from './snapshot.ts';
import { sweep } from './sweep.ts';

/** Looks at environments, or opens and closes those of branches. */
export const run: Run<typeof action> = async (inputs, ports, context) => {
  switch (inputs.mode) {
    case 'drift':
      return drift(inputs, ports);
    case 'check':
      return check(inputs, ports);
    case 'snapshot':
      return snapshot(inputs, ports, context);
    case 'open':
      return open(inputs, ports, context);
    case 'close':
      return close(inputs, ports, context);
    case 'sweep':
      return sweep(inputs, ports, context);
  }
};
