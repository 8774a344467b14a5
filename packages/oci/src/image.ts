import { Failure } from '@slipway/failure';
import type { Files } from '@slipway/system';
import type { Digest } from './digest.ts';
import { type ImageLayer, layersOf } from './anatomy.ts';
import { blobPath, type Layout } from './layout.ts';
import { type Platform, renderPlatform } from './platform.ts';

/** One image of a layout: what a machine of its platform would run. */
export interface PlatformImage {
  readonly platform: string;
  readonly digest: Digest;
  /** Stays the same when an engine loads the image, where the manifest's digest may not. */
  readonly config: Digest;
  readonly labels: Readonly<Record<string, string>>;
  /** Lowest first. */
  readonly layers: readonly ImageLayer[];
  /** When it says it was made, ISO 8601; undefined when it does not say. */
  readonly created: string | undefined;
}

interface Config extends Partial<Platform> {
  readonly created?: string;
  readonly config?: { readonly Labels?: Readonly<Record<string, string>> | null };
}

function parseConfig(text: string, digest: Digest): Config {
  try {
    return JSON.parse(text) as Config;
  } catch (cause) {
    throw new Failure({ code: 'MANIFEST_MALFORMED', message: `The image config ${digest} is not JSON.` }, { cause });
  }
}

/** The images a layout holds, one a platform; what is no runnable image, such as an attestation, is left out. */
export async function imagesOf(layout: Layout, files: Files): Promise<readonly PlatformImage[]> {
  const images: PlatformImage[] = [];
  for (const { descriptor, manifest } of layout.manifests) {
    if (manifest.kind !== 'image') continue;
    const text = await files.readText(blobPath(layout.path, manifest.config.digest));
    const { os, architecture, variant, config, created } = parseConfig(text, manifest.config.digest);
    if (os === undefined || architecture === undefined || os === 'unknown') continue;
    const platform = renderPlatform({ os, architecture, ...(variant && { variant }) });
    images.push({
      platform,
      digest: descriptor.digest,
      config: manifest.config.digest,
      labels: config?.Labels ?? {},
      layers: layersOf(manifest.layers, text),
      created,
    });
  }
  return images;
}
