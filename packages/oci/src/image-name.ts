import { type ImageReference, parseReference } from './reference.ts';

/**
 * Parses an image's name as engines take it: without a registry it is of Docker Hub, without a tag it is `latest`.
 *
 * @throws Failure with everything that is wrong.
 */
export function parseImageName(name: string): ImageReference {
  const [first = '', ...rest] = name.split('/');
  const hosted = rest.length > 0 && (first === 'localhost' || /[.:]/.test(first));
  const hub = rest.length === 0 ? `docker.io/library/${name}` : `docker.io/${name}`;
  const reference = parseReference(hosted ? name : hub);
  return reference.tag === undefined && reference.digest === undefined ? { ...reference, tag: 'latest' } : reference;
}
