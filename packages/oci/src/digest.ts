import { Failure, type Problem } from '@slipway/failure';

/** The SHA-256 of some bytes, as registries write it. */
export type Digest = `sha256:${string}`;

/** What is wrong with a text as a digest; nothing when it is right. */
export function digestProblem(text: string): Problem | undefined {
  if (/^sha256:[0-9a-f]{64}$/.test(text)) return undefined;
  const remedy = 'Write sha256: and 64 hexadecimal digits in lower case; other algorithms are not used here.';
  return { code: 'DIGEST_MALFORMED', message: `"${text}" is not an image digest.`, remedy };
}

/** Parses a digest; throws Failure DIGEST_MALFORMED. */
export function parseDigest(text: string): Digest {
  const problem = digestProblem(text);
  if (problem !== undefined) throw new Failure(problem);
  return text as Digest;
}
