import { describe, expect, it } from '@jest/globals';
import { Failure, renderProblem } from '@slipway/failure';
import { memoryFiles } from '@slipway/system/memory';
import { setImage } from './image.ts';
import { readManifests } from './manifest-files.ts';
import { parseManifests } from './manifest-parse.ts';

const APP = `# the service
apiVersion: apps/v1
kind: Deployment
metadata:
  name: order-service
spec:
  template:
    spec:
      containers:
        - name: sidecar
          image: proxy:1
        - name: app
          image: order-service
---
apiVersion: v1
kind: Service
metadata:
  name: order-service
`;

function problemsOf(work: () => unknown): readonly string[] {
  try {
    work();
    return [];
  } catch (error) {
    return error instanceof Failure ? error.problems.map(renderProblem) : [String(error)];
  }
}

describe('parseManifests', () => {
  it('knows the line of every field, also in a later document', () => {
    const [deployment, service] = parseManifests([{ file: 'app.yaml', text: APP }], 'shop');
    expect(deployment?.locate(['spec', 'template', 'spec', 'containers', 1, 'image'])).toMatchObject({
      file: 'app.yaml',
      line: 13,
    });
    expect(service?.locate(['metadata', 'name'])).toMatchObject({ line: 18 });
    expect(deployment?.locate(['spec', 'template', 'spec', 'containers', 1, 'resources'])).toMatchObject({ line: 12 });
  });

  it('tells all problems of all files at once, each with its line', () => {
    const broken = 'kind: Service\nmetadata: { name: Bad_Name }\n---\na: [1\n';
    const other =
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  namespace: elsewhere\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n';
    const problems = problemsOf(() =>
      parseManifests(
        [
          { file: 'a.yaml', text: broken },
          { file: 'b.yaml', text: other },
        ],
        'shop',
      ),
    );
    expect(problems).toHaveLength(5);
    expect(problems.join('\n')).toMatch(/a\.yaml:1:1: The object has no apiVersion/);
    expect(problems.join('\n')).toMatch(/a\.yaml:2:\d+: "Bad_Name" is not a name/);
    expect(problems.join('\n')).toMatch(/a\.yaml:5:\d+: Not valid YAML/);
    expect(problems.join('\n')).toMatch(/b\.yaml:5:14: .*namespace "elsewhere"/);
    expect(problems.join('\n')).toMatch(/b\.yaml:7:1: ConfigMap a stands here and in b\.yaml:1/);
  });

  it('reads scalars as kubectl does: a date and a time stay text, on is true', () => {
    const text = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { day: 2024-01-02, time: 12:30, on: on }\n';
    const [manifest] = parseManifests([{ file: 'a.yaml', text }], 'shop');
    expect(manifest?.object['data']).toEqual({ day: '2024-01-02', time: '12:30', true: true });
  });

  it('says that there is nothing', () => {
    expect(problemsOf(() => parseManifests([{ file: 'a.yaml', text: '# nothing\n' }], 'shop'))[0]).toMatch(/no object/);
  });
});

describe('setImage', () => {
  const manifests = parseManifests([{ file: 'app.yaml', text: APP }], 'shop');
  const image = `registry.example.com/shop/order-service@sha256:${'a'.repeat(64)}`;

  it('sets the container that runs the service and no other, and leaves the source alone', () => {
    const [deployment] = setImage(manifests, image, 'order-service');
    const text = JSON.stringify(deployment?.object);
    expect(text).toContain(image);
    expect(text).toContain('proxy:1');
    expect(JSON.stringify(manifests[0]?.object)).not.toContain(image);
  });

  it('refuses when no container runs it, with what it found', () => {
    const [problem] = problemsOf(() => setImage(manifests, image.replace('order', 'payment'), 'payment-service'));
    expect(problem).toMatch(/proxy:1 \(app\.yaml:11\), order-service \(app\.yaml:13\)/);
  });
});

describe('readManifests', () => {
  it('reads folders in order, with what is below them, and only manifests', async () => {
    const files = memoryFiles({
      'k8s/b.yaml': 'b',
      'k8s/a/c.yml': 'c',
      'k8s/notes.md': 'n',
      'k8s/kustomization.yaml': 'k',
      'one.yaml': 'o',
    });
    const sources = await readManifests(files, ['./one.yaml', 'k8s/']);
    expect(sources.map(({ file }) => file)).toEqual(['one.yaml', 'k8s/a/c.yml', 'k8s/b.yaml']);
  });

  it('tells each path that leads nowhere', async () => {
    await expect(readManifests(memoryFiles({ 'docs/a.md': '' }), ['no', 'docs'])).rejects.toThrow(
      /no file or folder no[\s\S]*no \.yaml/,
    );
  });
});
