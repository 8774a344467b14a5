import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Digest, digestOf, imagesOf, readLayout, registryClient } from '@slipway/oci';
import { conformance } from '@slipway/oci/memory';
import { memoryLog } from '@slipway/system/memory';
import { nodeClock, nodeFiles, nodeHttp } from '@slipway/system/node';
import { type Lab, up } from './index.ts';
import { type Checkout, checkout, step } from './step.ts';

const SERVICE = join(import.meta.dirname, '../fixtures/services/payment-service');
const MINUTE_MS = 60_000;
/** Each run of these tests writes to repositories of its own, so that an earlier run cannot help it. */
const RUN = Date.now().toString(36);

let lab: Lab;
let root: string;

const workspace = (name: string, fill: (folder: string) => Promise<void>): Promise<Checkout> =>
  checkout(lab, join(root, name), async (folder) => {
    await cp(join(SERVICE, '.gitignore'), join(folder, '.gitignore'));
    await fill(folder);
  });

const act = (
  which: 'build-image' | 'publish-image',
  place: Checkout,
  inputs: Record<string, string>,
  variables: Record<string, string> = {},
) => step(lab, which, place, inputs, variables);

const payment = (name: string) => workspace(name, (folder) => cp(SERVICE, folder, { recursive: true }));

const small = (name: string, dockerfile: string) =>
  workspace(name, (folder) => writeFile(join(folder, 'Dockerfile'), dockerfile));

async function skopeo({ exec }: Checkout, ...args: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await exec.run(lab.skopeo, args);
  if (exitCode !== 0) throw new Error(stderr);
  return stdout;
}

const repositoryOf = (name: string): string => `${lab.registry}/build-test/${RUN}-${name}`;

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

beforeAll(async () => {
  lab = await up();
  root = await mkdtemp(join(tmpdir(), 'slipway-build-'));
}, 10 * MINUTE_MS);

afterAll(() => rm(root, { recursive: true, force: true }));

describe('the real registry', () => {
  test.each(conformance.map(({ name, check }) => [name, check] as const))('%s', async (_name, check) => {
    await check((path) => registryClient({ registry: lab.registry, path, http: nodeHttp, clock: nodeClock, log: memoryLog() }));
  });
});

describe('payment-service', () => {
  test(
    'has one digest from the build to the registry, and skopeo agrees',
    async () => {
      const place = await payment('identity');
      const built = await act('build-image', place, { service: 'payment-service', version: '1.2.0' });
      expect(built.report.problems).toEqual([]);
      expect(built.code).toBe(0);
      const digest = built.outputs['digest'] ?? '';
      const image = repositoryOf('payment-service');
      const published = await act('publish-image', place, { image, digest, 'moving-tags': 'latest' });
      expect([published.code, published.outputs['image'], published.outputs['unchanged']]).toEqual([
        0,
        `${image}@${digest}`,
        'false',
      ]);
      const seen = JSON.parse(await skopeo(place, 'inspect', '--tls-verify=false', `docker://${image}:${place.sha}`)) as {
        Digest: string;
        Labels: Record<string, string>;
        Env: string[];
      };
      expect(seen.Digest).toBe(digest);
      expect(seen.Labels).toMatchObject({ 'org.opencontainers.image.revision': place.sha });
      expect(seen.Env).toEqual(expect.arrayContaining([`COMMIT=${place.sha}`, 'VERSION=1.2.0']));
      const raw = await skopeo(place, 'inspect', '--raw', '--config', '--tls-verify=false', `docker://${image}:latest`);
      expect(built.outputs['platforms']).toContain(digestOf(raw));

      const again = await act('publish-image', place, { image, digest, 'moving-tags': 'latest' });
      expect([again.code, again.outputs['unchanged'], again.outputs['pushed']]).toEqual([0, 'true', '0']);
      const figures = [built, published, again].map(({ seconds }) => seconds.toFixed(1));
      console.info(
        `build ${figures[0]} s, publish ${figures[1]} s, again ${figures[2]} s, ${built.outputs['size']} bytes, ${digest}`,
      );
    },
    5 * MINUTE_MS,
  );

  test(
    'built twice from the same commit has the same digest, whatever the times of its files',
    async () => {
      const place = await payment('reproducible');
      const first = await act('build-image', place, { service: 'payment-service' });
      for (const name of await readdir(place.folder)) await utimes(join(place.folder, name), new Date(), new Date());
      const second = await act('build-image', place, { service: 'payment-service', layout: 'again' });
      expect([first.code, second.code]).toEqual([0, 0]);
      expect(second.outputs['digest']).toBe(first.outputs['digest']);
      expect(first.outputs['digest']).toMatch(/^sha256:/);
    },
    5 * MINUTE_MS,
  );

  test(
    'whose build fails is marked on the line that failed',
    async () => {
      const place = await workspace('failing', async (folder) => {
        await cp(SERVICE, folder, { recursive: true });
        const dockerfile = await readFile(join(folder, 'Dockerfile'), 'utf8');
        await writeFile(join(folder, 'Dockerfile'), dockerfile.replace(/^RUN .*$/m, 'RUN echo ::error::made-up && exit 3'));
      });
      const { code, report, stdout } = await act('build-image', place, { service: 'payment-service' });
      expect([code, report.verdict]).toEqual([1, 'fail']);
      expect(report.annotations).toMatchObject([
        { level: 'error', file: 'Dockerfile', line: 6, message: expect.stringContaining('exit code: 3') },
      ]);
      // The one command is our own annotation; what the build printed must not be another.
      expect(stdout.match(/^\s*::error/gm)).toHaveLength(1);
    },
    5 * MINUTE_MS,
  );
});

describe('a disk', () => {
  /** Builds into a disk of its own that was mounted with these options. */
  async function buildInto(name: string, options: string) {
    const place = await payment(name);
    const disk = join(place.folder, 'disk');
    await mkdir(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk]);
    try {
      const { code, report } = await act('build-image', place, { service: 'payment-service', layout: 'disk/image' });
      return { code, verdict: report.verdict, problems: report.problems.map((problem) => problem.code) };
    } finally {
      execFileSync('umount', [disk]);
    }
  }

  test.each([
    ['that is full', 'size=1m', 'DISK_FULL'],
    ['that may only be read', 'size=4m,ro', 'FILE_NOT_WRITABLE'],
  ])(
    '%s is named as what failed, not the Dockerfile',
    async (_, options, problem) => {
      const name = `disk-${problem.toLowerCase()}`;
      expect(await buildInto(name, options)).toMatchObject({ code: 1, verdict: 'error', problems: [problem] });
    },
    5 * MINUTE_MS,
  );
});

describe('publishing', () => {
  const dockerfile = 'FROM scratch\nCOPY Dockerfile /\n';

  test(
    'keeps odd white space in a manifest',
    async () => {
      const place = await small('space', dockerfile);
      await act('build-image', place, { service: 'space' });
      const layout = join(place.folder, '.slipway/image');
      const index = JSON.parse(await readFile(join(layout, 'index.json'), 'utf8')) as {
        manifests: [{ digest: Digest; size: number }];
      };
      const original = await readFile(join(layout, 'blobs', index.manifests[0].digest.replace(':', '/')), 'utf8');
      const odd = `\n${JSON.stringify(JSON.parse(original), null, ' \t ')}\n \n`;
      Object.assign(index.manifests[0], { digest: digestOf(odd), size: Buffer.byteLength(odd) });
      await writeFile(join(layout, 'blobs', digestOf(odd).replace(':', '/')), odd);
      await writeFile(join(layout, 'index.json'), JSON.stringify(index));
      const { code, outputs } = await act('publish-image', place, { image: repositoryOf('space') });
      expect([code, outputs['digest']]).toEqual([0, digestOf(odd)]);
      expect(
        await skopeo(place, 'inspect', '--raw', '--tls-verify=false', `docker://${repositoryOf('space')}:${place.sha}`),
      ).toBe(odd);
    },
    MINUTE_MS,
  );

  test(
    'several platforms keeps every digest, as a copy by skopeo shows',
    async () => {
      const place = await small('platforms', dockerfile);
      const built = await act('build-image', place, { service: 'platforms', platforms: 'linux/amd64\nlinux/arm64' });
      const image = repositoryOf('platforms');
      const published = await act('publish-image', place, { image, digest: built.outputs['digest'] ?? '' });
      expect([built.code, published.code]).toEqual([0, 0]);
      await skopeo(
        place,
        'copy',
        '--all',
        '--preserve-digests',
        '--src-tls-verify=false',
        `docker://${image}:${place.sha}`,
        `oci:${place.folder}/copy`,
      );
      const files = nodeFiles(place.folder);
      const copy = await readLayout('copy', files);
      expect(copy.root.digest).toBe(built.outputs['digest']);
      const images = (await imagesOf(copy, files)).map(({ platform, digest, config }) => ({ platform, digest, config }));
      expect(images).toEqual(JSON.parse(built.outputs['platforms'] ?? ''));
    },
    MINUTE_MS,
  );

  test(
    'refuses other bytes under the commit of a published image, and leaves the registry as it was',
    async () => {
      const place = await small('drift', dockerfile);
      const image = repositoryOf('drift');
      const first = await act('build-image', place, { service: 'drift' });
      await act('publish-image', place, { image });
      await writeFile(join(place.folder, 'Dockerfile'), `${dockerfile}LABEL changed=yes\n`);
      const second = await act('build-image', place, { service: 'drift' });
      const refused = await act('publish-image', place, { image, 'moving-tags': 'latest' });
      expect([refused.code, refused.report.problems[0]?.code]).toEqual([1, 'TAG_DRIFT']);
      const [one = '', other = ''] = [first.outputs['digest'], second.outputs['digest']];
      expect(one).not.toBe(other);
      expect(refused.report.annotations[0]?.message).toMatch(new RegExp(`${one}.*${other}`));
      const listed = JSON.parse(await skopeo(place, 'list-tags', '--tls-verify=false', `docker://${image}`)) as {
        Tags: string[];
      };
      expect(listed.Tags).toEqual([place.sha]);
      expect(
        await skopeo(place, 'inspect', '--format', '{{.Digest}}', '--tls-verify=false', `docker://${image}:${place.sha}`),
      ).toContain(one);
      await expect(skopeo(place, 'inspect', '--raw', '--tls-verify=false', `docker://${image}@${other}`)).rejects.toThrow(
        /unknown/,
      );
    },
    MINUTE_MS,
  );
});

describe('a registry that asks for a password', () => {
  const password = 'pa%ss:"word';
  const hash = '$2b$05$abcdefghijklmnopqrstuudJu/lcWtNEaMtoIZYGo.0U0XIOIFZ/2';

  test(
    'lets in with inputs or a Docker configuration, and says what is wrong without',
    async () => {
      const place = await small('login', 'FROM scratch\nCOPY Dockerfile /\n');
      await act('build-image', place, { service: 'login' });
      await writeFile(join(place.folder, 'htpasswd'), `robot:${hash}\n`);
      const address = `127.0.0.1:${await freePort()}`;
      const auth = { htpasswd: { realm: 'lab', path: join(place.folder, 'htpasswd') } };
      const storage = { filesystem: { rootdirectory: join(place.folder, 'registry') } };
      await writeFile(
        join(place.folder, 'registry.json'),
        JSON.stringify({ version: '0.1', storage, auth, http: { addr: address } }),
      );
      const entry = { auth: Buffer.from(`robot:${password}`).toString('base64') };
      await writeFile(join(place.folder, 'config.json'), JSON.stringify({ auths: { [address]: entry } }));
      const registry = await place.exec.start('docker-registry', ['serve', join(place.folder, 'registry.json')]);
      try {
        const image = `${address}/login`;
        const nobody = await act('publish-image', place, { image });
        const wrong = await act('publish-image', place, { image, username: 'robot', password: 'wrong' });
        expect([nobody, wrong].map(({ report }) => report.problems.map(({ code }) => code))).toEqual([
          ['REGISTRY_UNAUTHORIZED'],
          ['REGISTRY_UNAUTHORIZED'],
        ]);
        const first = await act('publish-image', place, { image, username: 'robot', password });
        const second = await act('publish-image', place, { image, 'docker-config': 'config.json' });
        expect([first.outputs['unchanged'], second.outputs['unchanged']]).toEqual(['false', 'true']);
        expect(first.shown.replace(/^::add-mask::.*$/gm, '')).not.toContain('word');
      } finally {
        await registry.stop();
      }
    },
    MINUTE_MS,
  );
});

describe('what the build is told', () => {
  test(
    'a secret reaches the step that asks for it, and no byte of the image, log or summary',
    async () => {
      const secret = `hunter2-${RUN}`;
      const lines = [
        'FROM node:24',
        `RUN --mount=type=secret,id=npm echo ${RUN} && cat /run/secrets/npm && test "$(cat /run/secrets/npm | wc -c)" = ${secret.length}`,
      ];
      const place = await small('secret', `${lines.join('\n')}\n`);
      const { code, report, shown } = await act(
        'build-image',
        place,
        { service: 'secret', secrets: 'npm=env:NPM_TOKEN' },
        { NPM_TOKEN: secret },
      );
      expect(report.annotations).toEqual([]);
      expect(code).toBe(0);
      // The one place is the command by which a runner learns what to hide.
      expect(shown.replace(/^::add-mask::.*$/gm, '')).not.toContain(secret);
      expect(shown).toContain('***');
      const blobs = join(place.folder, '.slipway/image/blobs/sha256');
      for (const name of await readdir(blobs)) {
        const bytes = await readFile(join(blobs, name));
        expect((bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).includes(secret)).toBe(false);
      }
    },
    5 * MINUTE_MS,
  );

  test(
    'a Dockerfile that is a link out of the context is refused',
    async () => {
      const place = await workspace('link', (folder) => symlink('/etc/hostname', join(folder, 'Dockerfile')));
      const { report } = await act('build-image', place, { service: 'link' });
      expect(report.problems.map(({ code }) => code)).toEqual(['PATH_IS_LINK']);
    },
    MINUTE_MS,
  );

  test(
    'an argument with commas, quotes and dollars arrives as it is',
    async () => {
      const place = await small('argument', 'FROM node:24\nARG ODD\nLABEL odd=$ODD\n');
      const value = 'a,b="c" $(d) \\e ü';
      const { code, outputs } = await act('build-image', place, { service: 'argument', 'build-args': `ODD=${value}` });
      expect(code).toBe(0);
      const files = nodeFiles(place.folder);
      const [image] = await imagesOf(await readLayout(outputs['layout'] ?? '', files), files);
      expect(image?.labels['odd']).toBe(value);
    },
    5 * MINUTE_MS,
  );
});
