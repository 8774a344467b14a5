import {
  askCloud,
  at,
  type CloudLogin,
  type CloudPorts,
  type CloudToken,
  type Endpoint,
  jsonOf,
  loginFailure,
  pemOf,
  strangeAnswer,
  textAt,
} from './cloud.ts';
import type { ClusterName } from './cluster-name.ts';
import { jobIdToken } from './id-token.ts';

/** Who enters, and which cluster. */
export interface GkeAccess {
  readonly cluster: Extract<ClusterName, { readonly provider: 'gke' }>;
  /** The provider's full name, from `projects/` on. */
  readonly provider: string;
  /** The email of a service account to act as. */
  readonly serviceAccount?: string | undefined;
  readonly audience?: string | undefined;
}

const STS = "Google's token service";
const IAM = 'Google IAM';
const GKE = 'Google Kubernetes Engine';
const SCOPE = 'https://www.googleapis.com/auth/cloud-platform';
const JSON_TYPE = { 'content-type': 'application/json' };

/** https://cloud.google.com/iam/docs/reference/sts/rest/v1/TopLevel/token */
async function exchange(access: GkeAccess, ports: CloudPorts): Promise<CloudToken> {
  const audience = access.audience ?? `https://iam.googleapis.com/${access.provider}`;
  const body = JSON.stringify({
    audience: `//iam.googleapis.com/${access.provider}`,
    grantType: 'urn:ietf:params:oauth:grant-type:token-exchange',
    requestedTokenType: 'urn:ietf:params:oauth:token-type:access_token',
    scope: SCOPE,
    subjectTokenType: 'urn:ietf:params:oauth:token-type:jwt',
    subjectToken: await jobIdToken(audience, ports),
  });
  const response = await askCloud(
    STS,
    { method: 'POST', url: 'https://sts.googleapis.com/v1/token', headers: JSON_TYPE, body },
    ports,
  );
  const answer = await jsonOf(response);
  if (response.status !== 200) refusedExchange(answer, response.status, audience);
  const [token, seconds] = [textAt(answer, 'access_token'), Number(at(answer, 'expires_in'))];
  if (token === '' || !(seconds > 0)) throw strangeAnswer(STS, 'a token');
  ports.log.mask(token);
  return { token, expiresMs: ports.clock.now() + seconds * 1000 };
}

function refusedExchange(answer: unknown, status: number, audience: string): never {
  const code = textAt(answer, 'error');
  const why = textAt(answer, 'error_description') || `status ${status}`;
  if (/audience/i.test(why)) {
    const remedy = `Add ${audience} to the provider's allowed audiences, or give "id-token-audience".`;
    throw loginFailure('CLOUD_AUDIENCE_REFUSED', `${STS} does not take a token for ${audience}: ${why}`, remedy);
  }
  if (code === 'unauthorized_client' || /attribute condition/i.test(why)) {
    const remedy = "Let the provider's attribute condition match the job: its repository, branch or environment.";
    throw loginFailure('CLOUD_ROLE_REFUSED', `The job is not let in by the workload identity provider: ${why}`, remedy);
  }
  if (code === 'invalid_grant') {
    const remedy = "Check the provider's issuer: https://token.actions.githubusercontent.com.";
    throw loginFailure('CLOUD_IDENTITY_REFUSED', `${STS} does not take the job's ID token: ${why}`, remedy);
  }
  const remedy = 'Check "workload-identity-provider".';
  throw loginFailure('CLOUD_LOGIN_REFUSED', `${STS} refused the log-in (${code || status}): ${why}`, remedy);
}

/** https://cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/generateAccessToken */
async function actAs(email: string, own: CloudToken, ports: CloudPorts): Promise<CloudToken> {
  const url = `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${encodeURIComponent(email)}:generateAccessToken`;
  const headers = { ...JSON_TYPE, authorization: `Bearer ${own.token}` };
  const body = JSON.stringify({ scope: [SCOPE], lifetime: '3600s' });
  const response = await askCloud(IAM, { method: 'POST', url, headers, body }, ports);
  const answer = await jsonOf(response);
  if (response.status !== 200) {
    const why = textAt(answer, 'error', 'message') || `status ${response.status}`;
    const remedy =
      'Grant the job\'s principal roles/iam.workloadIdentityUser on the service account, and check "service-account".';
    throw loginFailure('CLOUD_ROLE_REFUSED', `The job may not act as ${email}: ${why}`, remedy);
  }
  const [token, expiresMs] = [textAt(answer, 'accessToken'), Date.parse(textAt(answer, 'expireTime'))];
  if (token === '' || Number.isNaN(expiresMs)) throw strangeAnswer(IAM, 'a token');
  ports.log.mask(token);
  return { token, expiresMs };
}

async function describe({ cluster: { path } }: GkeAccess, { token }: CloudToken, ports: CloudPorts): Promise<Endpoint> {
  const headers = { authorization: `Bearer ${token}` };
  const response = await askCloud(GKE, { url: `https://container.googleapis.com/v1/${path}`, headers }, ports);
  const answer = await jsonOf(response);
  const why = textAt(answer, 'error', 'message') || `status ${response.status}`;
  if (response.status === 404) {
    throw loginFailure(
      'CLUSTER_NOT_FOUND',
      `${GKE} has no ${path}: ${why}`,
      'Correct the project, location or name in "cluster".',
    );
  }
  if (response.status !== 200) {
    const remedy = 'Grant the identity roles/container.clusterViewer in the project.';
    throw loginFailure('CLUSTER_NOT_READABLE', `${GKE} does not show ${path}: ${why}`, remedy);
  }
  const endpoint = textAt(answer, 'endpoint');
  if (endpoint === '') throw strangeAnswer(GKE, "the cluster's address");
  return {
    server: `https://${endpoint}`,
    ca: pemOf(textAt(answer, 'masterAuth', 'clusterCaCertificate'), GKE),
    isPrivate: at(answer, 'privateClusterConfig', 'enablePrivateEndpoint') === true,
  };
}

/** The way into a GKE cluster: the job's ID token, exchanged for Google's, by which Kubernetes takes it as well. */
export function gkeLogin(access: GkeAccess, ports: CloudPorts): CloudLogin {
  const token = async (): Promise<CloudToken> => {
    const own = await exchange(access, ports);
    return access.serviceAccount === undefined ? own : actAs(access.serviceAccount, own, ports);
  };
  return {
    cluster: `the GKE cluster ${access.cluster.name}`,
    endpoint: async () => describe(access, await token(), ports),
    token,
  };
}
