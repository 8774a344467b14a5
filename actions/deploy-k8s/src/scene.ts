import { collect, failWhen, type Problem } from '@slipway/failure';
import { connectCluster } from '@slipway/cluster-login';
import { kubernetes, type Kubernetes, type Manifest, manifestsFrom, setImage } from '@slipway/kubernetes';
import type { InputsOf } from '@slipway/metadata';
import {
  type Ledger,
  type LedgerStore,
  ledgerStore,
  type Redact,
  redactor,
  secretValues,
  withConfigCopies,
} from '@slipway/rollout';
import type { Annotation, Ports, RunContext } from '@slipway/runner';
import type { action } from './action.ts';
import { askRegistry, type ImageFindings, judgeImage, nodePlatforms } from './image-check.ts';
import { disruptionRemarks } from './disruption.ts';
import { placeManifests } from './placement.ts';
import { clusterProblems } from './cluster-identity.ts';
import { preflight } from './preflight.ts';
import type { Need } from './role.ts';

/** The parsed inputs of deploy-k8s. */
export type Inputs = InputsOf<typeof action>;

/** Everything that is known before anything is changed. */
export interface Scene {
  readonly inputs: Inputs;
  readonly client: Kubernetes;
  /** For what must still be written when the run is cancelled. */
  readonly parting: Kubernetes;
  readonly manifests: readonly Manifest[];
  readonly ledgers: LedgerStore;
  readonly ledger: Ledger;
  readonly namespaceExists: boolean;
  /** The rights that this deploy uses. */
  readonly needs: readonly Need[];
  /** What must be told beside how the deploy ended. */
  readonly remarks: readonly Annotation[];
  readonly redact: Redact;
}

async function readOwnManifests(inputs: Inputs, ports: Ports): Promise<readonly Manifest[]> {
  return setImage(await manifestsFrom(inputs, ports), inputs.image, inputs.service);
}

async function connectTo(inputs: Inputs, ports: Ports, { environment }: RunContext): Promise<Pick<Scene, 'client' | 'parting'>> {
  const connection = await connectCluster(inputs, { ...ports, environment });
  const { http, clock } = ports;
  return { client: kubernetes(connection, ports), parting: kubernetes(connection, { http, clock, hasty: true }) };
}

async function checkImage(
  { image, checkImage: wanted }: Inputs,
  client: Kubernetes,
  manifests: readonly Manifest[],
  ports: Ports,
  context: RunContext,
): Promise<ImageFindings> {
  if (!wanted) return { problems: [], annotations: [] };
  const answer = await askRegistry(image, ports, context);
  if (answer.kind === 'unknown') ports.log.info(`Whether the registry has the image could not be told: ${answer.why}`);
  return judgeImage(image, answer, answer.kind === 'there' ? await nodePlatforms(client) : undefined, manifests);
}

/** Reads the manifests and asks the cluster; every problem of both is told at once, and nothing is changed. */
export async function gather(inputs: Inputs, ports: Ports, context: RunContext): Promise<Scene> {
  const problems: Problem[] = [];
  const manifests = await collect(problems, () => readOwnManifests(inputs, ports));
  const clients = await collect(problems, () => connectTo(inputs, ports, context));
  failWhen(problems);
  if (manifests === undefined || clients === undefined) throw new Error('no problem, and nothing read');
  const { client } = clients;
  failWhen(await clusterProblems(client, inputs.clusterUid));
  const own = await placeManifests(client, manifests, inputs);
  const placed = inputs.configCopies ? withConfigCopies(own) : own;
  const { problems: imageProblems, annotations } = await checkImage(inputs, client, placed, ports, context);
  const { namespaceExists, needs } = await preflight(client, placed, inputs, imageProblems);
  const secrets = secretValues(placed.map(({ object }) => object));
  for (const value of secrets) ports.log.mask(value);
  const ledgers = ledgerStore(client, inputs);
  const ledger = await ledgers.read();
  const remarks = [...annotations, ...disruptionRemarks(placed)];
  return { inputs, ...clients, manifests: placed, ledgers, ledger, namespaceExists, needs, remarks, redact: redactor(secrets) };
}
