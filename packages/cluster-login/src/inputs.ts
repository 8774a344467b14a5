import type { Problem } from '@slipway/failure';
import { sourceProblems } from '@slipway/kubernetes';
import { inputName, path, type Secret, secret, text } from '@slipway/metadata';
import { type ClusterName, parseClusterName } from './cluster-name.ts';

/** The inputs by which an action is told how to get into a cluster. */
export const clusterInputs = {
  kubeconfig: secret('Kubeconfig of the cluster, as text or as its base64'),
  kubeconfigPath: path('File of the kubeconfig, where an earlier step wrote one'),
  context: text('Context of the kubeconfig; its current context by default'),
  cluster: text(
    "Cluster to log in to by the job's own identity, without a stored secret: the ARN of an EKS cluster, a GKE cluster as projects/…/locations/…/clusters/…, or the resource id of an AKS cluster",
    { example: 'arn:aws:eks:eu-central-1:123456789012:cluster/shop' },
  ),
  roleToAssume: text('ARN of the AWS role that may enter the EKS cluster'),
  workloadIdentityProvider: text(
    'Workload identity provider that Google trusts the job by, as projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER',
  ),
  serviceAccount: text('Email of a Google service account to act as; without one, the job acts for itself'),
  clientId: text('Client id of the Entra application or managed identity that has a federated credential for the job'),
  tenantId: text('Id of its Entra tenant'),
  idTokenAudience: text("Audience of the job's ID token, where the provider was set up for another than its usual one"),
  server: text('Address of an API server, with a token instead of a kubeconfig', { example: 'https://10.0.0.1:6443' }),
  certificateAuthority: text("The server's certificate authority, as PEM or as its base64; what Node trusts by default"),
  token: secret('Token of a service account, with server'),
};

/** The parsed inputs. */
export interface ClusterInputs {
  readonly kubeconfig: Secret | undefined;
  readonly kubeconfigPath: string | undefined;
  readonly context: string | undefined;
  readonly cluster: string | undefined;
  readonly roleToAssume: string | undefined;
  readonly workloadIdentityProvider: string | undefined;
  readonly serviceAccount: string | undefined;
  readonly clientId: string | undefined;
  readonly tenantId: string | undefined;
  readonly idTokenAudience: string | undefined;
  readonly server: string | undefined;
  readonly certificateAuthority: string | undefined;
  readonly token: Secret | undefined;
}

type Name = keyof ClusterInputs & keyof typeof clusterInputs;

/** Their names, for an action's mode that takes them all. */
export const CLUSTER_INPUTS = Object.keys(clusterInputs) as readonly Name[];

interface Wanted {
  readonly needed: readonly Name[];
  readonly taken: readonly Name[];
}

const PROVIDERS: Readonly<Record<ClusterName['provider'], Wanted>> = {
  eks: { needed: ['roleToAssume'], taken: [] },
  gke: { needed: ['workloadIdentityProvider'], taken: ['serviceAccount'] },
  aks: { needed: ['clientId', 'tenantId'], taken: [] },
};
const OF_CLUSTERS: readonly Name[] = [
  ...Object.values(PROVIDERS).flatMap(({ needed, taken }) => [...needed, ...taken]),
  'idTokenAudience',
];

const quoted = (name: Name): string => `"${inputName(name)}"`;

function contradiction(message: string, remedy: string): Problem {
  return { code: 'INPUTS_CONTRADICT', message, remedy };
}

const SHAPES: Partial<Record<Name, { readonly is: RegExp; readonly expected: string }>> = {
  roleToAssume: { is: /^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/, expected: 'the ARN of a role' },
  workloadIdentityProvider: {
    is: /^projects\/\d+\/locations\/global\/workloadIdentityPools\/[a-z0-9-]+\/providers\/[a-z0-9-]+$/,
    expected: 'projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER',
  },
  serviceAccount: { is: /^[^@\s/]+@[a-z0-9.-]+\.gserviceaccount\.com$/, expected: "a service account's email" },
  clientId: { is: /^[0-9a-f-]{36}$/i, expected: 'a UUID' },
  tenantId: { is: /^[0-9a-f-]{36}$/i, expected: 'a UUID' },
  server: {
    is: /^(https:\/\/[^\s/?#@]+|http:\/\/(127\.0\.0\.1|localhost)(:\d+)?)\/?$/,
    expected: 'an address with https:// and without a path (with http:// only on this machine)',
  },
};

function shapeProblems(inputs: ClusterInputs): readonly Problem[] {
  return (Object.keys(SHAPES) as Name[]).flatMap((name) => {
    const [value, shape] = [inputs[name], SHAPES[name]];
    if (typeof value !== 'string' || shape === undefined || shape.is.test(value)) return [];
    const message = `Input ${quoted(name)} is "${value}", and ${shape.expected} is expected.`;
    return [{ code: 'INPUT_MALFORMED', message, remedy: 'Correct it.' }];
  });
}

function managedProblems(inputs: ClusterInputs): readonly Problem[] {
  const given = OF_CLUSTERS.filter((name) => inputs[name] !== undefined);
  if (inputs.cluster === undefined) {
    return given.map((name) =>
      contradiction(`${quoted(name)} is given without "cluster".`, 'Name the cluster, or leave it out.'),
    );
  }
  const cluster = parseClusterName(inputs.cluster);
  if (cluster === undefined) {
    const message = `Input "cluster" is "${inputs.cluster}", which names no cluster of EKS, GKE or AKS in full.`;
    const remedy =
      'Write arn:aws:eks:REGION:ACCOUNT:cluster/NAME, projects/PROJECT/locations/LOCATION/clusters/NAME, or the resource id of a managed cluster.';
    return [{ code: 'INPUT_MALFORMED', message, remedy }];
  }
  const { needed, taken } = PROVIDERS[cluster.provider];
  const provider = cluster.provider.toUpperCase();
  const missing = needed
    .filter((name) => inputs[name] === undefined)
    .map((name) => ({ code: 'INPUT_MISSING', message: `${provider} needs ${quoted(name)}.`, remedy: 'Give it.' }));
  const strange = given
    .filter((name) => ![...needed, ...taken, 'idTokenAudience'].includes(name))
    .map((name) => contradiction(`${quoted(name)} means nothing to ${provider}.`, 'Leave it out.'));
  return [...missing, ...strange];
}

function serverProblems({ server, certificateAuthority, token }: ClusterInputs): readonly Problem[] {
  if (server !== undefined && token === undefined) {
    return [{ code: 'INPUT_MISSING', message: '"server" needs "token".', remedy: 'Give the token of a service account.' }];
  }
  const alone = { token, 'certificate-authority': certificateAuthority };
  if (server !== undefined) return [];
  return Object.entries(alone).flatMap(([name, value]) =>
    value === undefined ? [] : [contradiction(`"${name}" is given without "server".`, 'Give the server, or leave it out.')],
  );
}

/** What is wrong with how the cluster is to be entered: one way is enough, and each needs its own inputs. */
export function clusterInputProblems(inputs: ClusterInputs): readonly Problem[] {
  const { kubeconfig, kubeconfigPath, cluster, server, context } = inputs;
  const ways = { kubeconfig: kubeconfig ?? kubeconfigPath, cluster, server };
  const given = Object.entries(ways).flatMap(([name, value]) => (value === undefined ? [] : [`"${name}"`]));
  const several = given.length > 1;
  return [
    ...(several ? [contradiction(`${given.join(' and ')} are given, and one leads to the cluster.`, 'Give one of them.')] : []),
    ...sourceProblems({ text: kubeconfig, path: kubeconfigPath, context }),
    ...managedProblems(inputs),
    ...serverProblems(inputs),
    ...shapeProblems(inputs),
  ];
}
