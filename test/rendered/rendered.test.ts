import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type FieldPath, type Manifest, manifestsFrom } from '@slipway/kubernetes';
import { nodeExec } from '@slipway/runner';
import { nodeFiles } from '@slipway/system/node';
import { tool } from '../../scripts/tools/index.ts';

const MINUTE_MS = 60_000;
const FILES: Readonly<Record<string, string>> = {
  'base/kustomization.yaml': 'resources: [deployment.yaml]\n',
  'base/deployment.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: { name: orders }
spec:
  selector: { matchLabels: { app: orders } }
  template:
    metadata: { labels: { app: orders } }
    spec:
      containers:
        - name: app
          image: orders
          resources: { limits: { memory: 32Mi } }
`,
  'production/kustomization.yaml': `resources: [../base]
nameSuffix: -live
patches: [{ path: memory.yaml }]
configMapGenerator: [{ name: settings, literals: [MODE=live] }]
`,
  'production/memory.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: { name: orders }
spec:
  template:
    spec:
      containers:
        - name: app
          resources:
            limits:
              memory: 64Mi
`,
  'chart/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'chart/values.yaml': 'memory: 32Mi\n',
  'live.yaml': 'memory: 64Mi\n',
  'chart/templates/app.yaml': `{{- $name := .Release.Name }}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ $name }}
spec:
  selector: { matchLabels: { app: {{ $name }} } }
  template:
    metadata: { labels: { app: {{ $name }} } }
    spec:
      containers:
        - name: app
          image: orders
          resources:
            limits:
              memory: {{ .Values.memory }}
`,
};
const CONTAINER: FieldPath = ['spec', 'template', 'spec', 'containers', 0];

let root: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'rendered-'));
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  mkdirSync(join(root, 'bin'));
  for (const name of ['kubectl', 'helm'] as const) symlinkSync(await tool(name), join(root, 'bin', name));
}, 10 * MINUTE_MS);
afterAll(() => rmSync(root, { recursive: true }));

const execHere = () => nodeExec({ workspace: root, environment: { HOME: root, PATH: `${join(root, 'bin')}:/usr/bin:/bin` } });
const read = (origin: { readonly kustomize: string } | { readonly helmChart: string; readonly helmValues: readonly string[] }) =>
  manifestsFrom({ ...origin, service: 'orders', namespace: 'shop' }, { exec: execHere(), files: nodeFiles(root) });

/** The text of the line that a field is said to stand on. */
function lineOf(manifest: Manifest | undefined, field: FieldPath): string {
  const { file = '', line = 0 } = manifest?.locate(field) ?? {};
  return `${file}: ${readFileSync(join(root, file), 'utf8').split('\n')[line - 1]?.trim()}`;
}

const deploymentIn = (manifests: readonly Manifest[]): Manifest | undefined =>
  manifests.find(({ object }) => object.kind === 'Deployment');

describe('what kustomize itself renders', () => {
  test('has its fields in the patch and in the base', async () => {
    const deployment = deploymentIn(await read({ kustomize: 'production' }));
    expect(deployment?.object.metadata.name).toBe('orders-live');
    expect(lineOf(deployment, [...CONTAINER, 'resources', 'limits', 'memory'])).toBe('production/memory.yaml: memory: 64Mi');
    expect(lineOf(deployment, [...CONTAINER, 'image'])).toBe('base/deployment.yaml: image: orders');
  });

  test('and generates points to the kustomization', async () => {
    const config = (await read({ kustomize: 'production' })).find(({ object }) => object.kind === 'ConfigMap');
    expect(config?.locate(['data', 'MODE'])).toMatchObject({ file: 'production/kustomization.yaml' });
  });

  test('not at all, it says why', async () => {
    await expect(read({ kustomize: 'chart' })).rejects.toMatchObject({ code: 'MANIFEST_RENDER' });
  });
});

describe('what helm itself renders', () => {
  test('has the values that were given, and its fields in the template', async () => {
    const deployment = deploymentIn(await read({ helmChart: 'chart', helmValues: ['live.yaml'] }));
    expect(deployment?.object.metadata.name).toBe('orders');
    expect(JSON.stringify(deployment?.object)).toContain('"memory":"64Mi"');
    const field = [...CONTAINER, 'resources', 'limits', 'memory'];
    expect(lineOf(deployment, field)).toBe('chart/templates/app.yaml: memory: {{ .Values.memory }}');
  });

  test('not at all, it says why', async () => {
    const rendering = read({ helmChart: 'chart', helmValues: ['missing.yaml'] });
    await expect(rendering).rejects.toMatchObject({ code: 'MANIFEST_RENDER', message: expect.stringContaining('missing.yaml') });
  });
});
