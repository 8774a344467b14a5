import { Failure } from '@slipway/failure';
import type { Digest } from './digest.ts';
import { type Descriptor, parseManifest } from './manifest.ts';
import { IMAGE_INDEX } from './media-type.ts';
import { MAX_PAGES, nextPage } from './page.ts';
import { refusalOf } from './refusal.ts';
import type { Session } from './session.ts';

/** The tag that lists an image's referrers where a registry has no API for them (OCI distribution 1.1, "Referrers Tag Schema"). */
export function referrersTag(digest: Digest): string {
  return digest.replace(':', '-');
}

/** The entries of an index of referrers; each names the type of what refers. */
export function parseReferrers(bytes: Uint8Array, what: string): readonly Descriptor[] {
  const index = parseManifest(bytes, IMAGE_INDEX, what);
  return index.kind === 'index' ? index.manifests : [];
}

/**
 * Asks the registry's API for what refers to a digest, all pages of it.
 *
 * @returns undefined when the registry has no such API: it answers 404, and a registry that has it never does.
 */
export async function listReferrers(
  session: Session,
  path: string,
  scope: string,
  digest: Digest,
): Promise<readonly Descriptor[] | undefined> {
  const found: Descriptor[] = [];
  let url: string | undefined = `/v2/${path}/referrers/${digest}`;
  for (let page = 0; url !== undefined && page < MAX_PAGES; page++) {
    const address: string = session.absolute(url);
    const response = await session.send({ method: 'GET', url: address, scope, headers: { accept: IMAGE_INDEX } }, [200, 404]);
    if (response.status === 404) {
      await response.bytes();
      if (page === 0) return undefined;
      throw await refusalOf(response, 'GET', address);
    }
    // A registry from before this API may answer any path with a page of its own.
    if (!response.headers['content-type']?.startsWith(IMAGE_INDEX)) {
      await response.bytes();
      return undefined;
    }
    found.push(...parseReferrers(await response.bytes(), `the list of what refers to ${digest}`));
    url = nextPage(response, address);
  }
  if (url === undefined) return found;
  const message = `The registry lists what refers to ${digest} on more than ${MAX_PAGES} pages.`;
  throw new Failure({ code: 'REFERRERS_ENDLESS', message, remedy: 'Check the registry.' });
}
