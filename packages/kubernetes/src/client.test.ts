import { describe, expect, it } from '@jest/globals';
import { Failure } from '@slipway/failure';
import type { HttpRequest } from '@slipway/system';
import { memoryClock, memoryHttp } from '@slipway/system/memory';
import { kubernetes } from './client.ts';
import type { Connection } from './connection.ts';
import { memoryCluster } from './memory/index.ts';
import type { KubeObject } from './object.ts';
import { KubernetesFailure } from './status.ts';

const CONNECTION: Connection = {
  server: 'https://k8s',
  authorize: async (renew) => ({ headers: { authorization: renew ? 'new' : 'old' }, tls: {} }),
};
const CONFIG: KubeObject = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'shop' }, data: { x: '1' } };
const RESOURCES = JSON.stringify({ resources: [{ name: 'configmaps', kind: 'ConfigMap', namespaced: true }] });

function scripted(answer: (request: HttpRequest, call: number) => { status: number; body?: string } | undefined) {
  const requests: HttpRequest[] = [];
  const http = memoryHttp((request) => {
    if (request.url === 'https://k8s/api/v1') return { status: 200, body: RESOURCES };
    requests.push(request);
    return answer(request, requests.length);
  });
  return { client: kubernetes(CONNECTION, { http, clock: memoryClock() }), requests };
}

describe('a client of a cluster', () => {
  const cluster = memoryCluster();
  const client = kubernetes(cluster.connection, { http: cluster.http, clock: memoryClock() });

  it('applies, gets, lists and deletes', async () => {
    await client.apply(CONFIG);
    expect(await client.get({ ...CONFIG, name: 'a', namespace: 'shop' })).toMatchObject({ data: { x: '1' } });
    expect((await client.list(CONFIG, { namespace: 'shop' })).items).toHaveLength(1);
    expect(await client.delete({ ...CONFIG, name: 'a', namespace: 'shop' })).toBe(true);
    expect(await client.delete({ ...CONFIG, name: 'a', namespace: 'shop' })).toBe(false);
    expect(await client.get({ ...CONFIG, name: 'a', namespace: 'shop' })).toBeUndefined();
  });

  it('says that a kind is not served', async () => {
    await expect(client.resource({ apiVersion: 'example.com/v1', kind: 'Widget' })).rejects.toThrow(/serves no kind Widget/);
  });
});

describe('its transport', () => {
  it('renews its credentials once when they are refused', async () => {
    const { client, requests } = scripted(({ headers }) => ({
      status: headers?.['authorization'] === 'new' ? 200 : 401,
      body: '{}',
    }));
    await client.get({ ...CONFIG, name: 'a', namespace: 'shop' });
    expect(requests).toHaveLength(2);
  });

  it.each<[string, readonly string[]]>([
    [': .spec.replicas: expected numeric (int or float), got string', ['spec.replicas']],
    [
      ': errors:\n  .spec.replicsa: field not declared in schema\n  .metadata.x: field not declared in schema',
      ['spec.replicsa', 'metadata.x'],
    ],
  ])('does not take a field of the wrong type for a server in trouble: %s', async (said, fields) => {
    const message = `failed to create typed patch object (shop/a; apps/v1, Kind=Deployment)${said}`;
    const { client, requests } = scripted(() => ({ status: 500, body: JSON.stringify({ message, code: 500 }) }));
    const failure: unknown = await client.apply(CONFIG).catch((error: unknown) => error);
    expect(requests).toHaveLength(1);
    expect(failure).toMatchObject({ code: 'K8S_INVALID', status: 422, causes: fields.map((field) => ({ field })) });
  });

  it('gives up when the renewed credentials are refused as well', async () => {
    const { client } = scripted(() => ({ status: 401, body: '{"message":"Unauthorized"}' }));
    await expect(client.get({ ...CONFIG, name: 'a', namespace: 'shop' })).rejects.toMatchObject({
      status: 401,
      code: 'K8S_UNAUTHORIZED',
    });
  });

  it('sits out an outage, and then says that the server is away', async () => {
    const soon = scripted((_, call) => (call === 1 ? undefined : { status: call === 2 ? 503 : 200, body: '{}' }));
    await soon.client.get({ ...CONFIG, name: 'a', namespace: 'shop' });
    expect(soon.requests).toHaveLength(3);
    const never = scripted(() => undefined);
    await expect(never.client.get({ ...CONFIG, name: 'a', namespace: 'shop' })).rejects.toBeInstanceOf(Failure);
    expect(never.requests).toHaveLength(6);
  });

  it('names the other manager and the field of a conflict', async () => {
    const causes = [{ reason: 'FieldManagerConflict', message: 'conflict with "kubectl" using v1', field: '.data.x' }];
    const { client } = scripted(() => ({ status: 409, body: JSON.stringify({ details: { causes } }) }));
    const failure: unknown = await client.apply(CONFIG).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(KubernetesFailure);
    expect(failure).toMatchObject({ conflicts: [{ manager: 'kubectl', field: '.data.x' }], code: 'K8S_FIELD_CONFLICT' });
    expect(String(failure)).toMatch(/ConfigMap shop\/a: the field \.data\.x belongs to "kubectl"/);
  });

  it('sends applies as our field manager, and dry runs as such', async () => {
    const { client, requests } = scripted(() => ({ status: 200, body: '{}' }));
    await client.apply(CONFIG, { dryRun: true });
    expect(requests[0]).toMatchObject({ method: 'PATCH', headers: { 'content-type': 'application/apply-patch+yaml' } });
    expect(requests[0]?.url).toBe('https://k8s/api/v1/namespaces/shop/configmaps/a?fieldManager=slipway&force=false&dryRun=All');
  });
});

describe('its watch', () => {
  const line = (type: string, version: string, extra: object = {}): string =>
    `${JSON.stringify({ type, object: { metadata: { name: `m${version}`, resourceVersion: version }, ...extra } })}\n`;

  it('resumes where a stream ended, and lists again when its place in history is gone', async () => {
    const abort = new AbortController();
    const answers = [
      { status: 200, body: JSON.stringify({ items: [], metadata: { resourceVersion: '5' } }) },
      { status: 200, body: line('ADDED', '6') + line('BOOKMARK', '9') },
      { status: 200, body: line('ERROR', '', { code: 410 }) },
      { status: 200, body: JSON.stringify({ items: [CONFIG], metadata: { resourceVersion: '20' } }) },
      { status: 200, body: line('DELETED', '21') },
    ];
    const { client, requests } = scripted((_, call) => answers[call - 1]);
    const seen: string[] = [];
    for await (const event of client.watch(CONFIG, { namespace: 'shop' }, abort.signal)) {
      seen.push(event.type);
      if (event.type === 'deleted') abort.abort();
    }
    expect(seen).toEqual(['listed', 'stored', 'lost', 'listed', 'deleted']);
    expect(requests.map(({ url }) => new URL(url).searchParams.get('resourceVersion'))).toEqual([null, '5', '9', null, '20']);
  });

  it('ends at a refusal, which no patience mends', async () => {
    const { client } = scripted(() => ({ status: 403, body: '{"message":"forbidden"}' }));
    const read = async (): Promise<void> => {
      for await (const _ of client.watch(CONFIG, {}, new AbortController().signal));
    };
    await expect(read()).rejects.toThrow(/forbidden/);
  });
});
