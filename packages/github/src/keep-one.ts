import type { Page } from './deployment.ts';
import type { Conversations, Post } from './conversation.ts';
import type { ReadOutcome } from './read.ts';
import type { WriteOutcome } from './outcome.ts';

/** Where posts are kept. */
export interface Posts {
  list(page: number): Promise<ReadOutcome<Page<Post>>>;
  create(body: string): Promise<WriteOutcome>;
  update(id: number, body: string): Promise<WriteOutcome>;
  /** Takes one away: deletes a comment, closes an issue. */
  remove(id: number): Promise<WriteOutcome>;
}

const MOST_PAGES = 30;
const WRITTEN: WriteOutcome = { kind: 'written' };

type Listed = { readonly kind: 'listed'; readonly own: readonly Post[] } | Exclude<WriteOutcome, { kind: 'written' }>;

/** The posts that begin with the marker, oldest first. What a contract says never stands at the beginning of a post. */
async function ownPosts(posts: Posts, marker: string): Promise<Listed> {
  const own: Post[] = [];
  for (let page = 1; page <= MOST_PAGES; page++) {
    const listed = await posts.list(page);
    if (listed.kind === 'unread') {
      if (listed.cause === 'refused') return { kind: 'not-permitted', reason: listed.reason };
      const remedy = 'Check the repository and what the token may do, or run the job again once GitHub is well.';
      return { kind: 'failed', problem: { code: 'GITHUB_UNREAD', message: listed.reason, remedy } };
    }
    own.push(...listed.value.items.filter(({ body }) => body.startsWith(marker)));
    if (!listed.value.more) break;
  }
  return { kind: 'listed', own: own.sort((a, b) => a.id - b.id) };
}

async function inTurn(steps: readonly (() => Promise<WriteOutcome>)[]): Promise<WriteOutcome> {
  for (const step of steps) {
    const outcome = await step();
    if (outcome.kind !== 'written') return outcome;
  }
  return WRITTEN;
}

/** A post that two jobs take away at once is gone for the second, which is what it wanted. */
const removals = (posts: Posts, extra: readonly Post[]): readonly (() => Promise<WriteOutcome>)[] =>
  extra.map(({ id }) => async () => {
    const outcome = await posts.remove(id);
    return outcome.kind === 'failed' && outcome.problem.message.includes('404') ? WRITTEN : outcome;
  });

/**
 * Sees to it that one post says this, and no other does: the oldest is changed in place, and later ones are taken away.
 *
 * GitHub has no conditional write. So whoever makes a post looks again afterwards; of two jobs at once, the last to look sees
 * both posts, and all agree that the oldest stays.
 *
 * @param fresh whether a post is made when there is none.
 */
export async function keepOne(posts: Posts, marker: string, body: string, fresh: boolean): Promise<WriteOutcome> {
  let listed = await ownPosts(posts, marker);
  if (listed.kind !== 'listed') return listed;
  if (listed.own.length === 0) {
    if (!fresh) return WRITTEN;
    const made = await posts.create(body);
    if (made.kind !== 'written') return made;
    listed = await ownPosts(posts, marker);
    if (listed.kind !== 'listed') return listed;
  }
  const [first, ...extra] = listed.own;
  const stale = first !== undefined && first.body !== body;
  return inTurn([...(stale ? [() => posts.update(first.id, body)] : []), ...removals(posts, extra)]);
}

/** Takes away every post with the marker. */
export async function keepNone(posts: Posts, marker: string): Promise<WriteOutcome> {
  const listed = await ownPosts(posts, marker);
  return listed.kind === 'listed' ? inTurn(removals(posts, listed.own)) : listed;
}

/** The comments of a pull request, as a place for posts. */
export function commentsOn(github: Conversations, number: number): Posts {
  return {
    list: (page) => github.listComments(number, page),
    create: (body) => github.createComment(number, body),
    update: (id, body) => github.updateComment(id, body),
    remove: (id) => github.deleteComment(id),
  };
}
