import { Failure } from '@slipway/failure';
import { digestMissing, parseReference } from '@slipway/oci';

/** The image that is asked about. */
export interface Subject {
  /** Registry and path. */
  readonly name: string;
  readonly digest: string;
}

/** Reads the image; throws IMAGE_WITHOUT_DIGEST where it names no bytes. */
export function subjectOf(image: string): Subject {
  const reference = parseReference(image);
  const { registry, path, digest } = reference;
  if (digest !== undefined) return { name: `${registry}/${path}`, digest };
  throw new Failure(digestMissing(reference) ?? []);
}
