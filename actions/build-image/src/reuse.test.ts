import { describe, expect, test } from '@jest/globals';
import { digestOf, registryClient } from '@slipway/oci';
import { filesUnder, madeLayout, memoryRegistry, type MemoryRegistryOptions } from '@slipway/oci/memory';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryClock, memoryFiles, memoryLog, scriptedExec } from '@slipway/system/memory';
import { action } from './action.ts';
import { run } from './run.ts';

const FIRST = 'b'.repeat(40);
const IMAGE = 'registry.test/shop/orders';
const DOCKERFILE = `FROM node@sha256:${'a'.repeat(64)}\nCOPY src /src\n`;
const made = madeLayout({ labels: { 'org.opencontainers.image.revision': FIRST } });

interface World {
  readonly inputs?: Record<string, string>;
  readonly files?: Record<string, string>;
  /** What git status says. */
  readonly changed?: readonly string[];
  readonly ids?: Record<string, string>;
  readonly registry?: MemoryRegistryOptions;
}

/** A registry that holds the made image. */
async function registryWith(options: MemoryRegistryOptions = {}) {
  let ready = false;
  const registry = memoryRegistry({ ...options, fault: (...args) => (ready ? options.fault?.(...args) : undefined) });
  const client = registryClient({
    registry: 'registry.test',
    path: 'shop/orders',
    http: registry.http,
    clock: memoryClock(),
    log: memoryLog(),
  });
  for (const [path, bytes] of Object.entries(made.files)) {
    const digest = digestOf(bytes);
    if (path.startsWith('blobs/') && digest !== made.root.digest)
      await client.uploadBlob({
        digest,
        size: bytes.length,
        async *open() {
          yield bytes;
        },
      });
  }
  const bytes = made.files[`blobs/${made.root.digest.replace(':', '/')}`] ?? new Uint8Array();
  const tag = (name: string) => client.putManifest(name, { bytes, mediaType: made.root.mediaType });
  return {
    registry,
    tag,
    ready: () => {
      ready = true;
    },
  };
}

async function worldOf(
  { inputs = {}, files = {}, changed = [], ids = {}, registry: options }: World,
  tags: readonly string[] = [],
) {
  const held = await registryWith(options);
  for (const name of tags) await held.tag(name);
  held.ready();
  held.registry.requests.length = 0;
  const committed = { Dockerfile: DOCKERFILE, 'src/main.ts': 'main', ...files };
  const memory = memoryFiles(committed);
  const log = memoryLog();
  const exec = scriptedExec(({ command, args }) => {
    if (command === 'git' && args.includes('show')) return { stdout: '1700000000\n' };
    if (command === 'git' && args.includes('status')) return { stdout: changed.map((path) => ` M ${path}\0`).join('') };
    if (command === 'git' && args.includes('ls-files'))
      return {
        stdout: Object.keys(committed)
          .map((path) => `H 100644 ${ids[path] ?? 'a'.repeat(40)} 0\t${path}\0`)
          .join(''),
      };
    if (command === 'git') return { stdout: '\n' };
    if (args.includes('--output'))
      for (const [path, bytes] of Object.entries(filesUnder('.slipway/image', made))) void memory.write(path, bytes);
    return undefined;
  });
  const given = { service: 'orders', image: IMAGE, checks: 'off', ...inputs };
  const environment = (name: string): string | undefined => ({ BUILDKIT_HOST: 'unix:///x.sock' })[name];
  const host = memoryHost(given, { files: memory, exec, log, http: held.registry.http }, { environment });
  const code = await runAction(action, run, host);
  const builds = exec.calls.filter(({ args }) => args.includes('--output'));
  return {
    host,
    code,
    outputs: host.written.outputs,
    report: host.written.reports[0],
    builds,
    memory,
    log,
    requests: held.registry.requests,
  };
}

/** The tag of the inputs of this world, as its first build tells it. */
async function tagOf(world: World): Promise<string> {
  const { outputs } = await worldOf(world);
  return (outputs['inputs-digest'] ?? '').replace('sha256:', 'inputs-');
}

describe('an image of the same inputs', () => {
  test('is fetched byte for byte instead of built, and the report says for which commit it was built', async () => {
    const { code, outputs, report, builds, memory } = await worldOf({}, [await tagOf({})]);
    expect([code, builds.length, outputs['reused'], outputs['digest']]).toEqual([0, 0, 'true', made.root.digest]);
    expect(report?.headline).toContain(`built for commit ${FIRST}; nothing was built`);
    for (const [path, bytes] of Object.entries(made.files))
      if (path.startsWith('blobs/'))
        expect(Buffer.from(await memory.readBytes(`.slipway/image/${path}`)).equals(bytes)).toBe(true);
  });

  test('is only named where only its digest is wanted', async () => {
    const { outputs, builds, memory } = await worldOf({ inputs: { reuse: 'digest' } }, [await tagOf({})]);
    expect([builds.length, outputs['reused'], outputs['digest'], outputs['layout']]).toEqual([0, 'true', made.root.digest, '']);
    expect(await memory.exists('.slipway/image')).toBe(false);
  });

  test.each<[string, World]>([
    ['a source differs', { ids: { 'src/main.ts': 'b'.repeat(40) } }],
    ['a file is not committed', { changed: ['src/main.ts'] }],
    ['it must not be taken', { inputs: { reuse: 'off' } }],
    ['no repository is named', { inputs: { image: '' } }],
    ['the target differs', { inputs: { target: '0' } }],
    ['an argument differs', { inputs: { 'build-args': 'A=1' } }],
    ['a secret is given', { inputs: { secrets: 'key=file:src/main.ts' } }],
  ])('is not taken when %s', async (_, world) => {
    const { code, outputs, builds } = await worldOf(world, [await tagOf({})]);
    expect([code, builds.length, outputs['reused']]).toEqual([0, 1, 'false']);
  });

  test('is taken again whatever else the repository changes', async () => {
    const tag = await tagOf({});
    const { outputs } = await worldOf({ files: { 'other/file': 'x', 'README.md': 'y' } }, [tag]);
    expect(outputs['reused']).toBe('true');
  });

  test.each<[string, MemoryRegistryOptions['fault'], string]>([
    ['does not answer', () => null, 'registry could not be asked'],
    [
      'asks for a password that nobody gave',
      () => ({ status: 401, headers: { 'www-authenticate': 'Basic realm="x"' } }),
      'asks for credentials',
    ],
    ['is in trouble', () => ({ status: 500 }), 'registry could not be asked'],
  ])('is built when the registry %s, and that is a warning', async (_, fault, words) => {
    const { code, builds, host } = await worldOf({ registry: { ...(fault && { fault }) } }, [await tagOf({})]);
    expect([code, builds.length]).toEqual([0, 1]);
    expect(host.written.annotations).toMatchObject([{ level: 'warning', message: expect.stringContaining(words) }]);
  });

  test('is built when a blob of it is gone', async () => {
    const fault: MemoryRegistryOptions['fault'] = ({ url }) => (url.includes('/blobs/') ? { status: 404 } : undefined);
    const { code, builds, log } = await worldOf({ registry: { fault } }, [await tagOf({})]);
    expect([code, builds.length]).toEqual([0, 1]);
    expect(log.lines.join('\n')).toContain('could not be fetched, so it is built');
  });

  test('must stay within its budget as well', async () => {
    const { code, report } = await worldOf({ inputs: { 'max-size': '1B' } }, [await tagOf({})]);
    expect([code, report?.verdict]).toEqual([1, 'fail']);
  });

  test('costs a registry only questions about the image, and no token to write', async () => {
    const { requests } = await worldOf({}, [await tagOf({})]);
    expect(requests.filter((request) => !/^(GET|HEAD) /.test(request))).toEqual([]);
  });
});

describe('the release before', () => {
  const compared = async (tags: readonly string[], options: MemoryRegistryOptions = {}) => {
    const { code, host } = await worldOf(
      { inputs: { 'compare-with': `${IMAGE}:latest`, reuse: 'off' }, registry: options },
      tags,
    );
    return { code, summary: JSON.stringify(host.written.summary) };
  };

  test('is compared layer by layer, without fetching a layer', async () => {
    const layers: string[] = [];
    const { code, summary } = await compared(['latest'], {
      fault: ({ url }) => {
        if (url.includes('/blobs/')) layers.push(url);
        return undefined;
      },
    });
    expect([code, layers.length]).toEqual([0, 1]);
    expect(summary).toContain('"as large"');
    expect(summary).toContain('"same"');
  });

  test.each<[string, MemoryRegistryOptions, string]>([
    ['is not there yet', {}, 'There is no image registry.test/shop/orders:latest yet.'],
    ['cannot be read', { fault: () => null }, 'did not answer'],
  ])('that %s costs no build, and that is said', async (_, options, words) => {
    const { code, summary } = await compared([], options);
    expect([code, summary.includes(words)]).toEqual([0, true]);
  });
});

describe('what a build leaves behind', () => {
  test('are bills and a provenance about its digest, the same each time, and statements to attach', async () => {
    const [first, second] = [await worldOf({}), await worldOf({})];
    const paths = (first.outputs['attachments'] ?? '').split('\n');
    expect(paths).toEqual([
      '.slipway/evidence/sbom-linux-amd64.spdx.intoto.json',
      '.slipway/evidence/sbom-linux-amd64.cdx.intoto.json',
      '.slipway/evidence/provenance.intoto.json',
    ]);
    for (const path of paths) {
      const text = await first.memory.readText(path);
      expect(await second.memory.readText(path)).toBe(text);
      expect(JSON.parse(text)).toMatchObject({
        _type: 'https://in-toto.io/Statement/v1',
        subject: [{ digest: { sha256: made.root.digest.slice(7) } }],
      });
    }
    const provenance = JSON.parse(await first.memory.readText(paths[2] ?? '')) as { predicate: { buildDefinition: object } };
    expect(provenance.predicate.buildDefinition).toMatchObject({
      externalParameters: { context: '.', dockerfile: 'Dockerfile', secrets: [] },
      resolvedDependencies: [
        { digest: { gitCommit: expect.stringMatching(/^[0-9a-f]{40}$/) } },
        { digest: { sha256: 'a'.repeat(64) } },
      ],
    });
  });

  test('names secrets in no statement, only what they are called', async () => {
    const { outputs, memory } = await worldOf({ files: { 'key.pem': 'hunter2' }, inputs: { secrets: 'key=file:key.pem' } });
    for (const path of (outputs['attachments'] ?? '').split('\n')) expect(await memory.readText(path)).not.toContain('hunter2');
    expect(await memory.readText('.slipway/evidence/provenance.intoto.json')).toContain('"key"');
  });

  test('equals another layout, or tells where it does not', async () => {
    const other = (image: Parameters<typeof madeLayout>[0]) =>
      Object.fromEntries(
        Object.entries(filesUnder('other', madeLayout(image))).map(([path, bytes]) => [
          path,
          Buffer.from(bytes).toString('latin1'),
        ]),
      );
    const same = await worldOf({
      files: other({ labels: { 'org.opencontainers.image.revision': FIRST } }),
      inputs: { 'expect-layout': 'other' },
    });
    expect(same.code).toBe(0);
    const differs = await worldOf({ files: other({ layer: 'changed' }), inputs: { 'expect-layout': 'other' } });
    expect([differs.code, differs.report?.verdict]).toEqual([1, 'fail']);
    expect(differs.report?.headline).toMatch(/\/layer in layer 1 differs \(content /);
  });
});
