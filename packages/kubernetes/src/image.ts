import { Failure } from '@slipway/failure';
import type { FieldPath, Manifest } from './manifest.ts';
import type { KubeObject } from './object.ts';
import type { Container, PodSpec } from './pod.ts';
import { podSpecPath } from './workload.ts';

/** A container in an object, and where in the object it stands. */
export interface ContainerPlace {
  readonly container: Container;
  readonly path: FieldPath;
}

function valueAt(object: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | undefined)?.[key], object);
}

/** All containers of an object that runs pods, init containers first; none for another object. */
export function containersOf(object: KubeObject): readonly ContainerPlace[] {
  const specPath = podSpecPath(object.kind);
  if (specPath === undefined) return [];
  const spec = valueAt(object, specPath) as Partial<PodSpec> | undefined;
  return (['initContainers', 'containers'] as const).flatMap((list) =>
    (Array.isArray(spec?.[list]) ? spec[list] : []).map((container, index) => ({ container, path: [...specPath, list, index] })),
  );
}

/** The last path segment of an image's repository: `payment-service` of `registry:5000/shop/payment-service:1@sha256:…`. */
export function imageName(image: string): string {
  const last = (image.split('@')[0] ?? '').split('/').at(-1) ?? '';
  return last.split(':')[0] ?? '';
}

function withValue(value: unknown, path: FieldPath, leaf: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return leaf;
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? withValue(item, rest, leaf) : (item as unknown)));
  const fields = value as Readonly<Record<string, unknown>>;
  return { ...fields, [key]: withValue(fields[key], rest, leaf) };
}

function noMatch(names: readonly string[], places: readonly (ContainerPlace & { manifest: Manifest })[]): Failure {
  const seen = places.map(({ container, path, manifest }) => {
    const { file, line } = manifest.locate([...path, 'image']);
    return `${container.image ?? 'no image'} (${file}:${line})`;
  });
  return new Failure({
    code: 'IMAGE_NO_MATCH',
    message: `No container's image has the name ${names.join(' or ')}; found: ${seen.join(', ') || 'no container at all'}.`,
    remedy: `Write "image: ${names[0] ?? ''}" in the container that runs the service; the deploy sets registry and digest.`,
  });
}

/**
 * Sets the image of every container that runs the service: those whose repository ends in one of the names.
 * Throws a Failure when none does, because then a deploy would change nothing and look right.
 */
export function setImage(manifests: readonly Manifest[], image: string, service: string): readonly Manifest[] {
  const names = [...new Set([service, imageName(image)])];
  const places = manifests.flatMap((manifest) => containersOf(manifest.object).map((place) => ({ ...place, manifest })));
  const matching = places.filter(({ container }) => names.includes(imageName(container.image ?? '')));
  if (matching.length === 0) throw noMatch(names, places);
  return manifests.map((manifest) => {
    const own = matching.filter((place) => place.manifest === manifest);
    const set = (object: KubeObject, { path }: ContainerPlace) => withValue(object, [...path, 'image'], image) as KubeObject;
    return { ...manifest, object: own.reduce(set, manifest.object) };
  });
}
