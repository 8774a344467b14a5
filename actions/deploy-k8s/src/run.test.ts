import { describe, expect, it } from '@jest/globals';
import { type Deployment, type KubeObject, objectName } from '@slipway/kubernetes';
import { type MemoryCluster, rollOut } from '@slipway/kubernetes/memory';
import { CRASH, type DeployRun, image, TOKEN, world } from './memory/world.ts';

const [GOOD, BAD] = [image('a'), image('b')];
const SHOP: KubeObject = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } };
const isNoLock = (write: string): boolean => !write.includes(' Lease ');

describe('deploy-k8s', () => {
  it('deploys, records a good release, and says so', async () => {
    const { cluster, deploy, liveImage } = world();
    const { code, outputs, headline } = await deploy({ 'environment-url': 'https://shop.example.com' });
    expect(headline).toMatch(/order-service release 1 runs in shop: 3 objects changed/);
    expect({ code, ...outputs }).toMatchObject({
      code: 0,
      release: '1',
      changed: 'true',
      image: GOOD,
      url: 'https://shop.example.com',
    });
    expect(liveImage()).toBe(GOOD);
    const kinds = cluster.writes.map((write) => write.split(' ')[1]);
    expect(kinds).toEqual(['Lease', 'Secret', 'Secret', 'Lease', 'Secret', 'Lease', 'Deployment', 'Lease', 'Secret', 'Lease']);
  });

  it('writes nothing when nothing changed', async () => {
    const { cluster, deploy } = world();
    await deploy();
    const before = cluster.writes.filter(isNoLock).length;
    expect((await deploy()).outputs).toMatchObject({ verdict: 'pass', release: '1', changed: 'false' });
    expect(cluster.writes.filter(isNoLock)).toHaveLength(before);
  });

  it('explains a crash before it goes back to the last good release', async () => {
    const { deploy, liveImage } = world({ behave: (given) => (given === BAD ? CRASH : 'ready') });
    await deploy();
    const failed = await deploy({ image: BAD });
    expect(failed.outputs).toMatchObject({
      ...{ verdict: 'fail', release: '2', 'previous-release': '1', 'rolled-back-to': '1', cause: 'app/CrashLoopBackOff' },
    });
    expect(failed.annotations).toMatchObject([{ level: 'error', file: 'k8s/app.yaml', line: 18 }]);
    expect(failed.annotations[0]?.message).toContain('cannot reach the database');
    expect(liveImage()).toBe(GOOD);
  });

  it('never goes back to a release that was bad, and says when there is none', async () => {
    const { deploy, liveImage } = world({ behave: () => CRASH });
    const failed = await deploy({ image: BAD });
    expect(failed.headline).toMatch(/nothing was rolled back: no good release is recorded yet/);
    expect(liveImage()).toBe(BAD);
  });

  it('keeps a failed release when it is told to', async () => {
    const { deploy, liveImage } = world({ behave: (given) => (given === BAD ? CRASH : 'ready') });
    await deploy();
    expect((await deploy({ image: BAD, 'on-failure': 'keep' })).headline).toMatch(/on-failure is keep/);
    expect(liveImage()).toBe(BAD);
  });

  it('does not try twice when the good release fails as well', async () => {
    let broken = false;
    const { deploy } = world({ behave: () => (broken ? CRASH : 'ready') });
    await deploy();
    broken = true;
    const failed = await deploy({ image: BAD });
    expect(failed.headline).toMatch(/the rollback to release 1 did not succeed: CrashLoopBackOff/);
    expect(failed.outputs['rolled-back-to']).toBe('');
  });

  it('stands a missing configuration key on its own line', async () => {
    const message = "couldn't find key PASSWORD in Secret shop/order-service";
    const waiting = { reason: 'CreateContainerConfigError', message };
    const { deploy } = world({ behave: () => ({ state: { waiting } }) });
    const { outputs, annotations } = await deploy({ 'config-copies': 'false' });
    expect(outputs['cause']).toBe('config/CreateContainerConfigError');
    expect(annotations[0]).toMatchObject({ file: 'k8s/app.yaml', line: 20 });
  });

  it('rolls a bad value out to new pods, and back with the value that was good', async () => {
    const config = (value: string) => ({
      'k8s/config.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings }\ndata: { MODE: "${value}" }\n---
apiVersion: apps/v1
kind: Deployment
metadata: { name: worker }
spec:
  selector: { matchLabels: { app: worker } }
  template:
    metadata: { labels: { app: worker } }
    spec: { containers: [{ name: app, image: "worker:1", envFrom: [{ configMapRef: { name: settings } }] }] }\n`,
    });
    const seen: string[] = [];
    const { deploy, cluster } = world({
      options: {
        applied: (object, at) => {
          if (object.kind !== 'Deployment') return;
          const used = /settings-[0-9a-f]{10}/.exec(JSON.stringify(object['spec']))?.[0];
          const copy = used === undefined ? undefined : at.get<KubeObject>('ConfigMap', 'shop', used);
          const mode = (copy?.['data'] as { readonly MODE: string } | undefined)?.MODE ?? '';
          if (used !== undefined) seen.push(mode);
          rollOut(object as Deployment, at, () => (mode === 'bad' ? CRASH : 'ready'));
        },
      },
    });
    await deploy({}, { files: config('good') });
    const failed = await deploy({}, { files: config('bad') });
    expect(failed.outputs).toMatchObject({ verdict: 'fail', 'rolled-back-to': '1' });
    expect(seen).toEqual(['good', 'bad', 'good']);
    expect(cluster.get<KubeObject>('ConfigMap', 'shop', 'settings')?.['data']).toEqual({ MODE: 'good' });
  });

  it('records a release as pending for a watch to judge', async () => {
    const { deploy } = world({ behave: (given) => (given === BAD ? CRASH : 'ready') });
    await deploy({ record: 'pending' });
    expect((await deploy({ image: BAD })).headline).toMatch(/no good release is recorded yet/);
  });

  it('plans without a write', async () => {
    const { cluster, deploy } = world();
    const planned = await deploy({ 'dry-run': 'true' });
    expect(planned.headline).toMatch(/3 of 3 objects of order-service would change/);
    expect(cluster.writes).toEqual([]);
  });

  it('shows no secret anywhere', async () => {
    const { deploy } = world({ behave: () => CRASH });
    const { all } = await deploy();
    for (const secret of ['hunter2-hunter2', Buffer.from('hunter2-hunter2').toString('base64'), TOKEN]) {
      expect(all).not.toContain(secret);
    }
  });

  it('ends a cancelled run without going back, and says what is left', async () => {
    const cancel = new AbortController();
    const applied = (object: KubeObject): void => {
      if (object.kind === 'Deployment') cancel.abort(new Error('cancelled'));
    };
    const { deploy, liveImage } = world({ options: { applied } });
    const { outputs, headline } = await deploy({}, { cancelled: cancel.signal });
    expect(outputs).toMatchObject({ verdict: 'inconclusive', release: '1' });
    expect(headline).toMatch(/the run was cancelled\. It is left as it is/);
    expect(liveImage()).toBe(GOOD);
  });

  it('cannot tell when the cluster stays away, and then rolls nothing back', async () => {
    let away = false;
    const applied = (object: KubeObject): void => {
      away = away || object.kind === 'Deployment';
    };
    const { deploy } = world({ options: { applied, reachable: () => !away } });
    expect((await deploy()).outputs).toMatchObject({ verdict: 'inconclusive', 'rolled-back-to': '' });
  });
});

describe('what a person is shown', () => {
  it('of a failure: when what happened, and what the release changed of the last good one', async () => {
    const { deploy } = world({ behave: (given) => (given === BAD ? CRASH : 'ready') });
    await deploy();
    const { all } = await deploy({ image: BAD });
    for (const text of [
      'Timeline',
      'Deployment shop/order-service: applied',
      'failed: app/CrashLoopBackOff',
      'rollback: restored',
    ]) {
      expect(all).toContain(text);
    }
    expect(all).not.toMatch(/Changed since.*metadata\.uid/s);
    expect(all).toMatch(/Changed since release 1 .*spec\.template\.spec\.containers\.0\.image/s);
  });

  it('of a plan: the least rights that the deploy needs', async () => {
    const { deploy } = world();
    const { all } = await deploy({ 'dry-run': 'true' });
    expect(all).toContain('name: deploy-order-service, namespace: shop');
    expect(all).toMatch(
      /apiGroups: \[.*apps.*\], resources: \[deployments\], verbs: \[get, create, patch, list, watch, delete\]/,
    );
  });
});

describe('a field that cannot be changed', () => {
  const refuse = (kind: string): Pick<DeployRun, 'through'> => ({
    through: (http) => ({
      fetch: async (request) => {
        const asked = request.method === 'PATCH' && request.url.includes(`/${kind}/`) && request.url.includes('dryRun');
        const response = await http.fetch(request);
        if (!asked || response.status === 201) return response;
        const causes = [{ field: 'spec.template', message: 'field is immutable' }];
        const body = JSON.stringify({ message: 'invalid', details: { causes } });
        return { ...response, status: 422, text: async () => body };
      },
    }),
  });
  const JOB = `apiVersion: batch/v1
kind: Job
metadata: { name: migrate }
spec: { template: { spec: { containers: [{ name: app, image: "migrate:1" }] } } }
`;

  it('of a Job has the Job made anew', async () => {
    const done = { conditions: [{ type: 'Complete', status: 'True' }] };
    const applied = (object: KubeObject, at: MemoryCluster): void => {
      if (object.kind === 'Job') at.store.put({ ...object, status: done });
      if (object.kind === 'Deployment') rollOut(object as Deployment, at, () => 'ready');
    };
    const { cluster, deploy } = world({ options: { applied, objects: [SHOP] } });
    await deploy({}, { files: { 'k8s/job.yaml': JOB } });
    const changed = { 'k8s/job.yaml': JOB.replace('migrate:1', 'migrate:2') };
    const { outputs } = await deploy({}, { files: changed, ...refuse('jobs') });
    expect(outputs['verdict']).toBe('pass');
    expect(cluster.writes.filter((write) => write.includes(' Job '))).toEqual([
      'PATCH Job shop/migrate',
      'DELETE Job shop/migrate',
      'PATCH Job shop/migrate',
    ]);
  });

  it('of a Deployment stops the deploy on its line, with the choices there are', async () => {
    const { cluster, deploy } = world();
    await deploy();
    const before = cluster.writes.filter(isNoLock).length;
    const { problems } = await deploy({ image: BAD }, refuse('deployments'));
    expect(problems).toMatchObject([
      { code: 'K8S_INVALID', location: { line: 14 }, remedy: expect.stringContaining('another name') },
    ]);
    expect(cluster.writes.filter(isNoLock)).toHaveLength(before);
  });
});

describe('an admission webhook', () => {
  /** Answers every dry run of a Deployment with this, and counts them. */
  const answering = (status: number, message: string): Pick<DeployRun, 'through'> => ({
    through: (http) => ({
      fetch: async (request) => {
        const response = await http.fetch(request);
        if (!request.url.includes('dryRun') || !request.url.includes('/deployments/')) return response;
        return { ...response, status, text: async () => JSON.stringify({ message }) };
      },
    }),
  });

  it('that may not be asked in a dry run leaves the object unjudged, and the deploy goes on', async () => {
    const { deploy, liveImage } = world();
    const refusal = answering(400, 'admission webhook "x" does not support dry run');
    const planned = await deploy({ 'dry-run': 'true' }, refusal);
    expect(planned.all).toContain('"unknown"');
    expect((await deploy({}, refusal)).outputs['verdict']).toBe('pass');
    expect(liveImage()).toBe(GOOD);
  });

  it.each<[string, number, string]>([
    ['denies', 403, 'admission webhook "policy" denied the request: no latest'],
    ['is down', 500, 'failed calling webhook "policy": connection refused'],
  ])('that %s stops the deploy on the line of the object, before anything is changed', async (_, status, message) => {
    const { cluster, deploy } = world();
    const { problems } = await deploy({}, answering(status, message));
    expect(problems[0]).toMatchObject({ message: expect.stringContaining(message), location: { file: 'k8s/app.yaml' } });
    expect(cluster.writes.filter(isNoLock)).toEqual([]);
  });
});

describe('a large set', () => {
  it('of 800 objects takes a few requests an object, and none of them is repeated', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 800 }, (_, index) => [
        `k8s/c${index}.yaml`,
        `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c${index} }\ndata: { a: "1" }\n`,
      ]),
    );
    let requests = 0;
    const through: DeployRun['through'] = (http) => ({
      fetch: (request) => {
        requests += 1;
        return http.fetch(request);
      },
    });
    const { deploy } = world({ files });
    expect((await deploy({}, { through })).outputs['verdict']).toBe('pass');
    expect(requests / 803).toBeLessThan(6);
    const first = requests;
    expect((await deploy({}, { through })).outputs).toMatchObject({ verdict: 'pass', changed: 'false' });
    expect((requests - first) / 803).toBeLessThan(3);
  });
});

describe('a cluster', () => {
  const system = (uid: string): KubeObject => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'kube-system', uid } });

  it.each<[string, readonly KubeObject[], string | undefined]>([
    ['that is meant is taken', [system('uid-a')], undefined],
    ['that is another is refused', [system('uid-b')], 'CLUSTER_OTHER'],
    ['that does not say which it is, too', [], 'CLUSTER_UNKNOWN'],
  ])('%s', async (_, objects, code) => {
    const { cluster, deploy } = world();
    for (const object of objects) cluster.store.put(object);
    const { outputs, problems } = await deploy({ 'cluster-uid': 'uid-a' });
    expect(problems.map((problem) => problem.code)).toEqual(code === undefined ? [] : [code]);
    expect([outputs['verdict'], cluster.writes.length > 0]).toEqual(code === undefined ? ['pass', true] : ['error', false]);
  });
});

describe('deploy-k8s, before anything is changed', () => {
  it.each<[string, Record<string, string>, string]>([
    ['an image by tag', { image: 'registry.example.com/shop/order-service:1' }, 'IMAGE_WITHOUT_DIGEST'],
    ['no image at all', { image: 'Nonsense' }, 'REFERENCE_MALFORMED'],
    ['two kubeconfigs', { 'kubeconfig-path': 'kube/config' }, 'INPUTS_CONTRADICT'],
    ['a window longer than the time', { timeout: '5s' }, 'INPUTS_CONTRADICT'],
    ['a name that is none', { service: 'Order_Service' }, 'NAME_MALFORMED'],
    ['an unknown context', { context: 'b' }, 'KUBECONFIG_INVALID'],
    ['no manifests', { manifests: 'nowhere' }, 'MANIFEST_NOT_FOUND'],
    ['another service', { image: image('a').replace('order', 'mail'), service: 'mail-service' }, 'IMAGE_NO_MATCH'],
    ['a missing namespace', { namespace: 'other' }, 'NAMESPACE_MISSING'],
  ])('refuses %s', async (_, inputs, code) => {
    const { cluster, deploy } = world();
    const { outputs, problems } = await deploy(inputs);
    expect(outputs['verdict']).toBe('error');
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(cluster.writes).toEqual([]);
  });

  it('tells all bad inputs at once, and all problems of manifests and kubeconfig at once', async () => {
    const { deploy } = world({ files: { 'k8s/b.yaml': 'kind: ConfigMap\nmetadata: { name: a }\n' } });
    const inputs = await deploy({ image: 'x:1', service: 'A', namespace: 'B', 'kubeconfig-path': 'c', timeout: '1s' });
    expect(inputs.problems.length).toBeGreaterThanOrEqual(5);
    const read = await deploy({ context: 'b' });
    expect(read.problems.map(({ code }) => code)).toEqual(['MANIFEST_FIELD_MISSING', 'KUBECONFIG_INVALID']);
  });

  it('names each missing right with the line that needs it', async () => {
    const denied = ({ verb, resource }: { verb: string; resource: string }): boolean =>
      (verb === 'patch' && resource === 'deployments') || (verb === 'watch' && resource === 'pods');
    const { cluster, deploy } = world({ options: { denied } });
    const { problems } = await deploy();
    expect(problems).toMatchObject([
      { code: 'K8S_RIGHT_MISSING', message: /./, location: { file: 'k8s/app.yaml', line: 7 } },
      { code: 'K8S_RIGHT_MISSING' },
    ]);
    expect(problems[0]?.message).toMatch(/may not patch deployments\.apps in namespace shop/);
    expect(cluster.writes).toEqual([]);
  });

  it('names the owner of a field in conflict, on the line of the field', async () => {
    const conflicts = (object: KubeObject) =>
      object.kind === 'Deployment' ? [{ manager: 'kubectl', field: '.spec.template.spec.containers[0].image' }] : [];
    const { cluster, deploy } = world({ options: { conflicts } });
    const { problems } = await deploy();
    expect(problems[0]).toMatchObject({ code: 'K8S_FIELD_CONFLICT', location: { file: 'k8s/app.yaml', line: 18 } });
    expect(cluster.writes.filter(isNoLock)).toEqual([]);
    expect((await deploy({ 'force-conflicts': 'true' })).outputs['verdict']).toBe('pass');
  });

  it('creates the namespace when it is told to', async () => {
    const { cluster, deploy } = world();
    const { outputs } = await deploy({ namespace: 'fresh', 'create-namespace': 'true' });
    expect(outputs['verdict']).toBe('pass');
    expect(cluster.store.all().map(objectName)).toContain('Namespace fresh');
  });
});
