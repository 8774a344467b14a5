import { definitionState, type KubeObject, objectName } from '@slipway/kubernetes';
import type { Cause } from './cause.ts';
import type { WaitPorts } from './wait.ts';

const TICK_MS = 250;
/** The API server takes a second or two to serve a new kind. */
const PATIENCE_MS = 30_000;

/** Waits until the kinds of a definition that was applied can be used; the cause when they cannot. */
export async function awaitDefinition(
  { client, clock, cancelled, hold }: Pick<WaitPorts, 'client' | 'clock' | 'cancelled' | 'hold'>,
  definition: KubeObject,
): Promise<Cause | undefined> {
  for (const startedMs = clock.now(); ; ) {
    const state = await definitionState(client, definition);
    if (state.kind === 'served') return undefined;
    const name = objectName(definition);
    if (state.kind === 'refused') {
      return { class: 'config', reason: 'DefinitionRefused', message: `${name} cannot be used: ${state.why}` };
    }
    if (clock.now() - startedMs > PATIENCE_MS) {
      const message = `${name} cannot be used after ${PATIENCE_MS / 1000} s: ${state.why}.`;
      return { class: 'platform', reason: 'DefinitionNotServed', message };
    }
    await hold?.();
    await clock.sleep(TICK_MS, cancelled);
  }
}
