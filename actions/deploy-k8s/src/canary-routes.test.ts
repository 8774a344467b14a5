import { describe, expect, it } from '@jest/globals';
import { type Deployment, KINDS, type KubeObject, type Pod } from '@slipway/kubernetes';
import { rollOut } from '@slipway/kubernetes/memory';
import type { Http } from '@slipway/system';
import { worldClock } from '@slipway/system/memory';
import { dyingAt, isWrite } from './memory/interference.ts';
import { CRASH, image, world, type World } from './memory/world.ts';

type Made = ReturnType<typeof world>;

const CANARY = { strategy: 'canary', 'canary-steps': '10%: 30s\n50%: 30s' };
const SERVICE = `apiVersion: v1
kind: Service
metadata: { name: order-service }
spec:
  selector: { app: order-service }
  ports: [{ port: 80 }]
`;
const ROUTE = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: shop }
spec:
  parentRefs: [{ name: gateway }]
  rules:
    - backendRefs: [{ name: order-service, port: 80 }]
`;
const INGRESS = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: shop }
spec:
  ingressClassName: nginx
  rules:
    - host: shop.test
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: order-service, port: { number: 80 } } } }] }
`;
const BOTH = { 'k8s/service.yaml': SERVICE, 'k8s/z-route.yaml': ROUTE, 'k8s/z-ingress.yaml': INGRESS };

const routed = (given: World = {}): Made => world({ ...given, files: { ...BOTH, ...given.files } });

interface Selecting extends KubeObject {
  readonly spec: { readonly selector: Readonly<Record<string, string>> };
}

interface Routing extends KubeObject {
  readonly spec: {
    readonly rules: readonly { readonly backendRefs: readonly { readonly name: string; readonly weight?: number }[] }[];
  };
}

/** How many ready pods a Service leads to, by the image's letter. */
function podsBehind({ cluster }: Made, service: string): string {
  const { selector = undefined } = cluster.get<Selecting>('Service', 'shop', service)?.spec ?? {};
  if (selector === undefined) return '-';
  const owners = new Map(cluster.store.all().map((object) => [object.metadata.uid, object]));
  const letters = cluster.store.all().flatMap(({ kind, metadata, status }) => {
    const ready = ((status ?? {}) as NonNullable<Pod['status']>).containerStatuses?.every((each) => each.ready);
    const led = Object.entries(selector).every(([key, value]) => metadata.labels?.[key] === value);
    if (kind !== 'Pod' || !led || ready !== true) return [];
    const set = owners.get(metadata.ownerReferences?.[0]?.uid);
    const deployment = owners.get(set?.metadata.ownerReferences?.[0]?.uid) as Deployment | undefined;
    return [deployment?.spec.template.spec.containers[0]?.image?.at(-1) ?? '?'];
  });
  return letters.sort().join('');
}

/** Where the HTTPRoute leads, with the weights and the pods that answer there. */
function ledBy(made: Made): string {
  const refs = made.cluster.get<Routing>('HTTPRoute', 'shop', 'shop')?.spec.rules[0]?.backendRefs ?? [];
  return refs.map(({ name, weight }) => `${weight ?? 'all'}:${podsBehind(made, name)}`).join(' ');
}

function nginxWeight({ cluster }: Made): string | undefined {
  const found = cluster.get<KubeObject>('Ingress', 'shop', 'shop-canary');
  return found?.metadata.annotations?.['nginx.ingress.kubernetes.io/canary-weight'];
}

function watching(made: () => Made, look: (made: Made) => void): (http: Http) => Http {
  return (http) => ({
    fetch: async (request) => {
      const response = await http.fetch(request);
      if (isWrite(request)) look(made());
      return response;
    },
  });
}

const distinct = (seen: readonly string[]): readonly string[] => seen.filter((each, index) => each !== seen[index - 1]);

describe('a canary that routes lead to', () => {
  it('gets exactly the share of each step, once it is ready, and the old pods alone have the rest', async () => {
    const made = routed();
    await made.deploy();
    const [led, weights] = [[] as string[], [] as string[]];
    const through = watching(
      () => made,
      (now) => {
        led.push(ledBy(now));
        weights.push(nginxWeight(now) ?? '-');
      },
    );
    const second = await made.deploy({ image: image('b'), ...CANARY }, { through });
    expect(second.outputs).toMatchObject({ verdict: 'pass', release: '2' });
    expect(distinct(led)).toEqual([
      'all:aa',
      '900:aa 100:b',
      '900:aa 100:bb',
      '500:aa 500:bb',
      '500:aabb 500:bb',
      '500:bbbb 500:bb',
      'all:bbbb',
      'all:bb',
    ]);
    expect(distinct(weights)).toEqual(['-', '100', '500', '-']);
    const names = made.cluster.store.all().map(({ metadata }) => metadata.name);
    expect(names.filter((name) => name.includes('canary'))).toEqual([]);
    expect(made.cluster.get<Selecting>('Service', 'shop', 'order-service')?.spec.selector).toEqual({ app: 'order-service' });
  });

  it('that is not ready is led nobody to; one that restarts is led nobody to any more; both leave everything as it was', async () => {
    for (const behaviour of [CRASH, { restartCount: 1, state: { running: {} } }]) {
      const made = routed({ behave: (given) => (given === image('b') ? behaviour : 'ready') });
      await made.deploy();
      const specs = () =>
        made.cluster.store
          .all()
          .flatMap(({ kind, metadata, spec }) =>
            /^(HTTPRoute|Ingress|Service|Deployment)$/.test(kind) ? [[kind, metadata.name, spec]] : [],
          );
      const before = specs();
      const led: string[] = [];
      const through = watching(
        () => made,
        (now) => led.push(ledBy(now)),
      );
      const failed = await made.deploy({ image: image('b'), ...CANARY, timeout: '40s' }, { through });
      expect(failed.outputs).toMatchObject({ verdict: 'fail', 'rolled-back-to': '1' });
      expect(led.every((each) => !/[1-9]\d*:(-|)( |$)/.test(each))).toBe(true);
      expect(specs()).toEqual(before);
    }
  });

  it('that turns bad under its share is led nobody to before it goes', async () => {
    const made = routed({
      options: {
        applied: (object, at) => {
          if (object.kind === 'Deployment') rollOut(object as Deployment, at, () => 'ready');
          const canary = at.get<Deployment>('Deployment', 'shop', 'order-service-canary');
          const shared = object.kind === 'HTTPRoute' && JSON.stringify(object['spec']).includes('order-service-canary');
          if (shared && canary !== undefined) rollOut(canary, at, () => CRASH);
        },
      },
    });
    await made.deploy();
    const before = made.cluster.writes.length;
    const failed = await made.deploy({ image: image('b'), ...CANARY });
    expect(failed.outputs).toMatchObject({ verdict: 'fail', cause: 'app/CrashLoopBackOff', 'rolled-back-to': '1' });
    const writes = made.cluster.writes.slice(before).filter((write) => !/ (Lease|Secret) /.test(write));
    expect(writes.slice(-5)).toEqual([
      'DELETE Ingress shop/shop-canary',
      'PATCH HTTPRoute shop/shop',
      'DELETE Deployment shop/order-service-canary',
      'DELETE Service shop/order-service-canary',
      'PATCH Service shop/order-service',
    ]);
    expect(ledBy(made)).toBe('all:aa');
  });

  it('is refused where its names are taken, or the old pods are not of one template', async () => {
    const made = routed();
    await made.deploy();
    made.cluster.store.put({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'order-service-canary', namespace: 'shop' } });
    const taken = await made.deploy({ image: image('b'), ...CANARY });
    expect(taken.problems).toMatchObject([{ code: 'STRATEGY_NAME_TAKEN', location: { file: 'k8s/service.yaml', line: 3 } }]);
    const other = routed();
    await other.deploy();
    const stable = other.cluster.get<Deployment>(KINDS.deployment.kind, 'shop', 'order-service') as Deployment;
    other.cluster.store.put({ ...stable, status: { ...stable.status, replicas: 3, updatedReplicas: 2 } });
    expect((await other.deploy({ image: image('b'), ...CANARY })).problems).toMatchObject([{ code: 'STRATEGY_UNSETTLED' }]);
  });
});

const [FIRST, OLD] = ['0', 'a'].map((letter) => letter.repeat(40)) as [string, string];

describe('a run with a canary that routes lead to, when it is killed', () => {
  async function killed(fatal: number, after: boolean, next: Record<string, string>) {
    const runs = { '0/attempts/1': 'completed', '1/attempts/1': 'completed', '2/attempts/1': 'in_progress' };
    const [made, clock] = [routed({ repository: { parents: { [OLD]: [FIRST] }, runs } }), worldClock(Date.UTC(2026, 0, 1))];
    const [count, seen] = [{ writes: 0 }, [] as string[]];
    const look = watching(
      () => made,
      (now) => seen.push(ledBy(now)),
    );
    const given = { image: image('a'), 'github-token': 'ghs_token' };
    await made.deploy({ ...given, image: image('0') }, { clock, context: { sha: FIRST, runId: '0' } });
    const die = dyingAt(fatal, after, count);
    await made.deploy({ ...given, ...CANARY }, { clock, context: { sha: OLD, runId: '1' }, through: (http) => look(die(http)) });
    const rerun = await made.deploy({ ...given, ...next }, { clock, context: { sha: OLD, runId: '2' }, through: look });
    const left = made.cluster.store.all().filter(({ metadata }) => metadata.name.includes('canary'));
    const { selector } = made.cluster.get<Selecting>('Service', 'shop', 'order-service')?.spec ?? {};
    return {
      writes: count.writes,
      end: [rerun.outputs['verdict'], ledBy(made), left.length, selector],
      // A weight above 0 on a Service that is gone or has no pods.
      silent: seen.filter((each) => /(all|[1-9]\d*):(-|)( |$)/.test(each)),
    };
  }

  it.each<[string, Record<string, string>]>([
    ['another canary', CANARY],
    ['pod by pod', {}],
  ])(
    'before or after any of its writes, is brought to the same end by the next run, %s, and no request is led to nobody',
    async (_, next) => {
      const whole = await killed(Number.POSITIVE_INFINITY, false, next);
      expect(whole).toMatchObject({ end: ['pass', 'all:aa', 0, { app: 'order-service' }], silent: [] });
      expect(whole.writes).toBeGreaterThanOrEqual(20);
      for (let fatal = 1; fatal <= whole.writes; fatal += 1) {
        for (const after of [false, true]) {
          const { end, silent } = await killed(fatal, after, next);
          expect([fatal, after, end, silent]).toEqual([fatal, after, whole.end, []]);
        }
      }
    },
  );
});
