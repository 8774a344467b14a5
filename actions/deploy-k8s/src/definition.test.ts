import { describe, expect, it } from '@jest/globals';
import type { Condition, Deployment, KubeObject } from '@slipway/kubernetes';
import { type MemoryCluster, rollOut } from '@slipway/kubernetes/memory';
import { memoryClock } from '@slipway/system/memory';
import { world } from './memory/world.ts';

const DEFINED = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: queues.shop.example.com }
spec:
  group: shop.example.com
  names: { kind: Queue, plural: queues }
  scope: Namespaced
  versions: [{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }]
`;
const QUEUE = `apiVersion: shop.example.com/v1
kind: Queue
metadata: { name: orders }
spec: { length: 3 }
`;
const ESTABLISHED: readonly Condition[] = [{ type: 'Established', status: 'True' }];

/** A cluster that takes a definition as `conditions` says, some time after it was applied. */
function definingWorld(conditions: readonly Condition[], afterMs: number) {
  let [now, due]: [number, (() => void) | undefined] = [0, undefined];
  const clock = memoryClock(0, (at) => {
    now = at;
    due?.();
  });
  const applied = (object: KubeObject, at: MemoryCluster): void => {
    if (object.kind === 'Deployment') rollOut(object as Deployment, at, () => 'ready');
    const fromMs = now + afterMs;
    if (object.kind !== 'CustomResourceDefinition') return;
    due = () => {
      if (now < fromMs) return;
      due = undefined;
      at.store.put({ ...object, status: { conditions } });
    };
  };
  const files = { 'k8s/0.yaml': QUEUE, 'k8s/1.yaml': DEFINED };
  const { deploy, cluster } = world({ options: { applied }, files });
  return { cluster, deploy: (inputs: Record<string, string> = {}) => deploy(inputs, { clock }) };
}

describe('a definition and a resource of it in one set', () => {
  it('are applied one after the other, as soon as the kind is served', async () => {
    const { deploy, cluster } = definingWorld(ESTABLISHED, 3000);
    const { outputs, all } = await deploy();
    expect(outputs).toMatchObject({ verdict: 'pass', release: '1' });
    expect(cluster.get<KubeObject>('Queue', 'shop', 'orders')?.['spec']).toEqual({ length: 3 });
    expect(all).toContain('its definition is only in this set');
  });

  it('have nothing to change the second time, and are judged then', async () => {
    const { deploy, cluster } = definingWorld(ESTABLISHED, 0);
    await deploy();
    const before = cluster.writes.filter((write) => !write.includes('Lease')).length;
    expect((await deploy()).outputs).toMatchObject({ verdict: 'pass', changed: 'false' });
    expect(cluster.writes.filter((write) => !write.includes('Lease'))).toHaveLength(before);
  });

  it('are planned without being changed, and what could not be judged is said', async () => {
    const { deploy, cluster } = definingWorld(ESTABLISHED, 0);
    const { headline } = await deploy({ 'dry-run': 'true' });
    expect(headline).toMatch(/5 of 5 objects .* would change in shop, 1 of them unseen by the server/);
    expect(cluster.writes).toEqual([]);
  });

  it('say that the names of the definition are taken', async () => {
    const taken: Condition = { type: 'NamesAccepted', status: 'False', message: '"queues" is already in use' };
    const { deploy } = definingWorld([taken], 0);
    const { outputs, headline } = await deploy();
    expect(outputs).toMatchObject({ verdict: 'fail', cause: 'config/DefinitionRefused' });
    expect(headline).toContain('"queues" is already in use');
  });

  it('do not wait for ever for a definition that is never served', async () => {
    const { deploy } = definingWorld([], 0);
    expect((await deploy()).outputs).toMatchObject({ verdict: 'fail', cause: 'platform/DefinitionNotServed' });
  });
});

it('refuses a kind that neither the cluster nor a definition knows, on its line, and changes nothing', async () => {
  const { deploy, cluster } = world({
    files: { 'k8s/0.yaml': QUEUE, 'k8s/1.yaml': DEFINED.replace('kind: Queue', 'kind: Topic') },
  });
  const { problems } = await deploy();
  expect(problems).toMatchObject([{ code: 'K8S_KIND_UNKNOWN', location: { file: 'k8s/0.yaml', line: 2 } }]);
  expect(cluster.writes).toEqual([]);
});
