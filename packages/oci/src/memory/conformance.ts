import { deepEqual, equal, rejects } from 'node:assert/strict';
import { Failure } from '@slipway/failure';
import type { RegistryClient } from '../client.ts';
import { attach, type Referrer, referrerOf } from '../attach.ts';
import { parseDigest } from '../digest.ts';
import { digestOf } from '../measure.ts';
import { madeLayout } from './image.ts';

/** One thing that every registry must do; `check` throws when it does not. */
export interface ConformanceCase {
  readonly name: string;
  check(clientOf: (path: string) => RegistryClient): Promise<void>;
}

const CONTENT = Buffer.from('the bytes of a layer');
const DIGEST = digestOf(CONTENT);
const ABSENT = digestOf('nobody has this');

async function* inTwoPieces(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes.slice(0, 5);
  yield bytes.slice(5);
}

const source = (bytes: Uint8Array) => ({
  digest: digestOf(bytes),
  size: bytes.length,
  open: (from: number) => inTwoPieces(bytes.subarray(from)),
});

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all).toString('utf8');
}

async function failsWith(code: string, work: Promise<unknown>): Promise<void> {
  await rejects(work, (error) => error instanceof Failure && error.code === code);
}

const refused = (work: Promise<unknown>): Promise<void> => failsWith('REGISTRY_REFUSED', work);

/** Puts a made image's blobs and gives its manifest. */
async function withBlobs(
  client: RegistryClient,
  layer: string,
): Promise<{ bytes: Uint8Array; mediaType: string; digest: string }> {
  const { root, files } = madeLayout({ layer, indent: ' \t' });
  const path = `blobs/${root.digest.replace(':', '/')}`;
  for (const [name, bytes] of Object.entries(files)) {
    if (name.startsWith('blobs/') && name !== path) await client.uploadBlob(source(bytes));
  }
  return { bytes: files[path] ?? new Uint8Array(), mediaType: root.mediaType, digest: root.digest };
}

const BLOBS: readonly ConformanceCase[] = [
  { name: 'answers a ping', check: (clientOf) => clientOf('conformance/ping').ping() },
  {
    name: 'knows no blob that nobody uploaded',
    check: async (clientOf) => {
      equal(await clientOf('conformance/blobs').hasBlob(ABSENT), false);
      await refused(collect(clientOf('conformance/blobs').blob({ digest: ABSENT, size: 1 })));
    },
  },
  {
    name: 'gives back a blob that was streamed to it, also after a second upload',
    check: async (clientOf) => {
      const client = clientOf('conformance/blobs');
      for (let count = 0; count < 2; count++) await client.uploadBlob(source(CONTENT));
      equal(await client.hasBlob(DIGEST), true);
      equal(await collect(client.blob({ digest: DIGEST, size: CONTENT.length })), CONTENT.toString());
    },
  },
  {
    name: 'gives a blob whole or not at all to one who expects another size',
    check: async (clientOf) => {
      const client = clientOf('conformance/blobs');
      await client.uploadBlob(source(CONTENT));
      for (const size of [CONTENT.length - 1, CONTENT.length + 1])
        await failsWith('BLOB_SIZE', collect(client.blob({ digest: DIGEST, size })));
    },
  },
  {
    name: 'refuses a blob whose bytes have another digest',
    check: async (clientOf) => {
      const client = clientOf('conformance/blobs');
      await refused(client.uploadBlob({ ...source(CONTENT), digest: ABSENT }));
      equal(await client.hasBlob(ABSENT), false);
    },
  },
  {
    name: 'mounts a blob from a neighbour, and says when it cannot',
    check: async (clientOf) => {
      await clientOf('conformance/blobs').uploadBlob(source(CONTENT));
      const client = clientOf('conformance/mounts');
      equal(await client.mountBlob(DIGEST, 'conformance/blobs'), true);
      equal(await client.hasBlob(DIGEST), true);
      equal(await client.mountBlob(ABSENT, 'conformance/blobs'), false);
    },
  },
];

const MANIFESTS: readonly ConformanceCase[] = [
  {
    name: 'knows no manifest that nobody put',
    check: async (clientOf) => {
      const client = clientOf('conformance/manifests');
      equal(await client.manifest('absent'), undefined);
      equal(await client.manifest(ABSENT), undefined);
    },
  },
  {
    name: 'keeps the exact bytes of a manifest, by tag and by digest',
    check: async (clientOf) => {
      const client = clientOf('conformance/manifests');
      const { bytes, mediaType, digest } = await withBlobs(client, 'kept');
      await client.putManifest(digest, { bytes, mediaType });
      await client.putManifest('kept', { bytes, mediaType });
      for (const reference of ['kept', digest]) {
        const found = await client.manifest(reference);
        deepEqual([found?.digest, found?.mediaType], [digest, mediaType]);
        equal(Buffer.from(found?.bytes ?? []).equals(bytes), true);
      }
    },
  },
  {
    name: 'moves a tag to another manifest',
    check: async (clientOf) => {
      const client = clientOf('conformance/manifests');
      const [before, after] = [await withBlobs(client, 'before'), await withBlobs(client, 'after')];
      await client.putManifest('moving', before);
      await client.putManifest('moving', after);
      equal((await client.manifest('moving'))?.digest, after.digest);
    },
  },
  {
    name: 'refuses a manifest whose blobs are missing, and one under the digest of another',
    check: async (clientOf) => {
      const client = clientOf('conformance/manifests');
      const { bytes, mediaType } = await withBlobs(client, 'other');
      await failsWith('REGISTRY_LACKS_BLOB', clientOf('conformance/empty').putManifest('broken', { bytes, mediaType }));
      await refused(client.putManifest(ABSENT, { bytes, mediaType }));
    },
  },
];

const REFERRERS: readonly ConformanceCase[] = [
  {
    name: 'lists its tags, and none of a repository that nobody wrote to',
    check: async (clientOf) => {
      const client = clientOf('conformance/tags');
      deepEqual(await clientOf('conformance/nothing').tags(), []);
      const manifest = await withBlobs(client, 'tagged');
      for (const tag of ['one', 'two']) await client.putManifest(tag, manifest);
      deepEqual([...(await client.tags())].sort(), ['one', 'two']);
    },
  },
  {
    name: 'lists what refers to an image, each once, also when two attach at the same time',
    check: async (clientOf) => {
      const client = clientOf('conformance/referrers');
      const { bytes, mediaType, digest } = await withBlobs(client, 'attested');
      await client.putManifest('attested', { bytes, mediaType });
      const subject = { mediaType, digest: parseDigest(digest), size: bytes.length };
      const notes = Array.from({ length: 6 }, (_, index) =>
        referrerOf(subject, { artifactType: 'application/vnd.example.note', content: Buffer.from(`note ${index}`) }),
      );
      await Promise.all(notes.map((note) => attach(client, subject.digest, note)));
      await attach(client, subject.digest, notes[0] as Referrer);
      const found = await client.referrers(subject.digest);
      deepEqual(found.map((entry) => entry.digest).sort(), notes.map(({ descriptor }) => descriptor.digest).sort());
      deepEqual(new Set(found.map(({ artifactType }) => artifactType)), new Set(['application/vnd.example.note']));
    },
  },
];

/** What the client and a registry must do together; run against the registry in memory and against a real one. */
export const conformance: readonly ConformanceCase[] = [...BLOBS, ...MANIFESTS, ...REFERRERS];
