import { Failure } from '@slipway/failure';
import type { Clock, Log } from '@slipway/system';
import { isPassing, type Trouble } from './answer.ts';
import { waitMs } from './back-off.ts';
import type { Hold } from './hold.ts';
import type { HeadView, Plan } from './plan.ts';
import type { ConfigRepository } from './repository.ts';
import type { Entry } from './stamp.ts';
import { failureOf } from './trouble.ts';

/** A commit that is to be made on whatever the newest commit holds. */
export interface WriteRequest<C> {
  readonly branch: string;
  /** Made anew on each head; a Failure of it ends the write. */
  readonly plan: (head: HeadView) => Promise<Plan<C>>;
  /** How often the server is asked to take a commit at most. */
  readonly attempts: number;
  /** Decide, and write nothing. */
  readonly dryRun: boolean;
}

/** How a write ended. */
export type Written<C> =
  | { readonly kind: 'written'; readonly commit: string; readonly attempts: number; readonly changes: readonly C[] }
  /** The values are there already; `commit` is the head that has them. */
  | { readonly kind: 'unchanged'; readonly commit: string; readonly attempts: number }
  /** A newer run of the same service wrote to the file. */
  | { readonly kind: 'superseded'; readonly by: Entry; readonly attempts: number }
  /** The digest is held, and nothing may write it until that is lifted. */
  | { readonly kind: 'held'; readonly hold: Hold; readonly attempts: number }
  | { readonly kind: 'planned'; readonly head: string; readonly attempts: number; readonly changes: readonly C[] };

/** What a write needs from the world. */
export interface WriteWorld {
  readonly repository: ConfigRepository;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal?: AbortSignal;
  /** From 0 to 1; spreads the waits of writers that failed together. */
  readonly random?: () => number;
}

interface Pushed<C> {
  readonly commit: string;
  readonly changes: readonly C[];
}

type Attempt<C> =
  | { readonly kind: 'done'; readonly written: Written<C> }
  | { readonly kind: 'trouble'; readonly trouble: Trouble; readonly pushed?: Pushed<C> };

function viewOf({ repository }: WriteWorld, commit: string): HeadView {
  return {
    commit,
    read: (path, at = commit) => repository.read(at, path),
    lastEntry: (service, path) => repository.lastEntry(commit, service, path),
    versions: (path) => repository.versions(commit, path),
  };
}

async function tryOnce<C>(
  request: WriteRequest<C>,
  world: WriteWorld,
  attempts: number,
  doubtful: Pushed<C> | undefined,
): Promise<Attempt<C>> {
  const { repository } = world;
  const { branch } = request;
  const head = await repository.fetch(branch);
  if ('kind' in head) return { kind: 'trouble', trouble: head, ...(doubtful && { pushed: doubtful }) };
  if (head.rewritten) world.log.info(`The history of ${branch} was rewritten; the edit is made on what is there now.`);
  const done = (written: Written<C>): Attempt<C> => ({ kind: 'done', written });
  if (doubtful !== undefined && (await repository.contains(head.commit, doubtful.commit)))
    return done({ kind: 'written', attempts: attempts - 1, ...doubtful });
  const plan = await request.plan(viewOf(world, head.commit));
  if (plan.kind === 'unchanged') return done({ kind: 'unchanged', commit: head.commit, attempts });
  if (plan.kind !== 'write') return done({ ...plan, attempts });
  const { files, changes, message } = plan;
  if (request.dryRun) return done({ kind: 'planned', head: head.commit, attempts, changes });
  const commit = await repository.commit({ parent: head.commit, files, message });
  const trouble = await repository.push(commit, branch);
  if (trouble === undefined) return done({ kind: 'written', commit, attempts, changes });
  return { kind: 'trouble', trouble, pushed: { commit, changes } };
}

/**
 * Writes an edit to a branch that others write to at the same time.
 *
 * Each attempt reads the newest commit and makes the edit anew on it: no commit is rebased, for neighbouring lines of two
 * services would be a conflict of texts and none of values, and none is forced. When the answer to a push was lost, the next
 * attempt looks whether the commit arrived.
 *
 * @throws Failure of the edit, or of what git said: HEAD_MOVED, GIT_UNREACHABLE, GIT_UNAUTHORISED, GIT_FORBIDDEN,
 * GIT_REPOSITORY_ABSENT, GIT_BRANCH_ABSENT, BRANCH_RULED_OUT, GIT_FAILED; FILE_NOT_FOUND, CANCELLED.
 */
export async function writeBack<C>(request: WriteRequest<C>, world: WriteWorld): Promise<Written<C>> {
  const { clock, log, signal, random = Math.random } = world;
  let doubtful: Pushed<C> | undefined;
  for (let attempt = 1; ; attempt += 1) {
    throwIfCancelled(signal);
    const result = await tryOnce(request, world, attempt, doubtful);
    if (result.kind === 'done') return result.written;
    throwIfCancelled(signal);
    const { trouble, pushed } = result;
    doubtful = trouble.kind === 'unreachable' ? pushed : undefined;
    if (!isPassing(trouble) || attempt >= request.attempts) throw failureOf(trouble, attempt);
    const wait = waitMs(attempt, random());
    log.debug(`Attempt ${attempt} of ${request.attempts}: ${trouble.said}. Waiting ${wait} ms.`);
    await clock.sleep(wait, signal).catch(() => undefined);
  }
}

function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted !== true) return;
  const message = 'The run was cancelled. A push that was under way may have arrived.';
  throw new Failure({ code: 'CANCELLED', message });
}
