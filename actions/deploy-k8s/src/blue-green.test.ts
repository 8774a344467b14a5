import { describe, expect, it } from '@jest/globals';
import { type Deployment, KINDS, type KubeObject, type Pod } from '@slipway/kubernetes';
import { rollOut } from '@slipway/kubernetes/memory';
import { type Ledger, ledgerName } from '@slipway/rollout';
import type { Http } from '@slipway/system';
import { worldClock } from '@slipway/system/memory';
import { dyingAt, isWrite, randomOf, slowly } from './memory/interference.ts';
import { CRASH, image, world, type World } from './memory/world.ts';

type Made = ReturnType<typeof world>;

const COLOURED = { strategy: 'blue-green' };
const SERVICE = `apiVersion: v1
kind: Service
metadata: { name: order-service }
spec:
  selector: { app: order-service }
  ports: [{ port: 80 }]
`;
const ADMIN = SERVICE.replace('name: order-service', 'name: order-admin');
const FILES = { 'k8s/service.yaml': SERVICE, 'k8s/z-admin.yaml': ADMIN };

const withService = (given: World = {}): Made => world({ ...given, files: { ...FILES, ...given.files } });

const deploymentsIn = ({ cluster }: Made): readonly (readonly [string, unknown])[] =>
  cluster.store
    .all()
    .filter(({ kind }) => kind === 'Deployment')
    .map((object) => [object.metadata.name, (object as Deployment).spec.template.spec.containers[0]?.image] as const)
    .sort();

/** Which images answer the requests to a Service, by its selector and the pods that are ready. */
function answering({ cluster }: Made, service = 'order-service'): readonly string[] {
  const found = cluster.get<KubeObject & { spec: { selector: Record<string, string> } }>('Service', 'shop', service);
  if (found === undefined) return [];
  const pods = cluster.store.all().filter(({ kind, metadata, status }) => {
    const { containerStatuses = [] } = (status ?? {}) as NonNullable<Pod['status']>;
    const ready = containerStatuses.every((each) => each.ready);
    const led = Object.entries(found.spec.selector).every(([key, value]) => metadata.labels?.[key] === value);
    return kind === 'Pod' && led && ready;
  });
  const owners = new Map(cluster.store.all().map((object) => [object.metadata.uid, object]));
  const images = pods.map(({ metadata }) => {
    const set = owners.get(metadata.ownerReferences?.[0]?.uid);
    const deployment = owners.get(set?.metadata.ownerReferences?.[0]?.uid) as Deployment | undefined;
    return deployment?.spec.template.spec.containers[0]?.image ?? 'nobody';
  });
  return [...new Set(images)].sort();
}

function ledgerIn({ cluster }: Made): Ledger {
  const secret = cluster.get<KubeObject & { data: Record<string, string> }>('Secret', 'shop', ledgerName('order-service'));
  return JSON.parse(Buffer.from(secret?.data['ledger.json'] ?? '', 'base64').toString('utf8')) as Ledger;
}

/** Notes who answers after each write. */
function watching(made: () => Made, seen: string[]): (http: Http) => Http {
  return (http) => ({
    fetch: async (request) => {
      const response = await http.fetch(request);
      if (isWrite(request))
        seen.push(
          answering(made())
            .map((each) => each.at(-1))
            .join(''),
        );
      return response;
    },
  });
}

describe('blue-green', () => {
  it('brings a first release up as blue', async () => {
    const made = withService();
    const first = await made.deploy(COLOURED);
    expect(first.outputs).toMatchObject({ verdict: 'pass', release: '1' });
    expect(deploymentsIn(made)).toEqual([['order-service-blue', image('a')]]);
    expect([answering(made), answering(made, 'order-service-preview')]).toEqual([[image('a')], [image('a')]]);
  });

  it('takes a plain Deployment over without a moment in which nobody, or both, answer', async () => {
    const made = withService();
    await made.deploy();
    const seen: string[] = [];
    const second = await made.deploy({ ...COLOURED, image: image('b') }, { through: watching(() => made, seen) });
    expect(second.outputs).toMatchObject({ verdict: 'pass', release: '2' });
    expect(seen.join(' ')).toMatch(/^(a )+(b ?)+$/);
    expect(deploymentsIn(made)).toEqual([
      ['order-service', image('a')],
      ['order-service-blue', image('b')],
    ]);
    expect(answering(made, 'order-admin')).toEqual([image('b')]);
    expect(second.all).toContain('Requests were led from pods of no colour to blue.');
  });

  it('goes from colour to colour, keeps the one before as the way back, and changes nothing when nothing changed', async () => {
    const made = withService();
    await made.deploy();
    await made.deploy({ ...COLOURED, image: image('b') });
    const seen: string[] = [];
    const third = await made.deploy({ ...COLOURED, image: image('c') }, { through: watching(() => made, seen) });
    expect(third.all).toContain('it is the way back until the next deploy');
    expect(seen.join(' ')).toMatch(/^(b )+(c ?)+$/);
    const both = [
      ['order-service-blue', image('b')],
      ['order-service-green', image('c')],
    ];
    expect(deploymentsIn(made)).toEqual(both);
    const before = made.cluster.writes.filter((write) => !write.includes(' Lease ')).length;
    const again = await made.deploy({ ...COLOURED, image: image('c') });
    expect(again.outputs).toMatchObject({ verdict: 'pass', changed: 'false', pruned: '0' });
    expect(made.cluster.writes.filter((write) => !write.includes(' Lease '))).toHaveLength(before);
    expect(deploymentsIn(made)).toEqual(both);
    await made.deploy({ ...COLOURED, image: image('d') });
    expect(deploymentsIn(made)).toEqual([
      ['order-service-blue', image('d')],
      ['order-service-green', image('c')],
    ]);
  });

  it('keeps the old pods for the time that is given, and no longer', async () => {
    const made = withService();
    await made.deploy(COLOURED);
    const kept = await made.deploy({ ...COLOURED, image: image('b'), 'keep-old': '3m' });
    expect(kept.headline).toMatch(/stable after 1[89]\d\.\d s/);
    expect(deploymentsIn(made)).toEqual([['order-service-green', image('b')]]);
  });

  it('that is bad never gets a request, and goes, from whichever release', async () => {
    for (const before of [{}, COLOURED]) {
      const made = withService({ behave: (given) => (given === image('b') ? CRASH : 'ready') });
      await made.deploy(before);
      const [seen, live] = [[] as string[], deploymentsIn(made)];
      const failed = await made.deploy({ ...COLOURED, image: image('b') }, { through: watching(() => made, seen) });
      expect(failed.outputs).toMatchObject({ verdict: 'fail', cause: 'app/CrashLoopBackOff', 'rolled-back-to': '1' });
      expect(failed.headline).toMatch(/before the switch to (blue|green) .* was taken away, and release 1 was never touched/);
      expect(failed.annotations).toMatchObject([{ level: 'error', file: 'k8s/app.yaml', line: 18 }]);
      expect(new Set(seen)).toEqual(new Set(['a']));
      expect(deploymentsIn(made)).toEqual(live);
      expect(JSON.stringify(made.cluster.get('Service', 'shop', 'order-service'))).not.toContain('pod-template-hash');
      expect(ledgerIn(made)).toMatchObject({ current: 1 });
    }
  });

  it('that turns bad under its requests is led back from at once, to pods that never stopped', async () => {
    const made = withService({
      options: {
        applied: (object, at) => {
          if (object.kind === 'Deployment') rollOut(object as Deployment, at, () => 'ready');
          const green = at.get<Deployment>('Deployment', 'shop', 'order-service-green');
          const led = JSON.stringify(object['spec'] ?? {}).includes('"slipway.dev/colour":"green"');
          if (object.kind === 'Service' && object.metadata.name === 'order-service' && led && green !== undefined) {
            rollOut(green, at, () => CRASH);
          }
        },
      },
    });
    await made.deploy(COLOURED);
    const before = made.cluster.writes.length;
    const failed = await made.deploy({ ...COLOURED, image: image('b') });
    expect(failed.outputs).toMatchObject({ verdict: 'fail', cause: 'app/CrashLoopBackOff', 'rolled-back-to': '1' });
    expect(failed.headline).toContain('after the switch to green');
    expect(answering(made)).toEqual([image('a')]);
    expect(deploymentsIn(made)).toEqual([['order-service-blue', image('a')]]);
    const back = made.cluster.writes.slice(before).filter((write) => /(Service|Deployment) /.test(write));
    expect(back.slice(-6)).toEqual([
      'PATCH Service shop/order-service',
      'PATCH Service shop/order-service-preview',
      'PATCH Service shop/order-admin',
      'PATCH Service shop/order-admin-preview',
      'PATCH Deployment shop/order-service-blue',
      'DELETE Deployment shop/order-service-green',
    ]);
  });

  it('that turns bad after the very first switch goes as soon as the plain pods are led to again, and not only when that is judged', async () => {
    const made = withService({
      options: {
        applied: (object, at) => {
          if (object.kind === 'Deployment') rollOut(object as Deployment, at, () => 'ready');
          const blue = at.get<Deployment>('Deployment', 'shop', 'order-service-blue');
          const led = JSON.stringify(object['spec'] ?? {}).includes('"slipway.dev/colour":"blue"');
          const switched = object.kind === 'Service' && object.metadata.name === 'order-service' && led;
          if (switched && blue !== undefined) rollOut(blue, at, () => CRASH);
        },
      },
    });
    await made.deploy();
    const failed = await made.deploy({ ...COLOURED, image: image('b') });
    expect(failed.outputs).toMatchObject({ verdict: 'fail', cause: 'app/CrashLoopBackOff', 'rolled-back-to': '1' });
    const writes = made.cluster.writes.filter((write) => !write.includes(' Lease '));
    const gone = writes.lastIndexOf('DELETE Deployment shop/order-service-blue');
    const last = Math.max(...['order-service', 'order-admin'].map((name) => writes.lastIndexOf(`PATCH Service shop/${name}`)));
    expect([gone > last, writes.slice(gone + 1)[0]]).toEqual([true, 'PATCH Secret shop/slipway-release.order-service']);
    expect([answering(made), deploymentsIn(made)]).toEqual([[image('a')], [['order-service', image('a')]]]);
  });

  it('goes back to pods that are gone by starting them before it leads anybody there', async () => {
    let broken = false;
    const made = withService({
      options: {
        applied: (object, at) => {
          if (object.kind !== 'Deployment') return;
          rollOut(object as Deployment, at, (given) => (broken && given === image('b') ? CRASH : 'ready'));
        },
      },
    });
    await made.deploy(COLOURED);
    await made.deploy({ ...COLOURED, image: image('b'), record: 'pending', 'keep-old': '20s' });
    expect(deploymentsIn(made)).toEqual([['order-service-green', image('b')]]);
    broken = true;
    // The pods of green are the same, but for a field that the plan takes for a change in place.
    const green = made.cluster.get<Deployment>('Deployment', 'shop', 'order-service-green') as Deployment;
    rollOut(green, made.cluster, () => CRASH);
    const seen: string[] = [];
    const files = { 'k8s/only.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: only }\ndata: { a: "1" }\n' };
    const failed = await made.deploy({ ...COLOURED, image: image('b') }, { files, through: watching(() => made, seen) });
    expect(failed.outputs).toMatchObject({ verdict: 'fail', 'rolled-back-to': '1' });
    expect(seen.join(' ')).not.toContain('nobody');
    const order = made.cluster.writes.filter((write) =>
      /(Service shop\/order-service|Deployment shop\/order-service-blue)$/.test(write),
    );
    expect(order.slice(-2)).toEqual(['PATCH Deployment shop/order-service-blue', 'PATCH Service shop/order-service']);
    expect(answering(made)).toEqual([image('a')]);
  });

  it('gives way to a plain Deployment again', async () => {
    const made = withService();
    await made.deploy(COLOURED);
    const seen: string[] = [];
    await made.deploy({ image: image('b') }, { through: watching(() => made, seen) });
    expect(seen).not.toContain('');
    expect(deploymentsIn(made)).toEqual([['order-service', image('b')]]);
    expect(answering(made)).toEqual([image('b')]);
  });
});

const SCALER = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: order-service }
spec:
  maxReplicas: 9
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: order-service }
`;

describe('an autoscaler', () => {
  it('finds as many pods behind the switch as there were before it', async () => {
    const made = withService({ files: { 'k8s/scaler.yaml': SCALER } });
    await made.deploy(COLOURED);
    const blue = made.cluster.get<Deployment>('Deployment', 'shop', 'order-service-blue') as Deployment;
    made.cluster.store.put({ ...blue, spec: { ...blue.spec, replicas: 7 } });
    await made.deploy({ ...COLOURED, image: image('b') });
    expect(made.cluster.get<Deployment>('Deployment', 'shop', 'order-service-green')?.spec.replicas).toBe(7);
    expect(JSON.stringify(made.cluster.get('HorizontalPodAutoscaler', 'shop', 'order-service'))).toContain('order-service-green');
    expect((await made.deploy({ ...COLOURED, image: image('b') })).outputs).toMatchObject({ changed: 'false' });
  });
});

describe('blue-green that cannot be', () => {
  it('is refused with every reason on its line, before anything is changed', async () => {
    const shared = `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  selector: { matchLabels: { app: order-service } }
  template: { metadata: { labels: { app: order-service } }, spec: { containers: [{ name: db, image: "db:1" }] } }
`;
    const made = withService({ files: { 'k8s/z-db.yaml': shared } });
    made.cluster.store.put({ ...KINDS.deployment, metadata: { name: 'order-service-green', namespace: 'shop' }, spec: {} });
    const { problems } = await made.deploy(COLOURED);
    expect(problems.map(({ code, location }) => [code, location?.file, location?.line])).toEqual([
      ['STRATEGY_SERVICE_SHARED', 'k8s/service.yaml', 5],
      ['STRATEGY_SERVICE_SHARED', 'k8s/z-admin.yaml', 5],
      ['STRATEGY_NAME_TAKEN', 'k8s/app.yaml', 9],
    ]);
    expect(made.cluster.writes.filter((write) => !write.includes(' Lease '))).toEqual([]);
  });

  it('needs configuration of its own, and no other strategy has old pods to keep', async () => {
    const made = withService();
    const { problems } = await made.deploy({ ...COLOURED, 'config-copies': 'false' });
    expect(problems).toMatchObject([{ code: 'INPUTS_CONTRADICT', message: expect.stringContaining('share one configuration') }]);
    const kept = await made.deploy({ strategy: 'canary', 'keep-old': '5m' });
    expect(kept.problems).toMatchObject([{ code: 'INPUTS_CONTRADICT', message: expect.stringContaining('no old pods to keep') }]);
    expect(made.cluster.writes).toEqual([]);
  });

  it('waits for the rollout before to be over', async () => {
    const made = withService();
    await made.deploy();
    const plain = made.cluster.get<Deployment>('Deployment', 'shop', 'order-service') as Deployment;
    made.cluster.store.put({ ...plain, status: { ...plain.status, replicas: 3, updatedReplicas: 2 } });
    const { problems } = await made.deploy({ ...COLOURED, image: image('b') });
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['STRATEGY_UNSETTLED']));
  });

  it('is rolled pod by pod where no Service leads to a Deployment, and says so', async () => {
    const made = world();
    const { all, outputs } = await made.deploy(COLOURED);
    expect(outputs['verdict']).toBe('pass');
    expect(all).toContain('No blue-green: no Service of the manifests leads to a Deployment of theirs.');
    expect(deploymentsIn(made)).toEqual([['order-service', image('a')]]);
  });
});

const [FIRST, OLD, NEW] = ['0', 'a', 'b'].map((letter) => letter.repeat(40)) as [string, string, string];
const PARENTS = { [OLD]: [FIRST], [NEW]: [OLD, FIRST] };
const runsOver = (over: readonly string[]) =>
  Object.fromEntries(['0', '1', '2', '3'].map((id) => [`${id}/attempts/1`, over.includes(id) ? 'completed' : 'in_progress']));

const deployOf = (made: Made, clock: ReturnType<typeof worldClock>, letter: string, sha: string, runId: string, more = {}) =>
  made.deploy(
    { image: image(letter), 'github-token': 'ghs_token', 'lock-timeout': '40m', ...COLOURED },
    { clock, context: { sha, runId }, ...more },
  );

/** Who answers on each Service, and that nobody holds the lock; which colour it is does not matter. */
function endOf(made: Made): unknown {
  const lease = made.cluster.get<KubeObject & { spec: { holderIdentity?: string } }>(
    'Lease',
    'shop',
    'slipway-deploy.order-service',
  );
  const { current, releases } = ledgerIn(made);
  return {
    answers: ['order-service', 'order-admin'].map((name) => answering(made, name)),
    pinned: made.cluster.store
      .all()
      .some(({ kind, spec }) => kind === 'Service' && JSON.stringify(spec).includes('pod-template-hash')),
    state: releases.find(({ id }) => id === current)?.state,
    holder: lease?.spec.holderIdentity,
  };
}

const END = (letter: string) => ({
  ...{ answers: [[image(letter)], [image(letter)]], pinned: false, state: 'good', holder: undefined },
});

const STARTS: readonly (readonly [string, Record<string, string>])[] = [
  ['a plain Deployment', { strategy: 'rolling' }],
  ['another colour', COLOURED],
];

async function started(before: Record<string, string>, over: readonly string[]) {
  const [made, clock] = [
    withService({ repository: { parents: PARENTS, runs: runsOver(over) } }),
    worldClock(Date.UTC(2026, 0, 1)),
  ];
  await made.deploy(
    { image: image('0'), 'github-token': 'ghs_token', ...before },
    { clock, context: { sha: FIRST, runId: '0' } },
  );
  return { made, clock };
}

describe('a blue-green run that is killed', () => {
  async function killed(fatal: number, after: boolean, before: Record<string, string>, next: Record<string, string>) {
    const { made, clock } = await started(before, ['1']);
    const [count, seen] = [{ writes: 0 }, [] as string[]];
    const die = dyingAt(fatal, after, count);
    await deployOf(made, clock, 'a', OLD, '1', { through: (http: Http) => watching(() => made, seen)(die(http)) });
    const inputs = { image: image('a'), 'github-token': 'ghs_token', ...next };
    const through = watching(() => made, seen);
    const rerun = await made.deploy(inputs, { clock, context: { sha: OLD, runId: '2' }, through });
    return { writes: count.writes, verdict: rerun.outputs['verdict'], end: endOf(made), silent: seen.includes('') };
  }

  it.each(
    STARTS.flatMap(([name, before]) => [
      [`${name}, and the next run is another`, before, COLOURED] as const,
      [`${name}, and the next run goes pod by pod`, before, { strategy: 'rolling' }] as const,
    ]),
  )(
    'before or after any of its writes, on its way from %s, ends the same, and somebody answers throughout',
    async (_, before, next) => {
      const whole = await killed(Number.POSITIVE_INFINITY, false, before, next);
      expect(whole).toMatchObject({ verdict: 'pass', end: END('a'), silent: false });
      expect(whole.writes).toBeGreaterThanOrEqual(10);
      for (let fatal = 1; fatal <= whole.writes; fatal += 1) {
        for (const after of [false, true]) {
          const { verdict, end, silent } = await killed(fatal, after, before, next);
          expect([fatal, after, verdict, silent, end]).toEqual([fatal, after, 'pass', false, END('a')]);
        }
      }
    },
  );
});

describe('a blue-green run that is cancelled', () => {
  it.each(STARTS)(
    'at any of its requests, on its way from %s, writes its last words alone, and the next run ends whole',
    async (_, before) => {
      for (let at = 1; ; at += 1) {
        const { made, clock } = await started(before, []);
        const cancel = new AbortController();
        let [count, late]: [number, string[]] = [0, []];
        const through = (http: Http): Http => ({
          fetch: async (request) => {
            count += 1;
            if (cancel.signal.aborted && isWrite(request))
              late = [...late, request.url.replace(/^.*\//, '').replace(/\?.*$/, '')];
            if (count === at) cancel.abort(new Error('cancelled'));
            request.signal?.throwIfAborted();
            return http.fetch(request);
          },
        });
        const cut = await deployOf(made, clock, 'a', OLD, '1', { through, cancelled: cancel.signal });
        const words = ['slipway-release.order-service', 'slipway-deploy.order-service'];
        expect([at, late.filter((name) => !words.includes(name))]).toEqual([at, []]);
        if (!cancel.signal.aborted) {
          expect(at).toBeGreaterThan(80);
          expect(cut.outputs['verdict']).toBe('pass');
          return;
        }
        const next = await deployOf(made, clock, 'b', NEW, '2');
        expect([at, next.outputs['verdict'], endOf(made)]).toEqual([at, 'pass', END('b')]);
      }
    },
  );
});

describe('two blue-green runs at once', () => {
  it.each<[string, boolean]>([
    ['end with the newer commit, whole, 60 times', false],
    ['end so even when the older one freezes past its lock and comes back, 60 times', true],
  ])('%s', async (_, frozen) => {
    let lost = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = randomOf(seed);
      const { made, clock } = await started(seed % 2 === 0 ? COLOURED : { strategy: 'rolling' }, []);
      const start = async (letter: string, sha: string, runId: string, frozenAt: number) => {
        await clock.sleep(random() * 20_000);
        return deployOf(made, clock, letter, sha, runId, { through: slowly(random, clock, frozenAt) });
      };
      const frozenAt = frozen ? 1 + Math.floor(random() * 120) : 0;
      const ends = await Promise.all([start('a', OLD, '1', frozenAt), start('b', NEW, '2', 0)]);
      expect([seed, ends[1]?.outputs['verdict'], endOf(made)]).toEqual([seed, 'pass', END('b')]);
      lost += ends[0]?.headline.includes('has taken over the deploy') === true ? 1 : 0;
    }
    // Chance must have made zombies, or nothing was shown.
    expect(lost > 0).toBe(frozen);
  });
});
