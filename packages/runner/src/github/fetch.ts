import { Failure } from '@slipway/failure';
import type { GitHubWorld } from '@slipway/github';
import { followingRedirects, type HttpRequest, type HttpResponse } from '@slipway/system';

const TIMEOUT_MS = 20_000;

/** What Octokit gives its `fetch`. */
interface Init {
  readonly method: NonNullable<HttpRequest['method']>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Octokit takes whatever is below 400 for success; a login page of a proxy, or a redirect that was not followed, is none. */
function insistOnAnswer({ status, headers }: HttpResponse, url: string): void {
  const { host } = new URL(url);
  const remedy = 'Check GITHUB_API_URL, and whether a proxy answers in its place.';
  if (status >= 300 && status < 400 && status !== 304)
    throw new Failure({ code: 'GITHUB_REDIRECT', message: `${host} sends the request elsewhere (status ${status}).`, remedy });
  const type = headers['content-type'] ?? '';
  if (status >= 200 && status < 300 && type !== '' && !/\bjson\b/.test(type))
    throw new Failure({
      code: 'GITHUB_ANSWER',
      message: `${host} answered with ${type}, which is no answer of GitHub's API.`,
      remedy,
    });
}

/**
 * A `fetch` for Octokit that goes through our own port, so that its requests end with the run and are tested like all others.
 *
 * Redirects are followed on the same server, as GitHub asks for (a renamed repository answers with one).
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#follow-redirects
 */
export function fetchOver({ http, cancelled }: GitHubWorld): (url: string, init: Init) => Promise<Response> {
  return async (first, { method, headers, body }) => {
    const send = (url: string): Promise<HttpResponse> =>
      http.fetch({ url, method, headers, timeoutMs: TIMEOUT_MS, signal: cancelled, ...(body !== undefined && { body }) });
    const { url, response } = await followingRedirects(first, method, send);
    insistOnAnswer(response, url);
    const bytes = Uint8Array.from(await response.bytes());
    return new Response(bytes.length === 0 ? null : bytes, { status: response.status, headers: { ...response.headers } });
  };
}
