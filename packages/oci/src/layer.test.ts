import { describe, expect, test } from '@jest/globals';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { digestOf, layerEntries, parseImageName, renderReference } from './index.ts';

const TAR = 'application/vnd.oci.image.layer.v1.tar';

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 700) yield bytes.subarray(at, at + 700);
}

async function read(bytes: Uint8Array, mediaType: string): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const entry of layerEntries({ mediaType, digest: digestOf(bytes), size: bytes.length }, pieces(bytes))) {
    const parts: Uint8Array[] = [];
    if (entry.path.endsWith('read')) for await (const piece of entry.content()) parts.push(piece);
    found.push(`${entry.kind} ${entry.path} ${entry.target ?? ''}${Buffer.concat(parts)}`.trim());
  }
  return found;
}

const long = `${'deep/'.repeat(40)}read`;

async function archive(): Promise<Uint8Array> {
  const made = pack();
  made.entry({ name: './etc/', type: 'directory' });
  made.entry({ name: 'etc/skipped' }, 'x'.repeat(5000));
  made.entry({ name: '/etc/read' }, 'y'.repeat(3000));
  made.entry({ name: 'etc/link', type: 'symlink', linkname: 'read' });
  made.entry({ name: 'etc/.wh.gone' }, '');
  made.entry({ name: long }, 'é');
  made.finalize();
  const parts: Uint8Array[] = [];
  for await (const piece of made) parts.push(piece as Uint8Array);
  return Buffer.concat(parts);
}

describe('a layer', () => {
  test.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    [TAR, (bytes) => bytes],
    [`${TAR}+gzip`, (bytes) => gzipSync(bytes)],
    ['application/vnd.docker.image.rootfs.diff.tar.gzip', (bytes) => gzipSync(bytes)],
    [`${TAR}+zstd`, (bytes) => zstdCompressSync(bytes)],
    [`${TAR}+gzip`, (bytes) => Buffer.concat([gzipSync(bytes.subarray(0, 512)), gzipSync(bytes.subarray(512))])],
  ])('of kind %s is read entry by entry', async (mediaType, compress) => {
    expect(await read(compress(await archive()), mediaType)).toEqual([
      'folder etc',
      'file etc/skipped',
      `file etc/read ${'y'.repeat(3000)}`,
      'link etc/link read',
      'file etc/.wh.gone',
      `file ${long} é`,
    ]);
  });

  test.each<[string, string, () => Promise<Uint8Array> | Uint8Array]>([
    ['of an unknown kind', 'application/x-thing', archive],
    ['that is cut off', `${TAR}+gzip`, async () => gzipSync(await archive()).subarray(0, 100)],
    ['that is no archive', TAR, () => Buffer.alloc(1024, 7)],
    ['that is not compressed as it says', `${TAR}+gzip`, archive],
  ])('%s is told, not thrown at anybody', async (_, mediaType, bytes) => {
    await expect(read(await bytes(), mediaType)).rejects.toMatchObject({ code: 'LAYER_UNREADABLE' });
  });
});

test('a reader may stop in the middle of a file and go on with the next', async () => {
  const made = pack();
  for (const name of ['one', 'two', 'three']) made.entry({ name }, name.repeat(200_000));
  made.finalize();
  const parts: Uint8Array[] = [];
  for await (const piece of made) parts.push(piece as Uint8Array);
  const bytes = gzipSync(Buffer.concat(parts));
  const found: string[] = [];
  for await (const entry of layerEntries(
    { mediaType: `${TAR}+gzip`, digest: digestOf(bytes), size: bytes.length },
    pieces(bytes),
  )) {
    for await (const piece of entry.content()) {
      found.push(`${entry.path} ${Buffer.from(piece).toString().slice(0, 3)}`);
      break;
    }
  }
  expect(found).toEqual(['one one', 'two two', 'three thr']);
});

test('a reader may stop in the middle of a layer', async () => {
  const bytes = gzipSync(await archive());
  for await (const entry of layerEntries(
    { mediaType: `${TAR}+gzip`, digest: digestOf(bytes), size: bytes.length },
    pieces(bytes),
  ))
    if (entry.path === 'etc/skipped') break;
  expect(await read(bytes, `${TAR}+gzip`)).toHaveLength(6);
});

test.each([
  ['node', 'docker.io/library/node:latest'],
  ['node:24', 'docker.io/library/node:24'],
  ['shop/node', 'docker.io/shop/node:latest'],
  ['localhost/node:1', 'localhost/node:1'],
  ['127.0.0.1:5000/a/b', '127.0.0.1:5000/a/b:latest'],
  [`node@sha256:${'a'.repeat(64)}`, `docker.io/library/node@sha256:${'a'.repeat(64)}`],
])('the image name %s means %s', (name, expected) => {
  expect(renderReference(parseImageName(name))).toBe(expected);
});
