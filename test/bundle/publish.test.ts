import { describe, expect, test } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import { madeLayout } from '@slipway/oci/memory';
import { type FaultRegistry, type Fate, startFaultRegistry } from '../registry/server.ts';
import { brokenTags } from '../registry/whole.ts';
import { startStep } from './runner.ts';

const SHA = 'a3f9c21d5e6f708192a3b4c5d6e7f8091a2b3c4d';
const MADE = madeLayout({ platforms: ['linux/amd64', 'linux/arm64'] });
const FILES = {
  ...Object.fromEntries(
    Object.entries(MADE.files).map(([path, bytes]) => [`.slipway/image/${path}`, Buffer.from(bytes).toString()]),
  ),
  'sbom.json': '{"spdxVersion":"SPDX-2.3"}',
};
const MINUTES_MS = 60_000;

/** A whole publish, with everything that it can write. */
function publish(server: FaultRegistry): ReturnType<typeof startStep> {
  const names = { commit: SHA, 'moving-tags': 'latest', 'inputs-digest': 'e'.repeat(64), attach: 'sbom.json' };
  return startStep('publish-image', { image: `${server.host}/shop/orders`, ...names }, FILES);
}

const repositoryOf = (server: FaultRegistry) => server.registry.repository('shop/orders');
const tagsOf = (server: FaultRegistry): readonly string[] => [...repositoryOf(server).tags.keys()].sort();

async function control(): Promise<{ readonly requests: number; readonly tags: readonly string[] }> {
  const server = await startFaultRegistry();
  const { exitCode } = await publish(server).result;
  const tags = tagsOf(server);
  await server.close();
  expect(exitCode).toBe(0);
  return { requests: server.seen.length, tags };
}

/** Ends the process at one request, looks at the registry, and publishes again. */
async function interrupted(at: number, end: (child: ChildProcess) => Fate) {
  const server = await startFaultRegistry();
  const first = publish(server);
  let count = 0;
  server.interfere(() => (++count === at ? end(first.child) : undefined));
  const { exitCode, report } = await first.result;
  const broken = brokenTags(repositoryOf(server));
  server.interfere(() => undefined);
  const second = await publish(server).result;
  const after = { exitCode: second.exitCode, broken: brokenTags(repositoryOf(server)), tags: tagsOf(server) };
  await server.close();
  return { exitCode, codes: report?.problems.map(({ code }) => code), broken, after };
}

/** Does the work for every request of a publish, two at a time as the machine has it. */
async function atEach(work: (at: number, tags: readonly string[]) => Promise<void>): Promise<number> {
  const { requests, tags } = await control();
  const indices = Array.from({ length: requests }, (_, index) => index + 1);
  const worker = async (): Promise<void> => {
    for (let at = indices.shift(); at !== undefined; at = indices.shift()) await work(at, tags);
  };
  await Promise.all([worker(), worker()]);
  return requests;
}

describe('publish-image that is ended at any request', () => {
  test.each<[string, (child: ChildProcess) => Fate]>([
    [
      'by SIGKILL, before the registry did it',
      (child) => {
        child.kill('SIGKILL');
        return 'reset';
      },
    ],
    [
      'by SIGKILL, when the registry had done it',
      (child) => ({
        alter: (headers) => {
          child.kill('SIGKILL');
          return headers;
        },
      }),
    ],
  ])(
    '%s: no tag leads to something broken, and the next run completes',
    async (_, end) => {
      const requests = await atEach(async (at, tags) => {
        const { exitCode, broken, after } = await interrupted(at, end);
        expect([at, exitCode, broken]).toEqual([at, null, []]);
        expect([at, after]).toEqual([at, { exitCode: 0, broken: [], tags }]);
      });
      expect(requests).toBeGreaterThan(30);
    },
    10 * MINUTES_MS,
  );

  test(
    'by a cancellation: the run says so, and the next run completes',
    async () => {
      await atEach(async (at, tags) => {
        const end = (child: ChildProcess): Fate => {
          child.kill('SIGINT');
          return 'hang';
        };
        const { exitCode, codes, broken, after } = await interrupted(at, end);
        expect([at, exitCode, codes, broken]).toEqual([at, 1, ['CANCELLED'], []]);
        expect([at, after]).toEqual([at, { exitCode: 0, broken: [], tags }]);
      });
    },
    10 * MINUTES_MS,
  );
});
