import type { ActionDefinition } from '@slipway/metadata';
import { actionsHost } from './actions-host.ts';
import type { Run } from './outcome.ts';
import { runAction } from './run-action.ts';

/** An action's whole main: runs it on the runner and leaves its exit code to the process. */
export async function start<D extends ActionDefinition>(definition: D, run: Run<D>): Promise<void> {
  process.exitCode = await runAction(definition, run, actionsHost());
}
