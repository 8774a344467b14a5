import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { action, runWith } from '@slipway/action-publish-image';
import { memoryGitHub } from '@slipway/github/memory';
import { digestOf, pullLayout, readLayout, registryReader } from '@slipway/oci';
import { type ImageOptions, madeLayout } from '@slipway/oci/memory';
import { nodeExec, runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryLog } from '@slipway/system/memory';
import { nodeClock, nodeFiles, nodeHttp } from '@slipway/system/node';
import { run as runCommand, tool } from '../../scripts/tools/index.ts';
import { type Lab, up } from './index.ts';

const MINUTE_MS = 60_000;
const RUN = Date.now().toString(36);
const commitOf = (index: number): string => index.toString(16).padStart(40, '0');
const LINE = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [commitOf(index + 1), [commitOf(index)]]));
const INDEX: ImageOptions = { platforms: ['linux/amd64', 'linux/arm64'], indent: ' \t ' };

let lab: Lab;
let root: string;
let crane: string;

beforeAll(async () => {
  lab = await up();
  crane = await tool('crane');
  root = await mkdtemp(join(tmpdir(), 'slipway-publish-'));
}, 10 * MINUTE_MS);

afterAll(() => rm(root, { recursive: true, force: true }));

const repositoryOf = (name: string): string => `${lab.registry}/publish-test/${RUN}-${name}`;

/** Publishes an image from a folder of its own, with the real file system and the real registry. */
async function publish(
  image: ImageOptions,
  inputs: Record<string, string>,
  commit = commitOf(1),
  files: Record<string, string> = {},
) {
  const folder = await mkdtemp(join(root, 'run-'));
  const made = madeLayout(image);
  const all = {
    ...Object.fromEntries(Object.entries(made.files).map(([path, bytes]) => [`.slipway/image/${path}`, bytes])),
    ...files,
  };
  for (const [path, bytes] of Object.entries(all)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  const ports = {
    http: nodeHttp,
    clock: nodeClock,
    files: nodeFiles(folder),
    exec: nodeExec({ environment: process.env, workspace: root }),
  };
  const host = memoryHost(
    { 'github-token': 'ghs_token', ...inputs },
    { ...ports, log: memoryLog() },
    { sha: commit, temp: join(folder, 'temp') },
  );
  const code = await runAction(
    action,
    runWith(() => memoryGitHub({ parents: LINE })),
    host,
  );
  const codes = host.written.reports[0]?.problems.map((problem) => problem.code);
  return { code, codes, digest: made.root.digest, outputs: host.written.outputs, folder };
}

const skopeo = (...args: string[]): Promise<string> => runCommand(lab.skopeo, args);
const readerOf = (name: string) => {
  const path = `publish-test/${RUN}-${name}`;
  return registryReader({ registry: lab.registry, path, http: nodeHttp, clock: nodeClock, log: memoryLog() });
};

describe('an image', () => {
  test(
    'has one digest in the layout, the registry, an archive, a promotion and a pull, and skopeo and crane agree',
    async () => {
      const image = repositoryOf('identity');
      const { code, digest, folder } = await publish(INDEX, { image, 'moving-tags': 'latest' });
      expect(code).toBe(0);
      const layout = join(folder, '.slipway/image');
      await runCommand('tar', ['--create', `--file=${root}/image.tar`, `--directory=${layout}`, '.']);
      const archived = await publish({ layer: 'unused' }, { image: repositoryOf('archived'), from: `${root}/image.tar`, digest });
      const promoted = await publish({ layer: 'unused' }, { image: repositoryOf('promoted'), from: `${image}@${digest}` });
      expect([archived.code, promoted.code, promoted.outputs['pushed']]).toEqual([0, 0, '0']);
      expect(await nodeFiles(archived.folder).list('temp')).toEqual([]);
      for (const name of ['identity', 'archived', 'promoted']) {
        const reference = `${repositoryOf(name)}:${commitOf(1)}`;
        expect((await runCommand(crane, ['digest', reference])).trim()).toBe(digest);
        const raw = await skopeo('inspect', '--raw', '--tls-verify=false', `docker://${reference}`);
        expect([digestOf(raw), raw]).toEqual([digest, await runCommand(crane, ['manifest', reference])]);
      }
      const pulled = await pullLayout(readerOf('promoted'), digest, join(root, 'pulled'), nodeFiles(root));
      const before = await readLayout(layout, nodeFiles(root));
      const digests = (tree: typeof before) =>
        [...tree.manifests.map(({ descriptor }) => descriptor), ...tree.blobs].map((each) => each.digest).sort();
      expect(digests(pulled)).toEqual(digests(before));
      for (const blob of before.blobs) {
        const bytes = await runCommand(crane, ['blob', `${repositoryOf('promoted')}@${blob.digest}`]);
        expect(digestOf(bytes)).toBe(blob.digest);
      }
      await skopeo(
        'copy',
        '--all',
        '--preserve-digests',
        '--src-tls-verify=false',
        `docker://${repositoryOf('promoted')}@${digest}`,
        `oci:${root}/copy`,
      );
      expect((await readLayout(join(root, 'copy'), nodeFiles(root))).root.digest).toBe(digest);
    },
    2 * MINUTE_MS,
  );

  test(
    'run again is a success that writes nothing; other bytes under its commit are refused and change nothing',
    async () => {
      const image = repositoryOf('again');
      const first = await publish({}, { image, 'moving-tags': 'latest' });
      const again = await publish({}, { image, 'moving-tags': 'latest' });
      const other = await publish({ layer: 'other' }, { image, 'moving-tags': 'latest' });
      expect([again.code, again.outputs['unchanged'], other.code, other.codes]).toEqual([0, 'true', 1, ['TAG_DRIFT']]);
      const tags = (await runCommand(crane, ['ls', image])).trim().split('\n').sort();
      expect(tags).toEqual([commitOf(1), 'latest', `latest.000001.${commitOf(1)}`]);
      for (const tag of tags) expect((await runCommand(crane, ['digest', `${image}:${tag}`])).trim()).toBe(first.digest);
    },
    MINUTE_MS,
  );
});

describe('two publishes at the same time', () => {
  test(
    'leave the moving tag on the newer commit and lose no commit tag, 100 times',
    async () => {
      const begun = performance.now();
      for (let round = 0; round < 100; round++) {
        const image = repositoryOf(`race-${round}`);
        const late = (ms: number): Promise<void> => nodeClock.sleep(ms);
        const [older, newer] = await Promise.all([
          late((round * 7) % 40).then(() => publish({ layer: `old ${round}` }, { image, 'moving-tags': 'latest' }, commitOf(1))),
          late((round * 13) % 40).then(() => publish({ layer: `new ${round}` }, { image, 'moving-tags': 'latest' }, commitOf(2))),
        ]);
        const reader = readerOf(`race-${round}`);
        const tags = await Promise.all(
          ['latest', commitOf(1), commitOf(2)].map(async (tag) => (await reader.manifest(tag))?.digest),
        );
        expect([round, older.codes, newer.codes, tags]).toEqual([round, [], [], [newer.digest, older.digest, newer.digest]]);
      }
      console.info(`100 races in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
    },
    10 * MINUTE_MS,
  );

  test(
    'in a queue of five lose none, whatever the order',
    async () => {
      const image = repositoryOf('queue');
      const runs = await Promise.all(
        [3, 5, 1, 4, 2].map((commit) => publish({ layer: `${commit}` }, { image, 'moving-tags': 'latest' }, commitOf(commit))),
      );
      const reader = readerOf('queue');
      expect((await reader.manifest('latest'))?.digest).toBe(runs[1]?.digest);
      for (const [index, commit] of [3, 5, 1, 4, 2].entries())
        expect((await reader.manifest(commitOf(commit)))?.digest).toBe(runs[index]?.digest);
    },
    MINUTE_MS,
  );
});

describe('a registry without a list of referrers', () => {
  test(
    'keeps both of two attachments that are made at the same time, under the tag that others look at',
    async () => {
      const image = repositoryOf('referrers');
      const files = { 'sbom.json': '{"spdxVersion":"SPDX-2.3"}', 'notes.txt': 'hello' };
      const attach = ['sbom.json', 'text/plain=notes.txt'];
      const runs = await Promise.all(attach.map((line) => publish({}, { image, attach: line }, commitOf(1), files)));
      expect(runs.map(({ code }) => code)).toEqual([0, 0]);
      const [{ digest } = { digest: '' }] = runs;
      const index = JSON.parse(await runCommand(crane, ['manifest', `${image}:${digest.replace(':', '-')}`])) as {
        manifests: { artifactType: string }[];
      };
      expect(index.manifests.map(({ artifactType }) => artifactType).sort()).toEqual(['application/spdx+json', 'text/plain']);
    },
    MINUTE_MS,
  );
});

/** Mounts a small disk of its own for the work. */
async function withDisk(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(root, 'disk-'));
  await runCommand('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder]);
  try {
    await work(folder);
  } finally {
    await runCommand('umount', [folder]);
  }
}

describe('a disk', () => {
  test(
    'that is full when an archive is unpacked is named as what failed, and the registry is left alone',
    () =>
      withDisk(async (temp) => {
        await writeFile(join(root, 'large.tar'), await largeArchive(root));
        const ports = { http: nodeHttp, clock: nodeClock, files: nodeFiles(root), log: memoryLog() };
        const host = memoryHost({ image: repositoryOf('disk'), from: join(root, 'large.tar') }, ports, { temp });
        expect(
          await runAction(
            action,
            runWith(() => memoryGitHub()),
            host,
          ),
        ).toBe(1);
        const told = host.written.reports[0]?.problems.map(({ code, message }) => [code, message]);
        expect(told).toEqual([['DISK_FULL', expect.stringContaining('no space left')]]);
        expect(await readerOf('disk').tags()).toEqual([]);
      }),
    MINUTE_MS,
  );

  test(
    'that may only be read is enough to publish from',
    () =>
      withDisk(async (folder) => {
        const { folder: source, digest } = await publish({}, { image: repositoryOf('disk-source') });
        await runCommand('cp', ['--recursive', `${source}/.slipway`, folder]);
        await runCommand('mount', ['-o', 'remount,ro', folder]);
        const ports = { http: nodeHttp, clock: nodeClock, files: nodeFiles(folder), log: memoryLog() };
        const host = memoryHost({ image: repositoryOf('read-only') }, ports, { sha: commitOf(1) });
        expect(
          await runAction(
            action,
            runWith(() => memoryGitHub()),
            host,
          ),
        ).toBe(0);
        expect((await readerOf('read-only').manifest(commitOf(1)))?.digest).toBe(digest);
      }),
    MINUTE_MS,
  );
});

/** An archive of a layout with one blob of eight megabytes. */
async function largeArchive(folder: string): Promise<Buffer> {
  const made = madeLayout({ layer: 'x'.repeat(8 * 1024 * 1024) });
  const layout = await mkdtemp(join(folder, 'large-'));
  for (const [path, bytes] of Object.entries(made.files)) {
    await mkdir(dirname(join(layout, path)), { recursive: true });
    await writeFile(join(layout, path), bytes);
  }
  await runCommand('tar', ['--create', `--file=${layout}.tar`, `--directory=${layout}`, '.']);
  return readFile(`${layout}.tar`);
}
