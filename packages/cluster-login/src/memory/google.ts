import type { Answer } from '@slipway/system/memory';
import { claimsOf, SUBJECT } from './github.ts';
import type { Arrived } from './signature.ts';
import { CA, type CloudSettings, json, type MakeCloud, SERVER } from './world.ts';

/** A pool that trusts the job, a service account that it may act as, and the cluster. */
export const GOOGLE = {
  provider: 'projects/123/locations/global/workloadIdentityPools/github/providers/org',
  serviceAccount: 'deploy@shop.iam.gserviceaccount.com',
  cluster: 'projects/shop/locations/europe-west3/clusters/shop',
} as const;

const HOUR_MS = 3_600_000;

function refusedExchange(given: Readonly<Record<string, unknown>>, settings: CloudSettings): Answer | undefined {
  const refuse = (error: string, error_description: string): Answer => json(400, { error, error_description });
  const wanted = {
    audience: `//iam.googleapis.com/${GOOGLE.provider}`,
    grantType: 'urn:ietf:params:oauth:grant-type:token-exchange',
    requestedTokenType: 'urn:ietf:params:oauth:token-type:access_token',
    subjectTokenType: 'urn:ietf:params:oauth:token-type:jwt',
    scope: 'https://www.googleapis.com/auth/cloud-platform',
  };
  const wrong = Object.entries(wanted).find(([name, value]) => given[name] !== value)?.[0];
  if (wrong !== undefined) return refuse('invalid_target', `The target service indicated by "${wrong}" is invalid.`);
  const claims = claimsOf(String(given['subjectToken']));
  if (claims === undefined) return refuse('invalid_grant', "Error connecting to the given credential's issuer.");
  if (claims.aud !== (settings.audience ?? `https://iam.googleapis.com/${GOOGLE.provider}`)) {
    return refuse('invalid_grant', `The audience in ID Token [${claims.aud}] does not match the expected audience.`);
  }
  return claims.sub === (settings.subject ?? SUBJECT)
    ? undefined
    : refuse('unauthorized_client', 'The given credential is rejected by the attribute condition.');
}

/** Google with one pool, one service account and one GKE cluster. */
export const memoryGoogle: MakeCloud = (settings, clock) => {
  const tokens = new Map<string, { readonly who: string; readonly untilMs: number }>();
  const give = (who: string): string => {
    const token = `ya29.google-token-${tokens.size + 1}`;
    tokens.set(token, { who, untilMs: clock.now() + HOUR_MS });
    return token;
  };
  const whoIs = (token: string): string | undefined => {
    const known = tokens.get(token);
    return known !== undefined && known.untilMs > clock.now() ? known.who : undefined;
  };
  const bearerOf = ({ headers }: Arrived): string | undefined => whoIs((headers['authorization'] ?? '').replace('Bearer ', ''));
  const exchange = ({ body }: Arrived): Answer =>
    refusedExchange(JSON.parse(body) as Readonly<Record<string, unknown>>, settings) ??
    json(200, { access_token: give('the job'), expires_in: HOUR_MS / 1000, token_type: 'Bearer' });
  const actAs = (arrived: Arrived): Answer => {
    if (bearerOf(arrived) === undefined) return json(401, { error: { message: 'Invalid credentials.' } });
    const { scope, lifetime } = JSON.parse(arrived.body) as { scope?: unknown; lifetime?: unknown };
    if (!Array.isArray(scope) || lifetime !== '3600s') return json(400, { error: { message: 'Invalid request.' } });
    if (settings.mayActAs === false) {
      return json(403, { error: { message: "Permission 'iam.serviceAccounts.getAccessToken' denied." } });
    }
    return json(200, { accessToken: give(GOOGLE.serviceAccount), expireTime: new Date(clock.now() + HOUR_MS).toISOString() });
  };
  const describe = (arrived: Arrived): Answer => {
    if (bearerOf(arrived) === undefined) return json(401, { error: { message: 'Invalid credentials.' } });
    if (settings.readable === false) return json(403, { error: { message: 'Required "container.clusters.get" permission.' } });
    if (settings.exists === false) return json(404, { error: { message: `Not found: ${GOOGLE.cluster}.` } });
    const masterAuth = { clusterCaCertificate: Buffer.from(CA).toString('base64') };
    const privateClusterConfig = { enablePrivateEndpoint: settings.isPrivate === true };
    return json(200, { endpoint: new URL(SERVER).host, masterAuth, privateClusterConfig });
  };
  return {
    whoIs,
    answer: (arrived) => {
      const { method, url } = arrived;
      const at = `${method} ${url.host}${decodeURIComponent(url.pathname)}`;
      if (at === 'POST sts.googleapis.com/v1/token') return exchange(arrived);
      const account = `iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${GOOGLE.serviceAccount}`;
      if (at === `POST ${account}:generateAccessToken`) return actAs(arrived);
      return at === `GET container.googleapis.com/v1/${GOOGLE.cluster}` ? describe(arrived) : undefined;
    },
  };
};
