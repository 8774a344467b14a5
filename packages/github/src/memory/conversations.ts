import { type CheckRun, type CheckRuns, type KnownCheckRun, SUPERSEDED, SUPERSEDED_OUTPUT } from '../check-run.ts';
import type { Conversations, Post } from '../conversation.ts';
import type { WriteOutcome } from '../outcome.ts';
import { type ReadOutcome, unread } from '../read.ts';
import { outcomeOfRefusal, type Refusal } from '../refusal.ts';

/** What was written to a repository in memory; the caller may hold and change it. */
export interface MemoryPosts {
  readonly comments: (Post & { readonly on: number })[];
  readonly issues: (Post & { readonly title: string; readonly label: string; readonly open: boolean })[];
  readonly checkRuns: (CheckRun & KnownCheckRun)[];
}

/** A repository without comments, issues and check runs. */
export const memoryPosts = (): MemoryPosts => ({ comments: [], issues: [], checkRuns: [] });

const PAGE_LENGTH = 100;

function page<T>(all: readonly T[], number: number): ReadOutcome<{ readonly items: readonly T[]; readonly more: boolean }> {
  const items = all.slice((number - 1) * PAGE_LENGTH, number * PAGE_LENGTH);
  return { kind: 'read', value: { items, more: all.length > number * PAGE_LENGTH } };
}

const notFound: Refusal = { status: 404, message: 'Not Found', headers: {} };

/** Replaces the one with that id, or refuses. */
function replace<T extends { readonly id: number }>(all: T[], id: number, change: (post: T) => readonly T[]): WriteOutcome {
  const index = all.findIndex((post) => post.id === id);
  const found = all[index];
  if (found === undefined) return outcomeOfRefusal(notFound);
  all.splice(index, 1, ...change(found));
  return { kind: 'written' };
}

/** Comments, issues and check runs in memory. */
export function memoryConversations(posts: MemoryPosts, refusal: Refusal | undefined): Conversations & CheckRuns {
  const { comments, issues, checkRuns } = posts;
  const writing = async (write: () => WriteOutcome): Promise<WriteOutcome> =>
    refusal === undefined ? write() : outcomeOfRefusal(refusal);
  const added = <T>(all: T[], item: T): WriteOutcome => {
    all.push(item);
    return { kind: 'written' };
  };
  const nextId = (): number => 1 + Math.max(0, ...[...comments, ...issues].map(({ id }) => id));
  return {
    listComments: async (on, number) => {
      if (refusal !== undefined) return unread(refusal);
      const own = comments.filter((comment) => comment.on === on);
      return page(
        own.map(({ id, body }) => ({ id, body })),
        number,
      );
    },
    createComment: (on, body) => writing(() => added(comments, { id: nextId(), on, body })),
    updateComment: (id, body) => writing(() => replace(comments, id, (comment) => [{ ...comment, body }])),
    deleteComment: (id) => writing(() => replace(comments, id, () => [])),
    listIssues: async (label, number) => {
      if (refusal !== undefined) return unread(refusal);
      const open = issues.filter((issue) => issue.open && issue.label === label);
      return page(
        open.map(({ id, body }) => ({ id, body })),
        number,
      );
    },
    createIssue: (title, body, label) => writing(() => added(issues, { id: nextId(), title, body, label, open: true })),
    updateIssue: (id, body) => writing(() => replace(issues, id, (issue) => [{ ...issue, body }])),
    closeIssue: (id) => writing(() => replace(issues, id, (issue) => [{ ...issue, open: false }])),
    listCheckRuns: async (sha, name) => {
      if (refusal !== undefined) return unread(refusal);
      const same = checkRuns.filter((run) => run.sha === sha && run.name === name).toReversed();
      return { kind: 'read', value: same.map(({ id, externalId }) => ({ id, externalId })) };
    },
    createCheckRun: async (run) => {
      const id = checkRuns.length + 1;
      const externalId = run.annotations.length === 0 ? run.externalId : '';
      return { ...(await writing(() => added(checkRuns, { ...run, annotations: [], externalId, id }))), id };
    },
    annotateCheckRun: (id, { annotations, externalId, title, summary }) =>
      writing(() =>
        replace(checkRuns, id, (known) => [
          { ...known, title, summary, externalId, annotations: [...known.annotations, ...annotations] },
        ]),
      ),
    supersedeCheckRun: (id) =>
      writing(() => replace(checkRuns, id, (known) => [{ ...known, ...SUPERSEDED_OUTPUT, externalId: SUPERSEDED }])),
  };
}
