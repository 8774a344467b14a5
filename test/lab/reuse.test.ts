import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, connect, createServer as createNetServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { inputsOf, openWorld, pinnedBase } from '@slipway/build-inputs';
import { blobPath, imagesOf, layerEntries, readLayout } from '@slipway/oci';
import { nodeFiles } from '@slipway/system/node';
import { BUILDX, ensureBuilt, folderOf } from './binaries.ts';
import { type Lab, up } from './index.ts';
import { layoutOf } from './layout.ts';
import { OPTIONAL_PACKAGES, installPackages } from './requirement.ts';
import { type Checkout, checkout, commit, git, step } from './step.ts';

const MINUTE_MS = 60_000;
const RUN = Date.now().toString(36);

let lab: Lab;
let root: string;
let busybox: string;

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

const place = (name: string, files: Readonly<Record<string, string>>): Promise<Checkout> =>
  checkout(lab, join(root, name), (folder) => write(folder, { '.gitignore': '.slipway\n', ...files }));

const repository = (name: string): string => `${lab.registry}/reuse-test/${RUN}-${name}`;

/** Builds and publishes as the pipeline does. */
async function release(from: Checkout, image: string) {
  const built = await step(lab, 'build-image', from, { service: 'orders', image, checks: 'off' });
  const published = await step(lab, 'publish-image', from, {
    image,
    digest: built.outputs['digest'] ?? '',
    'inputs-digest': built.outputs['inputs-digest'] ?? '',
    attach: built.outputs['attachments'] ?? '',
  });
  return { built, published };
}

/** Makes the engine forget the steps that name a text, and no others: the engine is everybody's. */
async function forget({ exec }: Checkout, text: string): Promise<void> {
  const { stdout } = await exec.run('buildctl', [
    '--addr',
    lab.buildkitHost,
    'prune',
    '--all',
    '--filter',
    `description~=${text}`,
  ]);
  // What was forgotten is listed; a text that names nothing would make the test blind.
  expect(stdout).not.toMatch(/^Total:\s+0B/m);
}

/** Every byte of a layout, with compressed layers opened. */
async function bytesOf(layout: string): Promise<readonly Buffer[]> {
  const blobs = join(layout, 'blobs/sha256');
  const all = await Promise.all((await readdir(blobs)).map((name) => readFile(join(blobs, name))));
  return all.flatMap((bytes) => (bytes[0] === 0x1f ? [bytes, gunzipSync(bytes)] : [bytes]));
}

beforeAll(async () => {
  lab = await up();
  root = await mkdtemp(join(tmpdir(), 'slipway-reuse-'));
  busybox = `${lab.registry}/library/busybox:1`;
}, 10 * MINUTE_MS);

afterAll(() => rm(root, { recursive: true, force: true }));

describe('the same inputs', () => {
  test(
    'are not built a second time: no process of an engine starts, the digest is the same, and the new commit gets its tag',
    async () => {
      const image = repository('same');
      const from = await place('same', { Dockerfile: `FROM ${busybox}\nCOPY src /src\nRUN date > /when\n`, 'src/a': 'a' });
      const first = await release(from, image);
      expect([first.built.report.problems, first.published.report.problems]).toEqual([[], []]);
      expect(first.built.outputs['reused']).toBe('false');

      await write(from.folder, { 'README.md': 'changed' });
      const next = { ...from, sha: await commit(from) };
      const engines = await countingEngines(from.folder);
      const second = await step(
        lab,
        'build-image',
        next,
        { service: 'orders', image },
        { PATH: `${engines.path}:${process.env['PATH']}` },
      );
      expect([second.code, second.outputs['reused'], await engines.starts()]).toEqual([0, 'true', []]);
      expect(second.outputs['digest']).toBe(first.built.outputs['digest']);
      expect(second.outputs['platforms']).toBe(first.built.outputs['platforms']);
      expect(second.report.headline).toContain(`built for commit ${from.sha}`);
      expect(second.summary).toContain('nothing was built');
      const published = await step(lab, 'publish-image', next, { image, digest: second.outputs['digest'] ?? '' });
      expect([published.code, published.outputs['pushed'], published.outputs['tags']]).toEqual([0, '0', next.sha]);

      await write(from.folder, { 'src/a': 'b' });
      const third = await step(
        lab,
        'build-image',
        { ...from, sha: await commit(from) },
        { service: 'orders', image },
        { PATH: `${engines.path}:${process.env['PATH']}` },
      );
      expect([
        third.code,
        third.outputs['reused'],
        (await engines.starts()).filter((line) => line.includes('--output')).length,
      ]).toEqual([0, 'false', 1]);
      console.info(`reuse ${second.seconds.toFixed(1)} s from source, build ${first.built.seconds.toFixed(1)} s`);
    },
    3 * MINUTE_MS,
  );

  test(
    'are built when a registry does not answer, with a warning',
    async () => {
      const from = await place('unreachable', { Dockerfile: `FROM scratch\nCOPY a /\n`, a: 'a' });
      const { code, outputs, report } = await step(lab, 'build-image', from, {
        service: 'orders',
        image: '127.0.0.1:9/x/orders',
      });
      expect([code, outputs['reused']]).toEqual([0, 'false']);
      expect(report.annotations).toMatchObject([{ level: 'warning', title: 'Built without looking for an image' }]);
    },
    MINUTE_MS,
  );

  /** Stands before the real buildctl and writes down each start. */
  async function countingEngines(folder: string) {
    const path = `${folder}-engines`;
    const log = join(path, 'starts');
    await write(path, { starts: '', buildctl: `#!/bin/sh\necho "$@" >> ${log}\nexec ${lab.buildctl} "$@"\n` });
    await chmod(join(path, 'buildctl'), 0o755);
    return { path, starts: async () => (await readFile(log, 'utf8')).split('\n').filter((line) => line !== '') };
  }
});

describe('a reproducible build', () => {
  const files = (nonce: string) => ({
    Dockerfile: `FROM ${busybox} AS build\nCOPY src /src\nRUN cat /src/* > /out && touch /stamp && echo ${nonce}\nFROM ${busybox}\nCOPY --from=build /out /stamp /${nonce}/\n`,
    'src/a': 'a',
    'src/b': 'b',
  });
  async function twice(name: string, inputs: Record<string, string>) {
    const nonce = `${name}${RUN}`;
    const [one, other] = [await place(`${name}-one`, files(nonce)), await place(`${name}-two`, files(nonce))];
    for (const path of ['src/a', 'src/b', 'Dockerfile']) await utimes(join(other.folder, path), new Date(1e12), new Date(1e12));
    const first = await step(lab, 'build-image', one, { service: 'twin', ...inputs });
    await forget(one, nonce);
    // A layer counts time in whole seconds.
    await sleep(1000 - (Date.now() % 1000));
    const second = await step(lab, 'build-image', other, {
      service: 'twin',
      ...inputs,
      'expect-layout': join(one.folder, '.slipway/image'),
    });
    return [first, second] as const;
  }

  test(
    'gives the same digest from two folders with other times',
    async () => {
      const [first, second] = await twice('same', {});
      expect([first.report.problems, second.report.headline]).toEqual([[], expect.stringContaining('Built twin')]);
      expect([first.code, second.code]).toEqual([0, 0]);
      expect(second.outputs['platforms']).toBe(first.outputs['platforms']);
    },
    3 * MINUTE_MS,
  );

  test(
    'that is switched off is told from the other by layer, file and attribute',
    async () => {
      const [first, second] = await twice('off', { reproducible: 'false' });
      expect([first.code, second.code, second.report.verdict]).toEqual([0, 1, 'fail']);
      const { differences } = second.report.data as { differences: readonly { layer?: number; what: string; how: string }[] };
      expect(differences).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ what: expect.stringMatching(/stamp$/), how: expect.stringMatching(/^time /) }),
        ]),
      );
      expect(second.summary).toContain('stamp');
    },
    3 * MINUTE_MS,
  );
});

describe('a cache that refuses', () => {
  test(
    'costs no build, and a pull request writes nothing to it',
    async () => {
      const requests: string[] = [];
      const refusing = createServer((request, response) => {
        requests.push(`${request.method} ${request.url}`);
        response
          .writeHead(request.url === '/v2/' ? 200 : request.method === 'GET' || request.method === 'HEAD' ? 404 : 403)
          .end('{}');
      });
      await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve));
      const host = `127.0.0.1:${(refusing.address() as AddressInfo).port}`;
      try {
        const from = await place('cache', { Dockerfile: `FROM ${busybox}\nRUN echo ${RUN}\n` });
        const inputs = { service: 'orders', image: `${host}/x/orders`, cache: 'registry', insecure: 'true', reuse: 'off' };
        const own = { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main', GITHUB_REF_PROTECTED: 'true' };
        const pushed = await step(lab, 'build-image', from, inputs, own);
        expect([pushed.code, pushed.report.annotations.map(({ title }) => title)]).toEqual([
          0,
          expect.arrayContaining(['The layer cache failed']),
        ]);
        expect(requests.filter((request) => /^(POST|PUT|PATCH) /.test(request)).length).toBeGreaterThan(0);
        requests.length = 0;
        const foreign = { ...own, GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/1/merge' };
        const requested = await step(lab, 'build-image', from, inputs, foreign);
        expect(requested.code).toBe(0);
        expect(requests.length).toBeGreaterThan(0);
        expect(requests.filter((request) => /^(POST|PUT|PATCH|DELETE) /.test(request))).toEqual([]);
      } finally {
        refusing.closeAllConnections();
        await new Promise((resolve) => refusing.close(resolve));
      }
    },
    3 * MINUTE_MS,
  );

  test(
    'in a real registry is read by a builder that has none of its own',
    async () => {
      const from = await place('warm', {
        Dockerfile: `FROM ${busybox}\nCOPY a /\nARG A\nRUN echo $A warm${RUN} && head -c 32 /dev/urandom > /x\n`,
        a: 'a',
      });
      const inputs = { service: 'orders', image: repository('warm'), cache: 'registry', insecure: 'true', reuse: 'off' };
      const own = { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main', GITHUB_REF_PROTECTED: 'true' };
      const first = await step(lab, 'build-image', from, inputs, own);
      const socket = `unix://${root}/second.sock`;
      const config = join(lab.logs, 'buildkit/buildkitd.toml');
      const daemon = ['--config', config, '--root', join(root, 'second'), '--addr', socket, '--containerd-worker=false'];
      const second = await from.exec.start('buildkitd', daemon);
      try {
        while (!second.output().includes('running server')) await new Promise((resolve) => setTimeout(resolve, 50));
        const warm = await step(lab, 'build-image', from, inputs, { ...own, BUILDKIT_HOST: socket });
        const cold = await step(
          lab,
          'build-image',
          from,
          { ...inputs, cache: 'none', 'build-args': 'A=1' },
          { ...own, BUILDKIT_HOST: socket },
        );
        expect([first.code, warm.code, cold.code]).toEqual([0, 0, 0]);
        // Random bytes are the same only when the step was not run again.
        expect(warm.outputs['digest']).toBe(first.outputs['digest']);
        expect(cold.outputs['digest']).not.toBe(first.outputs['digest']);
      } finally {
        await second.stop();
      }
    },
    3 * MINUTE_MS,
  );
});

describe('the checks of a Dockerfile', () => {
  test(
    'stand on the file that is built, at most ten of them, and all in the summary',
    async () => {
      const lines = Array.from({ length: 40 }, (_, index) => `ENV NAME${index} value`);
      const files = {
        Dockerfile: 'FROM scratch\nCOPY . /\n',
        'services/orders/Dockerfile': `FROM ${busybox}\n${lines.join('\n')}\n`,
        'services/orders/a': 'a',
      };
      const from = await place('checks', files);
      const built = await step(lab, 'build-image', from, { service: 'orders', context: 'services/orders' });
      expect([built.code, built.outputs['warnings']]).toEqual([0, '40']);
      const printed = built.stdout.split('\n').filter((line) => line.startsWith('::warning'));
      expect(printed).toHaveLength(10);
      const placed = printed.filter((line) => line.includes('file='));
      expect(
        placed.every((line) =>
          /file=services\/orders\/Dockerfile,.*line=\d+|line=\d+.*file=services\/orders\/Dockerfile/.test(line),
        ),
      ).toBe(true);
      for (let line = 2; line <= 41; line++) expect(built.summary).toContain(`services/orders/Dockerfile:${line} `);
      const strict = await step(lab, 'build-image', from, { service: 'orders', context: 'services/orders', checks: 'error' });
      expect([strict.code, strict.report.verdict]).toEqual([1, 'fail']);
      const style = await step(lab, 'build-image', from, {
        service: 'orders',
        dockerfile: 'services/orders/Dockerfile',
        checks: 'warn',
      });
      expect(style.report.annotations[0]).toMatchObject({ file: 'services/orders/Dockerfile', line: 2 });
    },
    2 * MINUTE_MS,
  );
});

describe('a secret of the build', () => {
  test(
    'occurs in no layer, configuration, log, summary, report, bill or provenance',
    async () => {
      const secret = `hunter2-${RUN}`;
      const dockerfile = `FROM ${busybox}\nRUN --mount=type=secret,id=npm echo ${RUN} && cat /run/secrets/npm | wc -c > /size && cat /run/secrets/npm\n`;
      const from = await place('secret', { Dockerfile: dockerfile });
      const built = await step(
        lab,
        'build-image',
        from,
        { service: 'orders', secrets: 'npm=env:NPM_TOKEN' },
        { NPM_TOKEN: secret },
      );
      expect(built.code).toBe(0);
      const forms = [secret, Buffer.from(secret).toString('base64').replace(/=+$/, ''), Buffer.from(secret).toString('hex')];
      const evidence = join(from.folder, '.slipway/evidence');
      const written = await Promise.all((await readdir(evidence)).map((name) => readFile(join(evidence, name))));
      expect(written.length).toBe(5);
      const everything = [
        ...(await bytesOf(join(from.folder, '.slipway/image'))),
        ...written,
        Buffer.from(built.shown.replace(/^::add-mask::.*$/gm, '')),
      ];
      for (const form of forms) expect(everything.filter((bytes) => bytes.includes(form))).toEqual([]);
      // The search is not blind: the size that the step wrote is found in a compressed layer.
      expect(everything.some((bytes) => bytes.includes(`${secret.length}\n`))).toBe(true);
    },
    MINUTE_MS,
  );
});

describe('buildah', () => {
  test(
    'gives the same digest twice, and its image is taken by the next build with buildah, not by another engine',
    async () => {
      const image = repository('buildah');
      const from = await place('buildah', { Dockerfile: 'FROM scratch\nCOPY a /\nLABEL x=y\n', a: 'a' });
      const inputs = { service: 'orders', engine: 'buildah', image };
      const first = await step(lab, 'build-image', from, inputs);
      expect([first.report.problems, first.code, first.outputs['reused']]).toEqual([[], 0, 'false']);
      expect(first.summary).toContain('buildah has no checks');
      const again = await step(lab, 'build-image', from, { ...inputs, layout: '.slipway/again' });
      expect(again.outputs['digest']).toBe(first.outputs['digest']);
      await step(lab, 'publish-image', from, {
        image,
        digest: first.outputs['digest'] ?? '',
        'inputs-digest': first.outputs['inputs-digest'] ?? '',
      });
      const reused = await step(lab, 'build-image', from, inputs);
      expect([reused.outputs['reused'], reused.outputs['digest']]).toEqual(['true', first.outputs['digest']]);
      const other = await step(lab, 'build-image', from, { ...inputs, engine: 'buildkit' });
      expect(other.outputs['reused']).toBe('false');
    },
    2 * MINUTE_MS,
  );

  test('that fails to build says so', async () => {
    const from = await place('buildah-fails', { Dockerfile: 'FROM scratch\nCOPY absent /\n' });
    const { code, report } = await step(lab, 'build-image', from, { service: 'orders', engine: 'buildah' });
    expect([code, report.verdict, report.headline]).toEqual([1, 'fail', expect.stringContaining('absent')]);
  });
});

describe('an engine', () => {
  /** The lab's BuildKit behind a socket that can go away, as the engine would; it tidies up after its lost client itself. */
  async function mortalEngine() {
    const path = join(root, 'mortal.sock');
    const open = new Set<Socket>();
    const server = createNetServer((client) => {
      const engine = connect(lab.buildkitHost.replace('unix://', ''));
      for (const end of [client, engine]) open.add(end.on('error', () => undefined));
      client.pipe(engine).pipe(client);
    });
    await new Promise<void>((resolve) => server.listen(path, resolve));
    const die = (): void => {
      server.close();
      for (const end of open) end.destroy();
    };
    return { host: `unix://${path}`, die };
  }

  test(
    'that goes away in the middle of a build is told, and the Dockerfile is not blamed',
    async () => {
      // A number of this run, by which its own sleeper is known.
      const sleeper = `sleep ${1_000_000 + process.pid}`;
      const from = await place('dies', { Dockerfile: `FROM ${busybox}\nRUN ${sleeper}\n` });
      const asleep = async (): Promise<boolean> => (await from.exec.run('pgrep', ['-f', `^${sleeper}$`])).exitCode === 0;
      const until = async (wanted: boolean): Promise<void> => {
        while ((await asleep()) !== wanted) await new Promise((resolve) => setTimeout(resolve, 50));
      };
      const engine = await mortalEngine();
      const building = step(lab, 'build-image', from, { service: 'dies', checks: 'off' }, { BUILDKIT_HOST: engine.host });
      await until(true);
      engine.die();
      const { code, report } = await building;
      expect([code, report.verdict, report.outputs['digest']]).toEqual([1, 'fail', '']);
      expect(report.annotations).toMatchObject([{ level: 'error', title: 'The image does not build' }]);
      expect(report.annotations[0]?.file).toBeUndefined();
      await until(false);
    },
    2 * MINUTE_MS,
  );
});

describe('buildx', () => {
  /** Docker's command with buildx, and a builder that is the lab's BuildKit. */
  async function builder(from: Checkout): Promise<Record<string, string>> {
    const layout = layoutOf();
    if ((await from.exec.which('docker')) === undefined) await installPackages(OPTIONAL_PACKAGES.docker, layout);
    await ensureBuilt(BUILDX, layout);
    const config = join(root, 'docker');
    await mkdir(join(config, 'cli-plugins'), { recursive: true });
    await symlink(join(folderOf(BUILDX, layout), 'buildx'), join(config, 'cli-plugins/docker-buildx'));
    const create = ['buildx', 'create', '--use', '--name', `reuse-${RUN}`, '--driver', 'remote', lab.buildkitHost];
    const { exitCode, stderr } = await from.exec.run('docker', create, { env: { DOCKER_CONFIG: config } });
    expect([exitCode, stderr.replace(/^.*warning.*$/gim, '')]).toEqual([0, '']);
    return { DOCKER_CONFIG: config };
  }

  test(
    'gives what BuildKit gives, checks the Dockerfile, and takes what BuildKit built',
    async () => {
      const image = repository('buildx');
      const from = await place('buildx', { Dockerfile: `FROM ${busybox} AS Base\nCOPY a /\n`, a: 'a' });
      const docker = await builder(from);
      const inputs = { service: 'orders', image, platforms: 'linux/amd64' };
      const first = await step(lab, 'build-image', from, { ...inputs, engine: 'buildx' }, docker);
      expect([first.report.problems, first.code, first.outputs['warnings']]).toEqual([[], 0, '1']);
      const twin = await step(lab, 'build-image', from, { ...inputs, engine: 'buildkit' });
      expect([twin.outputs['digest'], twin.outputs['inputs-digest']]).toEqual([
        first.outputs['digest'],
        first.outputs['inputs-digest'],
      ]);
      await step(lab, 'publish-image', from, { image, 'inputs-digest': twin.outputs['inputs-digest'] ?? '' });
      const reused = await step(lab, 'build-image', from, { ...inputs, engine: 'buildx' }, docker);
      expect([reused.outputs['reused'], reused.outputs['digest']]).toEqual(['true', twin.outputs['digest']]);
    },
    10 * MINUTE_MS,
  );
});

describe('the files that BuildKit takes from a context', () => {
  const TREE = [
    ...['a', 'A', 'b/c', 'b/d/e.md', 'b/d/f', 'node_modules/x', 'b/node_modules/y', 'README.md', 'src/README.md', 'src/x.ts'],
    ...['x[1]', 'dir.md/in', '.hidden/h'],
  ];

  async function taken(from: Checkout): Promise<readonly string[]> {
    const { outputs, report } = await step(lab, 'build-image', from, { service: 'tree', checks: 'off' });
    expect(report.problems).toEqual([]);
    const files = nodeFiles(from.folder);
    const [image] = await imagesOf(await readLayout(outputs['layout'] ?? '', files), files);
    const found: string[] = [];
    for (const { descriptor } of image?.layers ?? [])
      for await (const entry of layerEntries(descriptor, files.stream(blobPath('.slipway/image', descriptor.digest))))
        if (entry.kind === 'file') found.push(entry.path);
    return TREE.filter((path) => found.includes(path));
  }

  async function counted({ folder, exec }: Checkout): Promise<readonly string[]> {
    const opened = await openWorld(folder, { exec, files: nodeFiles(folder) }, pinnedBase);
    if ('doubt' in opened) throw new Error(opened.doubt);
    const inputs = {
      context: '.',
      dockerfile: 'Dockerfile',
      platforms: [],
      buildArgs: {},
      secretIds: [],
      engine: 'buildkit',
      machine: undefined,
    } as const;
    const { ruleOf } = await inputsOf(inputs, opened.world);
    return TREE.filter((path) => ruleOf(path)?.startsWith('line '));
  }

  test.each([
    ['node_modules\n*.md', '.', '/'],
    ['**/node_modules\n**/*.md\n!src/README.md', '.', '/'],
    ['*\n!src\n!b/d\nb/d/f', '.', '/'],
    ['b/*\n!b/d\n# remark\n\n  a  ', '.', '/'],
    ['/b/\n!/b/c', '.', '/'],
    ['x\\[1]\n.*', '.', '/'],
    ['b/**/e.md\n?', '.', '/'],
    ['**\n!**/*.ts', '.', '/'],
    ['!a\na', '.', '/'],
    ['../a\n./b/./c', '.', '/'],
    ['', 'b/d/*', '/b/d/'],
    ['', '[aA] co*', '/'],
    ['', 's?c', '/src/'],
    ['**/*.md', '/src', '/src'],
  ])(
    'with the ignore file %j and COPY %s are those that count as inputs',
    async (ignore, source, target) => {
      const files = Object.fromEntries(TREE.map((path) => [path, path]));
      const dockerfile = `FROM scratch\nCOPY ${source} ${target}\n`;
      const from = await place(`tree-${Math.random()}`, { ...files, '.dockerignore': ignore, Dockerfile: dockerfile });
      const [ours, theirs] = [await counted(from), await taken(from)];
      expect(theirs).not.toEqual([]);
      expect(ours).toEqual(theirs);
    },
    MINUTE_MS,
  );
});

describe('bad input on the real engine', () => {
  test.each<[string, Record<string, string>, Record<string, string>, string, RegExp]>([
    ['an empty Dockerfile', { Dockerfile: '# nothing\n' }, {}, 'DOCKERFILE_EMPTY', /has no FROM/],
    [
      'a target that is not there',
      { Dockerfile: 'FROM scratch AS a\n' },
      { target: 'b' },
      'TARGET_UNKNOWN',
      /no such stage.*stages are: a/,
    ],
    ['a size without a unit', { Dockerfile: 'FROM scratch\n' }, { 'max-size': '200' }, 'INPUT_MALFORMED', /a size such as 200MB/],
    [
      'an image name with capitals',
      { Dockerfile: 'FROM scratch\n' },
      { image: 'registry.test/Shop/x' },
      'REFERENCE_MALFORMED',
      /capital letters/,
    ],
    [
      'an image name with a scheme',
      { Dockerfile: 'FROM scratch\n' },
      { image: 'https://registry.test/x' },
      'REFERENCE_MALFORMED',
      /begins with a scheme/,
    ],
    [
      'an image name with a tag',
      { Dockerfile: 'FROM scratch\n' },
      { image: 'registry.test/x:1' },
      'REFERENCE_MALFORMED',
      /names a tag/,
    ],
    [
      'a cache without a repository',
      { Dockerfile: 'FROM scratch\n' },
      { cache: 'registry' },
      'INPUT_CONTRADICTION',
      /no "image" says/,
    ],
    [
      'a password without a name',
      { Dockerfile: 'FROM scratch\n' },
      { password: 'x' },
      'INPUT_CONTRADICTION',
      /Only one of the inputs/,
    ],
    [
      'a list of services that is not there',
      { Dockerfile: 'FROM scratch\n' },
      { services: 'absent.yml' },
      'FILE_NOT_FOUND',
      /no file absent.yml/,
    ],
    ['a word that is no flag', { Dockerfile: 'FROM scratch\n' }, { reproducible: 'yes' }, 'INPUT_MALFORMED', /true or false/],
    [
      'an argument without "="',
      { Dockerfile: 'FROM scratch\n' },
      { 'build-args': 'A=1\r\nB' },
      'INPUT_MALFORMED',
      /"B" has no "="/,
    ],
  ])('%s', async (_, files, inputs, code, words) => {
    const from = await place(`bad-${code}-${Object.keys(inputs)[0] ?? 'none'}-${Math.random()}`, files);
    const { code: exit, report } = await step(lab, 'build-image', from, { service: 'orders', ...inputs });
    expect([exit, report.problems.map((problem) => problem.code)]).toEqual([1, [code]]);
    expect(report.problems.map(({ message, remedy }) => `${message} ${remedy}`).join()).toMatch(words);
  });
});

test(
  'a history in which nothing is known builds, and says why',
  async () => {
    const image = repository('history');
    const from = await place('origin', { Dockerfile: `FROM ${busybox}\nCOPY a /\n`, a: 'a' });
    const { built } = await release(from, image);
    await git(from, 'clone', '--quiet', '--depth', '1', `file://${from.folder}`, `${from.folder}-shallow`);
    const shallow = await checkout(lab, `${from.folder}-shallow`, async () => undefined).catch(() => undefined);
    const again = await step(
      lab,
      'build-image',
      { ...from, folder: shallow?.folder ?? `${from.folder}-shallow` },
      { service: 'orders', image },
    );
    expect([again.outputs['reused'], again.outputs['digest']]).toEqual(['true', built.outputs['digest']]);
    await writeFile(join(`${from.folder}-shallow`, 'a'), 'changed');
    const dirty = await step(lab, 'build-image', { ...from, folder: `${from.folder}-shallow` }, { service: 'orders', image });
    expect([dirty.outputs['reused'], dirty.outputs['inputs-digest']]).toEqual(['false', '']);
    expect(dirty.summary).toContain('not as the commit has it: a');
  },
  2 * MINUTE_MS,
);
