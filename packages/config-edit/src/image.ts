/** The image that is to be written. */
export interface Image {
  /** Registry and path, such as `ghcr.io/org/orders`. */
  readonly repository: string;
  readonly tag?: string;
  /** `sha256:` and 64 hexadecimal digits. */
  readonly digest: string;
}

/** A part of an image's name that a file may hold by itself. */
export const PARTS = ['image', 'repository', 'tag', 'digest', 'tag@digest'] as const;

/** One of `PARTS`. */
export type Part = (typeof PARTS)[number];

/** The part as text; undefined when it needs a tag and the image has none. */
export function renderPart({ repository, tag, digest }: Image, part: Part): string | undefined {
  if (part === 'repository') return repository;
  if (part === 'digest') return digest;
  if (part === 'image') return `${repository}${tag === undefined ? '' : `:${tag}`}@${digest}`;
  if (tag === undefined) return undefined;
  return part === 'tag' ? tag : `${tag}@${digest}`;
}

/** An image's name without its tag and digest; a port of the registry stays. */
export function repositoryOf(name: string): string {
  return name.replace(/@.*$/s, '').replace(/:[^/:]*$/, '');
}
