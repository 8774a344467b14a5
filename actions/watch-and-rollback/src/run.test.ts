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
import { policyOf, type PolicyInputs } from './watch.ts';

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
  /** The code of the requests that fail; 503 unless told. */
  readonly code?: string;
  readonly status?: number;
  readonly away?: boolean | ((second: number) => boolean);
  /** The share of requests that fail after a rollback; without it nothing is seen then. */
  readonly after?: number;
  /** The share of answers that take longer than 0.1 and than 0.5 seconds; before the release 30 % and 1 % did. */
  readonly slow?: readonly [number, number];
  /** The share of requests that fail at the neighbours during the watch; before, none did. */
  readonly neighbours?: number;
  /** Whether the same version served before, in other pods, and failed everything. */
  readonly twice?: boolean;
  /** The share of requests that failed at a second of the day before; without it nothing is known of that. */
  readonly day?: (second: number) => number;
  /** The token that is taken from a second on. */
  readonly token?: (second: number) => string;
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

const POLICY: PolicyInputs = {
  ...{ duration: 300_000, interval: 5000, errorRateMax: 0.05, minRequests: 50, falseRollbackMax: 0.01, lateMax: 0 },
  ...{
    onOneBadPod: 'report',
    compare: 'before',
    riseMax: 1.25,
    riseFloor: 0.002,
    onSlower: 'report',
    latencyMetric: 'took_seconds',
  },
};

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
  const sets = cluster.store
    .all()
    .filter(({ kind }) => kind === 'ReplicaSet')
    .map(({ metadata }) => metadata.name);
  const [oldSet = '', setName = ''] = sets.slice(-2);
  let backAt: number | undefined;
  const series = (query: string): readonly object[] => {
    const now = clock.now();
    if (query.includes('_bucket')) {
      const before = flow.slow === undefined ? [] : bucketRows(`${oldSet}-0`, flow.rps, [0.3, 0.01], -1800, 0);
      return [...before, ...(flow.slow === undefined ? [] : bucketRows(`${setName}-0`, flow.rps, flow.slow, 0, now / 1000))];
    }
    if (query.startsWith('neighbour')) {
      return flow.neighbours === undefined
        ? []
        : rowsOf('other-0', 20, (second) => (second > 0 ? (flow.neighbours ?? 0) : 0), -1800, now / 1000);
    }
    if (liveImage() === GOOD) backAt ??= now / 1000;
    const back =
      backAt === undefined || flow.after === undefined
        ? []
        : rowsOf(`${oldSet}-9`, flow.rps, () => flow.after ?? 0, backAt, now / 1000);
    const earlier = flow.twice === true ? rowsOf(`${setName}-gone`, flow.rps, () => 1, -900, -600) : [];
    return [...counters(`${setName}-0`, flow, now), ...back, ...earlier];
  };
  const day = flow.day && rowsOf(`${oldSet}-1`, flow.rps, flow.day, -25 * 3600, 0);
  /** What was scraped in the hour up to a moment, in seconds. */
  const hourOf = (until: number): readonly object[] =>
    (day ?? []).map(({ metric, values }) => ({ metric, values: values.filter(([at]) => at > until - 3600 && at <= until) }));
  const asked: URLSearchParams[] = [];
  const prometheus = memoryHttp(({ body, headers }) => {
    if (flow.away === true || (typeof flow.away === 'function' && flow.away(clock.now() / 1000))) return undefined;
    if (flow.token !== undefined && headers?.['authorization'] !== `Bearer ${flow.token(clock.now() / 1000)}`) {
      return { status: 401, body: 'Unauthorized' };
    }
    if (flow.status !== undefined) return { status: flow.status, body: '{"status":"error","error":"no such function"}' };
    const question = new URLSearchParams(String(body));
    asked.push(question);
    const [query, time] = [question.get('query') ?? '', question.get('time')];
    const result = time === null ? series(query) : query.includes('_bucket') ? [] : hourOf(Number(time));
    return { status: 200, body: JSON.stringify({ status: 'success', data: { result } }) };
  });
  const probed = memoryHttp(() => ({ status: flow.share(clock.now() / 1000) > 0.5 ? 503 : 200, body: '' }));
  const http: Http = {
    fetch: (request) => {
      if (request.url.startsWith('http://probe')) return probed.fetch(request);
      return (request.url.startsWith('http://prometheus') ? prometheus : cluster.http).fetch(request);
    },
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
  return { cluster, act, watch, liveImage, states, files, clock, ledgers, asked };
}

type Row = readonly [second: number, value: string];

interface Rows {
  readonly metric: Readonly<Record<string, string>>;
  readonly values: readonly Row[];
}

const textOf = (rows: readonly (readonly [number, number])[]): readonly Row[] =>
  rows.map(([second, value]) => [second, String(value)]);

/** The seconds at which a pod is scraped, each 5 s. */
const scrapes = (from: number, until: number): readonly number[] =>
  Array.from({ length: Math.max(0, Math.floor((until - from) / 5)) }, (_, index) => from + (index + 1) * 5);

/** The counters of one pod, by the share that fails at a second. */
function rowsOf(
  pod: string,
  rps: number,
  share: (second: number) => number,
  from: number,
  until: number,
  code = '503',
): readonly Rows[] {
  let [fine, bad] = [0, 0];
  const rows = scrapes(from, until).map((second) => {
    fine += rps * 5 * (1 - share(second));
    bad += rps * 5 * share(second);
    return [second, fine, bad] as const;
  });
  if (rows.length === 0) return [];
  return [
    { metric: { pod, code: '200' }, values: textOf(rows.map(([second, value]) => [second, value])) },
    { metric: { pod, code }, values: textOf(rows.map(([second, , value]) => [second, value])) },
  ];
}

/** The histogram of one pod with boundaries at 0.1 and 0.5 seconds, by the shares that take longer. */
function bucketRows(
  pod: string,
  rps: number,
  [over, far]: readonly [number, number],
  from: number,
  until: number,
): readonly object[] {
  const rows = (share: number) => textOf(scrapes(from, until).map((second) => [second, (second - from) * rps * share]));
  if (scrapes(from, until).length === 0) return [];
  return [
    { metric: { pod, le: '0.1' }, values: rows(1 - over) },
    { metric: { pod, le: '0.5' }, values: rows(1 - far) },
    { metric: { pod, le: '1.0' }, values: rows(1) },
    { metric: { pod, le: '+Inf' }, values: rows(1) },
  ];
}

const counters = (pod: string, { rps, share, code }: Traffic, nowMs: number): readonly object[] =>
  rowsOf(pod, rps, share, 0, nowMs / 1000, code);

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
    const { code, outputs, headline, summary } = await watch({ recovery: '0s' });
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
    expect(outputs['decision']).toBe('both-bad');
    expect(headline).toMatch(/release 1 fails as well: CrashLoopBackOff.*Both are bad, and nothing more is undone/);
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

  it.each(['404', '429', '499'])('holds a storm of %s against no release, unless that is told to be an error', async (code) => {
    const storm = { traffic: { share: (second: number) => (second > 60 ? 0.8 : 0), code } };
    const calm = await world(storm);
    expect((await calm.watch()).outputs).toMatchObject({ decision: 'healthy', 'error-rate': '0.0000' });
    expect(calm.liveImage()).toBe(BAD);
    const strict = await world(storm);
    const { outputs } = await strict.watch({ 'error-codes': '5..|404|429|499' });
    expect(outputs).toMatchObject({ decision: 'rolled-back', cause: 'app/ErrorRate' });
  });

  it('takes no pause for a fault of the release, and says that it cannot go back as long as a Deployment is paused', async () => {
    let pause: () => unknown = () => undefined;
    const { watch, cluster, liveImage } = await world({
      traffic: { share: (second) => (second > 60 ? 0.9 : 0) },
      meanwhile: { at: 30, happen: () => void pause() },
    });
    pause = () => {
      const live = cluster.get<Deployment>('Deployment', 'shop', 'order-service') as Deployment;
      cluster.store.put({ ...live, spec: { ...live.spec, paused: true } });
    };
    const { outputs, headline } = await watch();
    expect(outputs).toMatchObject({ verdict: 'fail', decision: 'rollback-failed' });
    expect(headline).toMatch(
      /over 5\.00 % beyond chance; it could not be rolled back: nothing was touched, for the Deployment order-service is paused/,
    );
    expect(headline).toContain('kubectl rollout resume deployment/order-service');
    expect(liveImage()).toBe(BAD);
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

describe('going back', () => {
  it.each<[string, number | undefined, string, RegExp]>([
    ['that helped', 0, 'rolled-back', /rolled back to release 1, ready after .*, and the errors ended with it/],
    ['that cannot be seen to have helped', undefined, 'rolled-back', /whether that helped could not be seen/],
    ['that did not help', 0.4, 'both-bad', /the errors went on after it: .*Both are bad, and nothing more is undone/],
  ])('%s is told, and never done twice', async (_, after, decision, text) => {
    const { watch, liveImage, cluster } = await world({ traffic: { share: () => 0.3, ...(after !== undefined && { after }) } });
    const { outputs, headline } = await watch();
    expect(outputs).toMatchObject({ verdict: 'fail', decision, 'rolled-back-to': '1' });
    expect(headline).toMatch(text);
    expect(liveImage()).toBe(GOOD);
    expect(cluster.writes.filter((write) => write.startsWith('PATCH Deployment'))).toHaveLength(3);
  });

  it('tells what was spent and saved of the error budget', async () => {
    const { watch } = await world({ traffic: { share: () => 0.3 } });
    const { summary } = await watch({ recovery: '0s', objective: '99.9%' });
    // Of 20 a second 0.1 % may fail: 51,840 in 30 days. 30 failed in five seconds, and 360 would each minute.
    expect(JSON.stringify(summary)).toContain(
      'cost 0.06 % of the error budget of 30 days (99.9 %, at this traffic), and each further minute would have cost 0.69 %',
    );
  });
});

describe('response times', () => {
  const slower = { slow: [0.6, 0.1] as const };

  it('that grew fail the watch at its end, and go back only where they are told to', async () => {
    const left = await world({ traffic: slower });
    const told = await left.watch();
    expect(told.outputs).toMatchObject({ verdict: 'fail', decision: 'slower', cause: 'app/Slower', 'rolled-back-to': '' });
    expect(told.headline).toMatch(
      /release 2 is slower: 10\.0 % of 6000 requests took longer than 0\.5 s, and of the version before 1\.00 %/,
    );
    expect([left.liveImage(), await left.states()]).toEqual([BAD, ['good', 'bad']]);
    const charts = told.summary.filter(({ kind }) => kind === 'chart');
    expect(charts).toHaveLength(2);

    const undone = await world({ traffic: slower });
    const { outputs } = await undone.watch({ 'on-slower': 'rollback' });
    expect(outputs).toMatchObject({ decision: 'rolled-back', cause: 'app/Slower' });
    expect(undone.liveImage()).toBe(GOOD);
  });

  it('that stayed the same, or are not looked at, are no matter', async () => {
    const same = await world({ traffic: { slow: [0.3, 0.01] } });
    expect((await same.watch()).outputs['decision']).toBe('healthy');
    const ignored = await world({ traffic: slower });
    expect((await ignored.watch({ 'on-slower': 'ignore' })).outputs['decision']).toBe('healthy');
    expect(ignored.asked.some((question) => question.get('query')?.includes('_bucket'))).toBe(false);
  });

  it('come to the same again from the samples', async () => {
    const { watch, act } = await world({ traffic: slower });
    await watch({ 'samples-out': 'samples.json' });
    const again = await act({ mode: 'replay', samples: 'samples.json' });
    expect(again.outputs).toMatchObject({ verdict: 'fail', decision: 'slower' });
    expect(again.headline).toContain('as it was judged then');
  });
});

describe('what else a watch sees', () => {
  it('does not go back in an incident that the neighbours share', async () => {
    const { watch, liveImage } = await world({ traffic: { share: () => 0.3, neighbours: 0.3 } });
    const { outputs, headline } = await watch({ neighbours: 'neighbour_requests_total{service!="order"}' });
    expect(outputs).toMatchObject({ verdict: 'inconclusive', decision: 'environment', 'rolled-back-to': '' });
    expect(headline).toMatch(/others fail more than before at the same time/);
    expect(liveImage()).toBe(BAD);
  });

  it('blames the release where the neighbours are well', async () => {
    const { watch } = await world({ traffic: { share: () => 0.3, neighbours: 0 } });
    expect((await watch({ neighbours: 'neighbour_requests_total' })).outputs['decision']).toBe('rolled-back');
  });

  it('does not hold against a release what the same version did before, in other pods', async () => {
    const { watch } = await world({ traffic: { twice: true } });
    const { outputs } = await watch();
    expect(outputs).toMatchObject({ decision: 'healthy', requests: '6000' });
  });

  it('asks for the pods of its own namespace alone', async () => {
    const { watch, asked } = await world();
    await watch({ 'namespace-label': 'ns' });
    expect(asked.every((question) => question.get('query')?.includes('ns=~"shop|"'))).toBe(true);
  });

  it('takes requests of its own where users are few', async () => {
    const idle = { rps: 0.01 };
    const probing = { 'probe-url': 'http://probe/', 'probe-rate': '1' };
    const fine = await world({ traffic: idle });
    const { outputs, headline } = await fine.watch(probing);
    expect(outputs['decision']).toBe('healthy');
    expect(headline).toMatch(
      /29\d requests of our own were answered, 0 with errors|300 requests of our own were answered, 0 with errors/,
    );
    const bad = await world({ traffic: { ...idle, share: (second) => (second > 60 ? 1 : 0) } });
    expect((await bad.watch(probing)).outputs).toMatchObject({ decision: 'rolled-back', cause: 'app/ProbesFail' });
  });

  it('says what too little traffic would have shown', async () => {
    const { watch } = await world({ traffic: { rps: 0.1 } });
    expect((await watch()).headline).toMatch(
      /Only 30 requests were seen, and 50 are needed to judge; less than \d+ % of errors would not/,
    );
  });

  it('reads its token again when it is not taken any more', async () => {
    const { watch, files, clock } = await world({
      traffic: { token: (second) => (second < 100 ? 'first-token' : 'second-token') },
    });
    await files.write('token', 'first-token\n');
    const read = files.readText.bind(files);
    Object.assign(files, {
      readText: async (path: string) => (path === 'token' && clock.now() >= 100_000 ? 'second-token' : read(path)),
    });
    expect((await watch({ 'prometheus-token-path': 'token' })).outputs['decision']).toBe('healthy');
  });

  it.each<[string, (second: number) => boolean, string]>([
    ['from the start', () => true, 'blind'],
    ['from the 120th second on', (second) => second >= 120, 'blind'],
    ['for 20 seconds', (second) => second >= 100 && second < 120, 'healthy'],
  ])('goes on without Prometheus as far as it can: away %s', async (_, away, decision) => {
    const { watch, liveImage } = await world({ traffic: { away } });
    expect((await watch()).outputs).toMatchObject({ decision, 'rolled-back-to': '' });
    expect(liveImage()).toBe(BAD);
  });

  it('is blind, and says why, when its token ran out for good', async () => {
    const { watch } = await world({ traffic: { token: (second) => (second < 100 ? 'first-token' : 'none') } });
    const { outputs, headline } = await watch({ 'prometheus-token': 'first-token' });
    expect(outputs['decision']).toBe('blind');
    expect(headline).toMatch(/Prometheus answered 401/);
  });

  it('takes pods that were killed for their memory as a regression', async () => {
    const killed: Behaviour = { ...CRASH, lastState: { terminated: { exitCode: 137, reason: 'OOMKilled' } } };
    const { watch } = await world({ behave: (image) => (image === BAD ? killed : 'ready') });
    expect((await watch()).outputs).toMatchObject({ decision: 'rolled-back', cause: 'capacity/OOMKilled' });
  });
});

describe('several services in one watch', () => {
  it('share the promise, and what is wrong with one is told before any is watched', async () => {
    const { watch, cluster } = await world();
    const before = cluster.writes.length;
    const { outputs, problems } = await watch({ service: 'order-service\nmail-service' });
    expect(outputs['verdict']).toBe('error');
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('No release of mail-service')]);
    expect(cluster.writes).toHaveLength(before);
    expect(policyOf({ ...POLICY, falseRollbackMax: 0.01 }, 50).falseRollbackMax).toBeCloseTo(0.0002);
  });
});

describe('the day before', () => {
  const given = { service: 'order-service', namespace: 'shop', kubeconfig: KUBECONFIG, 'prometheus-url': 'http://prometheus' };

  it('is judged as if each window were a release: it tells where it would have been wrong', async () => {
    // Ten minutes of trouble, twelve hours ago.
    const trouble = (second: number): number => (Math.abs(second + 12 * 3600) < 300 ? 0.04 : 0.002);
    const { act, cluster } = await world({ traffic: { day: trouble } });
    const before = cluster.writes.length;
    const { outputs, headline, summary } = await act({ ...given, mode: 'placebo', interval: '75s' });
    expect(outputs).toMatchObject({ verdict: 'pass', decision: 'placebo' });
    expect(headline).toMatch(/of 28\d windows of the last day without a release, [12] would have been called bad/);
    expect(JSON.stringify(summary)).toMatch(/1969-12-31T1[12]:\d\d:\d\d\.\d{3}Z: worseThanBefore/);
    expect(cluster.writes).toHaveLength(before);
  });

  it('is what a watch measures its evidence against, where it is long enough', async () => {
    const { watch } = await world({ traffic: { day: () => 0.002, slow: [0.3, 0.01] } });
    const { outputs, summary } = await watch({ interval: '15s' });
    expect(outputs['decision']).toBe('healthy');
    expect(JSON.stringify(summary)).toMatch(/slower than before[^\]]*the unrest of the half hour before/);
    const half = await watch({ interval: '15s', calibration: 'half-hour' });
    expect(JSON.stringify(half.summary)).not.toContain('the windows of the day before');
  });

  it('is judged by nothing where there was nothing, and nothing is written', async () => {
    const { act, cluster, asked } = await world({ traffic: { share: () => 0.01 } });
    const before = cluster.writes.length;
    const { outputs, headline } = await act({ ...given, mode: 'placebo', interval: '75s' });
    expect(outputs['verdict']).toBe('inconclusive');
    expect(headline).toMatch(/no window of the last day has 50 requests/);
    expect(asked.filter((question) => question.has('time')).length).toBeGreaterThanOrEqual(24);
    expect(cluster.writes).toHaveLength(before);
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
    await change('"state":"healthy"', '"state":"regressed"');
    const again = await replay();
    expect(again.outputs['verdict']).toBe('inconclusive');
    expect(again.headline).toContain('it was judged regressed then');
  });

  it('whose file is wrong is told all that is wrong with it', async () => {
    const { replay, change } = await recorded(0.01);
    await change('slipway.samples/v1', 'other/v2');
    await change(/"startedMs":\d+/, '"startedMs":"noon"');
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
    ['an address with a password', { 'prometheus-url': 'https://me:secret-word@prometheus' }, 'INPUT_MALFORMED'],
    ['a selector of neighbours that is none', { neighbours: 'sum(a)' }, 'INPUTS_CONTRADICT'],
    ['one service twice', { service: 'order-service\norder-service' }, 'INPUTS_CONTRADICT'],
    ['a token twice', { 'prometheus-token': 'a-token-123', 'prometheus-token-path': 'x' }, 'INPUTS_CONTRADICT'],
    ['a probe of several services', { service: 'a\nb', 'probe-url': 'http://probe' }, 'INPUTS_CONTRADICT'],
    ['a negative limit', { 'error-rate-max': '-1%' }, 'INPUT_MALFORMED'],
    ['a limit over everything', { 'error-rate-max': '101%' }, 'INPUT_MALFORMED'],
    ['a duration without a unit', { duration: '5' }, 'INPUT_MALFORMED'],
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

  it.each<[string, object, string]>([
    [
      'Argo CD',
      { annotations: { 'argocd.argoproj.io/tracking-id': 'shop:apps/Deployment:shop/order-service' } },
      'application shop',
    ],
    ['Flux', { managedFields: [{ manager: 'kustomize-controller', operation: 'Apply' }] }, 'by Flux'],
  ])(
    'refuses to undo what %s applies from a repository, and watches it all the same when it may only report',
    async (_, mark, who) => {
      const { watch, cluster } = await world({ traffic: { share: () => 0.3 } });
      const live = cluster.get<Deployment>('Deployment', 'shop', 'order-service') as Deployment;
      cluster.store.put({ ...live, metadata: { ...live.metadata, ...mark } });
      const { outputs, problems } = await watch();
      expect([outputs['verdict'], problems.map(({ code }) => code)]).toEqual(['error', ['GITOPS_HELD']]);
      expect(problems[0]?.message).toContain(who);
      expect((await watch({ 'on-regression': 'report' })).outputs).toMatchObject({ verdict: 'fail', decision: 'regressed' });
    },
  );

  it('says that Prometheus does not take the question', async () => {
    const { watch } = await world({ traffic: { status: 400 } });
    expect((await watch()).problems[0]?.message).toMatch(/no such function/);
  });
});
