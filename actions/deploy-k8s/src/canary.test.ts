import { describe, expect, it } from '@jest/globals';
import { type Deployment, KINDS, type KubeObject } from '@slipway/kubernetes';
import { rollOut } from '@slipway/kubernetes/memory';
import { CANARY_OF, type Ledger, ledgerName, SERVICE } from '@slipway/rollout';
import type { Http } from '@slipway/system';
import { worldClock } from '@slipway/system/memory';
import { dyingAt, isWrite, randomOf, slowly } from './memory/interference.ts';
import { CRASH, image, world } from './memory/world.ts';

type Made = ReturnType<typeof world>;

const [GOOD, BAD] = [image('a'), image('b')];
const CANARY = { strategy: 'canary', 'canary-steps': '10%: 30s\n50%: 30s' };
const behave = (given: string) => (given === BAD ? CRASH : 'ready');
const deployments = (writes: readonly string[]): readonly string[] => writes.filter((write) => write.includes(' Deployment '));

const canaryIn = ({ cluster }: Made): Deployment | undefined =>
  cluster.get<Deployment>('Deployment', 'shop', 'order-service-canary');

function ledgerIn({ cluster }: Made): Ledger {
  const secret = cluster.get<KubeObject & { data: Record<string, string> }>('Secret', 'shop', ledgerName('order-service'));
  return JSON.parse(Buffer.from(secret?.data['ledger.json'] ?? '', 'base64').toString('utf8')) as Ledger;
}

describe('a canary', () => {
  it('grows step by step beside the stable release, which is changed last, and then goes', async () => {
    const sizes: unknown[] = [];
    const made = world({
      options: {
        applied: (object, at) => {
          if (object.kind !== 'Deployment') return;
          sizes.push([object.metadata.name, (object as Deployment).spec.replicas]);
          rollOut(object as Deployment, at, () => 'ready');
        },
      },
    });
    await made.deploy();
    const second = await made.deploy({ image: BAD, ...CANARY });
    expect(second.outputs).toMatchObject({ verdict: 'pass', release: '2', cause: '' });
    expect(sizes).toEqual([
      ['order-service', 2],
      ['order-service-canary', 1],
      ['order-service-canary', 2],
      ['order-service', 2],
    ]);
    expect(made.liveImage()).toBe(BAD);
    expect(canaryIn(made)).toBeUndefined();
    expect(second.all).toContain('asked 10 %: 1 of 3 pods of order-service is 33.3 %');
    expect(second.all).toContain('Canary (2 of 2 steps were good)');
  });

  it('that is bad goes away with its cause, and nothing of the stable release was ever written', async () => {
    const made = world({ behave });
    await made.deploy();
    const before = made.cluster.writes.length;
    const failed = await made.deploy({ image: BAD, ...CANARY }, { files: { 'k8s/only-b.yaml': SETTINGS } });
    expect(failed.outputs).toMatchObject({
      ...{ verdict: 'fail', cause: 'app/CrashLoopBackOff', release: '2', 'rolled-back-to': '1' },
    });
    expect(failed.headline).toMatch(
      /failed in shop at step 1 of 2 of its canary .*the canary was taken away, and release 1 was never touched/,
    );
    expect(failed.annotations).toMatchObject([{ level: 'error', file: 'k8s/app.yaml', line: 18 }]);
    expect(failed.annotations[0]?.message).toContain('cannot reach the database');
    const writes = made.cluster.writes.slice(before);
    expect(deployments(writes)).toEqual([
      'PATCH Deployment shop/order-service-canary',
      'DELETE Deployment shop/order-service-canary',
    ]);
    expect(made.liveImage()).toBe(GOOD);
    expect([canaryIn(made), made.cluster.get('ConfigMap', 'shop', 'only-b')]).toEqual([undefined, undefined]);
    expect(ledgerIn(made)).toMatchObject({ current: 1, releases: [{ state: 'good' }, { state: 'bad' }] });
  });

  it('that is bad stays when it is told to, and goes with the next release that is good', async () => {
    const made = world({ behave });
    await made.deploy();
    const failed = await made.deploy({ image: BAD, ...CANARY, 'on-failure': 'keep' });
    expect(failed.headline).toMatch(/on-failure is keep, so what was tried stays as it is/);
    expect(canaryIn(made)?.spec.replicas).toBe(1);
    expect((await made.deploy({ image: image('c') })).outputs['verdict']).toBe('pass');
    expect([made.liveImage(), canaryIn(made)]).toEqual([image('c'), undefined]);
  });

  it('that restarts in its pause has not stayed good', async () => {
    const flaky = { restartCount: 1, state: { running: {} } };
    const made = world({ behave: (given) => (given === BAD ? flaky : 'ready') });
    await made.deploy();
    const failed = await made.deploy({ image: BAD, ...CANARY, timeout: '40s' });
    expect(failed.outputs).toMatchObject({ verdict: 'fail', 'rolled-back-to': '1' });
    expect(made.liveImage()).toBe(GOOD);
  });

  it('tries a change of configuration alone, with its own copy', async () => {
    const made = world();
    const files = { 'k8s/only-b.yaml': SETTINGS };
    await made.deploy({}, { files });
    const before = made.cluster.writes.length;
    const changed = { 'k8s/only-b.yaml': SETTINGS.replace('MODE: good', 'MODE: better') };
    expect((await made.deploy(CANARY, { files: changed })).outputs['verdict']).toBe('pass');
    const own = made.cluster.writes.slice(before).filter((write) => !/ (Lease|Secret) /.test(write));
    expect(own[0]).toMatch(/^PATCH ConfigMap shop\/only-b-[0-9a-f]{10}$/);
    expect(own[1]).toBe('PATCH Deployment shop/worker-canary');
    expect(own.indexOf('PATCH ConfigMap shop/only-b')).toBeGreaterThan(1);
  });

  it('is none for a first release, or where no pod changes; that is said', async () => {
    const made = world();
    const first = await made.deploy(CANARY);
    expect(first.outputs['verdict']).toBe('pass');
    expect(first.all).toContain('No canary: no Deployment that runs gets other pods.');
    expect(deployments(made.cluster.writes)).toEqual(['PATCH Deployment shop/order-service']);
    await made.deploy(CANARY);
    expect(deployments(made.cluster.writes)).toHaveLength(1);
  });

  it('shows its steps in a plan, and writes nothing', async () => {
    const made = world();
    await made.deploy();
    const before = made.cluster.writes.length;
    const planned = await made.deploy({ image: BAD, ...CANARY, 'dry-run': 'true' });
    expect(planned.all).toContain('Tried first beside the old pods of order-service: 10 % for 30 s, then 50 % for 30 s.');
    expect(made.cluster.writes).toHaveLength(before);
  });

  it('that was good goes only when the stable release is good, or good again', async () => {
    const made = world({
      options: {
        applied: (object, at) => {
          if (object.kind !== 'Deployment') return;
          const stable = object.metadata.name === 'order-service';
          rollOut(object as Deployment, at, (given) => (stable && given === BAD ? CRASH : 'ready'));
        },
      },
    });
    await made.deploy();
    const before = made.cluster.writes.length;
    const failed = await made.deploy({ image: BAD, ...CANARY });
    expect(failed.outputs).toMatchObject({ verdict: 'fail', 'rolled-back-to': '1' });
    expect(deployments(made.cluster.writes.slice(before)).slice(-3)).toEqual([
      'PATCH Deployment shop/order-service',
      'PATCH Deployment shop/order-service',
      'DELETE Deployment shop/order-service-canary',
    ]);
    expect([made.liveImage(), canaryIn(made)]).toEqual([GOOD, undefined]);
  });
});

const SETTINGS = `apiVersion: v1
kind: ConfigMap
metadata: { name: only-b }
data: { MODE: good }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: worker }
spec:
  selector: { matchLabels: { app: worker } }
  template:
    metadata: { labels: { app: worker } }
    spec: { containers: [{ name: app, image: "worker:1", envFrom: [{ configMapRef: { name: only-b } }] }] }
`;

describe('a canary that cannot be', () => {
  it('is refused with every reason on its line, before anything is changed', async () => {
    const made = world();
    const alone = SETTINGS.replace('spec:\n', 'spec:\n  strategy: { type: Recreate }\n');
    await made.deploy({}, { files: { 'k8s/worker.yaml': alone } });
    const taken = { ...KINDS.deployment, metadata: { name: 'order-service-canary', namespace: 'shop' }, spec: {} };
    made.cluster.store.put(taken);
    const before = made.cluster.writes.filter((write) => !write.includes(' Lease ')).length;
    const changed = { 'k8s/worker.yaml': alone.replace('worker:1', 'worker:2') };
    const { problems } = await made.deploy({ image: BAD, ...CANARY }, { files: changed });
    expect(problems).toMatchObject([
      { code: 'STRATEGY_RUNS_ALONE', location: { file: 'k8s/worker.yaml', line: 10 } },
      { code: 'STRATEGY_NAME_TAKEN', location: { file: 'k8s/app.yaml', line: 9 } },
    ]);
    expect(made.cluster.writes.filter((write) => !write.includes(' Lease '))).toHaveLength(before);
    expect(canaryIn(made)?.metadata.annotations?.[CANARY_OF]).toBeUndefined();
  });

  it('needs the right to take itself away again, and configuration of its own', async () => {
    const objects: readonly KubeObject[] = [{ ...KINDS.namespace, metadata: { name: 'shop' } }];
    const denied = ({ verb, resource }: { readonly verb: string; readonly resource: string }): boolean =>
      verb === 'delete' && resource === 'deployments';
    const made = world({ options: { objects, denied } });
    const refused = await made.deploy(CANARY);
    expect(refused.problems).toMatchObject([{ code: 'K8S_RIGHT_MISSING', location: { file: 'k8s/app.yaml', line: 7 } }]);
    const shared = await made.deploy({ ...CANARY, 'config-copies': 'false', 'canary-steps': '10: 1m' });
    expect(shared.problems.map(({ code }) => code)).toEqual(['CANARY_STEPS_MALFORMED', 'INPUTS_CONTRADICT']);
  });

  it('leaves a canary of another service alone', async () => {
    const made = world({ behave });
    await made.deploy();
    await made.deploy({ image: BAD, ...CANARY, 'on-failure': 'keep' });
    const kept = canaryIn(made) as KubeObject;
    made.cluster.store.put({ ...kept, metadata: { ...kept.metadata, annotations: { [CANARY_OF]: 'x', [SERVICE]: 'mail' } } });
    expect((await made.deploy({ image: image('c') })).outputs['verdict']).toBe('pass');
    expect(canaryIn(made)).toBeDefined();
  });
});

const [FIRST, OLD, NEW] = ['0', 'a', 'b'].map((letter) => letter.repeat(40)) as [string, string, string];
const PARENTS = { [OLD]: [FIRST], [NEW]: [OLD, FIRST] };
const runsOver = (over: readonly string[]) =>
  Object.fromEntries(['0', '1', '2', '3'].map((id) => [`${id}/attempts/1`, over.includes(id) ? 'completed' : 'in_progress']));

const deployOf = (made: Made, clock: ReturnType<typeof worldClock>, letter: string, sha: string, runId: string, more = {}) => {
  const files = { 'k8s/only.yaml': SETTINGS.replace('MODE: good', `MODE: "${letter}"`) };
  const inputs = { image: image(letter), 'github-token': 'ghs_token', 'lock-timeout': '40m', ...CANARY };
  return made.deploy(inputs, { clock, context: { sha, runId }, files, ...more });
};

/** What is left in the cluster but for the books: which versions, and every Deployment. */
function leftIn({ cluster, liveImage }: Made): unknown {
  const kinds = cluster.store.all().filter(({ kind }) => ['Deployment', 'ConfigMap'].includes(kind));
  const modes = kinds.filter(({ kind }) => kind === 'ConfigMap').map(({ data }) => (data as { readonly MODE: string }).MODE);
  const lease = cluster.get<KubeObject & { spec: { holderIdentity?: string } }>('Lease', 'shop', 'slipway-deploy.order-service');
  return {
    image: liveImage(),
    modes: [...new Set(modes)],
    deployments: kinds
      .filter(({ kind }) => kind === 'Deployment')
      .map(({ metadata }) => metadata.name)
      .sort(),
    holder: lease?.spec.holderIdentity,
  };
}

const WHOLE = (letter: string) => ({
  ...{ image: image(letter), modes: [letter], deployments: ['order-service', 'worker'], holder: undefined },
});

describe('a run with a canary that is killed', () => {
  async function killed(fatal: number, after: boolean, next: Record<string, string>) {
    const [made, clock] = [world({ repository: { parents: PARENTS, runs: runsOver(['1']) } }), worldClock(Date.UTC(2026, 0, 1))];
    const count = { writes: 0 };
    await deployOf(made, clock, '0', FIRST, '0');
    await deployOf(made, clock, 'a', OLD, '1', { through: dyingAt(fatal, after, count) });
    const inputs = { image: image('a'), 'github-token': 'ghs_token', ...next };
    const files = { 'k8s/only.yaml': SETTINGS.replace('MODE: good', 'MODE: "a"') };
    const rerun = await made.deploy(inputs, { clock, context: { sha: OLD, runId: '2' }, files });
    const { current, releases } = ledgerIn(made);
    const { state } = releases.find(({ id }) => id === current) ?? {};
    return { writes: count.writes, verdict: rerun.outputs['verdict'], left: leftIn(made), state };
  }

  it.each<[string, Record<string, string>]>([
    ['another canary', CANARY],
    ['pod by pod', {}],
  ])('before or after any of its writes is brought to the same end by the next run, %s', async (_, next) => {
    const whole = await killed(Number.POSITIVE_INFINITY, false, next);
    expect(whole).toMatchObject({ verdict: 'pass', left: WHOLE('a'), state: 'good' });
    expect(whole.writes).toBeGreaterThanOrEqual(14);
    for (let fatal = 1; fatal <= whole.writes; fatal += 1) {
      for (const after of [false, true]) {
        const { verdict, left, state } = await killed(fatal, after, next);
        expect([fatal, after, verdict, state, left]).toEqual([fatal, after, 'pass', 'good', WHOLE('a')]);
      }
    }
  });
});

describe('a run with a canary that is cancelled', () => {
  it('at any of its requests writes nothing but its last words, and the next run brings the service to the same end', async () => {
    for (let at = 1; ; at += 1) {
      const [made, clock] = [world({ repository: { parents: PARENTS } }), worldClock(Date.UTC(2026, 0, 1))];
      await deployOf(made, clock, '0', FIRST, '0');
      const cancel = new AbortController();
      let [count, late]: [number, string[]] = [0, []];
      const through = (http: Http): Http => ({
        fetch: async (request) => {
          count += 1;
          if (cancel.signal.aborted && isWrite(request)) late = [...late, request.url.replace(/^.*\//, '').replace(/\?.*$/, '')];
          if (count === at) cancel.abort(new Error('cancelled'));
          request.signal?.throwIfAborted();
          return http.fetch(request);
        },
      });
      const cut = await deployOf(made, clock, 'a', OLD, '1', { through, cancelled: cancel.signal });
      const words = ['slipway-release.order-service', 'slipway-deploy.order-service'];
      expect([at, late.filter((name) => !words.includes(name))]).toEqual([at, []]);
      if (!cancel.signal.aborted) {
        expect(at).toBeGreaterThan(60);
        expect(cut.outputs['verdict']).toBe('pass');
        return;
      }
      const next = await deployOf(made, clock, 'b', NEW, '2');
      expect([at, next.outputs['verdict'], leftIn(made)]).toEqual([at, 'pass', WHOLE('b')]);
    }
  });
});

describe('two runs with canaries at once', () => {
  it.each<[string, boolean]>([
    ['end with the newer commit, whole, 60 times', false],
    ['end so even when the older one freezes past its lock and comes back, 60 times', true],
  ])('%s', async (_, frozen) => {
    let lost = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = randomOf(seed);
      const [made, clock] = [world({ repository: { parents: PARENTS, runs: runsOver([]) } }), worldClock(Date.UTC(2026, 0, 1))];
      await deployOf(made, clock, '0', FIRST, '0');
      const start = async (letter: string, sha: string, runId: string, frozenAt: number) => {
        await clock.sleep(random() * 20_000);
        return deployOf(made, clock, letter, sha, runId, { through: slowly(random, clock, frozenAt) });
      };
      const frozenAt = frozen ? 1 + Math.floor(random() * 90) : 0;
      const ends = await Promise.all([start('a', OLD, '1', frozenAt), start('b', NEW, '2', 0)]);
      expect([seed, ends[1]?.outputs['verdict'], leftIn(made)]).toEqual([seed, 'pass', WHOLE('b')]);
      lost += ends[0]?.headline.includes('has taken over the deploy') === true ? 1 : 0;
    }
    // Chance must have made zombies, or nothing was shown.
    expect(lost > 0).toBe(frozen);
  });
});
