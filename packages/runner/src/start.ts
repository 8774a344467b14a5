import type { ActionDefinition } from '@slipway/metadata';
import { actionsHost } from './actions-host.ts';
import type { Run } from './outcome.ts';
import { runAction } from './run-action.ts';

const EXIT_GRACE_MS = 1000;

/**
 * Leaves the exit code to the process, which ends by itself, or after a second.
 *
 * Once the verdict is written, nothing that is still open (a connection that a server holds) may keep a job waiting.
 */
export function leave(exitCode: number): void {
  process.exitCode = exitCode;
  setTimeout(() => process.exit(), EXIT_GRACE_MS).unref();
}

/** An action's whole main: runs it on the runner and leaves with its exit code. */
export async function start<D extends ActionDefinition>(definition: D, run: Run<D>): Promise<void> {
  leave(await runAction(definition, run, actionsHost()));
}
