import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runCommand } from '../bundle/runner.ts';
import { Deployer, deploymentOf } from './deployer.ts';
import { type Lab, up } from './index.ts';
import { deleteNamespaces } from './namespaces.ts';

const MINUTE_MS = 60_000;
const SERVICE = `env-${Date.now().toString(36)}`;
/** What no manifest may show again. */
const SECRET = Buffer.from(`correct-horse-${SERVICE}`).toString('base64');

let lab: Lab;
let kubeconfig = '';
let root = '';

beforeAll(async () => {
  lab = await up();
  root = await mkdtemp(join(tmpdir(), 'environments-'));
  kubeconfig = await readFile(lab.kubeconfig, 'utf8');
}, 10 * MINUTE_MS);

afterAll(async () => {
  deleteNamespaces(lab, SERVICE);
  await rm(root, { recursive: true, force: true });
});

/** Runs the published command against the real cluster. */
async function environments(mode: string, args: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const way = ['drift', 'check'].includes(mode) ? [] : ['--kubeconfig-path', 'kubeconfig'];
  const { exitCode, stdout, stderr } = await runCommand(['environments', mode, ...args, ...way, '--json'], {
    kubeconfig,
    ...files,
  });
  return { exitCode, said: stdout + stderr, ...(JSON.parse(stdout) as { headline: string; outputs: Record<string, string> }) };
}

const kubectl = (...args: string[]): string =>
  execFileSync(lab.kubectl, ['--kubeconfig', lab.kubeconfig, ...args], { encoding: 'utf8', stdio: 'pipe' });

test(
  'a branch has a namespace with limits, which goes when its time is over, and none that is opened again',
  async () => {
    const open = (branch: string, lifetime: string) =>
      environments('open', ['--service', SERVICE, '--branch', branch, '--lifetime', lifetime, '--quota', 'pods=0']);
    const [over, lives] = [await open('over', '1s'), await open('Lives/on', '1h')];
    expect([over.exitCode, over.outputs['namespace']]).toEqual([0, `${SERVICE}-over`]);
    const name = lives.outputs['namespace'] ?? '';
    expect(() => kubectl('run', 'x', '--namespace', name, '--image=busybox', '--restart=Never')).toThrow(
      /exceeded quota: slipway/,
    );

    await sleep(1100);
    const swept = await environments('sweep', []);
    expect(swept.exitCode).toBe(0);
    expect(swept.outputs['deleted']).toContain(`${SERVICE}-over`);
    expect(swept.outputs['deleted']).not.toContain(name);

    expect((await environments('close', ['--service', SERVICE, '--branch', 'Lives/on'])).outputs['deleted']).toBe(name);
    for (const gone of [`${SERVICE}-over`, name]) kubectl('wait', '--for=delete', `namespace/${gone}`, '--timeout=60s');
  },
  3 * MINUTE_MS,
);

test(
  'what runs in two namespaces is written down without secrets, and told apart',
  async () => {
    const secret = `apiVersion: v1\nkind: Secret\nmetadata: { name: keys }\ndata: { KEY: ${SECRET} }\n---\n`;
    const files: Record<string, string> = {};
    for (const [place, replicas] of [
      ['staging', 1],
      ['production', 2],
    ] as const) {
      const deployer = await Deployer.start(lab, `${SERVICE}-${place}`);
      const { code, headline } = await deployer.deploy('web', secret + deploymentOf('web', replicas, 'sleep 600'));
      expect([code, headline]).toEqual([0, expect.any(String)]);
      const out = join(root, `${place}.json`);
      const args = ['--namespace', deployer.namespace, '--out', out];
      const taken = await runCommand(['environments', 'snapshot', ...args, '--kubeconfig-path', 'kubeconfig'], { kubeconfig });
      expect(taken.stdout + taken.stderr).not.toContain(SECRET);
      files[`${place}.json`] = await readFile(out, 'utf8');
      expect(files[`${place}.json`]).not.toContain(SECRET);
      await deployer.stop();
    }
    files['.slipway/environments.yml'] =
      'version: 1\nenvironments:\n  staging: { snapshot: staging.json, mirrors: production }\n  production: { snapshot: production.json }\n';
    const { exitCode, headline, said } = await environments('drift', ['--on-drift', 'fail'], files);
    expect([exitCode, headline]).toEqual([1, 'staging has drifted from production: 1 difference that nobody allowed.']);
    expect(said).toContain('Deployment/web: spec.replicas is 1 in staging and 2 in production.');
  },
  3 * MINUTE_MS,
);
