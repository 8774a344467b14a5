/** A managed cluster by its provider's own full name for it. */
export type ClusterName =
  | { readonly provider: 'eks'; readonly partition: string; readonly region: string; readonly name: string }
  | { readonly provider: 'gke'; readonly path: string; readonly name: string }
  | { readonly provider: 'aks'; readonly id: string; readonly name: string };

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelastickubernetesservice.html#amazonelastickubernetesservice-resources-for-iam-policies */
const EKS = /^arn:(aws[\w-]*):eks:([a-z0-9-]+):\d{12}:cluster\/([A-Za-z0-9][\w-]{0,99})$/;
/** https://cloud.google.com/kubernetes-engine/docs/reference/rest/v1/projects.locations.clusters/get */
const GKE = /^projects\/[a-z0-9.:-]+\/locations\/[a-z0-9-]+\/clusters\/([a-z0-9-]+)$/;
/** https://learn.microsoft.com/rest/api/aks/managed-clusters/get; Azure's ids do not heed case. */
const AKS =
  /^\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\/[\w.()-]+\/providers\/Microsoft\.ContainerService\/managedClusters\/([\w-]+)$/i;

/** Reads the name of a cluster; undefined when no provider names one so. */
export function parseClusterName(text: string): ClusterName | undefined {
  const [, partition, region, eks] = EKS.exec(text) ?? [];
  if (partition !== undefined && region !== undefined && eks !== undefined) {
    return { provider: 'eks', partition, region, name: eks };
  }
  const [, gke] = GKE.exec(text) ?? [];
  if (gke !== undefined) return { provider: 'gke', path: text, name: gke };
  const [, aks] = AKS.exec(text) ?? [];
  return aks === undefined ? undefined : { provider: 'aks', id: text, name: aks };
}
