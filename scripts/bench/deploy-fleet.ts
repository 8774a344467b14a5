import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setInterval as every } from 'node:timers';
import { ROOT } from '../definitions.ts';
import type { Figure } from './figure.ts';

/** The services that are deployed at once, each by a process of its own. */
const SERVICES = 50;
const LOOK_EVERY_MS = 100;

/** The most memory that a process had so far, in MiB; 0 when it has gone. */
function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

const manifestOf = (service: string): string => `apiVersion: v1
kind: ConfigMap
metadata: { name: ${service} }
data: { name: "${service}" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${service} }
spec:
  replicas: 0
  selector: { matchLabels: { app: ${service} } }
  template:
    metadata: { labels: { app: ${service} } }
    spec: { containers: [{ name: app, image: ${service}, envFrom: [{ configMapRef: { name: ${service} } }] }] }
`;

async function deployOne(
  folder: string,
  namespace: string,
  kubeconfig: string,
  index: number,
): Promise<{ ok: boolean; peak: number }> {
  const service = `service-${index}`;
  const home = join(folder, service);
  mkdirSync(join(home, 'k8s'), { recursive: true });
  writeFileSync(join(home, 'k8s/all.yaml'), manifestOf(service));
  const given = {
    service,
    namespace,
    manifests: 'k8s',
    image: `registry.example.com/${service}@sha256:${'a'.repeat(64)}`,
    'kubeconfig-path': kubeconfig,
    'check-image': 'false',
    'stability-window': '0s',
  };
  const flags = Object.entries(given).flatMap(([name, value]) => [`--${name}`, value]);
  const env = { PATH: process.env['PATH'], HOME: home, RUNNER_TEMP: home };
  const child = spawn(process.execPath, [join(ROOT, 'dist/cli/index.js'), 'deploy-k8s', ...flags], {
    cwd: home,
    env,
    stdio: 'ignore',
  });
  let peak = 0;
  const looking = every(() => {
    peak = Math.max(peak, peakOf(child.pid ?? 0));
  }, LOOK_EVERY_MS);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearInterval(looking);
  return { ok: code === 0, peak };
}

/** Fifty services deployed at once by the published command into one namespace; they run no pods, so that the deploys themselves are measured. */
export async function fleetFigures(namespace: string, kubeconfig: string): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'fleet-'));
  const started = performance.now();
  try {
    const indices = Array.from({ length: SERVICES }, (_, index) => index);
    const runs = await Promise.all(indices.map((index) => deployOne(folder, namespace, kubeconfig, index)));
    const peaks = runs.map(({ peak }) => peak);
    return [
      {
        bench: 'deploy',
        name: 'fleet.landed',
        value: runs.filter(({ ok }) => ok).length,
        unit: `of ${SERVICES} services at once`,
      },
      {
        bench: 'deploy',
        name: 'fleet.memory.max',
        value: Math.max(...peaks),
        unit: 'MiB',
        note: 'the most that any of them had; limit 256',
      },
      { bench: 'deploy', name: 'fleet.wall', value: (performance.now() - started) / 1000, unit: 's', note: 'all of them' },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
