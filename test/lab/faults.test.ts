import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { KubeObject, Target } from '@slipway/kubernetes';
import { deploymentOf, Deployer } from './deployer.ts';
import { up } from './index.ts';

const MINUTE_MS = 60_000;

let at: Deployer;
beforeAll(async () => {
  at = await Deployer.start(await up(), 'faults');
}, 10 * MINUTE_MS);
afterAll(() => at.stop(), MINUTE_MS);

describe('a definition and its resource in one set', () => {
  const group = `t${Date.now().toString(36)}.slipway.test`;
  const definition: Target = {
    ...{ apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', name: `queues.${group}` },
  };
  const set = (length: number | string): string => `apiVersion: ${group}/v1
kind: Queue
metadata: { name: orders }
spec: { length: ${length} }
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: queues.${group} }
spec:
  group: ${group}
  names: { kind: Queue, plural: queues, singular: queue, listKind: QueueList }
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties: { spec: { type: object, properties: { length: { type: integer } } } }
---
${deploymentOf('worker', 1, 'sleep 100000')}`;
  afterAll(() => at.client.delete(definition));

  test('plans what can be judged, says what cannot, and changes nothing', async () => {
    const { outputs, headline, shown } = await at.deploy('queue', set(3), { 'dry-run': 'true' });
    expect(outputs).toMatchObject({ verdict: 'pass', changed: 'false' });
    expect(headline).toContain('3 of 3 objects of queue would change');
    expect(headline).toContain('1 of them unseen by the server');
    expect(shown).toContain('its definition is only in this set');
    expect(await at.client.get(definition)).toBeUndefined();
  });

  test(
    'are deployed in one go, and have nothing to change the second time',
    async () => {
      expect((await at.deploy('queue', set(3))).outputs).toMatchObject({ verdict: 'pass', release: '1', changed: 'true' });
      const queue = { apiVersion: `${group}/v1`, kind: 'Queue', name: 'orders', namespace: at.namespace };
      expect((await at.client.get<KubeObject>(queue))?.['spec']).toEqual({ length: 3 });
      expect((await at.deploy('queue', set(3))).outputs).toMatchObject({ verdict: 'pass', release: '1', changed: 'false' });
    },
    MINUTE_MS,
  );

  test('are judged once the definition is there: a wrong field stands on its line', async () => {
    const { problems } = await at.deploy('queue', set('many'));
    expect(problems).toMatchObject([{ location: { file: 'queue.yaml', line: 4 } }]);
  });
});
