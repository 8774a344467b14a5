import { describe, expect, it } from '@jest/globals';
import { type KubeObject, KINDS } from '@slipway/kubernetes';
import { SERVICE } from '@slipway/rollout';
import { scriptedExec } from '@slipway/system/memory';
import { image, world } from './memory/world.ts';
import { ancestryOf } from './ancestry.ts';
import { memoryPorts } from '@slipway/runner/memory';

const [OLD, NEW, SIDE] = ['a', 'b', 'c'].map((letter) => letter.repeat(40)) as [string, string, string];
const repository = { parents: { [NEW]: [OLD], [SIDE]: [OLD] }, runs: { '1/attempts/1': 'completed' } };
const WITH_TOKEN = { 'github-token': 'ghs_token' };
const at = (sha: string, runId = '1') => ({ context: { sha, runId } });

const NAMESPACES: readonly KubeObject[] = [{ ...KINDS.namespace, metadata: { name: 'shop' } }];
const config = (name: string): string => `apiVersion: v1
kind: ConfigMap
metadata: { name: ${name} }
data: { a: "1" }
`;

describe('a run whose commit', () => {
  it('is older than the one that runs changes nothing, and says so', async () => {
    const { deploy, liveImage, cluster } = world({ repository });
    await deploy({ ...WITH_TOKEN, image: image('b') }, at(NEW));
    const before = cluster.writes.filter((write) => !write.includes(' Lease ')).length;
    const late = await deploy({ ...WITH_TOKEN, image: image('a') }, at(OLD, '2'));
    expect(late.outputs).toMatchObject({ verdict: 'pass', skipped: 'true', changed: 'false', release: '1', image: image('b') });
    expect(late.headline).toMatch(/Skipped: release 1 of commit bbbbbbb .* runs in shop already.*stale-run: deploy/);
    expect(liveImage()).toBe(image('b'));
    expect(cluster.writes.filter((write) => !write.includes(' Lease '))).toHaveLength(before);
  });

  it('is older goes back when it is told to', async () => {
    const { deploy, liveImage } = world({ repository });
    await deploy({ ...WITH_TOKEN, image: image('b') }, at(NEW));
    const back = await deploy({ ...WITH_TOKEN, image: image('a'), 'stale-run': 'deploy' }, at(OLD, '2'));
    expect(back.outputs).toMatchObject({ verdict: 'pass', skipped: 'false' });
    expect(liveImage()).toBe(image('a'));
  });

  it.each<[string, { readonly sha: string; readonly repository?: string }, string]>([
    ['is of another branch', { sha: SIDE }, 'Another branch ran before'],
    ['is of another repository', { sha: OLD, repository: 'org/fork' }, 'Order of commits unknown'],
  ])('%s is deployed, with a warning', async (_, context, title) => {
    const { deploy } = world({ repository });
    await deploy({ ...WITH_TOKEN, image: image('b') }, at(NEW));
    const { outputs, annotations } = await deploy({ ...WITH_TOKEN, image: image('a') }, { context: { ...context, runId: '2' } });
    expect(outputs).toMatchObject({ verdict: 'pass', skipped: 'false' });
    expect(annotations).toMatchObject([{ level: 'warning', title }]);
  });
});

describe('without a token, the checkout', () => {
  const answers = (codes: readonly number[]) => {
    let asked = 0;
    return scriptedExec(() => ({ exitCode: codes[asked++] ?? 128, stdout: '', stderr: '' }));
  };

  it.each<[readonly number[], string]>([
    [[0, 1], 'ahead'],
    [[1, 0], 'behind'],
    [[1, 1], 'diverged'],
  ])('that answers %j says: %s', async (codes, status) => {
    expect(await ancestryOf(OLD, NEW, memoryPorts({ exec: answers(codes) }), undefined)).toEqual({ kind: 'compared', status });
  });

  it('that does not hold a commit says that it cannot tell', async () => {
    const ancestry = await ancestryOf(OLD, NEW, memoryPorts({ exec: answers([128, 128]) }), undefined);
    expect(ancestry).toMatchObject({ kind: 'unknown' });
  });
});

describe('another run at work', () => {
  const held = (holderIdentity: string): KubeObject => ({
    ...KINDS.lease,
    metadata: { name: 'slipway-deploy.order-service', namespace: 'shop' },
    spec: { holderIdentity, leaseDurationSeconds: 30, renewTime: new Date(0).toISOString(), leaseTransitions: 4 },
  });

  it('is waited for, and named when it does not end', async () => {
    const { deploy, cluster } = world();
    cluster.store.put(held('org/other/actions/runs/9/attempts/1 x'));
    const { outputs, problems } = await deploy({ 'lock-timeout': '20s' });
    expect(outputs['verdict']).toBe('error');
    expect(problems[0]).toMatchObject({ code: 'DEPLOY_LOCKED' });
    expect(problems[0]?.message).toContain('org/other/actions/runs/9/attempts/1');
    expect(cluster.writes).toEqual([]);
  });

  it('that died is taken over from, and that is said', async () => {
    const { deploy, cluster } = world({ repository });
    cluster.store.put(held('org/order-service/actions/runs/1/attempts/1 x'));
    const { outputs, all } = await deploy(WITH_TOKEN, at(NEW, '2'));
    expect(outputs['verdict']).toBe('pass');
    expect(all).toContain('Taken over from');
  });

  it('needs no lock where locks are off', async () => {
    const { deploy, cluster } = world();
    expect((await deploy({ lock: 'false' })).outputs['verdict']).toBe('pass');
    expect(cluster.writes.join()).not.toContain('Lease');
  });
});

describe('what no manifest names any more', () => {
  it('is deleted once the new release runs, and shown before in the plan', async () => {
    const { deploy, cluster } = world();
    await deploy({}, { files: { 'k8s/extra.yaml': config('extra') } });
    const planned = await deploy({ 'dry-run': 'true' });
    expect(planned.headline).toMatch(/and 1 more would be deleted; nothing was changed/);
    expect(cluster.get('ConfigMap', 'shop', 'extra')).toBeDefined();
    const { outputs, headline } = await deploy();
    expect(outputs).toMatchObject({ verdict: 'pass', pruned: '1' });
    expect(headline).toContain('1 deleted');
    expect(cluster.get('ConfigMap', 'shop', 'extra')).toBeUndefined();
  });

  it('stays when it is told to, or when it has become somebody else’s', async () => {
    const { deploy, cluster } = world();
    await deploy({}, { files: { 'k8s/extra.yaml': config('extra') } });
    expect((await deploy({ prune: 'false' })).outputs['pruned']).toBe('0');
    const extra = cluster.get('ConfigMap', 'shop', 'extra') as KubeObject;
    cluster.store.put({ ...extra, metadata: { ...extra.metadata, annotations: { [SERVICE]: 'mail-service' } } });
    expect((await deploy()).outputs['pruned']).toBe('0');
    expect(cluster.get('ConfigMap', 'shop', 'extra')).toBeDefined();
  });

  it('is too much to be meant: all of it is named, and nothing is changed', async () => {
    const { deploy, cluster } = world();
    const many = Array.from({ length: 4 }, (_, index) => config(`extra-${index}`)).join('---\n');
    await deploy({}, { files: { 'k8s/extra.yaml': many } });
    const before = cluster.writes.filter((write) => !write.includes(' Lease ')).length;
    const { problems } = await deploy({ image: image('b') });
    expect(problems).toMatchObject([{ code: 'PRUNE_TOO_MANY' }]);
    expect(problems[0]?.message).toContain('ConfigMap shop/extra-3');
    expect(cluster.writes.filter((write) => !write.includes(' Lease '))).toHaveLength(before);
    expect((await deploy({ 'prune-limit': '4' })).outputs['pruned']).toBe('4');
  });

  it('needs the right to delete it, which is missed before anything is changed', async () => {
    const denied = ({ verb }: { readonly verb: string }): boolean => verb === 'delete';
    const { deploy, cluster } = world({ options: { objects: NAMESPACES, denied } });
    await deploy({}, { files: { 'k8s/extra.yaml': config('extra') } });
    const before = cluster.writes.filter((write) => !write.includes(' Lease ')).length;
    const { problems } = await deploy({ image: image('b') });
    expect(problems).toMatchObject([
      { code: 'K8S_RIGHT_MISSING', message: expect.stringContaining('may not delete configmaps') },
    ]);
    expect(cluster.writes.filter((write) => !write.includes(' Lease '))).toHaveLength(before);
  });

  it('goes with a rollback when only the bad release had it', async () => {
    const behave = (given: string) => (given === image('b') ? { restartCount: 9 } : 'ready');
    const { deploy, cluster } = world({ behave });
    await deploy();
    const failed = await deploy({ image: image('b') }, { files: { 'k8s/extra.yaml': config('extra') } });
    expect(failed.outputs).toMatchObject({ verdict: 'fail', 'rolled-back-to': '1' });
    expect(cluster.get('ConfigMap', 'shop', 'extra')).toBeUndefined();
  });
});

describe('an object of another service', () => {
  it('is refused on the line of its name, before anything is changed', async () => {
    const { deploy, cluster } = world();
    const metadata = { name: 'order-service', namespace: 'shop', annotations: { [SERVICE]: 'mail-service' } };
    cluster.store.put({ apiVersion: 'v1', kind: 'Secret', metadata });
    const { problems } = await deploy();
    expect(problems).toMatchObject([{ code: 'OBJECT_FOREIGN', location: { file: 'k8s/app.yaml', line: 3 } }]);
    expect(problems[0]?.message).toContain('mail-service');
    expect(cluster.writes.filter((write) => !write.includes(' Lease '))).toEqual([]);
  });
});
