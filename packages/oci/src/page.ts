import type { HttpResponse } from '@slipway/system';

/** More pages than any list of ours has. */
export const MAX_PAGES = 200;

/** The address of a list's next page, from the Link header (RFC 8288); undefined on the last page. */
export function nextPage({ headers }: HttpResponse, address: string): string | undefined {
  const [, next] = /<([^>]+)>\s*;[^,]*\brel="?next"?/i.exec(headers['link'] ?? '') ?? [];
  return next === undefined ? undefined : new URL(next, address).href;
}
