import { describe, expect, test } from '@jest/globals';
import { Failure } from '@slipway/failure';
import { memoryFiles } from '@slipway/system/memory';
import { digestOf } from './measure.ts';
import { imagesOf } from './image.ts';
import { readLayout } from './layout.ts';
import { filesUnder, madeLayout } from './memory/image.ts';

const made = madeLayout({ platforms: ['linux/amd64', 'linux/arm64'] });
const blobs = Object.keys(made.files).filter((path) => path.startsWith('blobs/'));

async function codesOf(files: Record<string, string | Uint8Array | undefined>): Promise<readonly string[]> {
  const there = Object.fromEntries(
    Object.entries(files).filter((entry): entry is [string, Uint8Array] => entry[1] !== undefined),
  );
  try {
    await readLayout('image', memoryFiles(there));
    return [];
  } catch (error) {
    return error instanceof Failure ? error.problems.map(({ code }) => code) : [String(error)];
  }
}

const index = (value: object) => ({ 'image/index.json': JSON.stringify({ schemaVersion: 2, ...value }) });

function withRoot(content: string, mediaType: string): Record<string, string> {
  const digest = digestOf(content);
  return {
    ...index({ manifests: [{ mediaType, digest, size: Buffer.byteLength(content) }] }),
    [`image/blobs/${digest.replace(':', '/')}`]: content,
  };
}

describe('a layout', () => {
  test('is read with children before their parents and each blob once', async () => {
    const files = memoryFiles(filesUnder('image', made));
    const layout = await readLayout('image', files);
    expect(layout.root).toEqual(made.root);
    expect(layout.manifests.at(-1)?.descriptor.digest).toBe(made.root.digest);
    expect([layout.manifests.length, layout.blobs.length]).toEqual([3, 4]);
    expect((await imagesOf(layout, files)).map(({ platform }) => platform)).toEqual(['linux/amd64', 'linux/arm64']);
  });

  test.each(blobs)('is refused when %s is missing, cut, or changed', async (blob) => {
    const files = filesUnder('image', made);
    const bytes = files[`image/${blob}`] ?? new Uint8Array();
    const changed = Buffer.from(bytes);
    changed[0] = 'X'.charCodeAt(0);
    expect(await codesOf({ ...files, [`image/${blob}`]: undefined })).toContain('LAYOUT_BLOB_MISSING');
    expect(await codesOf({ ...files, [`image/${blob}`]: bytes.slice(1) })).toContain('LAYOUT_BLOB_SIZE');
    expect(await codesOf({ ...files, [`image/${blob}`]: changed })).toContain('LAYOUT_BLOB_DIGEST');
  });

  test('reports everything that is wrong at once', async () => {
    const leaves = blobs.filter((path) => !Buffer.from(made.files[path] ?? []).includes('schemaVersion'));
    const gone = Object.fromEntries(leaves.map((path) => [`image/${path}`, undefined]));
    expect(await codesOf({ ...filesUnder('image', made), ...gone })).toHaveLength(4);
  });

  const image = 'application/vnd.oci.image.manifest.v1+json';
  const empty = { mediaType: image, digest: digestOf(''), size: 0 };
  test.each([
    ['without oci-layout', { 'image/oci-layout': undefined }, 'LAYOUT_MALFORMED'],
    ['of another version', { 'image/oci-layout': '{"imageLayoutVersion":"2.0.0"}' }, 'LAYOUT_MALFORMED'],
    ['without an image', index({ manifests: [] }), 'LAYOUT_MALFORMED'],
    ['with two images', index({ manifests: [empty, empty] }), 'LAYOUT_MALFORMED'],
    ['whose index is no JSON', { 'image/index.json': '{' }, 'MANIFEST_MALFORMED'],
    ['whose digest leads out of it', index({ manifests: [{ ...empty, digest: 'sha256:../../secret' }] }), 'MANIFEST_MALFORMED'],
    ['with an unknown media type', withRoot('{}', 'text/plain'), 'LAYOUT_MEDIA_TYPE'],
    ['whose manifest calls itself otherwise', withRoot('{"mediaType":"text/plain"}', image), 'MANIFEST_MALFORMED'],
    ['with a manifest of no size', withRoot('{"config":{},"layers":[]}', image), 'MANIFEST_MALFORMED'],
  ])('%s is refused', async (_, change, code) => {
    expect(await codesOf({ ...filesUnder('image', made), ...change })).toEqual([code]);
  });

  test('of ten thousand manifests is read whole, each manifest and each blob once', async () => {
    const type = 'application/vnd.oci.image.manifest.v1+json';
    const [config, layer] = [JSON.stringify({ os: 'linux', architecture: 'amd64' }), 'layer'].map((content) => ({
      mediaType: 'application/octet-stream',
      digest: digestOf(content),
      size: content.length,
      content,
    }));
    const files: Record<string, string> = { 'image/oci-layout': '{"imageLayoutVersion":"1.0.0"}' };
    const keep = (mediaType: string, content: string) => {
      const digest = digestOf(content);
      files[`image/blobs/${digest.replace(':', '/')}`] = content;
      return { mediaType, digest, size: content.length };
    };
    for (const blob of [config, layer]) keep('', blob?.content ?? '');
    const manifests = Array.from({ length: 10_000 }, (_, number) =>
      keep(
        type,
        JSON.stringify({ schemaVersion: 2, mediaType: type, config, layers: [layer], annotations: { number: `${number}` } }),
      ),
    );
    const index = 'application/vnd.oci.image.index.v1+json';
    const root = keep(index, JSON.stringify({ schemaVersion: 2, mediaType: index, manifests }));
    files['image/index.json'] = JSON.stringify({ schemaVersion: 2, manifests: [root] });
    const layout = await readLayout('image', memoryFiles(files));
    expect([layout.manifests.length, layout.blobs.length, layout.root.digest]).toEqual([10_001, 2, root.digest]);
  });

  test('nested without an end is refused', async () => {
    const type = 'application/vnd.oci.image.index.v1+json';
    let files: Record<string, string | Uint8Array> = filesUnder('image', made);
    let child: object = made.root;
    for (let depth = 0; depth < 9; depth++) {
      const content = JSON.stringify({ schemaVersion: 2, mediaType: type, manifests: [child] });
      files = { ...files, ...withRoot(content, type) };
      child = { mediaType: type, digest: digestOf(content), size: content.length };
    }
    expect(await codesOf(files)).toEqual(['LAYOUT_MANIFEST_LIMIT']);
  });
});
