import { collect, failWhen, type Problem } from '@slipway/failure';
import {
  connect,
  kubernetes,
  type Kubernetes,
  type Manifest,
  parseManifests,
  readManifests,
  setImage,
} from '@slipway/kubernetes';
import type { InputsOf } from '@slipway/metadata';
import { type Ledger, type LedgerStore, ledgerStore, type Redact, redactor, secretValues } from '@slipway/rollout';
import type { Ports } from '@slipway/runner';
import type { action } from './action.ts';
import { placeManifests } from './placement.ts';
import { preflight } from './preflight.ts';

/** The parsed inputs of deploy-k8s. */
export type Inputs = InputsOf<typeof action>;

/** Everything that is known before anything is changed. */
export interface Scene {
  readonly inputs: Inputs;
  readonly client: Kubernetes;
  readonly manifests: readonly Manifest[];
  readonly ledgers: LedgerStore;
  readonly ledger: Ledger;
  readonly namespaceExists: boolean;
  readonly redact: Redact;
}

async function readOwnManifests(inputs: Inputs, ports: Ports): Promise<readonly Manifest[]> {
  const sources = await readManifests(ports.files, inputs.manifests);
  return setImage(parseManifests(sources, inputs.namespace), inputs.image, inputs.service);
}

async function connectTo(inputs: Inputs, ports: Ports): Promise<Kubernetes> {
  const source = { text: inputs.kubeconfig?.reveal(), path: inputs.kubeconfigPath, context: inputs.context };
  return kubernetes(await connect(source, ports), ports);
}

/** Reads the manifests and asks the cluster; every problem of both is told at once, and nothing is changed. */
export async function gather(inputs: Inputs, ports: Ports): Promise<Scene> {
  const problems: Problem[] = [];
  const manifests = await collect(problems, () => readOwnManifests(inputs, ports));
  const client = await collect(problems, () => connectTo(inputs, ports));
  failWhen(problems);
  if (manifests === undefined || client === undefined) throw new Error('no problem, and nothing read');
  const placed = await placeManifests(client, manifests, inputs.namespace);
  const { namespaceExists } = await preflight(client, placed, inputs);
  const secrets = secretValues(placed.map(({ object }) => object));
  for (const value of secrets) ports.log.mask(value);
  const ledgers = ledgerStore(client, inputs);
  return { inputs, client, manifests: placed, ledgers, ledger: await ledgers.read(), namespaceExists, redact: redactor(secrets) };
}
