import { Failure, type Problem } from '@slipway/failure';
import { parseReference } from '@slipway/oci';

/** What is wrong with an image that is to be deployed: it must say which bytes, and a tag does not. */
export function digestReferenceProblems(image: string): readonly Problem[] {
  try {
    if (parseReference(image).digest !== undefined) return [];
    return [
      {
        code: 'IMAGE_WITHOUT_DIGEST',
        message: `Input "image" is "${image}", which has no digest: what a tag names can change after the tests.`,
        remedy: 'Write registry/repository@sha256:…; publish-image gives it as its output "image".',
      },
    ];
  } catch (error) {
    if (error instanceof Failure) return error.problems;
    throw error;
  }
}
