import { argocdApi, type ArgoCd, argocdResources, type Patience } from '@slipway/argocd';
import { collect, failWhen, type Problem } from '@slipway/failure';
import { connect, kubernetes, type Kubernetes } from '@slipway/kubernetes';
import type { InputsOf } from '@slipway/metadata';
import { digestMissing, parseReference } from '@slipway/oci';
import type { Ports, RunContext } from '@slipway/runner';
import { parseAddress } from '@slipway/write-back';
import type { action } from './action.ts';

/** The parsed inputs. */
export type Inputs = InputsOf<typeof action>;

/** What is waited for, judged before anything is asked. */
export interface Request {
  readonly url: string;
  readonly image: string;
  readonly digest: string;
  readonly applications: readonly string[];
  readonly patience: Patience;
}

/** How long Argo CD may fail to compare, or the cluster differ after a sync: its own repair needs some seconds. */
const DOUBT_MS = 20_000;

/** Reads what is waited for. Throws a Failure with everything that is wrong with it. */
export async function gatherRequest(inputs: Inputs, { serverUrl }: RunContext): Promise<Request> {
  const problems: Problem[] = [];
  const reference = await collect(problems, () => parseReference(inputs.image));
  const missing = reference && digestMissing(reference);
  if (missing !== undefined) problems.push(missing);
  const url = parseAddress(inputs.repository, inputs.token !== undefined, serverUrl, problems);
  if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(inputs.commit)) {
    const message = `The input "commit" is ${JSON.stringify(inputs.commit)}, which is not a whole commit id.`;
    const remedy = 'Give the output "commit" of update-gitops; where it was superseded there is none, and nothing to wait for.';
    problems.push({ code: 'INPUT_MALFORMED', message, remedy });
  }
  failWhen(problems);
  return {
    url,
    image: reference === undefined ? '' : `${reference.registry}/${reference.path}`,
    digest: reference?.digest ?? '',
    applications: inputs.applications ?? [inputs.service],
    patience: {
      timeoutMs: inputs.timeout,
      graceMs: inputs.degradedGrace,
      settleMs: inputs.stableFor,
      doubtMs: DOUBT_MS,
    },
  };
}

/** How Argo CD is asked, and the cluster where that is needed. */
export interface Reach {
  readonly argocd: ArgoCd;
  readonly client?: Kubernetes;
}

/** Argo CD, by its API where its address is given, else by its resources. */
export async function reach(inputs: Inputs, ports: Ports): Promise<Reach> {
  const { argocdServer: server, argocdToken: token, argocdNamespace: namespace, argocdCa: ca, record } = inputs;
  const api = server !== undefined && token !== undefined;
  const overApi = api ? argocdApi({ server, token, ca, ...(namespace !== 'argocd' && { namespace }) }, ports.http) : undefined;
  if (overApi !== undefined && record === 'none') return { argocd: overApi };
  const source = { text: inputs.kubeconfig?.reveal(), path: inputs.kubeconfigPath, context: inputs.context };
  const connection = await connect(source, ports);
  const client = kubernetes(connection, ports);
  return { client, argocd: overApi ?? argocdResources(client, namespace, connection.server) };
}
