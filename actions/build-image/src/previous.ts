import { asked, type Registries } from '@slipway/build-inputs';
import {
  type Descriptor,
  type Digest,
  layersOf,
  parseManifest,
  parseReference,
  type RegistryReader,
  renderPlatform,
} from '@slipway/oci';
import type { SizedImage } from './size.ts';

/** The image of one platform in a registry. */
export interface RemoteImage extends SizedImage {
  readonly labels: Readonly<Record<string, string>>;
}

/** The image that a build is compared with, or why it could not be had. */
export type Previous = { readonly digest: Digest; readonly images: readonly RemoteImage[] } | { readonly doubt: string };

interface RemoteConfig {
  readonly os?: string;
  readonly architecture?: string;
  readonly variant?: string;
  readonly config?: { readonly Labels?: Readonly<Record<string, string>> | null };
}

async function textOf(reader: RegistryReader, blob: Descriptor): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of reader.blob(blob)) text += decoder.decode(piece, { stream: true });
  return text + decoder.decode();
}

async function imagesBelow(reader: RegistryReader, reference: string): Promise<readonly RemoteImage[]> {
  const found = await reader.manifest(reference);
  if (found === undefined) return [];
  const manifest = parseManifest(found.bytes, found.mediaType, reference);
  if (manifest.kind === 'index') {
    const runnable = manifest.manifests.filter(({ platform }) => platform?.os !== 'unknown');
    return (await Promise.all(runnable.map(({ digest }) => imagesBelow(reader, digest)))).flat();
  }
  const config = await textOf(reader, manifest.config);
  const { os = '', architecture = '', variant, config: own } = JSON.parse(config) as RemoteConfig;
  const platform = renderPlatform({ os, architecture, ...(variant && { variant }) });
  return [{ platform, layers: layersOf(manifest.layers, config), labels: own?.Labels ?? {} }];
}

/** Reads the layers of an image in a registry; no layer is fetched, and a failure is a doubt. */
export async function readPrevious(name: string, registries: Registries, cancelled: AbortSignal): Promise<Previous> {
  const reference = parseReference(name);
  const found = await asked(
    (async () => {
      const reader = await registries.open(reference);
      const wanted = reference.digest ?? reference.tag ?? 'latest';
      const root = await reader.manifest(wanted);
      return root === undefined ? undefined : { digest: root.digest, images: await imagesBelow(reader, root.digest) };
    })(),
    cancelled,
  );
  if ('doubt' in found) return { doubt: found.doubt };
  return found.answer ?? { doubt: `There is no image ${name} yet.` };
}
