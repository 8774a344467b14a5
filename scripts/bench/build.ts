import { buildPublish } from './build-publish.ts';
import { buildReuse } from './build-reuse.ts';
import type { Figure } from './figure.ts';

/** Figures of building and publishing images. */
export async function build(): Promise<readonly Figure[]> {
  return [...(await buildReuse()), ...(await buildPublish())];
}
