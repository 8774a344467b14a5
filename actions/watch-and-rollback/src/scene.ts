import { Failure, failWhen, type Problem } from '@slipway/failure';
import { type ClusterInputs, connectCluster } from '@slipway/cluster-login';
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
import { gitopsProblems } from './gitops-hold.ts';
import type { ModeInputs } from './inputs.ts';

/** The parsed inputs of a watch, of which each service has its own. */
export type Inputs = Omit<ModeInputs<'watch'>, 'service'> & { readonly service: string };

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
  /** How many services are watched together, this one included. */
  readonly among: number;
}

/** What is needed to find a release. */
type Whereabouts = Pick<Inputs, 'service' | 'namespace'> & ClusterInputs;

function releaseFailure(code: string, message: string, remedy: string): Failure {
  return new Failure({ code, message, remedy });
}

function checkState(release: Release | undefined, { service, namespace }: Whereabouts): Release {
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

/** The cluster, the record and what runs, as far as it is only looked at. */
export async function lookUp(inputs: Whereabouts, ports: Ports, { environment }: RunContext) {
  const connection = await connectCluster(inputs, { ...ports, environment });
  const client = kubernetes(connection, ports);
  const ledgers = ledgerStore(client, inputs);
  const ledger = await ledgers.read();
  const release = checkState(currentRelease(ledger), inputs);
  const secrets = secretValues(ledger.releases.flatMap(({ objects }) => objects));
  for (const value of secrets) ports.log.mask(value);
  return { connection, client, ledgers, ledger, release, secrets, targets: targetsOf(release) };
}

/** Reads the record and finds what is to be watched. */
export async function gather(inputs: Inputs, among: number, ports: Ports, context: RunContext): Promise<Scene> {
  const { connection, client, ledgers, ledger, release, secrets, targets } = await lookUp(inputs, ports, context);
  const { http, clock } = ports;
  const parting = kubernetes(connection, { http, clock, hasty: true });
  const held = inputs.onRegression === 'rollback' ? await gitopsProblems(client, targets) : [];
  failWhen([...(await lockProblems(client, inputs)), ...held]);
  const good = lastGood(ledger, release.id);
  return { inputs, client, parting, ledgers, release, good, targets, redact: redactor(secrets), among };
}
