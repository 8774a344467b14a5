import type { Octokit } from '@octokit/rest';
import { type GitHubWorld, type ReadOutcome, unread } from '@slipway/github';
import type { Secret } from '@slipway/metadata';
import { patiently } from './write.ts';

/** One repository, and how it is asked. */
export interface Connection {
  readonly octokit: Octokit;
  /** What every request names. */
  readonly at: { readonly owner: string; readonly repo: string; readonly headers: Readonly<Record<string, string>> };
  readonly token: Secret;
  readonly world: GitHubWorld;
}

/** Reads, again when GitHub is unwell or asks for time, and gives what `take` makes of the answer. */
export async function read<A, T>(
  { token, world }: Connection,
  request: () => Promise<A>,
  take: (answer: A) => T,
): Promise<ReadOutcome<T>> {
  const result = await patiently(request, token, world);
  return 'value' in result ? { kind: 'read', value: take(result.value) } : unread(result.refusal);
}

/**
 * Whether a list has another page, by the header `link`.
 *
 * https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api#using-link-headers
 */
export const hasNext = (link: string | undefined): boolean => /\brel="next"/.test(link ?? '');
