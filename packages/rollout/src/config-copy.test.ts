import { describe, expect, it } from '@jest/globals';
import { configReferences, type KubeObject } from '@slipway/kubernetes';
import { COPY_OF, withConfigCopies } from './config-copy.ts';

const config = (name: string, data: Record<string, string>, kind = 'ConfigMap'): KubeObject => ({
  ...{ apiVersion: 'v1', kind, metadata: { name, namespace: 'shop' } },
  data,
});

/** A pod that takes from every place there is: all of `a`, or of Secret `s`, which are ours, and of `other`, which is not. */
const SPEC = {
  initContainers: [{ name: 'init', envFrom: [{ configMapRef: { name: 'a' } }, { secretRef: { name: 's' } }] }],
  containers: [
    {
      name: 'app',
      env: [
        { name: 'PLAIN', value: 'a' },
        { name: 'A', valueFrom: { configMapKeyRef: { name: 'a', key: 'x' } } },
        { name: 'S', valueFrom: { secretKeyRef: { name: 's', key: 'x' } } },
        { name: 'O', valueFrom: { configMapKeyRef: { name: 'other', key: 'x', optional: true } } },
        { name: 'F', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
      ],
    },
  ],
  volumes: [
    { name: 'v1', configMap: { name: 'a' } },
    { name: 'v2', secret: { secretName: 's' } },
    {
      name: 'v3',
      projected: { sources: [{ configMap: { name: 'a' } }, { secret: { name: 's' } }, { serviceAccountToken: {} }] },
    },
    { name: 'v4', emptyDir: {} },
  ],
};

function workload(kind: string): KubeObject {
  const template = { spec: SPEC };
  const spec = kind === 'CronJob' ? { jobTemplate: { spec: { template } } } : { template };
  return { apiVersion: 'apps/v1', kind, metadata: { name: 'w', namespace: 'shop' }, spec };
}

const set = (kind: string, ...objects: KubeObject[]) =>
  withConfigCopies([...objects, workload(kind)].map((object) => ({ object }))).map(({ object }) => object);
const namesOf = (objects: readonly KubeObject[]): readonly string[] => objects.map(({ metadata }) => metadata.name);

describe.each(['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob'])('a %s', (kind) => {
  const objects = set(kind, config('a', { x: '1' }), config('s', { x: 'MQ==' }, 'Secret'));
  const [, copyOfA, , copyOfS, changed] = objects;

  it('gets copies beside the originals, which cannot be changed', () => {
    expect(namesOf(objects)).toEqual([
      'a',
      expect.stringMatching(/^a-[0-9a-f]{10}$/),
      's',
      expect.stringMatching(/^s-[0-9a-f]{10}$/),
      'w',
    ]);
    expect(copyOfA).toMatchObject({ data: { x: '1' }, immutable: true, metadata: { annotations: { [COPY_OF]: 'a' } } });
  });

  it('takes what is ours from the copies everywhere, and leaves what is not', () => {
    const references = changed === undefined ? [] : configReferences(changed).map(({ name }) => name);
    const [a, s] = [copyOfA?.metadata.name ?? '', copyOfS?.metadata.name ?? ''];
    expect(references.toSorted()).toEqual([a, a, a, a, s, s, s, s, 'other'].toSorted());
    expect(JSON.stringify(changed)).toContain('"value":"a"');
  });
});

describe('a copy', () => {
  const copyName = (object: KubeObject): string | undefined => namesOf(set('Deployment', object))[1];

  it('has the name of what it holds: in any order, and another when a value or the kind differs', () => {
    const name = copyName(config('a', { x: '1', y: '2' }));
    expect(copyName(config('a', { y: '2', x: '1' }))).toBe(name);
    expect(copyName(config('a', { x: '1', y: '3' }))).not.toBe(name);
    expect(copyName(config('a', { x: '1', y: '2' }))).not.toBe(copyName(config('s', { x: '1', y: '2' }, 'Secret')));
  });

  it('has a name that Kubernetes takes, however long that of the original is', () => {
    const long = 'a'.repeat(253);
    const spec = { containers: [{ name: 'x', envFrom: [{ configMapRef: { name: long } }] }] };
    const deployment: KubeObject = { ...workload('Deployment'), spec: { template: { spec } } };
    const [, copy] = withConfigCopies([{ object: config(long, {}) }, { object: deployment }]);
    expect(copy?.object.metadata.name).toHaveLength(253);
  });

  it('is made of what a workload uses alone, and never for a Job', () => {
    expect(namesOf(set('Deployment', config('unused', {})))).toEqual(['unused', 'w']);
    expect(namesOf(set('Job', config('a', {})))).toEqual(['a', 'w']);
  });

  it('is made of the object in the namespace of its pods alone', () => {
    const elsewhere = { ...config('a', {}), metadata: { name: 'a', namespace: 'other' } };
    expect(namesOf(set('Deployment', elsewhere))).toEqual(['a', 'w']);
  });
});
