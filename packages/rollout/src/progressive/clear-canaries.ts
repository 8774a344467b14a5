import { objectName, type Target } from '@slipway/kubernetes';
import type { Writer } from '../lock/index.ts';
import { isOwnCanary } from './canary.ts';

/** Deletes canaries that deploys of the service made, of this run or of one that was cut off; others of the name are left. */
export async function clearCanaries(
  { writer, progress }: { readonly writer: Writer; readonly progress?: (line: string) => void },
  canaries: readonly Target[],
  service: string,
): Promise<void> {
  for (const target of canaries) {
    const gone = await writer.remove(target, (live) => isOwnCanary(live, service));
    if (gone) progress?.(`${objectName(target)}: deleted`);
  }
}
