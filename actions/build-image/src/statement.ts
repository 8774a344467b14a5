import type { Digest } from '@slipway/oci';

/** A statement about an image in the form of in-toto (version 1): which bytes, what kind of claim, the claim. */
export function renderStatement(name: string, digests: readonly Digest[], predicateType: string, predicate: unknown): string {
  const subject = digests.map((digest) => ({ name, digest: { sha256: digest.replace('sha256:', '') } }));
  return `${JSON.stringify({ _type: 'https://in-toto.io/Statement/v1', subject, predicateType, predicate }, null, 1)}\n`;
}
