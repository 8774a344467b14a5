import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Deployment, KINDS, type KubeObject, type Pod, type Target } from '@slipway/kubernetes';
import { deploymentOf, Deployer, podsOf } from './deployer.ts';
import { pushForeign } from './foreign-image.ts';
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

const live = async <T extends KubeObject>(kind: string, name: string, apiVersion = 'apps/v1'): Promise<T | undefined> =>
  at.client.get<T>({ apiVersion, kind, name, namespace: at.namespace });

const replicasOf = async (name: string): Promise<number | undefined> =>
  (await live<Deployment>('Deployment', name))?.spec.replicas;

/** Looks until it is so, and fails after a while. */
async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  for (const deadline = Date.now() + 40_000; !(await holds()); await sleep(200)) {
    if (Date.now() > deadline) throw new Error(`not within 40 s: ${what}`);
  }
}

const SLEEPS = 'sleep 100000';

describe('a rollout that fails', () => {
  test(
    'in an init container names that container and its exit code',
    async () => {
      const broken = deploymentOf(
        'init',
        1,
        SLEEPS,
        ', initContainers: [{ name: migrate, image: busybox, command: [sh, -c, "echo no schema; exit 7"] }]',
      );
      const { outputs, annotations } = await at.deploy('init', broken);
      expect(outputs).toMatchObject({ verdict: 'fail', cause: 'app/CrashLoopBackOff' });
      expect(annotations[0]?.message).toMatch(/init container migrate ended with exit code 7/);
      expect(annotations[0]?.message).toContain('no schema');
      expect(annotations[0]).toMatchObject({ file: 'init.yaml', line: 7 });
    },
    2 * MINUTE_MS,
  );

  test(
    'in a StatefulSet whose broken pod holds it up comes back, without that pod',
    async () => {
      const set = (command: string): string => `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: stuck }
spec:
  replicas: 2
  serviceName: stuck
  selector: { matchLabels: { app: stuck } }
  template: ${podsOf('stuck', command)}
`;
      expect((await at.deploy('stuck', set(SLEEPS))).outputs).toMatchObject({ verdict: 'pass', release: '1' });
      const { outputs, shown } = await at.deploy('stuck', set('exit 3'));
      expect(outputs).toMatchObject({ verdict: 'fail', cause: 'app/CrashLoopBackOff', 'rolled-back-to': '1' });
      // Whichever of the two was broken when it went back: a pod that crashes is ready for a moment first.
      expect(shown).toMatch(/deleted the stuck pod stuck-[01]/);
      expect((await live('StatefulSet', 'stuck'))?.['status']).toMatchObject({ readyReplicas: 2, updatedReplicas: 2 });
    },
    3 * MINUTE_MS,
  );

  test(
    'before it begins, on nodes of another platform than the image is built for, changes nothing',
    async () => {
      const image = await pushForeign(at.lab.registry);
      const { problems } = await at.deploy('foreign', deploymentOf('foreign', 1, SLEEPS).replace('busybox', 'foreign'), {
        image,
      });
      expect(problems).toMatchObject([{ code: 'IMAGE_PLATFORM', message: expect.stringContaining('linux/s390x') }]);
      expect(await live('Deployment', 'foreign')).toBeUndefined();
    },
    MINUTE_MS,
  );
});

describe('a rollout that is good is called good', () => {
  test(
    'beside a neighbour that is broken, which is mentioned and not blamed',
    async () => {
      await at.client.apply({
        ...KINDS.deployment,
        metadata: { name: 'legacy', namespace: at.namespace },
        spec: {
          replicas: 1,
          selector: { matchLabels: { app: 'legacy' } },
          template: {
            metadata: { labels: { app: 'legacy' } },
            spec: { containers: [{ name: 'app', image: at.image, command: ['sh', '-c', 'exit 1'] }] },
          },
        },
      });
      const crashing = async (): Promise<boolean> =>
        (await at.client.list<Pod>(KINDS.pod, { namespace: at.namespace })).items.some(
          // Between two starts it waits, or is told by its end alone.
          ({ metadata, status }) =>
            metadata.labels?.['app'] === 'legacy' &&
            (status?.containerStatuses?.[0]?.restartCount ?? 0) > 0 &&
            status?.containerStatuses?.[0]?.state?.running === undefined,
        );
      await until(crashing, 'the neighbour crashes');
      const { outputs, annotations } = await at.deploy('beside', deploymentOf('beside', 1, SLEEPS));
      expect(outputs['verdict']).toBe('pass');
      expect(annotations).toMatchObject([
        { level: 'notice', message: expect.stringContaining('Deployment legacy (CrashLoopBackOff, 1 pod)') },
      ]);
      await at.client.delete({ ...KINDS.deployment, name: 'legacy', namespace: at.namespace });
    },
    2 * MINUTE_MS,
  );

  test(
    'that mends what crashed before it',
    async () => {
      const before = await at.deploy('mended', deploymentOf('mended', 1, 'exit 1'));
      expect(before.outputs).toMatchObject({ verdict: 'fail' });
      expect((await at.deploy('mended', deploymentOf('mended', 1, SLEEPS))).outputs).toMatchObject({ verdict: 'pass' });
    },
    2 * MINUTE_MS,
  );

  test(
    'with a disruption budget that lets no pod go, which holds nothing up and is warned of',
    async () => {
      const budget = `---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: held }
spec: { minAvailable: 2, selector: { matchLabels: { app: held } } }
`;
      const set = (command: string): string => deploymentOf('held', 2, command) + budget;
      expect((await at.deploy('held', set(SLEEPS))).outputs['verdict']).toBe('pass');
      const { outputs, annotations } = await at.deploy('held', set(`true; ${SLEEPS}`));
      expect(outputs).toMatchObject({ verdict: 'pass', release: '2' });
      // What an earlier test left broken in the namespace is told as well.
      const warnings = annotations.filter(({ level }) => level === 'warning');
      expect(warnings).toMatchObject([{ level: 'warning', file: 'held.yaml', line: 12 }]);
    },
    2 * MINUTE_MS,
  );

  test(
    'under an autoscaler, whose number of replicas stays its own',
    async () => {
      await at.deploy('scaled', deploymentOf('scaled', 1, SLEEPS));
      const target = { ...KINDS.deployment, name: 'scaled' };
      await at.client.apply(
        {
          apiVersion: 'autoscaling/v2',
          kind: 'HorizontalPodAutoscaler',
          metadata: { name: 'scaled', namespace: at.namespace },
          spec: { scaleTargetRef: target, minReplicas: 3, maxReplicas: 4 },
        },
        { manager: 'platform-team' },
      );
      await until(async () => (await replicasOf('scaled')) === 3, 'the autoscaler scales');
      const seen = new Set<number | undefined>();
      let over = false;
      const watching = (async () => {
        for (; !over; await sleep(50)) seen.add(await replicasOf('scaled'));
      })();
      const { outputs, headline } = await at.deploy('scaled', deploymentOf('scaled', 1, `true; ${SLEEPS}`));
      over = true;
      await watching;
      expect({ ...outputs, headline }).toMatchObject({ verdict: 'pass', release: '2', changed: 'true' });
      expect([...seen]).toEqual([3]);
    },
    2 * MINUTE_MS,
  );

  test(
    'scaled by hand while it rolls out, and follows the new number',
    async () => {
      const deploying = at.deploy('hand', deploymentOf('hand', 1, SLEEPS), { 'stability-window': '6s' });
      await until(async () => (await live('Deployment', 'hand')) !== undefined, 'it is applied');
      const scale = {
        ...KINDS.deployment,
        metadata: { name: 'hand', namespace: at.namespace },
        spec: { replicas: 3, selector: { matchLabels: { app: 'hand' } } },
      };
      await at.client.apply(scale, { force: true, manager: 'somebody' });
      expect((await deploying).outputs).toMatchObject({ verdict: 'pass', release: '1' });
      expect((await live('Deployment', 'hand'))?.['status']).toMatchObject({ availableReplicas: 3, updatedReplicas: 3 });
    },
    2 * MINUTE_MS,
  );

  test(
    'five times in a row',
    async () => {
      const verdicts: string[] = [];
      for (let release = 1; release <= 5; release++) {
        const { outputs } = await at.deploy('good', deploymentOf('good', 1, `true ${release}; ${SLEEPS}`));
        verdicts.push(`${outputs['release']} ${outputs['verdict']}`);
      }
      expect(verdicts).toEqual(['1 pass', '2 pass', '3 pass', '4 pass', '5 pass']);
    },
    3 * MINUTE_MS,
  );
});
