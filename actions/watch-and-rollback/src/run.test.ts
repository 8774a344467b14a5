import { describe, expect, it } from '@jest/globals';
import { type Deployment, kubernetes, type KubeObject } from '@slipway/kubernetes';
import { type Behaviour, memoryCluster, rollOut } from '@slipway/kubernetes/memory';
import { type Ledger, ledgerStore, withRelease, withState } from '@slipway/rollout';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import type { Http } from '@slipway/system';
import { memoryClock, memoryFiles, memoryHttp, memoryLog } from '@slipway/system/memory';
import { action } from './action.ts';
import { run } from './run.ts';

const [GOOD, BAD] = ['a', 'b'].map((letter) => `registry.example.com/shop/order-service@sha256:${letter.repeat(64)}`) as [
  string,
  string,
];

const KUBECONFIG = `current-context: a
contexts: [{ name: a, context: { cluster: a, user: a } }]
clusters: [{ name: a, cluster: { server: 'https://memory' } }]
users: [{ name: a, user: { token: cluster-token-123456 } }]
`;

function deploymentOf(image: string): KubeObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'order-service', namespace: 'shop' },
    spec: { replicas: 2, template: { spec: { containers: [{ name: 'app', image }] } } },
  };
}

interface Traffic {
  readonly rps: number;
  /** The share of requests that fail at a second of the watch. */
  readonly share: (second: number) => number;
  readonly status?: number;
  readonly away?: boolean;
}

interface World {
  readonly traffic?: Partial<Traffic>;
  readonly behave?: (image: string) => Behaviour;
  /** What else happens, once, at a second of the watch. */
  readonly meanwhile?: {
    readonly at: number;
    readonly happen: (apply: (image: string) => Promise<unknown>, crash: () => void) => void;
  };
  readonly firstRelease?: 'good' | 'bad';
}

const CRASH: Behaviour = {
  restartCount: 4,
  state: { waiting: { reason: 'CrashLoopBackOff' } },
  lastState: { terminated: { exitCode: 1 } },
};

/** A cluster with release 1 and, on top of it, the bad image as release 2, which is pending. */
async function world({ traffic = {}, behave = () => 'ready', meanwhile, firstRelease = 'good' }: World = {}) {
  const flow: Traffic = { rps: 20, share: () => 0, ...traffic };
  const cluster = memoryCluster({
    log: () => 'the answer could not be given',
    applied: (object, at) => {
      if (object.kind === 'Deployment') rollOut(object as Deployment, at, behave);
    },
  });
  const apply = async (image: string) => client.apply(deploymentOf(image), { force: true });
  const crash = (): void =>
    rollOut(cluster.get<Deployment>('Deployment', 'shop', 'order-service') as Deployment, cluster, () => CRASH);
  let pending = meanwhile;
  const clock = memoryClock(0, (now) => {
    if (pending === undefined || now / 1000 < pending.at) return;
    const { happen } = pending;
    pending = undefined;
    happen(apply, crash);
  });
  const client = kubernetes(cluster.connection, { http: cluster.http, clock: memoryClock() });
  const ledgers = ledgerStore(client, { service: 'order-service', namespace: 'shop' });
  for (const [image, state] of [
    [GOOD, firstRelease],
    [BAD, 'pending'],
  ] as const) {
    await apply(image);
    await ledgers.update((ledger: Ledger) => {
      const next = withRelease(ledger, { image, at: new Date(0).toISOString(), objects: [deploymentOf(image)] });
      return withState(next, next.current ?? 0, state);
    });
  }
  const [setName = ''] = cluster.store
    .all()
    .filter(({ kind }) => kind === 'ReplicaSet')
    .map(({ metadata }) => metadata.name)
    .slice(-1);
  const prometheus = memoryHttp(() => {
    if (flow.away === true) return undefined;
    if (flow.status !== undefined) return { status: flow.status, body: '{"status":"error","error":"no such function"}' };
    return {
      status: 200,
      body: JSON.stringify({ status: 'success', data: { result: counters(`${setName}-0`, flow, clock.now()) } }),
    };
  });
  const http: Http = {
    fetch: (request) => (request.url.startsWith('http://prometheus') ? prometheus : cluster.http).fetch(request),
  };
  const files = memoryFiles();
  const act = async (given: Record<string, string>, cancelled = new AbortController().signal) => {
    const host = memoryHost(given, { http, clock, files, log: memoryLog(), cancelled });
    const code = await runAction(action, run, host);
    const { outputs, reports, summary } = host.written;
    return { code, outputs, problems: reports[0]?.problems ?? [], headline: reports[0]?.headline ?? '', summary };
  };
  const watch = (inputs: Record<string, string> = {}, cancelled?: AbortSignal) => {
    const always = { service: 'order-service', namespace: 'shop', kubeconfig: KUBECONFIG, 'prometheus-url': 'http://prometheus' };
    return act({ ...always, ...inputs }, cancelled);
  };
  const liveImage = (): unknown =>
    cluster.get<Deployment>('Deployment', 'shop', 'order-service')?.spec.template.spec.containers[0]?.image;
  const states = async () => (await ledgers.read()).releases.map(({ state }) => state);
  return { cluster, act, watch, liveImage, states, files, clock, ledgers };
}

/** The counters of one pod, scraped each 5 s since the watch began. */
function counters(pod: string, { rps, share }: Traffic, nowMs: number) {
  const seconds = Array.from({ length: Math.floor(nowMs / 5000) }, (_, index) => (index + 1) * 5);
  let [fine, bad] = [0, 0];
  const rows = seconds.map((second) => {
    fine += rps * 5 * (1 - share(second));
    bad += rps * 5 * share(second);
    return [second, fine, bad] as const;
  });
  if (rows.length === 0) return [];
  return [
    { metric: { pod, code: '200' }, values: rows.map(([second, value]) => [second, String(value)]) },
    { metric: { pod, code: '503' }, values: rows.map(([second, , value]) => [second, String(value)]) },
  ];
}

describe('watch-and-rollback', () => {
  it('calls a release within the limit healthy at the end, and records it as good', async () => {
    const { watch, states, clock, liveImage } = await world({ traffic: { share: () => 0.01 } });
    const { code, outputs, headline } = await watch();
    expect(headline).toMatch(/release 2 is healthy: 60 of 6000 requests failed \(1\.00 %\), within 5\.00 %/);
    expect({ code, ...outputs }).toMatchObject({ code: 0, decision: 'healthy', 'error-rate': '0.0100', requests: '6000' });
    expect(await states()).toEqual(['good', 'good']);
    expect(Math.round(clock.now() / 1000)).toBe(300);
    expect(liveImage()).toBe(BAD);
  });

  it('goes back at once when the errors are over the limit beyond chance, and fails', async () => {
    const { watch, states, liveImage, clock } = await world({ traffic: { share: () => 0.3 } });
    const { code, outputs, headline, summary } = await watch();
    expect(headline).toMatch(/release 2 regressed: .*over 5\.00 % beyond chance; rolled back to release 1/);
    expect({ code, ...outputs }).toMatchObject({
      code: 1,
      decision: 'rolled-back',
      'rolled-back-to': '1',
      cause: 'app/ErrorRate',
    });
    expect(await states()).toEqual(['good', 'bad']);
    expect(liveImage()).toBe(GOOD);
    expect(clock.now()).toBeLessThan(30_000);
    expect(summary.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['chart', 'table']));
    expect(JSON.stringify(summary)).toContain('the answer could not be given');
  });

  it('takes new pods that crash as a regression, whatever the counters say', async () => {
    const { watch } = await world({ meanwhile: { at: 40, happen: (_, crash) => crash() } });
    const { outputs } = await watch();
    expect(outputs).toMatchObject({ decision: 'rolled-back', cause: 'app/CrashLoopBackOff', 'rolled-back-to': '1' });
  });

  it('only reports when it is told to', async () => {
    const { watch, states, liveImage } = await world({ traffic: { share: () => 0.3 } });
    const { outputs } = await watch({ 'on-regression': 'report' });
    expect(outputs).toMatchObject({ verdict: 'fail', decision: 'regressed', 'rolled-back-to': '' });
    expect(liveImage()).toBe(BAD);
    expect(await states()).toEqual(['good', 'bad']);
  });

  it('says that there is nothing to go back to', async () => {
    const { watch, liveImage } = await world({ traffic: { share: () => 0.3 }, firstRelease: 'bad' });
    const { outputs, headline } = await watch();
    expect(outputs).toMatchObject({ verdict: 'fail', decision: 'rollback-failed' });
    expect(headline).toMatch(/no good release is recorded/);
    expect(liveImage()).toBe(BAD);
  });

  it('tries once, and says that the good release fails as well', async () => {
    let broken = false;
    const { watch, cluster } = await world({
      traffic: { share: () => 0.5 },
      behave: () => (broken ? CRASH : 'ready'),
      meanwhile: {
        at: 0,
        happen: () => {
          broken = true;
        },
      },
    });
    const { outputs, headline } = await watch();
    expect(outputs['decision']).toBe('rollback-failed');
    expect(headline).toMatch(/release 1 fails as well: CrashLoopBackOff/);
    expect(cluster.writes.filter((write) => write.startsWith('PATCH Deployment'))).toHaveLength(3);
  });

  it.each<[string, Partial<Traffic>, string]>([
    ['too little traffic', { rps: 0.1 }, 'too-little-traffic'],
    ['no samples', { rps: 0, away: true }, 'blind'],
    ['a server error', { status: 503 }, 'blind'],
  ])('cannot tell with %s: no rollback, and fails or passes as it is told to', async (_, traffic, decision) => {
    const failing = await world({ traffic });
    expect((await failing.watch()).outputs).toMatchObject({ verdict: 'inconclusive', decision, 'rolled-back-to': '' });
    expect([failing.liveImage(), await failing.states()]).toEqual([BAD, ['good', 'pending']]);
    const passing = await world({ traffic });
    expect(await passing.watch({ 'on-inconclusive': 'pass' })).toMatchObject({ code: 0, outputs: { decision } });
  });

  it('leaves a release alone that another one has replaced', async () => {
    const other = GOOD.replaceAll('a', 'c');
    const { watch, liveImage } = await world({
      traffic: { share: (second) => (second > 60 ? 0.9 : 0) },
      meanwhile: { at: 30, happen: (apply) => void apply(other) },
    });
    const { outputs } = await watch();
    expect(outputs).toMatchObject({ verdict: 'inconclusive', decision: 'superseded', 'rolled-back-to': '' });
    expect(liveImage()).toBe(other);
  });

  it('does not undo a release that is on record since', async () => {
    let record: () => unknown = () => undefined;
    const { watch, ledgers, liveImage } = await world({
      traffic: { share: () => 0.5 },
      meanwhile: { at: 5, happen: () => void record() },
    });
    record = () => ledgers.update((ledger) => withRelease(ledger, { image: BAD, at: new Date(0).toISOString(), objects: [] }));
    expect((await watch()).headline).toMatch(/release 3 has been deployed since/);
    expect(liveImage()).toBe(BAD);
  });

  it('ends a cancelled watch, and says what is left', async () => {
    const cancel = new AbortController();
    const { watch, states, clock } = await world({ meanwhile: { at: 20, happen: () => cancel.abort(new Error('x')) } });
    const { outputs, headline } = await watch({}, cancel.signal);
    expect(outputs).toMatchObject({ verdict: 'inconclusive', decision: 'cancelled' });
    expect(headline).toMatch(/the run was cancelled; nothing was rolled back\. It goes on running/);
    expect(clock.now()).toBeLessThan(26_000);
    expect(await states()).toEqual(['good', 'pending']);
  });

  it('writes the samples from which the verdict can be come to again', async () => {
    const { watch, files } = await world({ traffic: { share: () => 0.3 } });
    await watch({ 'samples-out': 'out/samples.json' });
    const document = JSON.parse(await files.readText('out/samples.json')) as { series: unknown[]; policy: object };
    expect(document).toMatchObject({ schema: 'slipway.samples/v1', release: { id: 2 }, verdict: { state: 'regressed' } });
    expect(document.series).toHaveLength(2);
  });
});

describe('an earlier watch', () => {
  const recorded = async (share: number) => {
    const made = await world({ traffic: { share: () => share } });
    const { outputs } = await made.watch({ 'samples-out': 'samples.json' });
    const before = made.cluster.writes.length;
    const replay = () => made.act({ mode: 'replay', samples: 'samples.json' });
    const change = async (from: string | RegExp, to: string) => {
      const text = await made.files.readText('samples.json');
      await made.files.write('samples.json', text.replace(from, to));
    };
    return { ...made, outputs, replay, change, before };
  };

  it.each<[number, string, string]>([
    [0.3, 'fail', 'regressed'],
    [0.01, 'pass', 'healthy'],
  ])('with %d of failures is judged again as it was, and nothing is touched', async (share, verdict, decision) => {
    const { replay, cluster, before } = await recorded(share);
    const again = await replay();
    expect(again.outputs).toMatchObject({ verdict, decision, release: '2' });
    expect(again.headline).toContain('as it was judged then');
    expect(cluster.writes).toHaveLength(before);
  });

  it('that was judged otherwise proves nothing', async () => {
    const { replay, change } = await recorded(0.01);
    await change('"state": "healthy"', '"state": "regressed"');
    const again = await replay();
    expect(again.outputs['verdict']).toBe('inconclusive');
    expect(again.headline).toContain('it was judged regressed then');
  });

  it('whose file is wrong is told all that is wrong with it', async () => {
    const { replay, change } = await recorded(0.01);
    await change('slipway.samples/v1', 'other/v2');
    await change(/"startedMs": \d+/, '"startedMs": "noon"');
    await change('"durationMs"', '"length"');
    const { outputs, problems } = await replay();
    expect(outputs['verdict']).toBe('error');
    expect(problems.map(({ code }) => code)).toEqual(['SAMPLES_MALFORMED', 'SAMPLES_MALFORMED', 'SAMPLES_MALFORMED']);
  });
});

describe('watch-and-rollback, before it watches', () => {
  it.each<[string, Record<string, string>, string]>([
    ['two kubeconfigs', { 'kubeconfig-path': 'x' }, 'INPUTS_CONTRADICT'],
    ['one query of two', { 'query-total': 'requests' }, 'INPUTS_CONTRADICT'],
    ['a rate', { 'query-total': 'rate(a[1m])', 'query-errors': 'b' }, 'INPUTS_CONTRADICT'],
    ['an address that is none', { 'prometheus-url': 'prometheus:9090' }, 'INPUT_MALFORMED'],
    ['a service without a record', { service: 'mail-service' }, 'RELEASE_NONE'],
  ])('refuses %s', async (_, inputs, code) => {
    const { watch } = await world();
    const { outputs, problems } = await watch(inputs);
    expect(outputs['verdict']).toBe('error');
    expect(problems.map((problem) => problem.code)).toContain(code);
  });

  it('tells all bad inputs at once', async () => {
    const { watch } = await world();
    const bad = await watch({ duration: 'long', 'error-rate-max': '5', 'min-requests': '0', 'on-regression': 'undo' });
    expect(bad.problems).toHaveLength(4);
    const contradicting = await watch({ 'kubeconfig-path': 'x', 'query-total': 'a', interval: '5m', 'prometheus-url': 'x' });
    expect(contradicting.problems).toHaveLength(4);
  });

  it('says that Prometheus does not take the question', async () => {
    const { watch } = await world({ traffic: { status: 400 } });
    expect((await watch()).problems[0]?.message).toMatch(/no such function/);
  });
});
