import { describe, expect, it } from '@jest/globals';
import type { ExecResult } from '@slipway/system';
import { memoryFiles, scriptedExec } from '@slipway/system/memory';
import { lineInTemplate } from './helm.ts';
import { manifestsFrom } from './render.ts';

const NAME = { service: 'orders', namespace: 'shop' };

const RENDERED = `apiVersion: apps/v1
kind: Deployment
metadata: { name: prod-orders }
spec:
  replicas: 3
  template:
    metadata: { labels: { team: a } }
    spec:
      containers:
        - name: proxy
          image: proxy:1
        - name: app
          image: orders
          resources: { limits: { memory: 64Mi } }
`;
const BASE = `apiVersion: apps/v1
kind: Deployment
metadata: { name: orders }
spec:
  template:
    spec:
      containers:
        - name: app
          image: orders
          resources:
            limits:
              memory: 32Mi
`;
const PATCH = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
spec:
  replicas: 3
  template:
    spec:
      containers:
        - name: proxy
          image: proxy:1
        - name: app
          resources: { limits: { memory: 64Mi } }
`;
const TREE = {
  'k8s/production/kustomization.yaml':
    'resources: [../base, "https://example.com/x"]\nnamePrefix: prod-\npatches: [{ path: patch.yaml }]\n',
  'k8s/production/patch.yaml': PATCH,
  'k8s/base/kustomization.yml': 'resources: [deployment.yaml, ../production]\n',
  'k8s/base/deployment.yaml': BASE,
};

/** Tools of which some are there; what they print is given, and how they are called is kept. */
function tools(there: readonly string[], result: Partial<ExecResult>) {
  const calls: string[] = [];
  const exec = scriptedExec(({ command, args }) => {
    calls.push([command, ...args].join(' '));
    return result;
  });
  return { calls, exec: { ...exec, which: async (name: string) => (there.includes(name) ? `/bin/${name}` : undefined) } };
}

describe('a kustomization', () => {
  const read = async (there = ['kustomize', 'kubectl']) => {
    const { exec, calls } = tools(there, { stdout: RENDERED });
    const [manifest] = await manifestsFrom({ ...NAME, kustomize: 'k8s/production' }, { exec, files: memoryFiles(TREE) });
    if (manifest === undefined) throw new Error('nothing was rendered');
    return { manifest, calls };
  };

  it('is rendered by kustomize, or by kubectl where there is none', async () => {
    expect((await read()).calls).toEqual(['kustomize build k8s/production']);
    expect((await read(['kubectl'])).calls).toEqual(['kubectl kustomize k8s/production']);
    await expect(read([])).rejects.toMatchObject({ code: 'TOOL_MISSING' });
  });

  it.each<[string, (string | number)[], string, number]>([
    ['where the patch says the value', ['spec', 'replicas'], 'k8s/production/patch.yaml', 6],
    [
      'in the list entry of the same name',
      ['spec', 'template', 'spec', 'containers', 1, 'resources', 'limits', 'memory'],
      'k8s/production/patch.yaml',
      13,
    ],
    ['in the base, where only it says it', ['spec', 'template', 'spec', 'containers', 1, 'image'], 'k8s/base/deployment.yaml', 9],
  ])('has its fields %s', async (_, path, file, line) => {
    const { manifest } = await read();
    expect(manifest.locate(path)).toMatchObject({ file, line });
  });

  it('that made an object of nothing points to itself', async () => {
    const { exec } = tools(['kustomize'], { stdout: RENDERED.replace('kind: Deployment', 'kind: Other') });
    const [manifest] = await manifestsFrom({ ...NAME, kustomize: 'k8s/production' }, { exec, files: memoryFiles(TREE) });
    expect(manifest?.locate(['spec'])).toEqual({ file: 'k8s/production/kustomization.yaml', line: 1 });
  });

  it('that cannot be rendered says what its tool said, and how to see it', async () => {
    const { exec } = tools(['kustomize'], { exitCode: 1, stderr: 'no such file patch.yaml' });
    const rendering = manifestsFrom({ ...NAME, kustomize: 'k8s/production' }, { exec, files: memoryFiles(TREE) });
    await expect(rendering).rejects.toMatchObject({
      code: 'MANIFEST_RENDER',
      message: expect.stringMatching(/no such file patch.*kustomize build/),
    });
  });
});

describe('a chart', () => {
  const TEMPLATE = `{{- if .Values.on }}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}
spec:
  template:
    metadata:
      labels: { image: x }
    spec:
      containers:
        - name: app
          image: "{{ .Values.image }}"
{{- end }}
`;
  const CHART = { 'chart/Chart.yaml': 'name: shop\n', 'chart/templates/app.yaml': TEMPLATE };
  const OUTPUT = `---\n# Source: shop/templates/other.yaml\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: c }\n---\n# Source: shop/templates/app.yaml\n${RENDERED}`;

  it('is rendered by helm for the service, with its values', async () => {
    const { exec, calls } = tools(['helm'], { stdout: OUTPUT });
    const origin = { ...NAME, helmChart: 'chart', helmValues: ['a.yaml', 'b.yaml'] };
    const [config, deployment] = await manifestsFrom(origin, { exec, files: memoryFiles(CHART) });
    expect(calls).toEqual(['helm template orders chart --namespace shop --values a.yaml --values b.yaml']);
    const path = ['spec', 'template', 'spec', 'containers', 1, 'image'];
    expect(deployment?.locate(path)).toEqual({ file: 'chart/templates/app.yaml', line: 13 });
    expect(config?.locate([])).toEqual({ file: 'chart/Chart.yaml', line: 1 });
  });

  it.each<[(string | number)[], number]>([
    [['spec', 'template', 'spec', 'containers', 0, 'image'], 13],
    [['metadata', 'name'], 5],
    [['spec', 'replicas'], 6],
    [[], 1],
  ])('has %j on line %d of its template', (path, line) => {
    expect(lineInTemplate(TEMPLATE, path)).toBe(line);
  });
});
