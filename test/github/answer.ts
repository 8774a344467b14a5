import type { Request } from './request.ts';
import type { State } from './state.ts';

/** What the stand-in answers to a request that it takes. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const PAGE_LENGTH = 30;
const LONGEST_PAGE = 100;

/** What one route does. */
export type Answering = (request: Request, state: State, origin: string) => Answer;

/** A page of a list, and the header that leads to the next: https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api */
export function paged<T>(
  all: readonly T[],
  query: URLSearchParams,
  url: string,
): { page: readonly T[]; link: Record<string, string> } {
  const length = Math.min(LONGEST_PAGE, Number(query.get('per_page') ?? PAGE_LENGTH));
  const number = Number(query.get('page') ?? 1);
  const page = all.slice((number - 1) * length, number * length);
  const next = `<${url}?per_page=${length}&page=${number + 1}>; rel="next"`;
  return { page, link: number * length < all.length ? { link: next } : {} };
}
