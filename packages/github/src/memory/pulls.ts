import type { PullRequestDraft, PullRequests } from '../pull-request.ts';
import { unread } from '../read.ts';
import { outcomeOfRefusal, type Refusal } from '../refusal.ts';

/** A pull request in memory; its number is its place, from 1. */
export type MemoryPull = PullRequestDraft & { readonly state: 'open' | 'closed' };

const addressOf = (number: number): string => `https://github.test/pull/${number}`;

/** Pull requests in memory, which the caller may read again. */
export function memoryPulls(pulls: MemoryPull[], refusal: Refusal | undefined): PullRequests {
  const at = (head: string, base: string): number =>
    pulls.findIndex((pull) => pull.state === 'open' && pull.head === head && pull.base === base);
  return {
    findPullRequest: async (head, base) => {
      if (refusal !== undefined) return unread(refusal);
      const index = at(head, base);
      return { kind: 'read', value: index < 0 ? undefined : { number: index + 1, url: addressOf(index + 1) } };
    },
    createPullRequest: async (draft) => {
      if (refusal !== undefined) return outcomeOfRefusal(refusal);
      if (at(draft.head, draft.base) >= 0)
        return outcomeOfRefusal({ status: 422, message: 'Validation Failed: A pull request already exists', headers: {} });
      pulls.push({ ...draft, state: 'open' });
      return { kind: 'made', number: pulls.length, url: addressOf(pulls.length) };
    },
    updatePullRequest: async (number, words) => {
      const before = pulls[number - 1];
      if (refusal !== undefined) return outcomeOfRefusal(refusal);
      if (before === undefined) return outcomeOfRefusal({ status: 404, message: 'Not Found', headers: {} });
      pulls[number - 1] = { ...before, ...words };
      return { kind: 'written' };
    },
  };
}
