import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cancelAfter } from '../hardening/cancel.ts';
import { type Echo, startEcho } from '../hardening/echo.ts';
import { LAYOUT } from '../hardening/step.ts';
import { type Lab, up } from './index.ts';
import { deleteNamespaces } from './namespaces.ts';
import { changed, freePort, sample, type Tree } from './services/sample.ts';

const MINUTE_MS = 60_000;
const RUN = Date.now().toString(36);
const SHA = 'a3f9c21d5e6f708192a3b4c5d6e7f8091a2b3c4d';
/** Longer than any of these runs takes, so that the last one ends by itself and shows that it would have passed. */
const SECONDS = [0.25, 1, 2, 3, 4, 5, 6];

let lab: Lab;
let slow: Echo;

interface Step {
  readonly inputs: Readonly<Record<string, string>>;
  readonly files: Tree;
}

beforeAll(async () => {
  lab = await up();
  slow = await startEcho({ url: `http://${lab.registry}`, delayMs: 250 });
  slow.spoil(500, Number.POSITIVE_INFINITY);
}, 10 * MINUTE_MS);
afterAll(async () => {
  await slow.close();
  deleteNamespaces(lab, `cancel-${RUN}-`);
});

const DOCKERFILE = 'FROM busybox:1\nRUN sleep 3\nRUN --mount=type=secret,id=key cat /run/secrets/key > /dev/null\n';
const MANIFESTS = `apiVersion: apps/v1
kind: Deployment
metadata: { name: cancelled }
spec:
  selector: { matchLabels: { app: cancelled } }
  template:
    metadata: { labels: { app: cancelled } }
    spec: { terminationGracePeriodSeconds: 0, containers: [{ name: app, image: busybox, command: [sh, -c, "sleep 100000"] }] }
`;

async function testsBeside(): Promise<Step> {
  const port = await freePort();
  const serve = `require('node:http').createServer((_, response) => response.end()).listen(${port}, '127.0.0.1')`;
  const junit = '<testsuite tests="1"><testcase name="a"/></testsuite>';
  const pass = `require('node:fs').writeFileSync('reports/a.xml', '${junit}')`;
  return {
    inputs: { command: 'node test.js', dependencies: 'deps.yml', 'time-budget': '20s' },
    files: {
      'test.js': `setTimeout(() => ${pass}, 4000)`,
      'serve.js': serve,
      'reports/.gitkeep': '',
      'deps.yml': `version: 1\ndependencies:\n  - name: web\n    run: [node, serve.js]\n    ready: { http: "http://127.0.0.1:${port}/" }\n`,
    },
  };
}

/** What each action is given, so that it takes some seconds and, left alone, passes. */
const STEPS: Readonly<Record<string, (index: number) => Step | Promise<Step>>> = {
  'build-image': (index) => ({
    // Each build has an argument of its own, or it would find the layer of another.
    inputs: {
      service: 'cancelled',
      secrets: 'key=env:KEY',
      'buildkit-host': lab.buildkitHost,
      'build-args': `INDEX=${RUN}-${index}`,
    },
    files: { Dockerfile: DOCKERFILE.replace('RUN sleep', 'ARG INDEX\nRUN sleep') },
  }),
  'publish-image': (index) => ({
    inputs: { image: `${new URL(slow.url).host}/cancel-test/${RUN}-${index}`, username: 'robot', password: 'a-password-of-ours' },
    files: LAYOUT,
  }),
  'run-tests': testsBeside,
  'deploy-k8s': (index) => ({
    inputs: {
      service: 'cancelled',
      namespace: `cancel-${RUN}-${index}`,
      'create-namespace': 'true',
      manifests: 'k8s',
      image: `${lab.registry}/library/busybox@${busybox()}`,
      kubeconfig: readFileSync(lab.kubeconfig, 'utf8'),
      'stability-window': '2s',
    },
    files: { 'k8s/all.yaml': MANIFESTS.replace('image: busybox', `image: ${lab.registry}/library/busybox`) },
  }),
  'smoke-test': () => ({
    inputs: { url: slow.url, suite: 'smoke.yml' },
    files: {
      'smoke.yml': `version: 1\nrequests:\n${Array.from({ length: 16 }, (_, n) => `  - name: r${n}\n    get: /v2/\n`).join('')}`,
    },
  }),
  'contract-test': async () => ({
    inputs: { provider: 'payment-service' },
    files: changed(sample('payment-service'), '.slipway/provider.yml', '8082', String(await freePort())),
  }),
};

function busybox(): string {
  const args = ['inspect', '--tls-verify=false', '--format', '{{.Digest}}', `docker://${lab.registry}/library/busybox:1`];
  return execFileSync(lab.skopeo, args, { encoding: 'utf8' }).trim();
}

describe.each(Object.keys(STEPS))('%s, cancelled at each second', (action) => {
  test(
    'ends within the time that a runner gives it, and leaves no process, no login, no temporary file',
    async () => {
      const results = await Promise.all(
        SECONDS.map(async (seconds, index) => {
          const { inputs, files } = (await STEPS[action]?.(index)) ?? { inputs: {}, files: {} };
          const path = `${dirname(lab.buildctl)}:${process.env['PATH']}`;
          const left = await cancelAfter(seconds * 1000, action, inputs, files, {
            PATH: path,
            KEY: 'a-secret-of-ours',
            GITHUB_SHA: SHA,
          });
          // What is in the workspace is the user's, but a layout that is only half there must not be taken for an image.
          const half =
            action === 'build-image' && left.exitCode !== 0 && existsSync(join(left.workspace, '.slipway/image/index.json'));
          rmSync(dirname(left.workspace), { recursive: true });
          return { seconds, ...left, half };
        }),
      );
      for (const { seconds, endedBy, exitCode, verdict, processes, files, half } of results) {
        expect({ seconds, processes, files, half, endedBy }).toEqual({
          seconds,
          processes: [],
          files: [],
          half: false,
          endedBy: expect.stringMatching(/^(itself|SIGINT)$/),
        });
        // By a signal that came before its inputs were read; or cancelled; or done already, and then all of it.
        const ways = endedBy === 'itself' ? ['0 pass'] : ['null ', '1 error', '1 inconclusive', '0 pass'];
        expect(ways).toContain(`${exitCode} ${verdict}`);
      }
      // It was tried while the action worked.
      expect(results.filter(({ verdict }) => verdict === 'error' || verdict === 'inconclusive').length).toBeGreaterThan(0);
    },
    5 * MINUTE_MS,
  );
});
