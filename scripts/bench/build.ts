import { buildPublish } from './build-publish.ts';
import type { Figure } from './figure.ts';

/** Figures of building and publishing images. */
export async function build(): Promise<readonly Figure[]> {
  return buildPublish();
}
