import { drain } from './drain.ts';
import type { HttpRequest, HttpResponse } from './http.ts';

const MOST_REDIRECTS = 3;

/** Where an answer sends the same request on to; undefined when it is no redirect that keeps the method. */
function redirectOf({ status, headers }: HttpResponse, from: string, method: HttpRequest['method']): string | undefined {
  const keepsMethod = status === 307 || status === 308 || ((status === 301 || status === 302) && method === 'GET');
  const location = headers['location'];
  return keepsMethod && location !== undefined && URL.canParse(location, from) ? new URL(location, from).href : undefined;
}

/**
 * Sends, and follows redirects on the same server: what credentials a request has belong to it.
 *
 * @param elsewhere is told of a redirect to another server, and may throw
 * @returns the last answer and where it came from; a redirect that was not followed is an answer like any other.
 */
export async function followingRedirects(
  first: string,
  method: HttpRequest['method'],
  send: (url: string) => Promise<HttpResponse>,
  elsewhere?: (url: string) => void,
): Promise<{ readonly url: string; readonly response: HttpResponse }> {
  let [url, response] = [first, await send(first)];
  for (let count = 0; count < MOST_REDIRECTS; count++) {
    const next = redirectOf(response, url, method);
    if (next === undefined) break;
    if (new URL(next).origin !== new URL(url).origin) {
      elsewhere?.(next);
      break;
    }
    await drain(response);
    [url, response] = [next, await send(next)];
  }
  return { url, response };
}
