import { describe, expect, it } from '@jest/globals';
import { Failure } from '@slipway/failure';
import { kubernetes } from '@slipway/kubernetes';
import { Secret } from '@slipway/metadata';
import { memoryClock, memoryFiles, memoryHttp, memoryLog, scriptedExec } from '@slipway/system/memory';
import { connectCluster } from './connect.ts';
import { type ClusterInputs, clusterInputProblems } from './inputs.ts';
import { ACCESS, CA, type CloudSettings, memoryClouds, type Provider, RUNNER, SERVER } from './memory/index.ts';

const PROVIDERS: readonly Provider[] = ['eks', 'gke', 'aks'];
const MINUTE = 60_000;
const NOTHING: ClusterInputs = {
  ...{ kubeconfig: undefined, kubeconfigPath: undefined, context: undefined, cluster: undefined, roleToAssume: undefined },
  ...{ workloadIdentityProvider: undefined, serviceAccount: undefined, clientId: undefined, tenantId: undefined },
  ...{ idTokenAudience: undefined, server: undefined, certificateAuthority: undefined, token: undefined },
};
const camel = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

function inputsFor(provider: Provider, others: Partial<ClusterInputs> = {}): ClusterInputs {
  const own = Object.fromEntries(Object.entries(ACCESS[provider]).map(([name, value]) => [camel(name), value]));
  return { ...NOTHING, ...own, ...others };
}

function world(provider: Provider, settings: CloudSettings = {}, permitted = true) {
  const clock = memoryClock(Date.UTC(2026, 0, 1));
  const log = memoryLog();
  const clouds = memoryClouds(provider, settings, clock, { permitted });
  const cancelled = new AbortController().signal;
  const ports = {
    ...{ clock, log, cancelled, exec: scriptedExec(), files: memoryFiles() },
    http: clouds.http,
    environment: clouds.environment,
  };
  return { ...clouds, clock, log, ports };
}

async function refusalOf(work: Promise<unknown>): Promise<{ code: string; text: string }> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Failure) return { code: error.code, text: JSON.stringify(error.problems) };
    throw error;
  }
  throw new Error('nothing was refused');
}

describe.each(PROVIDERS)('%s', (provider) => {
  it("lets a job in by its own identity, and asks the cluster's API server as that", async () => {
    const { ports, came } = world(provider);
    const connection = await connectCluster(inputsFor(provider), ports);
    expect(connection.server).toBe(SERVER);
    await kubernetes(connection, ports).can({ verb: 'get', group: '', resource: 'pods' });
    expect(came).toHaveLength(1);
    expect(came[0]).toEqual(expect.any(String));
  });

  it('keeps its token while it is good, and renews it before it ends', async () => {
    const { ports, came, asked, clock } = world(provider);
    const connection = await connectCluster(inputsFor(provider), ports);
    const client = kubernetes(connection, ports);
    const right = { verb: 'get', group: '', resource: 'pods' };
    const asking = asked.length;
    for (let minute = 0; minute < 5; minute++) await client.can(right);
    expect(new Set(asked.slice(asking))).toEqual(new Set([new URL(SERVER).host]));
    for (let hours = 0; hours < 12; hours++) {
      await clock.sleep(20 * MINUTE);
      await client.can(right);
    }
    expect(came).toHaveLength(17);
    expect(came.every((who) => who !== undefined)).toBe(true);
  });

  it('renews a token that the API server refuses, once', async () => {
    const { ports } = world(provider);
    const { authorize } = await connectCluster(inputsFor(provider), ports);
    const tokenOf = async (renew: boolean): Promise<string> => (await authorize(renew)).headers['authorization'] ?? '';
    const first = await tokenOf(false);
    expect(await tokenOf(false)).toBe(first);
    await ports.clock.sleep(1000);
    expect(await tokenOf(true)).not.toBe(first);
  });

  it('uses a token as long as it lasts when it cannot be renewed in time', async () => {
    const { ports, clock } = world(provider);
    let away = false;
    const http = {
      fetch: (request: Parameters<typeof ports.http.fetch>[0]) =>
        away ? memoryHttp(() => undefined).fetch(request) : ports.http.fetch(request),
    };
    const { authorize } = await connectCluster(inputsFor(provider), { ...ports, http });
    const first = (await authorize(false)).headers['authorization'];
    const lifeMs = provider === 'eks' ? 14 * MINUTE : 60 * MINUTE;
    away = true;
    await clock.sleep(lifeMs - MINUTE / 2);
    const late = await authorize(false).then(
      ({ headers }) => headers['authorization'],
      () => undefined,
    );
    // EKS signs its tokens itself, and so gets a new one without asking anybody.
    if (provider === 'eks') expect(late).not.toBe(first);
    else expect(late).toBe(first);
    await clock.sleep(60 * MINUTE);
    expect((await refusalOf(authorize(false))).code).toBe('CLOUD_UNREACHABLE');
  });

  it.each<[string, CloudSettings, string, RegExp]>([
    ['a cloud that takes ID tokens for others', { audience: 'somebody-else' }, 'CLOUD_AUDIENCE_REFUSED', /audience/i],
    [
      'a role that trusts another job',
      { subject: 'repo:org/other:ref:refs/heads/main' },
      'CLOUD_ROLE_REFUSED',
      /subject|condition/i,
    ],
    ['a cluster that is not there', { exists: false }, 'CLUSTER_NOT_FOUND', /"cluster\\?"/],
    ['a cluster that the identity may not see', { readable: false }, 'CLUSTER_NOT_READABLE', /Grant|Allow/],
    ['an API server that cannot be reached', { reachable: false }, 'CLUSTER_ENDPOINT_UNREACHABLE', /runner/],
  ])('names %s', async (_, settings, code, words) => {
    const refusal = await refusalOf(connectCluster(inputsFor(provider), world(provider, settings).ports));
    expect(refusal.code).toBe(code);
    expect(refusal.text).toMatch(words);
  });

  it('names a job that gets no ID token, and asks nobody anything', async () => {
    const { ports, asked } = world(provider, {}, false);
    const refusal = await refusalOf(connectCluster(inputsFor(provider), ports));
    expect(refusal).toMatchObject({ code: 'ID_TOKEN_NOT_PERMITTED', text: expect.stringContaining('id-token: write') });
    expect(asked).toEqual([]);
  });

  it('takes another audience where the cloud was set up for one', async () => {
    const { ports } = world(provider, { audience: 'our-own' });
    const connection = await connectCluster(inputsFor(provider, { idTokenAudience: 'our-own' }), ports);
    expect(connection.server).toBe(SERVER);
  });

  it('names answers that are not what they should be', async () => {
    const { ports } = world(provider);
    const hosts = ['amazonaws.com', 'googleapis.com', 'microsoftonline.com', 'azure.com'];
    const http = {
      fetch: (request: Parameters<typeof ports.http.fetch>[0]) =>
        hosts.some((host) => new URL(request.url).host.endsWith(host))
          ? memoryHttp(() => ({ status: 200, body: '<html>hello</html>' })).fetch(request)
          : ports.http.fetch(request),
    };
    expect((await refusalOf(connectCluster(inputsFor(provider), { ...ports, http }))).code).toBe('CLOUD_ANSWER_STRANGE');
  });

  it('masks every token and key, and shows none', async () => {
    const { ports, log } = world(provider);
    const { authorize } = await connectCluster(inputsFor(provider), ports);
    const { headers } = await authorize(false);
    const token = (headers['authorization'] ?? '').replace('Bearer ', '');
    expect(log.masked).toEqual(expect.arrayContaining([RUNNER.token, token]));
    if (provider === 'eks')
      expect(log.masked).toEqual(expect.arrayContaining(['aws-secret-key-1+/=', 'aws-session-token-1//==']));
    expect(log.lines.join('\n')).not.toContain(token);
  });
});

it('says of EKS that a private endpoint is why, where the provider says so', async () => {
  const { ports } = world('eks', { reachable: false, isPrivate: true });
  expect((await refusalOf(connectCluster(inputsFor('eks'), ports))).text).toContain('its endpoint is private');
});

it('names a service account that the job may not act as', async () => {
  const refusal = await refusalOf(connectCluster(inputsFor('gke'), world('gke', { mayActAs: false }).ports));
  expect(refusal).toMatchObject({ code: 'CLOUD_ROLE_REFUSED', text: expect.stringContaining('workloadIdentityUser') });
});

it('lets a job into GKE for itself without a service account', async () => {
  const { ports, came } = world('gke');
  const connection = await connectCluster(inputsFor('gke', { serviceAccount: undefined }), ports);
  await kubernetes(connection, ports).can({ verb: 'get', group: '', resource: 'pods' });
  expect(came).toEqual(['the job']);
});

it('takes a server and the token of a service account', async () => {
  const { ports } = world('eks');
  const given = { server: `${SERVER}/`, token: new Secret('sa-token'), certificateAuthority: Buffer.from(CA).toString('base64') };
  const connection = await connectCluster({ ...NOTHING, ...given }, ports);
  expect(connection.server).toBe(SERVER);
  expect(await connection.authorize(false)).toEqual({ headers: { authorization: 'Bearer sa-token' }, tls: { ca: CA } });
});

describe('the inputs of a log-in', () => {
  const problems = (given: Partial<ClusterInputs>): readonly string[] =>
    clusterInputProblems({ ...NOTHING, ...given }).map(({ code, message }) => `${code} ${message}`);

  it.each(PROVIDERS)('fit %s', (provider) => {
    expect(clusterInputProblems(inputsFor(provider))).toEqual([]);
  });

  it('are all told at once that are wrong', () => {
    expect(problems({ ...inputsFor('aks', { clientId: 'x', tenantId: undefined, roleToAssume: 'deploy' }) })).toEqual([
      'INPUT_MISSING AKS needs "tenant-id".',
      'INPUTS_CONTRADICT "role-to-assume" means nothing to AKS.',
      'INPUT_MALFORMED Input "role-to-assume" is "deploy", and the ARN of a role is expected.',
      'INPUT_MALFORMED Input "client-id" is "x", and a UUID is expected.',
    ]);
  });

  it.each<[string, Partial<ClusterInputs>, RegExp]>([
    ['two ways', inputsFor('eks', { kubeconfigPath: 'k' }), /"kubeconfig" and "cluster"/],
    ['a role without a cluster', { roleToAssume: ACCESS.eks['role-to-assume'] }, /"role-to-assume" is given without "cluster"/],
    ['a cluster by its short name', { cluster: 'shop' }, /names no cluster of EKS, GKE or AKS/],
    ['a server without a token', { server: SERVER }, /"server" needs "token"/],
    ['a token without a server', { token: new Secret('x') }, /"token" is given without "server"/],
    ['a server over plain HTTP', { server: 'http://x', token: new Secret('x') }, /https:\/\//],
  ])('that are %s are refused', (_, given, words) => {
    expect(problems(given).join('\n')).toMatch(words);
  });
});
