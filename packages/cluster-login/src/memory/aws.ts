import type { Answer } from '@slipway/system/memory';
import { claimsOf, SUBJECT } from './github.ts';
import { type Arrived, type KnownKey, signatureFault } from './signature.ts';
import { CA, type CloudSettings, json, type MakeCloud, SERVER } from './world.ts';

const REGION = 'eu-central-1';
const STS = `sts.${REGION}.amazonaws.com`;
const HOUR_MS = 3_600_000;

/** A role that trusts the job, and the cluster that it may enter. */
export const AWS = {
  role: 'arn:aws:iam::123456789012:role/deploy',
  cluster: `arn:aws:eks:${REGION}:123456789012:cluster/shop`,
} as const;

function xmlError(status: number, code: string, message: string): Answer {
  return { status, body: `<ErrorResponse><Error><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>` };
}

function refusedRole(form: URLSearchParams, settings: CloudSettings): Answer | undefined {
  const claims = claimsOf(form.get('WebIdentityToken') ?? '');
  const form0 = form.get('Action') === 'AssumeRoleWithWebIdentity' && form.get('Version') === '2011-06-15';
  if (!form0 || !form.has('RoleSessionName')) return xmlError(400, 'ValidationError', 'A parameter is missing.');
  if (claims === undefined) return xmlError(400, 'InvalidIdentityToken', 'Couldn&apos;t verify the token.');
  if (claims.aud !== (settings.audience ?? 'sts.amazonaws.com')) {
    return xmlError(400, 'InvalidIdentityToken', 'Incorrect token audience');
  }
  if (form.get('RoleArn') !== AWS.role || claims.sub !== (settings.subject ?? SUBJECT)) {
    return xmlError(403, 'AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity');
  }
  return undefined;
}

/** AWS with one role and one EKS cluster. */
export const memoryAws: MakeCloud = (settings, clock) => {
  const keys = new Map<string, KnownKey>();
  const assume = ({ body }: Arrived): Answer => {
    const refused = refusedRole(new URLSearchParams(body), settings);
    if (refused !== undefined) return refused;
    const number = keys.size + 1;
    const [id, secret, session] = [`ASIA${number}`, `aws-secret-key-${number}+/=`, `aws-session-token-${number}//==`];
    keys.set(id, { secret, session });
    const expiration = new Date(clock.now() + HOUR_MS).toISOString();
    const inner = `<AccessKeyId>${id}</AccessKeyId><SecretAccessKey>${secret}</SecretAccessKey><SessionToken>${session}</SessionToken><Expiration>${expiration}</Expiration>`;
    const result = `<AssumeRoleWithWebIdentityResult><Credentials>${inner}</Credentials></AssumeRoleWithWebIdentityResult>`;
    return { status: 200, body: `<AssumeRoleWithWebIdentityResponse>${result}</AssumeRoleWithWebIdentityResponse>` };
  };
  const describe = (arrived: Arrived): Answer => {
    const fault = signatureFault(arrived, keys, { region: REGION, service: 'eks', nowMs: clock.now() });
    if (fault !== undefined) return json(403, { message: fault });
    if (settings.readable === false) return json(403, { message: 'User is not authorized to perform: eks:DescribeCluster' });
    if (settings.exists === false) return json(404, { message: 'No cluster found for name: shop.' });
    const certificateAuthority = { data: Buffer.from(CA).toString('base64') };
    const resourcesVpcConfig = { endpointPublicAccess: settings.isPrivate !== true };
    return json(200, { cluster: { name: 'shop', endpoint: SERVER, certificateAuthority, resourcesVpcConfig } });
  };
  return {
    answer: (arrived) => {
      const { method, url } = arrived;
      if (method === 'POST' && url.host === STS) return assume(arrived);
      return url.host === `eks.${REGION}.amazonaws.com` && url.pathname === '/clusters/shop' ? describe(arrived) : undefined;
    },
    whoIs: (token) => {
      const address = Buffer.from(token.replace(/^k8s-aws-v1\./, ''), 'base64url').toString('utf8');
      if (!token.startsWith('k8s-aws-v1.') || token.endsWith('=') || !URL.canParse(address)) return undefined;
      const url = new URL(address);
      const asks = url.host === STS && url.searchParams.get('Action') === 'GetCallerIdentity';
      const signed = url.searchParams.get('X-Amz-SignedHeaders') === 'host;x-k8s-aws-id';
      // The cluster adds its own name: a token for another one does not fit.
      const arrived = { method: 'GET', url, headers: { 'x-k8s-aws-id': 'shop' }, body: '' };
      const fault = signatureFault(arrived, keys, { region: REGION, service: 'sts', nowMs: clock.now() });
      return asks && signed && fault === undefined ? AWS.role : undefined;
    },
  };
};
