import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rmSync } from 'node:fs';
import type { Deployment, KubeObject } from '@slipway/kubernetes';
import { KINDS } from '@slipway/kubernetes';
import { currentRelease, type Lease, leaseName, ledgerStore } from '@slipway/rollout';
import { concurrently } from '@slipway/system';
import { startStep, type StepResult } from '../bundle/runner.ts';
import { type GitHubStandIn, startGitHub } from '../github/index.ts';
import { deploymentOf, Deployer } from './deployer.ts';
import { up } from './index.ts';
import { type Blow, startMortalProxy } from './mortal-proxy.ts';

const MINUTE_MS = 60_000;
const SHA = 'a3f9c21d5e6f708192a3b4c5d6e7f8091a2b3c4d';
/** Reruns wait half a minute for the lock of the dead, so all of them wait at once. */
const AT_ONCE = 24;
const STRUCK = 'struck';

let at: Deployer;
let github: GitHubStandIn;
beforeAll(async () => {
  at = await Deployer.start(await up(), 'kill');
  const runs = Object.fromEntries(
    Array.from({ length: 999 }, (_, id) => [`${id}/attempts/1`, id < 500 ? 'completed' : 'in_progress']),
  );
  github = await startGitHub({ repositories: { 'org/orders': { runs } } });
}, 10 * MINUTE_MS);
afterAll(async () => {
  await github.close();
  await at.stop();
}, MINUTE_MS);

/** Without replicas the rollout is the API server's and its controllers' alone, and a hundred of them fit on one node. */
const manifestsOf = (service: string): string => `apiVersion: v1
kind: ConfigMap
metadata: { name: ${service} }
data: { greeting: hello }
---
apiVersion: v1
kind: Service
metadata: { name: ${service} }
spec: { selector: { app: ${service} }, ports: [{ port: 80 }] }
---
${deploymentOf(service, 0, 'sleep 100000').replace('image: busybox,', `image: busybox, envFrom: [{ configMapRef: { name: ${service} } }],`)}`;

interface Run {
  readonly service: string;
  readonly id: number;
  readonly blow: Blow;
  readonly signal: 'SIGKILL' | 'SIGINT';
}

/** Runs the published action as a process, and strikes it at one of its writes. */
async function run({ service, id, blow, signal }: Run): Promise<StepResult & { writes: number; ended: string }> {
  let strike = (): boolean => true;
  const proxy = await startMortalProxy(at.kubeconfig, blow, () => strike());
  const cluster = { cluster: { server: proxy.url }, name: 'a' };
  const kubeconfig = { 'current-context': 'a', contexts: [{ name: 'a', context: { cluster: 'a', user: 'a' } }] };
  const inputs = {
    ...{ service, namespace: at.namespace, manifests: 'app.yaml', image: at.image, 'check-image': 'false' },
    kubeconfig: JSON.stringify({ ...kubeconfig, clusters: [cluster], users: [{ name: 'a', user: { token: 'x' } }] }),
    ...{ 'github-token': 'ghs_1', 'stability-window': '1s', timeout: '60s' },
  };
  const variables = {
    ...{ GITHUB_REPOSITORY: 'org/orders', GITHUB_SHA: SHA, GITHUB_RUN_ID: String(id), GITHUB_RUN_ATTEMPT: '1' },
    GITHUB_API_URL: github.url,
  };
  const { child, result } = startStep('deploy-k8s', inputs, { 'app.yaml': manifestsOf(service) }, variables);
  strike = () => {
    child.kill(signal);
    return signal !== 'SIGKILL';
  };
  const step = await result;
  await proxy.close();
  rmSync(step.folder, { recursive: true });
  return { ...step, writes: proxy.writes(), ended: child.signalCode ?? String(step.exitCode) };
}

/** What is in the cluster of a service, in words that are the same for each. */
async function stateOf(service: string): Promise<unknown> {
  const { client, namespace } = at;
  const { items } = await client.list<KubeObject>({ apiVersion: 'v1', kind: 'ConfigMap' }, { namespace });
  const own = items.filter(({ metadata }) => metadata.annotations?.['slipway.dev/service'] === service);
  const deployment = await client.get<Deployment>({ ...KINDS.deployment, name: service, namespace });
  const lease = await client.get<Lease>({ ...KINDS.lease, name: leaseName(service), namespace });
  const release = currentRelease(await ledgerStore(client, { service, namespace }).read());
  const state = {
    configs: own.map(({ metadata, data }) => [metadata.name.replace(/-[0-9a-f]{10}$/, '-copy'), data]).sort(),
    template: deployment?.spec.template.spec.containers,
    release: [release?.state, release?.image, release?.objects.length],
    locked: lease?.spec?.holderIdentity ?? '',
  };
  return JSON.parse(
    JSON.stringify(state)
      .replace(/-[0-9a-f]{10}"/g, '-copy"')
      .replaceAll(service, 'SERVICE'),
  ) as unknown;
}

const NO_BLOW: Blow = { at: 0, after: false };
let wanted: unknown;
let writes = 0;

test(
  'left alone, it deploys',
  async () => {
    const control = await run({ service: 'control', id: 900, blow: NO_BLOW, signal: 'SIGKILL' });
    expect({ exitCode: control.exitCode, verdict: control.outputs['verdict'] }).toEqual({ exitCode: 0, verdict: 'pass' });
    [wanted, writes] = [await stateOf('control'), control.writes];
    expect(wanted).toMatchObject({ release: ['good', at.image, 4], locked: '' });
    expect(writes).toBeGreaterThan(8);
  },
  MINUTE_MS,
);

describe.each(['SIGKILL', 'SIGINT'] as const)('a process that gets %s before or after any of its writes', (signal) => {
  test(
    'leaves what the next run brings to the same end',
    async () => {
      const blows = Array.from({ length: writes }, (_, index) => [
        { at: index + 1, after: false },
        { at: index + 1, after: true },
      ]).flat();
      const outcomes = await concurrently(AT_ONCE, [...blows.entries()], async ([index, blow]) => {
        const service = `${STRUCK}-${signal.toLowerCase()}-${index}`;
        const struck = await run({ service, id: index, blow, signal });
        const again = await run({ service, id: 500 + index, blow: NO_BLOW, signal });
        return {
          blow,
          ended: struck.ended,
          again: again.outputs['verdict'],
          tookOver: again.stdout.includes('Taking over from'),
          state: await stateOf(service),
        };
      });
      expect(outcomes.map(({ blow, again, state }) => ({ blow, again, state }))).toEqual(
        blows.map((blow) => ({ blow, again: 'pass', state: wanted })),
      );
      // Whoever is killed holds its lock until it has run out; only so the taking over was shown.
      if (signal === 'SIGKILL') expect(outcomes.some(({ tookOver }) => tookOver)).toBe(true);
      // The blow fell while it worked: only after its very last writes it may have ended by itself.
      const struckDown = outcomes.filter(({ ended }) => ended !== '0').length;
      expect(struckDown).toBeGreaterThan(blows.length / 2);
    },
    2 * MINUTE_MS,
  );
});
