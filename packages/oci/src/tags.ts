import { Failure } from '@slipway/failure';
import { MAX_PAGES, nextPage } from './page.ts';
import type { Session } from './session.ts';

const PAGE_LENGTH = 1000;

function tagsIn(body: string): readonly string[] | undefined {
  try {
    const { tags } = JSON.parse(body) as { tags?: readonly string[] | null };
    const list = tags ?? [];
    return Array.isArray(list) && list.every((tag) => typeof tag === 'string') ? list : undefined;
  } catch {
    return undefined;
  }
}

/** Lists the tags of a repository, all pages of them; a repository that is not there yet has none. */
export async function listTags(session: Session, path: string, scope: string): Promise<readonly string[]> {
  const found: string[] = [];
  let url: string | undefined = `/v2/${path}/tags/list?n=${PAGE_LENGTH}`;
  for (let page = 0; url !== undefined && page < MAX_PAGES; page++) {
    const address: string = session.absolute(url);
    const response = await session.send({ method: 'GET', url: address, scope }, [200, 404]);
    const body = await response.text();
    if (response.status === 404 && page === 0) return [];
    const tags = tagsIn(body);
    if (tags === undefined) {
      const message = `The registry's list of the tags of ${path} cannot be understood.`;
      throw new Failure({ code: 'TAG_LIST_MALFORMED', message, remedy: 'Check the registry and any proxy before it.' });
    }
    found.push(...tags);
    url = nextPage(response, address);
  }
  if (url === undefined) return found;
  const message = `The registry lists the tags of ${path} on more than ${MAX_PAGES} pages.`;
  throw new Failure({ code: 'TAG_LIST_ENDLESS', message, remedy: 'Check the registry.' });
}
