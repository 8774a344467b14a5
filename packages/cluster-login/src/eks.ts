import { type AwsKeys, presignedUrl, signedGet } from './aws-signature.ts';
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
  pemOf,
  strangeAnswer,
  textAt,
} from './cloud.ts';
import type { ClusterName } from './cluster-name.ts';
import { jobIdToken } from './id-token.ts';

/** Who enters, and which cluster. */
export interface EksAccess {
  readonly cluster: Extract<ClusterName, { readonly provider: 'eks' }>;
  /** The ARN of the role. */
  readonly role: string;
  readonly audience?: string | undefined;
}

const STS = 'AWS STS';
const EKS = 'Amazon EKS';
const AUDIENCE = 'sts.amazonaws.com';
const SESSION_SECONDS = 3600;
const MARGIN_MS = 60_000;
/** The API server takes a token for 15 minutes from its date on, whatever it says of itself. */
const TOKEN_MS = 14 * 60_000;

const domainOf = (partition: string): string => (partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com');

interface Session extends AwsKeys {
  readonly expiresMs: number;
}

/**
 * The text of an element of STS's answers, which are flat where we read them: a parser of all XML is an eighth of the bundle.
 *
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
function elementOf(xml: string, name: string): string {
  const [, text = ''] = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml) ?? [];
  const names: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, entity: string) => names[entity] ?? '').trim();
}

function refusedRole(answer: string, status: number, { role }: EksAccess, audience: string): never {
  const code = elementOf(answer, 'Code');
  const message = elementOf(answer, 'Message') || `status ${status}`;
  if (code === 'InvalidIdentityToken' && /audience/i.test(message)) {
    const remedy = `Add ${audience} to the client ids of the identity provider in IAM, or give "id-token-audience".`;
    throw loginFailure('CLOUD_AUDIENCE_REFUSED', `${STS} does not take a token for ${audience}: ${message}`, remedy);
  }
  if (code === 'InvalidIdentityToken' || code === 'IDPRejectedClaim' || code === 'ExpiredTokenException') {
    const remedy = "Check the identity provider token.actions.githubusercontent.com in the role's account.";
    throw loginFailure('CLOUD_IDENTITY_REFUSED', `${STS} does not take the job's ID token: ${message}`, remedy);
  }
  if (code === 'AccessDenied') {
    const remedy = "Let the role's trust policy match the job's subject (repository and branch, or environment) and audience.";
    throw loginFailure('CLOUD_ROLE_REFUSED', `The job may not assume ${role}: ${message}`, remedy);
  }
  throw loginFailure(
    'CLOUD_LOGIN_REFUSED',
    `${STS} refused the log-in (${code || status}): ${message}`,
    'Check "role-to-assume".',
  );
}

async function assumeRole(access: EksAccess, stsUrl: string, ports: CloudPorts): Promise<Session> {
  const { role, audience = AUDIENCE } = access;
  const body = formOf({
    Action: 'AssumeRoleWithWebIdentity',
    Version: '2011-06-15',
    RoleArn: role,
    RoleSessionName: 'slipway',
    DurationSeconds: String(SESSION_SECONDS),
    WebIdentityToken: await jobIdToken(audience, ports),
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const response = await askCloud(STS, { method: 'POST', url: stsUrl, headers, body }, ports);
  const answer = await response.text();
  if (response.status !== 200) refusedRole(answer, response.status, access, audience);
  const [id, secret, session] = [
    elementOf(answer, 'AccessKeyId'),
    elementOf(answer, 'SecretAccessKey'),
    elementOf(answer, 'SessionToken'),
  ];
  if (id === '' || secret === '' || session === '') throw strangeAnswer(STS, 'credentials');
  for (const each of [secret, session]) ports.log.mask(each);
  const expiresMs = Date.parse(elementOf(answer, 'Expiration'));
  return { id, secret, session, expiresMs: Number.isNaN(expiresMs) ? ports.clock.now() + SESSION_SECONDS * 1000 : expiresMs };
}

async function describe(access: EksAccess, keys: AwsKeys, ports: CloudPorts): Promise<Endpoint> {
  const { region, partition, name } = access.cluster;
  const url = `https://eks.${region}.${domainOf(partition)}/clusters/${name}`;
  const request = await signedGet(url, keys, { region, service: 'eks', nowMs: ports.clock.now() });
  const response = await askCloud(EKS, request, ports);
  const answer = await jsonOf(response);
  const why = textAt(answer, 'message') || `status ${response.status}`;
  if (response.status === 404) {
    const remedy = 'Correct the region, account or name in "cluster".';
    throw loginFailure('CLUSTER_NOT_FOUND', `${EKS} has no cluster ${name} in ${region}: ${why}`, remedy);
  }
  if (response.status !== 200) {
    const remedy = `Allow ${access.role} eks:DescribeCluster on the cluster.`;
    throw loginFailure('CLUSTER_NOT_READABLE', `${EKS} does not show the cluster ${name}: ${why}`, remedy);
  }
  const server = textAt(answer, 'cluster', 'endpoint');
  if (!server.startsWith('https://')) throw strangeAnswer(EKS, "the cluster's address");
  return {
    server,
    ca: pemOf(textAt(answer, 'cluster', 'certificateAuthority', 'data'), EKS),
    isPrivate: at(answer, 'cluster', 'resourcesVpcConfig', 'endpointPublicAccess') === false,
  };
}

/**
 * A token is an address of GetCallerIdentity that was signed for this very cluster; the cluster calls it to learn who came.
 *
 * https://github.com/kubernetes-sigs/aws-iam-authenticator#api-authorization-from-outside-a-cluster
 */
async function bearer(
  { cluster: { region, name } }: EksAccess,
  stsUrl: string,
  keys: AwsKeys,
  nowMs: number,
): Promise<CloudToken> {
  const query = formOf({ Action: 'GetCallerIdentity', Version: '2011-06-15', 'X-Amz-Expires': '60' });
  const url = await presignedUrl(`${stsUrl}?${query}`, { 'x-k8s-aws-id': name }, keys, { region, service: 'sts', nowMs });
  return { token: `k8s-aws-v1.${Buffer.from(url).toString('base64url')}`, expiresMs: nowMs + TOKEN_MS };
}

/** The way into an EKS cluster: the job's ID token, a role, and a signature. */
export function eksLogin(access: EksAccess, ports: CloudPorts): CloudLogin {
  const { region, partition, name } = access.cluster;
  const stsUrl = `https://sts.${region}.${domainOf(partition)}/`;
  let session: Promise<Session> | undefined;
  const keys = async (): Promise<Session> => {
    const known = await session?.catch(() => undefined);
    if (known !== undefined && known.expiresMs - MARGIN_MS > ports.clock.now()) return known;
    session = assumeRole(access, stsUrl, ports);
    return session;
  };
  return {
    cluster: `the EKS cluster ${name}`,
    endpoint: async () => describe(access, await keys(), ports),
    token: async () => bearer(access, stsUrl, await keys(), ports.clock.now()),
  };
}
