import type { GitHubWorld } from '@slipway/github';
import type { HttpRequest } from '@slipway/system';

const TIMEOUT_MS = 20_000;

/** What Octokit gives its `fetch`. */
interface Init {
  readonly method: NonNullable<HttpRequest['method']>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A `fetch` for Octokit that goes through our own port, so that its requests end with the run and are tested like all others. */
export function fetchOver({ http, cancelled }: GitHubWorld): (url: string, init: Init) => Promise<Response> {
  return async (url, { method, headers, body }) => {
    const request = { url, method, headers, timeoutMs: TIMEOUT_MS, signal: cancelled, ...(body !== undefined && { body }) };
    const response = await http.fetch(request);
    const bytes = Uint8Array.from(await response.bytes());
    return new Response(bytes.length === 0 ? null : bytes, { status: response.status, headers: { ...response.headers } });
  };
}
