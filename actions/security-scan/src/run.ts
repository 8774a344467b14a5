import type { ConnectGitHub } from '@slipway/github';
import type { Run } from '@slipway/runner';
import type { action } from './action.ts';
import { runScan } from './scan/scan.ts';
import { runTell } from './tell/tell.ts';

/** Does what the mode says: scans, or tells what a scan found, through whichever GitHub `connect` opens. */
export function runWith(connect: ConnectGitHub): Run<typeof action> {
  return async (inputs, ports, context) => {
    switch (inputs.mode) {
      case 'scan':
        return runScan(inputs, ports, context);
      case 'tell':
        return runTell(inputs, ports, context, connect);
    }
  };
}
