import { Failure } from '@slipway/failure';
import type { RegistryClient } from './client.ts';
import type { Digest } from './digest.ts';
import { digestOf } from './measure.ts';
import type { Descriptor } from './manifest.ts';
import { IMAGE_INDEX, IMAGE_MANIFEST } from './media-type.ts';
import { parseReferrers, referrersTag } from './referrers.ts';

/** Something to attach to an image: one file, and what it is. */
export interface Attachment {
  /** Media type of the file and type of the artefact, such as `application/spdx+json`. */
  readonly artifactType: string;
  readonly content: Uint8Array;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** An attachment as a registry keeps it: a manifest whose subject is the image. */
export interface Referrer {
  readonly descriptor: Descriptor;
  readonly bytes: Uint8Array;
  readonly content: Uint8Array;
}

/** Other writers of the list may come between our reading and our writing; each round takes in what they wrote. */
const ROUNDS = 10;
const EMPTY = Buffer.from('{}');
const EMPTY_CONFIG = { mediaType: 'application/vnd.oci.empty.v1+json', digest: digestOf(EMPTY), size: EMPTY.length };

/** The manifest of an attachment; the same file on the same image always has the same digest, so that a second run finds it. */
export function referrerOf(
  { mediaType, digest, size }: Descriptor,
  { artifactType, content, annotations }: Attachment,
): Referrer {
  const layer = { mediaType: artifactType, digest: digestOf(content), size: content.length };
  const about = { subject: { mediaType, digest, size }, ...(annotations && { annotations }) };
  const manifest = { schemaVersion: 2, mediaType: IMAGE_MANIFEST, artifactType, config: EMPTY_CONFIG, layers: [layer], ...about };
  const bytes = Buffer.from(JSON.stringify(manifest));
  const listed = { artifactType, ...(annotations && { annotations }) };
  return { descriptor: { mediaType: IMAGE_MANIFEST, digest: digestOf(bytes), size: bytes.length, ...listed }, bytes, content };
}

/** A tag that holds one entry of the list, so that a writer who overwrote it with an older list can find it again. */
function entryTag(subject: Digest, entry: Digest): string {
  return `${referrersTag(subject)}.${entry.slice('sha256:'.length, 'sha256:'.length + 16)}`;
}

async function entriesByTag(client: RegistryClient, subject: Digest): Promise<readonly Descriptor[]> {
  const tags = (await client.tags()).filter((tag) => tag.startsWith(`${referrersTag(subject)}.`));
  const found = await Promise.all(tags.map((tag) => client.manifest(tag)));
  return found.flatMap((manifest) => {
    if (manifest === undefined) return [];
    const { artifactType, annotations } = JSON.parse(Buffer.from(manifest.bytes).toString('utf8')) as Partial<Descriptor>;
    const about = { ...(artifactType !== undefined && { artifactType }), ...(annotations && { annotations }) };
    return [{ mediaType: manifest.mediaType, digest: manifest.digest, size: manifest.bytes.length, ...about }];
  });
}

async function listed(client: RegistryClient, subject: Digest): Promise<readonly Descriptor[]> {
  const tagged = await client.manifest(referrersTag(subject));
  return tagged === undefined ? [] : parseReferrers(tagged.bytes, `the tag ${referrersTag(subject)}`);
}

/**
 * Brings the list of referrers to hold every entry that has a tag of its own.
 *
 * Registries know no conditional write, so two writers can overwrite each other's list. Each writes the tag of its entry
 * before it reads the list, and looks again after it has written: whoever writes last has seen the tags of all the others.
 */
async function list(client: RegistryClient, subject: Digest): Promise<void> {
  for (let round = 1; round <= ROUNDS; round++) {
    const [there, wanted] = [await listed(client, subject), await entriesByTag(client, subject)];
    const missing = wanted.filter(({ digest }) => !there.some((entry) => entry.digest === digest));
    if (missing.length === 0) return;
    const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: IMAGE_INDEX, manifests: [...there, ...missing] }));
    await client.putManifest(referrersTag(subject), { bytes, mediaType: IMAGE_INDEX });
  }
  const message = `The list of what refers to ${subject} was overwritten ${ROUNDS} times by others.`;
  throw new Failure({ code: 'REFERRERS_CONTENDED', message, remedy: 'Run again when fewer runs attach to the same image.' });
}

/**
 * Attaches to an image what refers to it, which need not be there before; whatever is missing is added, nothing is repeated.
 *
 * Where the registry has no API for referrers, the list is kept under the tag that stands in for it.
 */
export async function attach(client: RegistryClient, subject: Digest, { descriptor, bytes, content }: Referrer): Promise<void> {
  for (const blob of [EMPTY, content]) {
    const [digest, size] = [digestOf(blob), blob.length];
    if (await client.hasBlob(digest)) continue;
    await client.uploadBlob({
      digest,
      size,
      async *open(from) {
        yield blob.subarray(from);
      },
    });
  }
  const { subjectKnown } = await client.putManifest(descriptor.digest, { bytes, mediaType: descriptor.mediaType });
  if (subjectKnown) return;
  await client.putManifest(entryTag(subject, descriptor.digest), { bytes, mediaType: descriptor.mediaType });
  await list(client, subject);
}
