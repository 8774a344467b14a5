import type { Problem } from '@slipway/failure';
import { KINDS, type Kubernetes, KubernetesFailure } from '@slipway/kubernetes';

/** The namespace that every cluster has from its first day to its last; its UID is the cluster's own. */
const OWN = { ...KINDS.namespace, name: 'kube-system' };
const FIND = 'kubectl get namespace kube-system -o jsonpath={.metadata.uid}';

async function uidOf(client: Kubernetes): Promise<string | undefined> {
  try {
    return (await client.get(OWN))?.metadata.uid;
  } catch (error) {
    if (error instanceof KubernetesFailure && error.status === 403) return undefined;
    throw error;
  }
}

/** What is wrong when the kubeconfig leads to another cluster than the one that is meant, or it cannot be told which. */
export async function clusterProblems(client: Kubernetes, wanted: string | undefined): Promise<readonly Problem[]> {
  if (wanted === undefined) return [];
  const uid = await uidOf(client);
  if (uid === wanted) return [];
  if (uid === undefined) {
    const message = 'Which cluster this is could not be told: the identity may not get the namespace kube-system.';
    return [{ code: 'CLUSTER_UNKNOWN', message, remedy: 'Allow it in a ClusterRole, or leave "cluster-uid" out.' }];
  }
  const message = `The kubeconfig leads to the cluster ${uid}, and "cluster-uid" is ${wanted}.`;
  return [
    { code: 'CLUSTER_OTHER', message, remedy: `Correct the kubeconfig or its context; \`${FIND}\` prints a cluster's UID.` },
  ];
}
