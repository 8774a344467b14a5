import { Failure } from '@slipway/failure';
import { decodeKubeconfig, parseKubeconfig } from '@slipway/kubernetes';
import {
  askCloud,
  at,
  type CloudLogin,
  type CloudPorts,
  type CloudToken,
  type Endpoint,
  formOf,
  jsonOf,
  loginFailure,
  strangeAnswer,
  textAt,
} from './cloud.ts';
import type { ClusterName } from './cluster-name.ts';
import { jobIdToken } from './id-token.ts';

/** Who enters, and which cluster. */
export interface AksAccess {
  readonly cluster: Extract<ClusterName, { readonly provider: 'aks' }>;
  readonly clientId: string;
  readonly tenantId: string;
  readonly audience?: string | undefined;
}

const ENTRA = 'Microsoft Entra ID';
const AZURE = 'Azure Resource Manager';
const AUDIENCE = 'api://AzureADTokenExchange';
/** The application that stands for every AKS cluster's API server: https://azure.github.io/kubelogin/concepts/aks.html */
const AKS_SERVER = '6dae42f8-4368-4678-94ff-3960e28e3630/.default';
const MANAGEMENT = 'https://management.azure.com/.default';
const API_VERSION = '2024-09-01';

/** https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
function refusedAssertion(answer: unknown, status: number, { clientId }: AksAccess, audience: string): never {
  const why = textAt(answer, 'error_description').split(/\r?\n/)[0] || `status ${status}`;
  if (why.startsWith('AADSTS700212')) {
    const remedy = `Set the audience of the federated credential to ${audience}, or give "id-token-audience".`;
    throw loginFailure('CLOUD_AUDIENCE_REFUSED', `${ENTRA} does not take a token for ${audience}: ${why}`, remedy);
  }
  if (/^AADSTS(70021|700213)\b/.test(why)) {
    const remedy = "Add a federated credential whose subject is the job's: its repository and branch, or environment.";
    throw loginFailure('CLOUD_ROLE_REFUSED', `The job may not act as ${clientId}: ${why}`, remedy);
  }
  if (/^AADSTS(700211|50027|700024)\b/.test(why)) {
    const remedy = "Check the federated credential's issuer: https://token.actions.githubusercontent.com.";
    throw loginFailure('CLOUD_IDENTITY_REFUSED', `${ENTRA} does not take the job's ID token: ${why}`, remedy);
  }
  throw loginFailure('CLOUD_LOGIN_REFUSED', `${ENTRA} refused the log-in: ${why}`, 'Check "client-id" and "tenant-id".');
}

/** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow#third-case-access-token-request-with-a-federated-credential */
async function tokenFor(scope: string, access: AksAccess, ports: CloudPorts): Promise<CloudToken> {
  const { clientId, tenantId, audience = AUDIENCE } = access;
  const body = formOf({
    client_id: clientId,
    scope,
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await jobIdToken(audience, ports),
  });
  const url = `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`;
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const response = await askCloud(ENTRA, { method: 'POST', url, headers, body }, ports);
  const answer = await jsonOf(response);
  if (response.status !== 200) refusedAssertion(answer, response.status, access, audience);
  const [token, seconds] = [textAt(answer, 'access_token'), Number(at(answer, 'expires_in'))];
  if (token === '' || !(seconds > 0)) throw strangeAnswer(ENTRA, 'a token');
  ports.log.mask(token);
  return { token, expiresMs: ports.clock.now() + seconds * 1000 };
}

/** Of the kubeconfig that Azure gives, only where the cluster is: whoever may enter it is told by our own token. */
function endpointOf(answer: unknown): Endpoint {
  const value = textAt(answer, 'kubeconfigs', 0, 'value');
  if (value === '') throw strangeAnswer(AZURE, 'a kubeconfig');
  try {
    const { server, ca } = parseKubeconfig(decodeKubeconfig(value), undefined);
    if (ca === undefined || !('text' in ca)) throw strangeAnswer(AZURE, "the cluster's certificate authority");
    return { server, ca: ca.text, isPrivate: /\.privatelink\./.test(server) };
  } catch (error) {
    if (error instanceof Failure && error.code.startsWith('KUBECONFIG'))
      throw strangeAnswer(AZURE, 'a kubeconfig that can be read');
    throw error;
  }
}

/** https://learn.microsoft.com/rest/api/aks/managed-clusters/list-cluster-user-credentials */
async function describe(access: AksAccess, ports: CloudPorts): Promise<Endpoint> {
  const { id, name } = access.cluster;
  const { token } = await tokenFor(MANAGEMENT, access, ports);
  const url = `https://management.azure.com${id}/listClusterUserCredential?api-version=${API_VERSION}&format=exec`;
  const response = await askCloud(AZURE, { method: 'POST', url, headers: { authorization: `Bearer ${token}` } }, ports);
  const answer = await jsonOf(response);
  const why = textAt(answer, 'error', 'message') || `status ${response.status}`;
  if (response.status === 404) {
    const remedy = 'Correct the subscription, resource group or name in "cluster".';
    throw loginFailure('CLUSTER_NOT_FOUND', `${AZURE} has no cluster ${name}: ${why}`, remedy);
  }
  if (response.status !== 200) {
    const remedy = 'Grant the identity the role "Azure Kubernetes Service Cluster User Role" on the cluster.';
    throw loginFailure('CLUSTER_NOT_READABLE', `${AZURE} does not show the cluster ${name}: ${why}`, remedy);
  }
  return endpointOf(answer);
}

/** The way into an AKS cluster that takes Entra's identities. */
export function aksLogin(access: AksAccess, ports: CloudPorts): CloudLogin {
  return {
    cluster: `the AKS cluster ${access.cluster.name}`,
    endpoint: () => describe(access, ports),
    token: () => tokenFor(AKS_SERVER, access, ports),
  };
}
