import { describe, expect, test } from '@jest/globals';
import { kubernetes, type KubeObject } from '@slipway/kubernetes';
import { memoryCluster, type MemoryCluster } from '@slipway/kubernetes/memory';
import { ledgerStore, withConfigCopies, withRelease, withState } from '@slipway/rollout';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryClock, memoryFiles, memoryLog } from '@slipway/system/memory';
import { action } from './action.ts';
import { namespaceName } from './branch-namespace.ts';
import { run } from './run.ts';

const NOW = Date.parse('2026-06-03T10:00:00Z');
const DAY = 86_400_000;
const KUBECONFIG = `current-context: a
contexts: [{ name: a, context: { cluster: a, user: a } }]
clusters: [{ name: a, cluster: { server: 'https://memory' } }]
users: [{ name: a, user: { token: cluster-token-123456 } }]
`;
const IN_CLUSTER = { kubeconfig: KUBECONFIG };

interface Given {
  readonly files?: Readonly<Record<string, string>>;
  readonly cluster?: MemoryCluster;
  readonly now?: number;
  readonly ref?: string;
}

async function act(
  inputs: Readonly<Record<string, string>>,
  { files = {}, cluster, now = NOW, ref = 'refs/heads/feature/Cart' }: Given = {},
) {
  const memory = memoryFiles(files);
  const http = cluster?.http ?? memoryCluster().http;
  const host = memoryHost(inputs, { files: memory, clock: memoryClock(now), log: memoryLog(), http }, { ref, actor: 'ada' });
  const exitCode = await runAction(action, run, host);
  const { outputs, annotations, reports } = host.written;
  return {
    ...{ exitCode, outputs, files: memory, annotations },
    said: annotations.map(({ message }) => message).join('\n'),
    codes: annotations.map(({ title }) => title),
    headline: reports[0]?.headline ?? '',
    everything: JSON.stringify(host.written),
  };
}

const deployment = (replicas: number, image: string): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: orders }\nspec:\n  replicas: ${replicas}\n  template: { spec: { containers: [{ name: app, image: ${image} }] } }\n`;

const MIRROR = (more = ''): string => `version: 1
environments:
  staging:
    manifests: [staging]
    mirrors: production
${more}  production:
    manifests: [production]
`;

describe('drift', () => {
  const files = {
    '.slipway/environments.yml': MIRROR(),
    'staging/d.yml': deployment(1, 'r.io/orders'),
    'production/d.yml': deployment(3, 'r.io/orders'),
  };

  test('is told on the line where it stands, and fails where it is to', async () => {
    const told = await act({ mode: 'drift' }, { files });
    expect([told.exitCode, told.outputs['differences'], told.codes]).toEqual([0, '1', ['Drift']]);
    expect(told.annotations[0]).toMatchObject({ level: 'warning', file: 'staging/d.yml', line: 5 });
    expect(told.said).toBe('Deployment/orders: spec.replicas is 1 in staging and 3 in production.');
    expect((await act({ mode: 'drift', 'on-drift': 'fail' }, { files })).exitCode).toBe(1);
  });

  test('that is allowed is no drift, and what is allowed for nothing is told', async () => {
    const may = "    may-differ: [{ fields: spec.replicas, why: smaller }, { objects: 'Ingress/*', why: another host }]\n";
    const { exitCode, outputs, codes, headline } = await act(
      { mode: 'drift', 'on-drift': 'fail' },
      { files: { ...files, '.slipway/environments.yml': MIRROR(may) } },
    );
    expect([exitCode, outputs['differences'], codes]).toEqual([0, '0', ['Needless allowance']]);
    expect(headline).toBe('staging is as production, but for 1 difference that may be.');
  });

  test.each<[string, Record<string, string>, Record<string, string>, string]>([
    ['of what is not described', { environment: 'qa' }, {}, 'ENVIRONMENT_UNKNOWN'],
    ['of what mirrors nothing', { environment: 'production' }, {}, 'NO_MIRROR'],
    [
      'of what has no objects',
      {},
      { '.slipway/environments.yml': 'version: 1\nenvironments: { staging: { mirrors: production }, production: {} }\n' },
      'ENVIRONMENT_WITHOUT_OBJECTS',
    ],
    [
      'of what runs beside what is to run',
      {},
      {
        '.slipway/environments.yml': MIRROR().replace('    manifests: [staging]', '    snapshot: s.json'),
        's.json': '{"schema":"slipway.environment/v1","namespace":"s","at":"now","services":[]}',
      },
      'ENVIRONMENTS_INCOMPARABLE',
    ],
  ])('%s cannot be told', async (_, inputs, more, code) => {
    const { exitCode, codes } = await act({ mode: 'drift', ...inputs }, { files: { ...files, ...more } });
    expect([exitCode, codes]).toEqual([1, expect.arrayContaining([code])]);
  });
});

describe('a check of staging', () => {
  const clean = {
    '.slipway/environments.yml': `${MIRROR()}production-only: { hosts: ['*.prod.internal'], secrets: ['payments-live'] }\ntest-data: { files: ['data/*.json'] }\n`,
    'staging/d.yml': deployment(1, 'r.io/orders'),
    'staging/c.yml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c }\ndata:\n  db: db.staging.internal\n',
    'production/d.yml': deployment(3, 'r.io/orders'),
    'data/users.json': '{ "mail": "ada@example.com", "card": "4242424242424242" }\n',
  };

  test('passes where nothing is of production or of a person', async () => {
    const { exitCode, outputs, said } = await act({ mode: 'check' }, { files: clean });
    expect([exitCode, outputs['traces'], said]).toEqual([0, '0', '']);
  });

  test('refuses an endpoint of production, and a person, each on its line', async () => {
    const files = {
      ...clean,
      'staging/c.yml': clean['staging/c.yml'].replace('db.staging', 'db.prod'),
      'data/users.json': '{\n"mail": "ada@gmail.com" }\n',
    };
    const { exitCode, annotations, outputs } = await act({ mode: 'check' }, { files });
    expect([exitCode, outputs['traces']]).toEqual([1, '2']);
    expect(annotations).toMatchObject([
      { title: 'PRODUCTION_ENDPOINT', file: 'staging/c.yml', line: 5 },
      { title: 'PERSONAL_DATA', file: 'data/users.json', line: 2 },
    ]);
  });

  test('refuses a secret that both have the value of, and shows it nowhere', async () => {
    const value = Buffer.from('correct-horse-battery').toString('base64');
    const secret = `apiVersion: v1\nkind: Secret\nmetadata: { name: s }\ndata:\n  PASSWORD: ${value}\n`;
    const { codes, everything } = await act(
      { mode: 'check' },
      { files: { ...clean, 'staging/s.yml': secret, 'production/s.yml': secret } },
    );
    expect(codes).toEqual(['PRODUCTION_SECRET_VALUE']);
    for (const spelling of [value, 'correct-horse-battery']) expect(everything).not.toContain(spelling);
  });

  test('cannot tell where nothing says what production is, and where no data is there', async () => {
    const unknown = 'version: 1\nenvironments: { staging: { manifests: [staging] } }\n';
    expect((await act({ mode: 'check' }, { files: { ...clean, '.slipway/environments.yml': unknown } })).codes).toEqual([
      'PRODUCTION_UNKNOWN',
    ]);
    const { 'data/users.json': _, ...without } = clean;
    expect((await act({ mode: 'check' }, { files: without })).codes).toEqual(['TEST_DATA_NONE']);
  });
});

describe('the namespace of a branch', () => {
  const OPEN = { mode: 'open', service: 'orders', ...IN_CLUSTER };
  const NAME = namespaceName('orders', 'feature/Cart');

  test('has a name of its own, which a cluster takes', () => {
    expect(namespaceName('orders', 'cart')).toBe('orders-cart');
    expect(NAME).toMatch(/^orders-feature-cart-[0-9a-f]{6}$/);
    expect(new Set(['feature/Cart', 'feature/cart', 'feature-cart'].map((branch) => namespaceName('orders', branch))).size).toBe(
      3,
    );
    const long = namespaceName('orders', 'x'.repeat(200));
    expect([long.length <= 63, /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(long)]).toEqual([true, true]);
  });

  test('is made with its limits, and lives longer when it is opened again', async () => {
    const cluster = memoryCluster();
    const first = await act({ ...OPEN, lifetime: '2d', quota: 'pods=20\nrequests.memory=4Gi' }, { cluster });
    expect([first.exitCode, first.outputs['namespace'], first.outputs['expires-at']]).toEqual([
      0,
      NAME,
      '2026-06-05T10:00:00.000Z',
    ]);
    expect(cluster.get('Namespace', undefined, NAME)?.metadata).toMatchObject({
      labels: { 'slipway.dev/environment': 'dev', 'slipway.dev/service': 'orders' },
      annotations: { 'slipway.dev/branch': 'feature/Cart', 'slipway.dev/opened-by': 'ada' },
    });
    expect(cluster.get('ResourceQuota', NAME, 'slipway')?.['spec']).toEqual({ hard: { pods: '20', 'requests.memory': '4Gi' } });
    const again = await act({ ...OPEN, lifetime: '2d' }, { cluster, now: NOW + DAY });
    expect(again.outputs['expires-at']).toBe('2026-06-06T10:00:00.000Z');
    expect(again.headline).toContain('it was there already');
  });

  test('is never one that something else made', async () => {
    const cluster = memoryCluster({ objects: [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAME } }] });
    for (const mode of ['open', 'close']) {
      const { exitCode, codes } = await act({ ...OPEN, mode }, { cluster });
      expect([exitCode, codes]).toEqual([1, ['NAMESPACE_FOREIGN']]);
    }
    expect(cluster.writes).toEqual([]);
  });

  test('goes when it is closed', async () => {
    const cluster = memoryCluster();
    await act(OPEN, { cluster });
    expect((await act({ ...OPEN, mode: 'close' }, { cluster })).outputs['deleted']).toBe(NAME);
    expect(cluster.get('Namespace', undefined, NAME)).toBeUndefined();
    const nothing = await act({ ...OPEN, mode: 'close' }, { cluster });
    expect([nothing.exitCode, nothing.outputs['deleted']]).toEqual([0, '']);
  });

  test('of a pull request is known by its number, and without a branch there is none', async () => {
    const { outputs } = await act(OPEN, { cluster: memoryCluster(), ref: 'refs/pull/12/merge' });
    expect(outputs['namespace']).toBe('orders-pull-12');
    expect((await act(OPEN, { ref: '' })).codes).toEqual(['BRANCH_UNKNOWN']);
  });

  test('needs a service, and limits that are some: all is told at once', async () => {
    const { codes } = await act({ mode: 'open', quota: 'pods:20\nmemory', ...IN_CLUSTER });
    expect(codes).toEqual(['INPUT_MISSING', 'INPUT_MALFORMED', 'INPUT_MALFORMED']);
  });
});

describe('a sweep', () => {
  async function opened() {
    const cluster = memoryCluster({
      objects: ['default', 'shop'].map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })),
    });
    for (const [branch, lifetime] of [
      ['old', '1h'],
      ['older', '30m'],
      ['new', '3d'],
    ] as const) {
      await act({ mode: 'open', service: 'orders', branch, lifetime, ...IN_CLUSTER }, { cluster });
    }
    const names = () =>
      cluster.store
        .all()
        .filter(({ kind }) => kind === 'Namespace')
        .map(({ metadata }) => metadata.name);
    return { cluster, names };
  }
  const SWEEP = { mode: 'sweep', ...IN_CLUSTER };

  test('deletes what is over, and nothing else', async () => {
    const { cluster, names } = await opened();
    const { outputs, headline } = await act(SWEEP, { cluster, now: NOW + 2 * 3_600_000 });
    expect(String(outputs['deleted']).split('\n').sort()).toEqual(['orders-old', 'orders-older']);
    expect(headline).toBe('2 of 3 namespaces of branches are deleted: their time is over.');
    expect(names().sort()).toEqual(['default', 'orders-new', 'shop']);
  });

  test('only tells, and deletes no more than it may', async () => {
    const { cluster, names } = await opened();
    const later = { cluster, now: NOW + 2 * 3_600_000 };
    expect((await act({ ...SWEEP, 'dry-run': 'true' }, later)).headline).toContain('would be deleted');
    expect(names()).toHaveLength(5);
    await act({ ...SWEEP, 'at-most': '1' }, later);
    expect(names()).toHaveLength(4);
  });

  test('keeps what is opened again while it sweeps', async () => {
    const { cluster, names } = await opened();
    const later = NOW + 2 * 3_600_000;
    let again = false;
    const http = {
      fetch: async (request: Parameters<typeof cluster.http.fetch>[0]) => {
        if (request.method === 'DELETE' && !again) {
          again = true;
          await act({ mode: 'open', service: 'orders', branch: 'old', ...IN_CLUSTER }, { cluster, now: later });
        }
        return cluster.http.fetch(request);
      },
    };
    const { outputs } = await act(SWEEP, { cluster: { ...cluster, http }, now: later });
    expect(outputs['deleted']).toBe('orders-older');
    expect(names()).toContain('orders-old');
  });

  test('leaves what does not say when it is to go, and says so', async () => {
    const { cluster, names } = await opened();
    const live = cluster.get('Namespace', undefined, 'orders-old') as KubeObject;
    cluster.store.put({ ...live, metadata: { ...live.metadata, annotations: { 'slipway.dev/expires-at': 'soon' } } });
    const { exitCode, codes } = await act(SWEEP, { cluster, now: NOW + 2 * 3_600_000 });
    expect([exitCode, codes]).toEqual([0, ['Namespace without an end']]);
    expect(names()).toContain('orders-old');
  });
});

describe('a snapshot', () => {
  const IMAGE = `r.io/orders@sha256:${'a'.repeat(64)}`;
  const SECRET = Buffer.from('correct-horse-battery').toString('base64');

  async function recorded(image: string, replicas: number) {
    const cluster = memoryCluster();
    const client = kubernetes(cluster.connection, { http: cluster.http, clock: memoryClock() });
    const objects = withConfigCopies(
      [
        { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'keys', namespace: 'shop' }, data: { KEY: SECRET } },
        {
          ...{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'orders', namespace: 'shop' } },
          spec: {
            replicas,
            template: { spec: { containers: [{ name: 'app', image, envFrom: [{ secretRef: { name: 'keys' } }] }] } },
          },
        },
      ].map((object) => ({ object })),
    ).map(({ object }) => object);
    await ledgerStore(client, { service: 'orders', namespace: 'shop' }).update((ledger) => {
      const next = withRelease(ledger, { image, at: new Date(NOW).toISOString(), objects });
      return withState(next, next.current ?? 0, 'good');
    });
    return cluster;
  }

  const take = async (cluster: MemoryCluster, out: string) => {
    const { exitCode, files, everything } = await act({ mode: 'snapshot', namespace: 'shop', out, ...IN_CLUSTER }, { cluster });
    expect(exitCode).toBe(0);
    for (const spelling of [SECRET, 'correct-horse-battery']) expect(everything).not.toContain(spelling);
    return files.readText(out);
  };

  test('says what runs, as its manifests have it, and no secret', async () => {
    const text = await take(await recorded(IMAGE, 2), 's.json');
    expect(text).not.toContain(SECRET);
    const { services } = JSON.parse(text) as { services: readonly { readonly objects: readonly KubeObject[] }[] };
    expect(services).toMatchObject([{ service: 'orders', release: 1, state: 'good', image: IMAGE }]);
    expect(services[0]?.objects.map(({ kind, metadata: { name } }) => `${kind}/${name}`)).toEqual([
      'Secret/keys',
      'Deployment/orders',
    ]);
    expect(JSON.stringify(services[0]?.objects[1])).toContain('"secretRef":{"name":"keys"}');
  });

  test('of each of two environments tells which release runs where, and what differs beside', async () => {
    const files = {
      's.json': await take(await recorded(IMAGE, 1), 's.json'),
      'p.json': await take(await recorded(IMAGE.replace(/a{64}/, 'b'.repeat(64)), 3), 'p.json'),
      '.slipway/environments.yml':
        'version: 1\nenvironments:\n  staging: { snapshot: s.json, mirrors: production }\n  production: { snapshot: p.json }\n',
    };
    const { said, everything } = await act({ mode: 'drift' }, { files });
    expect(said).toBe('Deployment/orders: spec.replicas is 1 in staging and 3 in production.');
    expect(everything).toContain('release 1, sha256:aaaaaaaaaaaa');
    expect(everything).toContain('release 1, sha256:bbbbbbbbbbbb');
  });

  test('of a namespace without a release is none', async () => {
    expect((await act({ mode: 'snapshot', namespace: 'shop', ...IN_CLUSTER }, { cluster: memoryCluster() })).codes).toEqual([
      'RELEASE_NONE',
    ]);
    expect((await act({ mode: 'snapshot', ...IN_CLUSTER })).codes).toEqual(['INPUT_MISSING']);
  });
});
