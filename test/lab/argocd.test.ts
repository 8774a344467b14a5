import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as send } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as updating from '@slipway/action-update-gitops';
import * as waiting from '@slipway/action-wait-for-argocd';
import { memoryGitHub } from '@slipway/github/memory';
import { nodeExec, runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryLog } from '@slipway/system/memory';
import { nodeClock, nodeFiles, nodeHttp } from '@slipway/system/node';
import { run } from '../../scripts/tools/index.ts';
import { layoutOf } from './layout.ts';
import { pairOf } from './certificates.ts';
import { type ArgocdToken, argocdToken, type Lab, up } from './index.ts';

const PREFIX = `argo-${Date.now().toString(36)}`;
const MINUTE_MS = 60_000;

let lab: Lab;
let place: NonNullable<Lab['argocd']>;
let token: ArgocdToken;
let root: string;
let ca: string;
/** Two images of one repository. */
const digests: string[] = [];
let image: string;
let namespaces = 0;

async function kubectl(args: readonly string[], input?: unknown): Promise<string> {
  const given = ['--kubeconfig', lab.kubeconfig, ...args];
  return run(lab.kubectl, given, input === undefined ? {} : { input: JSON.stringify(input) });
}

async function digestOf(reference: string): Promise<string> {
  const said = await run(lab.skopeo, ['inspect', '--tls-verify=false', '--format', '{{.Digest}}', `docker://${reference}`]);
  return said.trim();
}

beforeAll(async () => {
  lab = await up({ with: ['argocd'] });
  if (lab.argocd === undefined) throw new Error('the lab came up without Argo CD');
  place = lab.argocd;
  token = await argocdToken(lab);
  root = mkdtempSync(join(tmpdir(), 'slipway-argocd-'));
  ca = readFileSync(place.authorityFile, 'utf8');
  image = `${lab.registry}/argo/web`;
  for (const [tag, from] of [
    ['old', 'library/node:24'],
    ['new', 'library/busybox:1'],
  ] as const) {
    const copy = ['copy', '--src-tls-verify=false', '--dest-tls-verify=false', '--quiet'];
    await run(lab.skopeo, [...copy, `docker://${lab.registry}/${from}`, `docker://${image}:${tag}`]);
    digests.push(await digestOf(`${image}:${tag}`));
  }
}, 20 * MINUTE_MS);

afterAll(async () => {
  await token.revoke();
  rmSync(root, { recursive: true, force: true });
});

interface Site {
  readonly name: string;
  readonly namespace: string;
  readonly url: string;
  readonly work: string;
}

const sites: Site[] = [];

afterEach(async () => {
  for (const { name, namespace } of sites.splice(0)) {
    await kubectl(['-n', 'argocd', 'delete', 'applications', '-l', `site=${name}`, '--ignore-not-found', '--wait=false']);
    await kubectl(['-n', 'argocd', 'delete', 'appproject', name, '--ignore-not-found', '--wait=false']);
    await kubectl(['delete', 'namespace', namespace, '--ignore-not-found', '--wait=false']);
    rmSync(join(place.repositories, `${name}.git`), { recursive: true, force: true });
  }
});

const deployment = (changes: Record<string, unknown> = {}, pod: Record<string, unknown> = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: {
    replicas: 1,
    progressDeadlineSeconds: 600,
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: {
        terminationGracePeriodSeconds: 0,
        containers: [{ name: 'web', image: `${image}@${digests[0]}`, command: ['sh', '-c', 'sleep 3600'], ...pod }],
      },
    },
    ...changes,
  },
});

const git = (folder: string, ...args: string[]): Promise<string> =>
  run('git', ['-c', 'user.name=a', '-c', 'user.email=a@x', ...args], { cwd: folder });

/** A configuration repository with one manifest, and a namespace for it. */
async function siteWith(manifest: unknown, path = 'web/deployment.yaml'): Promise<Site> {
  namespaces += 1;
  const name = `${PREFIX}-${namespaces}`;
  const site = { name, namespace: name, url: `${place.gitUrl}/${name}.git`, work: join(root, name) };
  sites.push(site);
  await run('git', ['init', '-q', '--bare', '-b', 'main', join(place.repositories, `${name}.git`)]);
  await run('git', ['clone', '-q', site.url, site.work]);
  await commit(site, path, typeof manifest === 'string' ? manifest : JSON.stringify(manifest, null, 2));
  await kubectl(['create', 'namespace', name]);
  return site;
}

async function commit({ work }: Site, path: string, text: string): Promise<string> {
  mkdirSync(join(work, path, '..'), { recursive: true });
  writeFileSync(join(work, path), text);
  await git(work, 'add', '.');
  await git(work, 'commit', '-qm', `write ${path}`);
  await git(work, 'pull', '-q', '--rebase', 'origin', 'main').catch(() => '');
  await git(work, 'push', '-q', 'origin', 'HEAD:main');
  return (await git(work, 'rev-parse', 'HEAD')).trim();
}

interface Options {
  readonly spec?: Record<string, unknown>;
  readonly name?: string;
  readonly automated?: Record<string, unknown> | undefined;
}

async function application(site: Site, options: Options = {}): Promise<string> {
  const name = options.name ?? site.name;
  const automated = 'automated' in options ? options.automated : {};
  await kubectl(['apply', '--server-side', '-f', '-'], {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name, namespace: 'argocd', labels: { site: site.name }, finalizers: ['resources-finalizer.argocd.argoproj.io'] },
    spec: {
      project: 'default',
      source: { repoURL: site.url, path: 'web', targetRevision: 'main' },
      destination: { server: lab.apiServer, namespace: site.namespace },
      ...(automated !== undefined && { syncPolicy: { automated } }),
      ...options.spec,
    },
  });
  return name;
}

async function until(what: string, check: () => Promise<boolean>, limitMs = MINUTE_MS): Promise<void> {
  for (const end = Date.now() + limitMs; Date.now() < end; await nodeClock.sleep(300)) if (await check()) return;
  throw new Error(`${what} did not come to pass`);
}

/** Empty until Argo CD has looked for the first time. */
async function statusOf(name: string): Promise<Record<string, { status?: string; phase?: string; revision?: string }>> {
  const text = await kubectl(['-n', 'argocd', 'get', 'application', name, '-o', 'jsonpath={.status}']);
  return text === '' ? {} : (JSON.parse(text) as never);
}

const healthIs = (name: string, health: string) => async (): Promise<boolean> =>
  (await kubectl([
    '-n',
    'argocd',
    'get',
    'application',
    name,
    '-o',
    'jsonpath={.status.sync.status} {.status.health.status}',
  ])) === `Synced ${health}`;

const update = { action: updating.action, run: updating.runWith(() => memoryGitHub()) };

async function start(which: typeof update | typeof waiting, given: Record<string, string>, runId = '7') {
  const log = memoryLog();
  const exec = nodeExec({ environment: process.env, workspace: root });
  const ports = { exec, clock: nodeClock, http: nodeHttp, files: nodeFiles(root), log };
  const host = memoryHost(given, ports, { temp: join(root, 'temp'), runId, runAttempt: '1' });
  // The two differ in their inputs alone, and these are text here.
  const exitCode = await runAction(which.action as typeof waiting.action, which.run as unknown as typeof waiting.run, host);
  const { outputs, annotations } = host.written;
  const said = annotations.map(({ message }) => message).join('\n');
  return { exitCode, outputs, said, log: log.lines.join('\n') };
}

/** Writes the second image into the repository, as a pipeline does. */
async function write(site: Site, digest = digests[1] ?? '', runId = '7'): Promise<string> {
  const given = {
    ...{ service: 'web', repository: site.url, file: 'web/deployment.yaml', layout: 'manifest' },
    image: `${image}@${digest}`,
  };
  const { exitCode, outputs, said } = await start(update, given, runId);
  if (exitCode !== 0) throw new Error(said);
  return String(outputs['commit']);
}

const byApi = (): Record<string, string> => ({
  'argocd-server': place.url,
  'argocd-token': token.token,
  'argocd-ca': ca,
});
const byResource = (): Record<string, string> => ({ 'kubeconfig-path': lab.kubeconfig });

function wait(site: Site, written: string, inputs: Record<string, string> = {}, access = byApi()) {
  return start(waiting, {
    ...{ service: 'web', applications: site.name, repository: site.url, file: 'web/deployment.yaml', commit: written },
    ...{ image: `${image}@${digests[1]}`, 'stable-for': '2s', 'degraded-grace': '6s', timeout: '60s' },
    ...access,
    ...inputs,
  });
}

describe.each([
  ['its API', byApi],
  ['its resources', byResource],
])('by %s', (_, access) => {
  test(
    'a commit is live when its digest runs in good health',
    async () => {
      const site = await siteWith(deployment());
      await application(site);
      await until('the first sync', healthIs(site.name, 'Healthy'));
      const written = await write(site);
      const { exitCode, outputs, said } = await wait(site, written, {}, access());
      expect([exitCode, outputs['outcome'], outputs['revision'], said]).toEqual([0, 'live', written, '']);
      const running = await kubectl(['-n', site.namespace, 'get', 'deployment', 'web', '-o', 'jsonpath={..containers[0].image}']);
      expect(running).toBe(`${image}@${digests[1]}`);
    },
    2 * MINUTE_MS,
  );

  test(
    'an application that is not there is told as such',
    async () => {
      const site = await siteWith(deployment());
      const written = await write(site);
      const { exitCode, said } = await wait(site, written, { applications: 'nobody' }, access());
      expect(exitCode).toBe(1);
      expect(said).toMatch(/There is no application nobody|no such application/);
    },
    MINUTE_MS,
  );

  test(
    'a sync is asked for only where that is wanted',
    async () => {
      const site = await siteWith(deployment());
      await application(site, { automated: undefined });
      const written = await write(site);
      const left = await wait(site, written, {}, access());
      expect([left.exitCode, left.outputs['outcome']]).toEqual([1, 'auto-sync-off']);
      expect(left.said).toContain('set sync: true');
      const asked = await wait(site, written, { sync: 'true' }, access());
      expect([asked.exitCode, asked.outputs['outcome']]).toEqual([0, 'live']);
    },
    2 * MINUTE_MS,
  );

  test(
    'Degraded that stays is a failure with what is unwell and its last event',
    async () => {
      const site = await siteWith(deployment({ progressDeadlineSeconds: 3 }, { command: ['/nothing'] }));
      await application(site);
      const written = await write(site);
      const { exitCode, outputs, said } = await wait(site, written, {}, access());
      expect([exitCode, outputs['outcome']]).toEqual([1, 'degraded']);
      expect(said).toMatch(/Deployment [\w-]+\/web/);
      expect(said).toMatch(/BackOff|Failed/);
    },
    2 * MINUTE_MS,
  );
});

describe('in a repository that others write to', () => {
  test(
    'the head moves 49 times, and the commit is live all the same',
    async () => {
      const site = await siteWith(deployment());
      await application(site);
      await until('the first sync', healthIs(site.name, 'Healthy'));
      const written = await write(site);
      const waited = wait(site, written);
      for (let other = 0; other < 49; other += 1) await commit(site, `other-${other}.yaml`, `n: ${other}\n`);
      const { exitCode, outputs } = await waited;
      expect([exitCode, outputs['outcome']]).toEqual([0, 'live']);
    },
    3 * MINUTE_MS,
  );

  test(
    'a newer run of the service takes over: neither success nor failure of this one',
    async () => {
      const site = await siteWith(deployment());
      await application(site);
      const written = await write(site, digests[1], '7');
      await write(site, digests[0], '8');
      const { exitCode, outputs, log } = await wait(site, written);
      expect([exitCode, outputs['outcome'], outputs['superseded']]).toEqual([0, 'superseded', 'true']);
      expect(log).not.toContain(token.token);
    },
    2 * MINUTE_MS,
  );
});

describe('from Degraded', () => {
  test(
    'before the commit, a commit that mends it is live',
    async () => {
      const site = await siteWith(deployment({ progressDeadlineSeconds: 3 }, { image: `${image}@sha256:${'0'.repeat(64)}` }));
      await application(site);
      await until('the failure', healthIs(site.name, 'Degraded'));
      const { exitCode, outputs } = await wait(site, await write(site));
      expect([exitCode, outputs['outcome']]).toEqual([0, 'live']);
    },
    3 * MINUTE_MS,
  );

  test(
    'on its way and back within the grace is live, with a warning',
    async () => {
      const slow = { command: ['sh', '-c', 'sleep 9; touch /tmp/ok; sleep 3600'] };
      const probe = { readinessProbe: { exec: { command: ['test', '-f', '/tmp/ok'] }, periodSeconds: 1 } };
      const site = await siteWith(deployment({ progressDeadlineSeconds: 3 }, { ...slow, ...probe }));
      const written = await write(site);
      await application(site);
      const { exitCode, outputs, said } = await wait(site, written, { 'degraded-grace': '30s' });
      expect([exitCode, outputs['outcome']]).toEqual([0, 'live']);
      expect(said).toContain('was Degraded for a while');
    },
    2 * MINUTE_MS,
  );
});

describe('what Argo CD cannot do is told with its own words', () => {
  test(
    'manifests that do not render',
    async () => {
      const site = await siteWith(deployment());
      await application(site);
      await until('the first sync', healthIs(site.name, 'Healthy'));
      await commit(site, 'web/broken.yaml', 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: [\n');
      const written = await write(site);
      const { exitCode, outputs, said } = await wait(site, written);
      expect([exitCode, outputs['outcome']]).toEqual([1, 'incomparable']);
      expect(said).toMatch(/yaml|manifest/i);
    },
    2 * MINUTE_MS,
  );

  test(
    'an object that the cluster refuses',
    async () => {
      const site = await siteWith(deployment());
      await application(site);
      await until('the first sync', healthIs(site.name, 'Healthy'));
      await commit(
        site,
        'web/service.yaml',
        JSON.stringify({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'x' }, spec: { ports: [{ port: 99_999 }] } }),
      );
      const { exitCode, outputs, said } = await wait(site, await write(site));
      expect([exitCode, outputs['outcome']]).toEqual([1, 'sync-failed']);
      expect(said).toContain('99999');
    },
    2 * MINUTE_MS,
  );

  test(
    'a project that forbids the place, and a sync window that is closed',
    async () => {
      const site = await siteWith(deployment());
      const project = (spec: Record<string, unknown>) => ({
        ...{ apiVersion: 'argoproj.io/v1alpha1', kind: 'AppProject', metadata: { name: site.name, namespace: 'argocd' } },
        spec: { sourceRepos: ['*'], destinations: [{ namespace: '*', server: '*' }], ...spec },
      });
      await kubectl(['apply', '--server-side', '-f', '-'], project({ destinations: [{ namespace: 'elsewhere', server: '*' }] }));
      await application(site, { spec: { project: site.name } });
      const written = await write(site);
      const forbidden = await wait(site, written);
      expect([forbidden.exitCode, forbidden.outputs['outcome']]).toEqual([1, 'incomparable']);
      expect(forbidden.said).toContain('do not match any of the allowed destinations');
      const window = { kind: 'deny', schedule: '* * * * *', duration: '1h', applications: ['*'] };
      await kubectl(['apply', '--server-side', '--force-conflicts', '-f', '-'], project({ syncWindows: [window] }));
      await kubectl(['-n', 'argocd', 'annotate', 'application', site.name, 'argocd.argoproj.io/refresh=hard', '--overwrite']);
      const closed = await wait(site, written);
      expect([closed.exitCode, closed.outputs['outcome']]).toEqual([1, 'window-closed']);
    },
    3 * MINUTE_MS,
  );

  test(
    'a Deployment that is paused',
    async () => {
      const site = await siteWith(deployment({ paused: true }));
      await application(site);
      const { exitCode, outputs } = await wait(site, await write(site), { timeout: '15s' });
      expect(exitCode).toBe(1);
      expect(['suspended', 'image-absent']).toContain(outputs['outcome']);
    },
    2 * MINUTE_MS,
  );

  test(
    'an application of another repository',
    async () => {
      const [site, other] = [await siteWith(deployment()), await siteWith(deployment())];
      await application(other);
      const { exitCode, outputs } = await wait(site, await write(site), { applications: other.name });
      expect([exitCode, outputs['outcome']]).toEqual([1, 'elsewhere']);
    },
    2 * MINUTE_MS,
  );
});

test(
  'several applications, one of several sources, are all waited for',
  async () => {
    const site = await siteWith(deployment());
    const values = await siteWith(
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'values' }, data: { a: 'b' } },
      'web/c.yaml',
    );
    const sources = [values, site].map(({ url }) => ({ repoURL: url, path: 'web', targetRevision: 'main' }));
    await application(site, { spec: { source: undefined, sources } });
    const second = `${site.name}-b`;
    const destination = { server: lab.apiServer, namespace: values.namespace };
    await application(site, { name: second, spec: { destination } });
    const { exitCode, outputs, said } = await wait(site, await write(site), { applications: `${site.name}\n${second}` });
    expect([exitCode, outputs['outcome'], said]).toEqual([0, 'live', '']);
  },
  2 * MINUTE_MS,
);

describe('drift', () => {
  test(
    'is told with its field where nothing heals it',
    async () => {
      const site = await siteWith(deployment());
      // Written first: Argo CD keeps the head that it has seen for three minutes, unless it is told to look.
      const written = await write(site);
      await application(site);
      await until(
        'the sync',
        async () => (await statusOf(site.name))['sync']?.revision === written && healthIs(site.name, 'Healthy')(),
      );
      await kubectl(['-n', site.namespace, 'scale', 'deployment', 'web', '--replicas=2']);
      await until('the drift', async () => (await statusOf(site.name))['sync']?.status === 'OutOfSync');
      const { exitCode, outputs, said } = await wait(site, written);
      expect([exitCode, outputs['outcome']]).toEqual([1, 'drifted']);
      expect(said).toContain('spec.replicas is 2, and 1 in Git');
    },
    3 * MINUTE_MS,
  );

  test(
    'is no failure where Argo CD heals it',
    async () => {
      const site = await siteWith(deployment());
      const written = await write(site);
      await application(site, { automated: { selfHeal: true } });
      await until(
        'the sync',
        async () => (await statusOf(site.name))['sync']?.revision === written && healthIs(site.name, 'Healthy')(),
      );
      await kubectl(['-n', site.namespace, 'scale', 'deployment', 'web', '--replicas=2']);
      const { exitCode, outputs } = await wait(site, written);
      expect([exitCode, outputs['outcome']]).toEqual([0, 'live']);
    },
    3 * MINUTE_MS,
  );
});

describe('an API', () => {
  /** Stands before the API and is away for a while. */
  async function relay(awayMs: number): Promise<{ url: string; close: () => void }> {
    const back = Date.now() + awayMs;
    const { certificate, key } = pairOf('api-server', layoutOf());
    const server = createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, (request, response) => {
      if (Date.now() < back) {
        request.socket.destroy();
        return;
      }
      const { method, headers } = request;
      const forward = send(`${place.url}${request.url}`, { ca, method, headers, agent: false }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      forward.on('error', () => response.destroy());
      request.pipe(forward);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return { url: `https://127.0.0.1:${port}`, close: () => server.close() };
  }

  test(
    'that is away for a while is waited for',
    async () => {
      const site = await siteWith(deployment());
      await application(site);
      const written = await write(site);
      const away = await relay(8000);
      try {
        const { exitCode, outputs, log } = await wait(site, written, { 'argocd-server': away.url });
        expect([exitCode, outputs['outcome']]).toEqual([0, 'live']);
        expect(log).toContain('cannot be reached');
      } finally {
        away.close();
      }
    },
    2 * MINUTE_MS,
  );

  test(
    'whose token is taken back ends the wait at once',
    async () => {
      const site = await siteWith(deployment());
      await application(site, { automated: undefined });
      const written = await write(site, digests[1]);
      await until('a comparison', async () => (await statusOf(site.name))['sync']?.status === 'OutOfSync');
      const own = await argocdToken(lab);
      await own.revoke();
      const { exitCode, said } = await wait(site, written, { 'argocd-token': own.token });
      expect(exitCode).toBe(1);
      expect(said).toContain('does not take the token');
      expect(said).not.toContain(own.token);
    },
    2 * MINUTE_MS,
  );

  test(
    'whose certificate nobody vouches for is not talked to',
    async () => {
      const site = await siteWith(deployment());
      const { exitCode, said } = await wait(site, await write(site), { 'argocd-ca': '' });
      expect(exitCode).toBe(1);
      expect(said).toContain('is not trusted');
    },
    MINUTE_MS,
  );
});
