import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from '../../scripts/tools/index.ts';
import { type Lab, status, up } from './index.ts';
import { ask } from './probe.ts';

// The first test on a fresh machine builds Kubernetes.
jest.setTimeout(20 * 60_000);

const NAMESPACE = `lab-test-${process.pid}`;
const SERVER = `
import { createServer } from 'node:http';
createServer((request, response) => {
  const asked = new URL(request.url ?? '/', 'http://self').searchParams.get('ask');
  if (request.url === '/metrics') response.end('lab_test_up 1\\n');
  else if (asked) fetch(asked).then(async (answer) => response.end(await answer.text()), (error) => response.end(String(error)));
  else response.end('hello');
}).listen(8080);
process.on('SIGTERM', () => process.exit(0));
`;
const DOCKERFILE = `FROM node:24 AS build
WORKDIR /app
COPY . .
RUN tsc -p .
FROM node:24
COPY --from=build /app/server.js /app/server.mjs
USER node
CMD ["node", "/app/server.mjs"]
`;
const TSCONFIG = {
  compilerOptions: { module: 'nodenext', target: 'es2022', strict: true, types: ['node'] },
  include: ['server.ts'],
};

let lab: Lab;
let folder = '';

beforeAll(async () => {
  lab = await up();
  folder = await mkdtemp(join(tmpdir(), 'lab-test-'));
  await writeFile(join(folder, 'server.ts'), SERVER);
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await writeFile(join(folder, 'Dockerfile'), DOCKERFILE);
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(TSCONFIG));
  await kubectl('create', 'namespace', NAMESPACE);
});

afterAll(async () => {
  await kubectl('delete', 'namespace', NAMESPACE, '--wait=false');
  await rm(folder, { recursive: true });
});

function kubectl(...args: string[]): Promise<string> {
  return run(lab.kubectl, ['--kubeconfig', lab.kubeconfig, ...args]);
}

function build(output: string): Promise<string> {
  const locals = ['--local', `context=${folder}`, '--local', `dockerfile=${folder}`];
  return run(lab.buildctl, [
    ...['--addr', lab.buildkitHost, 'build', '--frontend', 'dockerfile.v0', ...locals, '--output', output],
  ]);
}

async function eventually<T>(look: () => Promise<T>, good: (value: T) => boolean): Promise<T> {
  let value = await look();
  for (const end = Date.now() + 30_000; Date.now() < end && !good(value); value = await look()) await sleep(200);
  return value;
}

function objects(image: string): string {
  const labels = { app: 'hello' };
  const annotations = { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '8080', 'prometheus.io/path': '/metrics' };
  const readinessProbe = { httpGet: { path: '/', port: 8080 }, periodSeconds: 1 };
  const container = { name: 'hello', image, readinessProbe };
  const template = { metadata: { labels, annotations }, spec: { containers: [container] } };
  const deployment = { replicas: 2, selector: { matchLabels: labels }, template };
  const service = { type: 'NodePort', selector: labels, ports: [{ port: 80, targetPort: 8080 }] };
  const metadata = { name: 'hello', namespace: NAMESPACE };
  const items = [
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: deployment },
    { apiVersion: 'v1', kind: 'Service', metadata, spec: service },
  ];
  return JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
}

describe('images', () => {
  test('a Dockerfile that runs the compiler on node:24 builds to an OCI layout', async () => {
    await mkdir(join(folder, 'out'));
    await build(`type=oci,dest=${join(folder, 'out')},tar=false`);
    const index = JSON.parse(await readFile(join(folder, 'out', 'index.json'), 'utf8')) as { manifests: unknown[] };
    expect(index.manifests).toHaveLength(1);
  });

  test('the bytes of a layout can be copied to the registry', async () => {
    const target = `docker://${lab.registry}/lab-test/copied:1`;
    await run(lab.skopeo, ['copy', '--dest-tls-verify=false', `oci:${join(folder, 'out')}`, target]);
    const { status: code } = await ask(`http://${lab.registry}/v2/lab-test/copied/tags/list`);
    expect(code).toBe(200);
  });
});

describe('pods', () => {
  let port = '';
  let address = '';

  beforeAll(async () => {
    const image = `${lab.registry}/lab-test/hello:1`;
    await build(`type=image,name=${image},push=true`);
    await run(lab.kubectl, ['--kubeconfig', lab.kubeconfig, 'apply', '-f', '-'], { input: objects(image) });
    await kubectl('-n', NAMESPACE, 'rollout', 'status', 'deployment/hello', '--timeout=60s');
    const read = (path: string) => kubectl('-n', NAMESPACE, 'get', 'service', 'hello', '-o', `jsonpath={${path}}`);
    [port, address] = await Promise.all([read('.spec.ports[0].nodePort'), read('.spec.clusterIP')]);
  });

  const body = async (url: string): Promise<string> => (await ask(url).catch((error: unknown) => ({ body: String(error) }))).body;
  const says = (url: string): Promise<string> =>
    eventually(
      () => body(url),
      (text) => text === 'hello',
    );

  test('pulled from the registry, they answer over the cluster address', async () => {
    expect(await says(`http://${address}/`)).toBe('hello');
  });

  test('they answer on a node port, at the node address and at loopback', async () => {
    expect(await says(`http://${lab.nodeIp}:${port}/`)).toBe('hello');
    expect(await says(`http://127.0.0.1:${port}/`)).toBe('hello');
  });

  test('they find each other by the name of a service', async () => {
    expect(await says(`http://127.0.0.1:${port}/?ask=http://hello`)).toBe('hello');
    expect(await says(`http://127.0.0.1:${port}/?ask=http://hello.${NAMESPACE}.svc.cluster.local`)).toBe('hello');
  });

  test('they cannot find a service that does not exist', async () => {
    expect(await body(`http://127.0.0.1:${port}/?ask=http://no-such-service`)).toContain('fetch failed');
  });

  test('they reach the API server, which judges them by their own account', async () => {
    const script = `
      const { readFileSync } = require('node:fs');
      const read = (name) => readFileSync('/var/run/secrets/kubernetes.io/serviceaccount/' + name, 'utf8');
      const headers = { authorization: 'Bearer ' + read('token') };
      const url = 'https://kubernetes.default.svc/api/v1/namespaces/${NAMESPACE}/pods';
      require('node:https').get(url, { ca: read('ca.crt'), headers }, (response) => console.log(response.resume().statusCode));`;
    expect((await kubectl('-n', NAMESPACE, 'exec', 'deployment/hello', '--', 'node', '-e', script)).trim()).toBe('403');
  });

  test('those with the annotation are scraped, under their namespace, name and labels', async () => {
    const query = encodeURIComponent(`lab_test_up{namespace="${NAMESPACE}",app="hello",pod=~"hello-.+"}`);
    const url = `${lab.prometheusUrl}/api/v1/query?query=${query}`;
    const samples = async () => (JSON.parse((await ask(url)).body) as { data: { result: unknown[] } }).data.result;
    expect(await eventually(samples, (found) => found.length === 2)).toHaveLength(2);
  });
});

describe('parts', () => {
  test('a lab that is up stays as it is', async () => {
    const before = await status();
    const lines: string[] = [];
    const start = performance.now();
    expect(await up({ report: (line) => lines.push(line) })).toEqual(lab);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(lines).toEqual([]);
    expect(await status()).toEqual(before);
  });

  test.each(['kube-scheduler', 'kubelet', 'containerd', 'registry'])(
    '%s is missed when it is killed, and comes back',
    async (name) => {
      const look = async () => (await status()).parts.find(({ part }) => part === name);
      const before = await look();
      process.kill(before?.pid ?? 0, 'SIGKILL');
      expect(await eventually(look, (found) => found?.state === 'down')).toMatchObject({ state: 'down', pid: undefined });
      expect((await status()).healthy).toBe(false);
      await up();
      expect(await look()).toMatchObject({ state: 'healthy' });
      expect(
        (
          await eventually(
            () => status(),
            ({ healthy }) => healthy,
          )
        ).healthy,
      ).toBe(true);
    },
  );
});
