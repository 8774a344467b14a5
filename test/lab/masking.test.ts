import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Echo, type Spoil, startEcho, type Upstream } from '../hardening/echo.ts';
import { CANARIES, kubeconfigFor, LAYOUT, leaks, leftoversOf } from '../hardening/step.ts';
import { type Lab, up } from './index.ts';
import { deleteNamespaces } from './namespaces.ts';

const MINUTE_MS = 60_000;
const RUN = Date.now().toString(36);
const SHA = 'a3f9c21d5e6f708192a3b4c5d6e7f8091a2b3c4d';
const SECRET = CANARIES.line;
const IN_A_SECRET = 'cnry-in-a-manifest-42';
/** Each request is spoilt in another way than the one before it, so that a sweep tries them all. */
const SPOILS: readonly Spoil[] = [401, 500, 'redirect', 403, 'not-json', 400, 404, 422];
/** More requests than any of these runs makes; a sweep that gets here did not end. */
const MOST_REQUESTS = 120;
/** Most of a spoilt run is waiting. */
const AT_ONCE = 12;

let lab: Lab;
const echoes: Echo[] = [];

beforeAll(async () => {
  lab = await up();
}, 10 * MINUTE_MS);
afterAll(async () => {
  await Promise.all(echoes.map((echo) => echo.close()));
  deleteNamespaces(lab, `masking-${RUN}-`);
});

/** The way to the lab's cluster with the administrator's certificate, whatever credentials a caller sends. */
function cluster(): Upstream {
  const config = parse(readFileSync(lab.kubeconfig, 'utf8')) as {
    clusters: readonly [{ cluster: { server: string; 'certificate-authority-data': string } }];
    users: readonly [{ user: { 'client-certificate-data': string; 'client-key-data': string } }];
  };
  const text = (data: string): string => Buffer.from(data, 'base64').toString('utf8');
  const [{ cluster: at }] = config.clusters;
  const [{ user }] = config.users;
  const tls = { ca: at['certificate-authority-data'], cert: user['client-certificate-data'], key: user['client-key-data'] };
  return { url: at.server, tls: { ca: text(tls.ca), cert: text(tls.cert), key: text(tls.key) } };
}

interface Step {
  readonly inputs: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>>;
}

const MANIFESTS = `apiVersion: v1
kind: Secret
metadata: { name: key }
stringData: { KEY: ${IN_A_SECRET} }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: masked }
spec:
  selector: { matchLabels: { app: masked } }
  template:
    metadata: { labels: { app: masked } }
    spec: { terminationGracePeriodSeconds: 0, containers: [{ name: app, image: "IMAGE", command: [sh, -c, "sleep 100000"] }] }
`;

/** What each action is given; left alone, it passes. */
const STEPS: Readonly<Record<string, { readonly upstream: () => Upstream; readonly step: (echo: Echo, run: string) => Step }>> = {
  'publish-image': {
    upstream: () => ({ url: `http://${lab.registry}` }),
    step: (echo, run) => ({
      inputs: {
        image: `${new URL(echo.url).host}/masking-test/${run}`,
        username: 'robot',
        password: SECRET,
        'moving-tags': 'latest',
      },
      files: LAYOUT,
    }),
  },
  'deploy-k8s': {
    upstream: cluster,
    step: (echo, run) => ({
      inputs: {
        service: 'masked',
        namespace: `masking-${run}`,
        'create-namespace': 'true',
        manifests: 'k8s',
        image: `${lab.registry}/library/busybox@${busybox}`,
        kubeconfig: kubeconfigFor(echo.url, { token: SECRET }),
        timeout: '8s',
        'stability-window': '1s',
      },
      files: { 'k8s/all.yaml': MANIFESTS.replace('IMAGE', `${lab.registry}/library/busybox`) },
    }),
  },
};

let busybox = '';
beforeAll(async () => {
  const headers = { accept: 'application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json' };
  const answer = await fetch(`http://${lab.registry}/v2/library/busybox/manifests/1`, { method: 'HEAD', headers });
  busybox = answer.headers.get('docker-content-digest') ?? '';
});

describe.each(Object.keys(STEPS))('%s', (action) => {
  /** One run whose request of this number, and every later one, is spoilt. */
  async function attempt(number: number) {
    const { upstream, step } = STEPS[action] ?? { upstream: cluster, step: () => ({ inputs: {}, files: {} }) };
    const echo = await startEcho(upstream());
    echoes.push(echo);
    const spoil = SPOILS[number % SPOILS.length] ?? 500;
    echo.spoil(spoil, number);
    const { inputs, files } = step(echo, `${RUN}-${number}`);
    const left = await leftoversOf(action, inputs, files, { GITHUB_SHA: SHA });
    return { number, spoil, spoilt: echo.count() >= number, exitCode: left.exitCode, leaks: leaks(left, [SECRET, IN_A_SECRET]) };
  }

  test(
    'shows no secret, at whichever request its server turns against it',
    async () => {
      const results: Awaited<ReturnType<typeof attempt>>[] = [];
      for (let from = 1; from < MOST_REQUESTS; from += AT_ONCE) {
        const batch = await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => attempt(from + index)));
        results.push(...batch);
        if (batch.some(({ spoilt }) => !spoilt)) break;
      }
      expect(results.filter(({ leaks: found }) => found.length > 0)).toEqual([]);
      // The sweep went through the whole run: one that was not spoilt at all passed.
      expect(results.find(({ spoilt }) => !spoilt)).toMatchObject({ exitCode: 0 });
      expect(results.filter(({ spoilt }) => spoilt).length).toBeGreaterThan(5);
      console.info(`${action}: ${results.filter(({ spoilt }) => spoilt).length} requests, each spoilt once`);
    },
    8 * MINUTE_MS,
  );
});
