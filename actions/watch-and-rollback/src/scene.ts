import { Failure, failWhen, type Problem } from '@slipway/failure';
import { connectCluster } from '@slipway/cluster-login';
import { containersOf, kubernetes, type Kubernetes, missingRights, type Target } from '@slipway/kubernetes';
import {
  currentRelease,
  lastGood,
  type LedgerStore,
  ledgerStore,
  type Redact,
  redactor,
  type Release,
  secretValues,
} from '@slipway/rollout';
import type { Ports, RunContext } from '@slipway/runner';
import type { ModeInputs } from './inputs.ts';

/** The parsed inputs of a watch. */
export type Inputs = ModeInputs<'watch'>;

/** What is watched, and what a rollback would go back to. */
export interface Scene {
  readonly inputs: Inputs;
  readonly client: Kubernetes;
  /** For what must still be written when the run is cancelled. */
  readonly parting: Kubernetes;
  readonly ledgers: LedgerStore;
  readonly release: Release;
  readonly good: Release | undefined;
  /** The Deployments that run the release's image. */
  readonly targets: readonly Target[];
  readonly redact: Redact;
}

function releaseFailure(code: string, message: string, remedy: string): Failure {
  return new Failure({ code, message, remedy });
}

function checkState(release: Release | undefined, { service, namespace }: Inputs): Release {
  if (release === undefined) {
    const message = `No release of ${service} is recorded in ${namespace}.`;
    throw releaseFailure('RELEASE_NONE', message, 'Deploy with deploy-k8s first: it records what a rollback needs.');
  }
  if (release.state === 'pending' || release.state === 'good') return release;
  const message = `Release ${release.id} of ${service} is recorded as ${release.state}, so there is nothing to watch.`;
  throw releaseFailure('RELEASE_NOT_RUNNING', message, 'Deploy again; the deploy before did not come to its end.');
}

function targetsOf({ image, objects, id }: Release): readonly Target[] {
  const running = objects.filter(
    (object) => object.kind === 'Deployment' && containersOf(object).some(({ container }) => container.image === image),
  );
  if (running.length === 0) {
    const message = `Release ${id} has no Deployment that runs ${image}.`;
    throw releaseFailure('RELEASE_WITHOUT_DEPLOYMENT', message, 'Only Deployments can be watched.');
  }
  return running.map(({ apiVersion, kind, metadata: { name, namespace } }) => ({ apiVersion, kind, name, namespace }));
}

/** A right that is missing is told now: at the rollback it would cost the rollback. */
async function lockProblems(client: Kubernetes, { namespace, lock }: Inputs): Promise<readonly Problem[]> {
  if (!lock) return [];
  const needed = ['get', 'create', 'update'].map((verb) => ({
    right: { verb, group: 'coordination.k8s.io', resource: 'leases', namespace },
    consequence: 'it could not roll back under the lock',
    alternative: 'set lock: false',
  }));
  return missingRights(client, needed);
}

/** Reads the record and finds what is to be watched. */
export async function gather(inputs: Inputs, ports: Ports, { environment }: RunContext): Promise<Scene> {
  const connection = await connectCluster(inputs, { ...ports, environment });
  const { http, clock } = ports;
  const [client, parting] = [kubernetes(connection, ports), kubernetes(connection, { http, clock, hasty: true })];
  failWhen(await lockProblems(client, inputs));
  const ledgers = ledgerStore(client, inputs);
  const ledger = await ledgers.read();
  const release = checkState(currentRelease(ledger), inputs);
  const secrets = secretValues(ledger.releases.flatMap(({ objects }) => objects));
  for (const value of secrets) ports.log.mask(value);
  const good = lastGood(ledger, release.id);
  return { inputs, client, parting, ledgers, release, good, targets: targetsOf(release), redact: redactor(secrets) };
}
