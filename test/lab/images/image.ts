import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../../scripts/tools/index.ts';
import { buildkitHost } from '../parts/buildkit.ts';
import type { Progress } from '../progress.ts';
import { ask } from '../probe.ts';
import { program, registryHost, type Site } from '../site.ts';

/** A base image that the lab makes for itself. */
export interface BaseImage {
  readonly repository: string;
  readonly tag: string;
  readonly dockerfile: string;
  /** Text that changes whenever the image has to be made anew. */
  inputs(site: Site): Promise<string> | string;
  /** Fills the build context, in which `rootfs/` becomes the image's root. */
  assemble(site: Site, rootfs: string): Promise<void>;
}

/** Builds a base image and pushes it, unless the registry holds it as made from the same inputs. */
export async function ensureImage(image: BaseImage, site: Site, progress: Progress): Promise<void> {
  const name = `${image.repository}:${image.tag}`;
  const stamp = join(site.layout.data, 'images', `${name.replaceAll(/[/:]/g, '-')}.json`);
  const inputs = JSON.stringify([recipe(), image.dockerfile, await image.inputs(site)]);
  const pushed = await digestOf(image, site);
  if (pushed && existsSync(stamp) && readFileSync(stamp, 'utf8') === `${inputs}\n${pushed}`) return;
  await progress.step(`build image ${name}`, async () => {
    await build(image, site);
    const digest = await digestOf(image, site);
    if (!digest) throw new Error(`the registry does not have ${name} after the push`);
    await mkdir(join(site.layout.data, 'images'), { recursive: true });
    await writeFile(stamp, `${inputs}\n${digest}`);
  });
}

/** A hash of the code that assembles images: an image is made anew when its recipe changes. */
function recipe(): string {
  const hash = createHash('sha256');
  for (const file of ['base.ts', 'image.ts', 'rootfs.ts']) hash.update(readFileSync(join(import.meta.dirname, file)));
  return hash.digest('hex');
}

async function build(image: BaseImage, site: Site): Promise<void> {
  await mkdir(join(site.layout.lab, 'build'), { recursive: true });
  const context = await mkdtemp(join(site.layout.lab, 'build', 'image-'));
  try {
    await mkdir(join(context, 'rootfs'));
    await image.assemble(site, join(context, 'rootfs'));
    await writeFile(join(context, 'Dockerfile'), image.dockerfile);
    const reference = `${registryHost(site)}/${image.repository}:${image.tag}`;
    await run(
      program(site, 'buildctl'),
      [
        ...['--addr', buildkitHost(site), 'build', '--progress', 'plain', '--frontend', 'dockerfile.v0'],
        ...['--local', `context=${context}`, '--local', `dockerfile=${context}`],
        ...['--output', `type=image,name=${reference},push=true,compression-level=1,oci-mediatypes=true`],
      ],
      { log: join(site.layout.lab, 'build', 'images.log') },
    );
  } finally {
    await rm(context, { recursive: true, force: true });
  }
}

/** The digest that the registry has for an image's tag; undefined when it has none. */
async function digestOf(image: BaseImage, site: Site): Promise<string | undefined> {
  const url = `http://${registryHost(site)}/v2/${image.repository}/manifests/${image.tag}`;
  const accept = 'application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json';
  const { status, digest } = await ask(url, { headers: { accept } }).then((answer) => ({
    status: answer.status,
    digest: answer.headers['docker-content-digest'],
  }));
  return status === 200 && typeof digest === 'string' ? digest : undefined;
}
