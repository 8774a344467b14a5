import { Failure, type Problem } from '@slipway/failure';
import { digestMissing, parseReference } from '@slipway/oci';

/** What is wrong with an image that is to be deployed: it must say which bytes, and a tag does not. */
export function digestReferenceProblems(image: string): readonly Problem[] {
  try {
    const missing = digestMissing(parseReference(image));
    return missing === undefined ? [] : [missing];
  } catch (error) {
    if (error instanceof Failure) return error.problems;
    throw error;
  }
}
