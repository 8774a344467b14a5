import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { appendFile, chmod, mkdir, mkdtemp, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Digest, digestOf, registryClient } from '@slipway/oci';
import { memoryLog } from '@slipway/system/memory';
import { nodeClock, nodeHttp } from '@slipway/system/node';
import { type Lab, up } from './index.ts';
import { type Checkout, checkout, commit, git, step } from './step.ts';

const MINUTE_MS = 60_000;
const RUN = Date.now().toString(36);
const NAMES = Array.from({ length: 49 }, (_, index) => `s${String(index).padStart(2, '0')}`);
const SHARED = NAMES.slice(0, 10);
const ON_BASE = NAMES.slice(10, 15);

let lab: Lab;
let root: string;
let mono: Checkout;
let images: string;

interface Row {
  readonly service: string;
  readonly kind: string;
  readonly inputs: Digest | null;
  readonly reasons?: readonly string[];
}

function dockerfileOf(name: string): string {
  const base = ON_BASE.includes(name) ? `${images}/base:main` : `${lab.registry}/library/busybox:1`;
  const library = SHARED.includes(name) ? 'COPY lib /lib\n' : '';
  return `FROM ${base}\n${library}COPY services/${name} /app\n`;
}

async function fill(folder: string): Promise<void> {
  const files: Record<string, string> = {
    '.gitignore': '.slipway/image\n',
    '.dockerignore': '**/*.md\n**/test\n!services/s30/KEPT.md\n',
    '.slipway/services.yml': `images: ${images}\ndefaults: { dockerfile: "services/{name}/Dockerfile" }\nservices:\n  base: { dockerfile: base/Dockerfile }\n${NAMES.map((name) => `  ${name}:\n`).join('')}`,
    'README.md': 'read me',
    'base/Dockerfile': `FROM ${lab.registry}/library/busybox:1\nCOPY base/etc /etc/base\n`,
    'base/etc/x': 'x',
    'lib/lib.ts': 'lib',
  };
  for (const name of NAMES)
    Object.assign(files, {
      [`services/${name}/Dockerfile`]: dockerfileOf(name),
      [`services/${name}/main.ts`]: name,
      [`services/${name}/README.md`]: name,
      [`services/${name}/test/a.ts`]: name,
    });
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

async function affected(place: Checkout = mono, inputs: Record<string, string> = {}) {
  const ran = await step(lab, 'affected-services', place, inputs);
  expect(ran.report.problems).toEqual([]);
  return {
    ...ran,
    names: JSON.parse(ran.outputs['affected'] ?? '') as string[],
    rows: ran.report.data as unknown as readonly Row[],
  };
}

/** Puts an image under the inputs tag of every service that was to be built, as publish-image does after a build. */
async function publish(rows: readonly Row[]): Promise<void> {
  const config = Buffer.from(JSON.stringify({ os: 'linux', architecture: 'amd64', rootfs: { type: 'layers', diff_ids: [] } }));
  const descriptor = { mediaType: 'application/vnd.oci.image.config.v1+json', digest: digestOf(config), size: config.length };
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, config: descriptor, layers: [] }));
  for (const { service, kind, inputs } of rows) {
    if (kind !== 'affected' || inputs === null) continue;
    const path = `${images.slice(lab.registry.length + 1)}/${service}`;
    const client = registryClient({ registry: lab.registry, path, http: nodeHttp, clock: nodeClock, log: memoryLog() });
    await client.uploadBlob({
      ...descriptor,
      async *open() {
        yield config;
      },
    });
    await client.putManifest(inputs.replace('sha256:', 'inputs-'), { bytes, mediaType });
  }
}

/** The same commands in another folder. */
function within(folder: string): Checkout {
  const run: Checkout['exec']['run'] = (program, args, options) => mono.exec.run(program, args, { ...options, cwd: folder });
  return { ...mono, folder, exec: { ...mono.exec, run } };
}

const at = (path: string): string => join(mono.folder, path);

/** Everything of the present commit is published, so that only what comes next is to be built. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    const { rows, names } = await affected();
    if (names.length === 0) return;
    await publish(rows);
  }
  throw new Error('publishing does not settle');
}

beforeAll(async () => {
  lab = await up();
  root = await mkdtemp(join(tmpdir(), 'slipway-affected-'));
  images = `${lab.registry}/affected-test/${RUN}`;
  mono = await checkout(lab, join(root, 'mono'), fill);
}, 10 * MINUTE_MS);

afterAll(() => rm(root, { recursive: true, force: true }));

describe('fifty services of one repository', () => {
  test(
    'are all built from the first commit on, and none of them twice',
    async () => {
      const first = await affected();
      expect(first.names).toHaveLength(50);
      expect([first.outputs['any'], first.outputs['next-any']]).toEqual(['true', 'true']);
      expect(JSON.stringify(first.rows)).toContain('HEAD^ is not in this clone');
      const next = (JSON.parse(first.outputs['next-matrix'] ?? '') as { include: { service: string }[] }).include;
      expect(next.map(({ service }) => service)).toEqual(ON_BASE);
      await settle();
      const none = await affected();
      expect([none.names, none.outputs['any'], none.outputs['matrix']]).toEqual([[], 'false', '{"include":[]}']);
      console.info(`50 services, nothing to build: ${none.seconds.toFixed(1)} s from source`);
    },
    3 * MINUTE_MS,
  );

  const library = 'services/s21/vendor';

  test.each<[string, () => Promise<void>, readonly string[]]>([
    ['a file of one', () => appendFile(at('services/s20/main.ts'), 'x'), ['s20']],
    ['the shared library', () => appendFile(at('lib/lib.ts'), 'x'), SHARED],
    ['a new file in the shared library', () => writeFile(at('lib/new.ts'), 'x'), SHARED],
    ['the read-me', () => appendFile(at('README.md'), 'x'), []],
    ['a file that the ignore file leaves out', () => appendFile(at('services/s20/test/a.ts'), 'x'), []],
    ['a file that the ignore file takes back', () => writeFile(at('services/s30/KEPT.md'), 'x'), ['s30']],
    ['the Dockerfile of the base', () => appendFile(at('base/Dockerfile'), 'USER 1\n'), ['base', ...ON_BASE]],
    ['a name', () => rename(at('services/s22/main.ts'), at('services/s22/moved.ts')), ['s22']],
    ['a file that goes', () => unlink(at('services/s23/main.ts')), ['s23']],
    ['a mode', () => chmod(at('services/s24/main.ts'), 0o755), ['s24']],
    ['a new link', () => symlink('main.ts', at('services/s25/link')), ['s25']],
    [
      "a link's target",
      async () => {
        await unlink(at('services/s25/link'));
        await symlink('README.md', at('services/s25/link'));
      },
      ['s25'],
    ],
    ['a path with blank, line, quote and accent', () => writeFile(at('services/s26/a b\n"é\''), 'x'), ['s26']],
    [
      'a new submodule',
      async () => {
        const other = await checkout(lab, join(root, 'vendor'), (folder) => writeFile(join(folder, 'v'), '1'));
        await git(mono, 'submodule', '--quiet', 'add', `file://${other.folder}`, library);
      },
      ['s21'],
    ],
    [
      "a submodule's commit",
      async () => {
        const vendor = within(join(root, 'vendor'));
        await writeFile(join(vendor.folder, 'v'), '2');
        await commit(vendor);
        await git(mono, 'submodule', '--quiet', 'update', '--remote');
      },
      ['s21'],
    ],
    ['an ignore file of its own', () => writeFile(at('services/s27/Dockerfile.dockerignore'), '**/test\n'), ['s27']],
    ['a service of which nothing is read', () => writeFile(at('other'), 'x'), []],
  ])(
    'change with %s exactly as they should',
    async (_, change, expected) => {
      await settle();
      await change();
      await commit(mono);
      const { names, rows } = await affected();
      expect(names).toEqual(expected);
      for (const { kind, reasons } of rows) if (kind === 'affected') expect(reasons?.[0]).toMatch(/ changed: |builds on base/);
    },
    MINUTE_MS,
  );
});

describe('whatever the history looks like', () => {
  const changed = async (): Promise<void> => {
    await settle();
    await appendFile(at('services/s40/main.ts'), 'x');
    await commit(mono);
  };
  const clone = async (name: string, ...options: readonly string[]): Promise<Checkout> => {
    const folder = join(root, name);
    await git(
      mono,
      'clone',
      '--quiet',
      '--recurse-submodules',
      '--shallow-submodules',
      ...options,
      `file://${mono.folder}`,
      folder,
    );
    return { ...mono, folder };
  };

  test(
    'a clone of depth 1 tells the same, without the reasons',
    async () => {
      await changed();
      const { names, rows } = await affected(await clone('shallow', '--depth', '1'));
      expect(names).toEqual(['s40']);
      expect(rows.find(({ service }) => service === 's40')?.reasons?.[0]).toContain('is not in this clone');
    },
    MINUTE_MS,
  );

  test(
    'a clone without its submodules builds what reads them, because nobody can tell',
    async () => {
      await settle();
      const folder = join(root, 'bare-submodules');
      await git(mono, 'clone', '--quiet', `file://${mono.folder}`, folder);
      const { names, rows } = await affected({ ...mono, folder });
      expect(names).toEqual(['s21']);
      expect(rows.find(({ service }) => service === 's21')).toMatchObject({
        kind: 'unknown',
        reasons: [expect.stringContaining('is not checked out')],
      });
    },
    MINUTE_MS,
  );

  test(
    'a sparse checkout builds what lies outside it, because nobody can tell',
    async () => {
      await settle();
      const place = await clone('sparse');
      await git(within(place.folder), 'sparse-checkout', 'set', '--no-cone', '/*', '!/services/s33/main.ts');
      const { names, rows } = await affected(place);
      expect([names, rows.find(({ service }) => service === 's33')?.kind]).toEqual([['s33'], 'unknown']);
    },
    MINUTE_MS,
  );

  test(
    'a revert, a force push, a new branch and a tag find what was built before',
    async () => {
      await changed();
      const before = await git(mono, 'rev-parse', 'HEAD^');
      expect((await affected()).names).toEqual(['s40']);
      await git(mono, 'revert', '--no-edit', 'HEAD');
      expect((await affected()).names).toEqual([]);
      await git(mono, 'reset', '--quiet', '--hard', before);
      expect((await affected()).names).toEqual([]);
      await git(mono, 'checkout', '--quiet', '-b', 'topic');
      expect((await affected()).names).toEqual([]);
      await git(mono, 'tag', 'v1');
      await git(mono, 'checkout', '--quiet', 'v1');
      expect((await affected(mono, { since: '0000000000000000000000000000000000000000' })).names).toEqual([]);
      await git(mono, 'checkout', '--quiet', 'main');
    },
    2 * MINUTE_MS,
  );

  test(
    'a merge of three branches tells what all of them changed',
    async () => {
      await settle();
      for (const name of ['s41', 's42']) {
        await git(mono, 'checkout', '--quiet', '-b', name, 'main');
        await appendFile(at(`services/${name}/main.ts`), 'x');
        await commit(mono);
      }
      await git(mono, 'checkout', '--quiet', 'main');
      await appendFile(at('services/s43/main.ts'), 'x');
      await commit(mono);
      await git(mono, 'merge', '--quiet', '--no-edit', 's41', 's42');
      expect((await affected()).names).toEqual(['s41', 's42', 's43']);
    },
    MINUTE_MS,
  );

  test(
    'no Git and no registry build everything, and never nothing by accident',
    async () => {
      const folder = join(root, 'no-git');
      await mkdir(folder);
      await fill(folder);
      const none = await affected({ ...mono, folder });
      expect([none.names.length, none.report.headline]).toEqual([50, expect.stringContaining('because nobody can tell')]);
      await settle();
      await writeFile(
        at('.slipway/services.yml'),
        `images: 127.0.0.1:9/x\nservices: { s00: { dockerfile: services/s00/Dockerfile } }\n`,
      );
      const dead = await affected();
      expect([dead.names, dead.rows[0]?.kind]).toEqual([['s00'], 'unknown']);
      expect(dead.rows[0]?.reasons?.[0]).toContain('could not be asked');
    },
    2 * MINUTE_MS,
  );
});
