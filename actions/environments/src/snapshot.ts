import { connectCluster } from '@slipway/cluster-login';
import { Failure } from '@slipway/failure';
import { kubernetes } from '@slipway/kubernetes';
import { currentRelease, ledgersIn } from '@slipway/rollout';
import { outputsFor } from '@slipway/metadata';
import type { Outcome, Ports, RunContext } from '@slipway/runner';
import { table } from '@slipway/summary';
import { action } from './action.ts';
import type { ModeInputs } from './inputs.ts';
import { type Snapshot, snapshotOf } from './snapshot-file.ts';

/** Writes down which release of each service runs in a namespace. */
export async function snapshot(
  inputs: ModeInputs<'snapshot'>,
  ports: Ports,
  { environment }: RunContext,
): Promise<Outcome<typeof action>> {
  const { namespace = '', out } = inputs;
  const client = kubernetes(await connectCluster(inputs, { ...ports, environment }), ports);
  const ledgers = [...(await ledgersIn(client, namespace))].sort(([a], [b]) => (a < b ? -1 : 1));
  const services = ledgers.flatMap(([service, ledger]) => {
    const release = currentRelease(ledger);
    return release === undefined ? [] : [snapshotOf(service, release)];
  });
  if (services.length === 0) {
    const message = `No release of any service is recorded in the namespace ${namespace}.`;
    throw new Failure({ code: 'RELEASE_NONE', message, remedy: 'Check "namespace"; deploy-k8s records what it deploys there.' });
  }
  const document: Snapshot = {
    schema: 'slipway.environment/v1',
    namespace,
    at: new Date(ports.clock.now()).toISOString(),
    services,
  };
  await ports.files.write(out, `${JSON.stringify(document, null, 2)}\n`);
  const count = services.length === 1 ? '1 service' : `${services.length} services`;
  return {
    verdict: 'pass',
    headline: `${count} of ${namespace} were written to ${out}, without the value of any secret.`,
    outputs: outputsFor(action, { namespace }),
    summary: [
      table(
        ['service', 'release', 'image'],
        services.map(({ service, release, image }) => [service, String(release), { code: image }]),
      ),
    ],
    data: { namespace, services: services.map(({ service, release, image }) => ({ service, release, image })) },
  };
}
