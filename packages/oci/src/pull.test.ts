import { describe, expect, test } from '@jest/globals';
import { Failure } from '@slipway/failure';
import type { HttpResponse } from '@slipway/system';
import { memoryClock, memoryFiles, memoryLog } from '@slipway/system/memory';
import { registryClient } from './client.ts';
import { digestOf } from './measure.ts';
import { readLayout } from './layout.ts';
import { madeLayout } from './memory/image.ts';
import { type MemoryRegistryOptions, memoryRegistry } from './memory/registry.ts';
import { pullLayout } from './pull.ts';
import { registryReader } from './reader.ts';

const made = madeLayout({ platforms: ['linux/amd64', 'linux/arm64'], indent: ' \t' });

/** A registry that holds the made image, and one who may only read it. */
async function setUp(options: MemoryRegistryOptions = {}) {
  let faulty = false;
  const registry = memoryRegistry({ ...options, fault: (...args) => (faulty ? options.fault?.(...args) : undefined) });
  const settings = {
    registry: 'registry.test',
    path: 'shop/orders',
    http: registry.http,
    clock: memoryClock(),
    log: memoryLog(),
  };
  const client = registryClient(settings);
  const manifests: [string, Uint8Array][] = [];
  for (const [path, bytes] of Object.entries(made.files)) {
    if (!path.startsWith('blobs/')) continue;
    if (Buffer.from(bytes).includes('schemaVersion')) manifests.push([digestOf(bytes), bytes]);
    else
      await client.uploadBlob({
        digest: digestOf(bytes),
        size: bytes.length,
        async *open() {
          yield bytes;
        },
      });
  }
  for (const [digest, bytes] of manifests) {
    const { mediaType } = JSON.parse(Buffer.from(bytes).toString()) as { mediaType: string };
    await client.putManifest(digest, { bytes, mediaType });
  }
  faulty = true;
  registry.requests.length = 0;
  return { registry, client, reader: registryReader(settings) };
}

describe('an image that is pulled', () => {
  test('is a layout of exactly its bytes, and only what reads was asked', async () => {
    const { registry, reader } = await setUp();
    const files = memoryFiles({ 'image/blobs/sha256/old': 'of an earlier pull' });
    const pulled = await pullLayout(reader, made.root.digest, 'image', files);
    const read = await readLayout('image', files);
    expect({ ...pulled, root: pulled.root.digest }).toEqual({ ...read, root: read.root.digest });
    expect(read.root.digest).toBe(made.root.digest);
    for (const [path, bytes] of Object.entries(made.files))
      if (path.startsWith('blobs/')) expect(Buffer.from(await files.readBytes(`image/${path}`)).equals(bytes)).toBe(true);
    expect(await files.exists('image/blobs/sha256/old')).toBe(false);
    expect(registry.requests.filter((request) => !/^(GET|HEAD) /.test(request))).toEqual([]);
  });

  test('needs the right to pull and no other', async () => {
    const scopes: string[] = [];
    const credentials = { username: 'robot', password: 'x' };
    const registry = memoryRegistry({
      credentials,
      scheme: 'bearer',
      fault: ({ url }) => {
        scopes.push(...new URL(url).searchParams.getAll('scope'));
        return undefined;
      },
    });
    const settings = {
      registry: 'registry.test',
      path: 'shop/orders',
      http: registry.http,
      clock: memoryClock(),
      log: memoryLog(),
    };
    expect(await registryReader({ ...settings, credentials }).manifest('v1')).toBeUndefined();
    expect(scopes).toEqual(['repository:shop/orders:pull']);
  });

  test('is refused when it is not there, with everything that is missing, and when bytes are others', async () => {
    const { registry, reader } = await setUp();
    const files = memoryFiles();
    const pull = () => pullLayout(reader, made.root.digest, 'image', files);
    await expect(pullLayout(reader, digestOf('nobody'), 'image', files)).rejects.toMatchObject({ code: 'IMAGE_MISSING' });
    const repository = registry.repository('shop/orders');
    const [first = '', second = '', third = ''] = repository.blobs.keys();
    const bytes = repository.blobs.get(third) ?? Buffer.alloc(0);
    repository.blobs.set(third, Buffer.alloc(bytes.length, 'x'));
    await expect(pull()).rejects.toMatchObject({ code: 'BLOB_DIGEST' });
    expect(await files.exists('image/index.json')).toBe(false);
    repository.blobs.delete(first);
    repository.blobs.delete(second);
    const failure = await pull().catch((error: unknown) => error);
    expect(failure instanceof Failure && failure.problems.map(({ code }) => code)).toEqual(['BLOB_MISSING', 'BLOB_MISSING']);
  });

  test('is refused when a manifest that was asked for by its digest has another', async () => {
    const { reader } = await setUp({
      fault: ({ url }) => (url.includes('/manifests/') ? { status: 200, body: '{}' } : undefined),
    });
    await expect(pullLayout(reader, made.root.digest, 'image', memoryFiles())).rejects.toMatchObject({ code: 'MANIFEST_DIGEST' });
  });
});

describe('a blob whose connection breaks', () => {
  const content = Buffer.from('0123456789');
  const expected = { digest: digestOf(content), size: content.length };

  /** Serves the content, but breaks off after `upTo` bytes as often as told; `ranges` says whether it can go on from there. */
  function breaking(times: number, upTo: number, ranges: boolean) {
    const asked: (string | undefined)[] = [];
    const answer = (from: number, broken: boolean): HttpResponse => ({
      status: from > 0 ? 206 : 200,
      headers: {},
      bytes: async () => content,
      text: async () => '',
      async *stream() {
        yield content.subarray(from, broken ? from + upTo : undefined);
        if (broken) throw new Error('aborted');
      },
    });
    const http = {
      fetch: async ({ headers }: { readonly headers?: Readonly<Record<string, string>> }) => {
        asked.push(headers?.['range']);
        const from = ranges ? Number(/\d+/.exec(headers?.['range'] ?? '0')?.[0]) : 0;
        return answer(from, asked.length <= times);
      },
    };
    return {
      asked,
      reader: registryReader({ registry: 'registry.test', path: 'x', http, clock: memoryClock(), log: memoryLog() }),
    };
  }

  async function collect(pieces: AsyncIterable<Uint8Array>): Promise<string> {
    const all: Uint8Array[] = [];
    for await (const piece of pieces) all.push(piece);
    return Buffer.concat(all).toString();
  }

  test.each([
    ['goes on where it broke', true, [undefined, 'bytes=3-', 'bytes=6-']],
    ['skips what it has when the registry begins anew', false, [undefined, 'bytes=3-', 'bytes=3-']],
  ])('%s', async (_, ranges, expectedRanges) => {
    const { asked, reader } = breaking(2, 3, ranges);
    expect(await collect(reader.blob(expected))).toBe('0123456789');
    expect(asked).toEqual(expectedRanges);
  });

  test('is given up after five tries', async () => {
    const { asked, reader } = breaking(9, 1, true);
    await expect(collect(reader.blob(expected))).rejects.toThrow('aborted');
    expect(asked).toHaveLength(5);
  });
});

describe('what refers to an image', () => {
  const index = (digest: string) =>
    JSON.stringify({
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.index.v1+json',
      manifests: [
        { mediaType: 'application/vnd.oci.image.manifest.v1+json', digest, size: 2, artifactType: 'application/spdx+json' },
      ],
    });
  const type = 'application/vnd.oci.image.index.v1+json';
  const read = (fault: MemoryRegistryOptions['fault']) => {
    const { http } = memoryRegistry({ ...(fault && { fault }) });
    const settings = { registry: 'registry.test', path: 'x', http, clock: memoryClock(), log: memoryLog() };
    return registryReader(settings).referrers(made.root.digest);
  };
  const [one, two] = [digestOf('one'), digestOf('two')];

  test('is listed by the API, page after page', async () => {
    const headers = { 'content-type': type };
    const found = await read(({ url }) => {
      if (url.includes('page=2')) return { status: 200, headers, body: index(two) };
      return { status: 200, headers: { ...headers, link: '</v2/x/referrers/y?page=2>; rel="next"' }, body: index(one) };
    });
    expect(found.map(({ digest, artifactType }) => [digest, artifactType])).toEqual([
      [one, 'application/spdx+json'],
      [two, 'application/spdx+json'],
    ]);
  });

  test.each([
    [404, {}],
    [200, { 'content-type': 'text/html' }],
  ])('is read from the tag where there is no API (%d %j)', async (status, headers) => {
    const found = await read(({ url }) => {
      if (url.includes('/referrers/')) return { status, headers, body: 'x' };
      return url.endsWith(`/manifests/${made.root.digest.replace(':', '-')}`) ? { status: 200, body: index(one) } : undefined;
    });
    expect(found.map(({ digest }) => digest)).toEqual([one]);
    expect(await read(undefined)).toEqual([]);
  });

  test('is refused when its list has no end', async () => {
    const headers = { 'content-type': type, link: '</v2/x/referrers/y>; rel="next"' };
    await expect(read(() => ({ status: 200, headers, body: index(one) }))).rejects.toMatchObject({ code: 'REFERRERS_ENDLESS' });
  });
});
