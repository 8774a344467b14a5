import { KINDS, type Kubernetes, KubernetesFailure, type KubeObject } from '@slipway/kubernetes';
import { decodeLedger, encodeLedger, type LedgerData } from './ledger-codec.ts';
import { lockLost } from './lock/lock.ts';
import type { Ledger } from './release.ts';

/** The record of a service's releases, kept in the cluster that runs them. */
export interface LedgerStore {
  read(): Promise<Ledger>;
  /** Changes the ledger; the change is made again on what another run wrote meanwhile. */
  update(change: (ledger: Ledger) => Ledger): Promise<Ledger>;
}

interface LedgerSecret extends KubeObject {
  readonly data?: LedgerData;
}

/** The Secret's name. */
export function ledgerName(service: string): string {
  return `slipway-release.${service}`;
}

const ATTEMPTS = 5;

/** The ledger as a lock's holder writes it; one that a later holder has written is not its to write any more. */
function under(fence: number | undefined, ledger: Ledger): Ledger {
  if (fence === undefined) return ledger;
  if ((ledger.fence ?? 0) > fence) throw lockLost(`The release record has fence ${ledger.fence}`);
  return { ...ledger, fence };
}

/**
 * The ledger of a service in a namespace.
 *
 * @param fence the number of the lock under which it is written; a later holder's writes then shut this one's out
 */
export function ledgerStore(
  client: Kubernetes,
  { service, namespace }: { readonly service: string; readonly namespace: string },
  fence?: number,
): LedgerStore {
  const target = { ...KINDS.secret, name: ledgerName(service), namespace };
  const load = async (): Promise<{ readonly ledger: Ledger; readonly resourceVersion: string | undefined }> => {
    const secret = await client.get<LedgerSecret>(target);
    return { ledger: await decodeLedger(secret?.data ?? {}, service), resourceVersion: secret?.metadata.resourceVersion };
  };
  const save = async (ledger: Ledger, resourceVersion: string | undefined): Promise<void> => {
    const labels = { 'app.kubernetes.io/managed-by': 'slipway' };
    const metadata = { name: target.name, namespace, labels, ...(resourceVersion !== undefined && { resourceVersion }) };
    const data = await encodeLedger(ledger);
    await client.apply({ ...KINDS.secret, metadata, type: 'slipway.dev/release', data }, { force: true });
  };
  return {
    read: async () => (await load()).ledger,
    update: async (change) => {
      for (let attempt = 1; ; attempt += 1) {
        const { ledger, resourceVersion } = await load();
        const changed = change(under(fence, ledger));
        try {
          await save(changed, resourceVersion);
          return changed;
        } catch (error) {
          const raced = error instanceof KubernetesFailure && error.status === 409;
          if (!raced || attempt >= ATTEMPTS) throw error;
        }
      }
    },
  };
}

/** The ledgers of every service that is recorded in a namespace, by service. */
export async function ledgersIn(client: Kubernetes, namespace: string): Promise<ReadonlyMap<string, Ledger>> {
  const selection = { namespace, labelSelector: 'app.kubernetes.io/managed-by=slipway' };
  const { items } = await client.list<LedgerSecret>(KINDS.secret, selection);
  const found = new Map<string, Ledger>();
  for (const { metadata, data = {} } of items) {
    const [, service] = metadata.name.split(ledgerName(''));
    if (service !== undefined) found.set(service, await decodeLedger(data, service));
  }
  return found;
}
