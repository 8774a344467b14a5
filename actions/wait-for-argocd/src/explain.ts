import type { ArgoCd, Difference, Trouble } from '@slipway/argocd';
import type { Log } from '@slipway/system';
import type { End, Waited } from './wait.ts';

/** What there is to say of an application whose wait failed. */
export interface Explanation {
  readonly troubles: readonly Trouble[];
  readonly differences: readonly Difference[];
}

const NOTHING: Explanation = { troubles: [], differences: [] };

async function ask(end: End, argocd: ArgoCd): Promise<Explanation> {
  if (end.kind !== 'failed') return NOTHING;
  if (end.reason === 'drifted') return { ...NOTHING, differences: await argocd.differences(end.application) };
  return ['degraded', 'timeout', 'suspended', 'sync-failed', 'image-absent'].includes(end.reason)
    ? { ...NOTHING, troubles: await argocd.troubles(end.application) }
    : NOTHING;
}

/** Asks what is the matter with each application that failed. What cannot be read takes nothing from the verdict. */
export async function explain(waited: readonly Waited[], argocd: ArgoCd, log: Log): Promise<ReadonlyMap<string, Explanation>> {
  const explained = new Map<string, Explanation>();
  for (const { name, end } of waited) {
    const explanation = await ask(end, argocd).catch((error: unknown) => {
      log.info(`What is the matter with ${name} could not be read: ${error instanceof Error ? error.message : String(error)}`);
      return NOTHING;
    });
    explained.set(name, explanation);
  }
  return explained;
}
