import type { Clock, Http, HttpRequest } from '@slipway/system';
import { type Answer, memoryHttp } from '@slipway/system/memory';
import { AWS, memoryAws } from './aws.ts';
import { AZURE, memoryAzure } from './azure.ts';
import { issue, RUNNER } from './github.ts';
import { GOOGLE, memoryGoogle } from './google.ts';
import type { Arrived } from './signature.ts';
import { CA, type CloudSettings, json, SERVER } from './world.ts';

export { RUNNER, SUBJECT } from './github.ts';
export { AWS, AZURE, GOOGLE };
export type { CloudSettings } from './world.ts';
export { CA, SERVER } from './world.ts';

const CLOUDS = { eks: memoryAws, gke: memoryGoogle, aks: memoryAzure } as const;

/** The made-up clouds, by the clusters that they have. */
export type Provider = keyof typeof CLOUDS;

/** The inputs by which each cloud's cluster is entered. */
export const ACCESS: Readonly<Record<Provider, Readonly<Record<string, string>>>> = {
  eks: { cluster: AWS.cluster, 'role-to-assume': AWS.role },
  gke: {
    cluster: GOOGLE.cluster,
    'workload-identity-provider': GOOGLE.provider,
    'service-account': GOOGLE.serviceAccount,
  },
  aks: { cluster: AZURE.cluster, 'client-id': AZURE.clientId, 'tenant-id': AZURE.tenantId },
};

/** A cloud with a cluster, and the runner that asks for it. */
export interface MemoryClouds {
  readonly http: Http;
  /** Hosts that were asked, in order. */
  readonly asked: string[];
  /** Who the API server took each request to be from; undefined for one that it took from nobody. */
  readonly came: (string | undefined)[];
  environment(name: string): string | undefined;
}

function arrivedOf({ method = 'GET', url, headers = {}, body }: HttpRequest): Arrived {
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return { method, url: new URL(url), headers: lower, body: typeof body === 'string' ? body : '' };
}

/**
 * A cloud that lets in just whom it should.
 *
 * @param permitted whether the job may have ID tokens
 * @param api what the cluster's API server answers to a request that it takes
 */
export function memoryClouds(
  provider: Provider,
  settings: CloudSettings,
  clock: Clock,
  { permitted = true, api }: { readonly permitted?: boolean; readonly api?: Http } = {},
): MemoryClouds {
  const cloud = CLOUDS[provider](settings, clock);
  const [asked, came]: [string[], (string | undefined)[]] = [[], []];
  const cluster = (request: HttpRequest, { url, headers }: Arrived): Answer | undefined => {
    if (settings.reachable === false || request.tls?.ca !== CA) return undefined;
    if (url.pathname === '/version') return json(200, {});
    const who = cloud.whoIs((headers['authorization'] ?? '').replace('Bearer ', ''));
    came.push(who);
    return who === undefined ? json(401, { message: 'Unauthorized' }) : json(200, {});
  };
  const http = memoryHttp((request) => {
    const arrived = arrivedOf(request);
    asked.push(arrived.url.host);
    if (arrived.url.host === new URL(SERVER).host) return cluster(request, arrived);
    if (arrived.url.host === new URL(RUNNER.url).host) return issue(arrived);
    return cloud.answer(arrived) ?? { status: 404, body: '' };
  });
  const variables: Readonly<Record<string, string>> = {
    ACTIONS_ID_TOKEN_REQUEST_URL: RUNNER.url,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: RUNNER.token,
  };
  return {
    asked,
    came,
    environment: (name) => (permitted ? variables[name] : undefined),
    http: {
      fetch: async (request) => {
        const response = await http.fetch(request);
        const passed = request.url.startsWith(SERVER) && !request.url.endsWith('/version') && response.status === 200;
        return passed && api !== undefined ? api.fetch(request) : response;
      },
    },
  };
}
