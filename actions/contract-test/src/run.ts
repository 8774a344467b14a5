import type { ConnectGitHub } from '@slipway/github';
import type { Run } from '@slipway/runner';
import type { action } from './action.ts';
import { runCanIDeploy } from './can-i-deploy/can-i-deploy.ts';
import { runCompare } from './compare.ts';
import { runDiff } from './diff.ts';
import { runTell } from './tell/tell.ts';
import { runVerify } from './verify.ts';

/**
 * Does what the mode says: replays the contracts, compares them with descriptions, compares two descriptions, holds this
 * version against those that are deployed, or tells what was found, through whichever GitHub `connect` opens.
 */
export function runWith(connect: ConnectGitHub): Run<typeof action> {
  return async (inputs, ports, context) => {
    switch (inputs.mode) {
      case 'verify':
        return runVerify(inputs, ports, context);
      case 'compare':
        return runCompare(inputs, ports, context);
      case 'diff':
        return runDiff(inputs, ports);
      case 'can-i-deploy':
        return runCanIDeploy(inputs, ports, context, connect);
      case 'tell':
        return runTell(inputs, ports, context, connect);
    }
  };
}
