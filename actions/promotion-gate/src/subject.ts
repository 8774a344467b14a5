import { Failure } from '@slipway/failure';
import { parseReference } from '@slipway/oci';

/** The image that is asked about. */
export interface Subject {
  /** Registry and path. */
  readonly name: string;
  readonly digest: string;
}

/** Reads the image; throws IMAGE_WITHOUT_DIGEST where it names no bytes. */
export function subjectOf(image: string): Subject {
  const { registry, path, digest } = parseReference(image);
  if (digest !== undefined) return { name: `${registry}/${path}`, digest };
  throw new Failure({
    code: 'IMAGE_WITHOUT_DIGEST',
    message: 'The input "image" has no digest, and a tag can come to mean other bytes.',
    remedy: 'Write it as registry/path@sha256:…, with the digest that publish-image gives out.',
  });
}
