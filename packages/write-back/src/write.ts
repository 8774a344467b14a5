import { Failure } from '@slipway/failure';
import type { Clock, Log } from '@slipway/system';
import { isPassing, type Trouble } from './answer.ts';
import { waitMs } from './back-off.ts';
import type { Hold } from './hold.ts';
import type { HeadView, Plan } from './plan.ts';
import type { ConfigRepository, PlacedFile } from './repository.ts';
import { compareRuns, type Entry } from './stamp.ts';
import { failureOf } from './trouble.ts';

/** A commit that is to be made on whatever the newest commit holds. */
export interface WriteRequest<C> {
  readonly branch: string;
  /** The branch that a pull request brings it from, in place of a push to `branch`. */
  readonly from?: string;
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
  | {
      readonly kind: 'unchanged';
      readonly commit: string;
      readonly attempts: number;
      readonly changes?: readonly C[];
    }
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

function viewOf({ repository }: WriteWorld, commit: string, tip: string | undefined): HeadView {
  return {
    commit,
    read: (path, at = commit) => repository.read(at, path),
    prepare: (paths) => repository.prepare(commit, paths),
    // A newer run may have written to the branch of our own, which is not merged yet.
    lastEntry: async (service, path) => {
      const ours = tip === undefined ? undefined : await repository.lastEntry(tip, service, path);
      const merged = await repository.lastEntry(commit, service, path);
      return ours !== undefined && (merged === undefined || compareRuns(ours.run, merged.run) > 0) ? ours : merged;
    },
    versions: (path) => repository.versions(commit, path),
  };
}

/** Where a commit goes: onto the branch that it was planned on, or onto one of its own. */
interface Aim {
  readonly branch: string;
  /** The end of the branch of its own. */
  readonly tip?: string;
}

async function aimOf(
  { branch, from }: { branch: string; from?: string | undefined },
  { repository }: WriteWorld,
): Promise<Aim | Trouble> {
  if (from === undefined) return { branch };
  const tip = await repository.fetch(from);
  if (!('kind' in tip)) return { branch: from, tip: tip.commit };
  return tip.kind === 'branch-absent' ? { branch: from } : tip;
}

/** Whether the branch of our own says all of it already. */
async function isThere({ repository }: WriteWorld, { tip }: Aim, head: string, files: readonly PlacedFile[]): Promise<boolean> {
  if (tip === undefined || !(await repository.contains(tip, head))) return false;
  const there = await Promise.all(files.map(({ path }) => repository.read(tip, path)));
  return files.every(({ file }, index) => there[index]?.text === file.text);
}

async function tryOnce<C>(
  request: WriteRequest<C>,
  world: WriteWorld,
  attempts: number,
  doubtful: Pushed<C> | undefined,
): Promise<Attempt<C>> {
  const { repository } = world;
  const { branch } = request;
  const aim = await aimOf(request, world);
  if ('kind' in aim) return { kind: 'trouble', trouble: aim, ...(doubtful && { pushed: doubtful }) };
  const head = await repository.fetch(branch);
  if ('kind' in head) return { kind: 'trouble', trouble: head, ...(doubtful && { pushed: doubtful }) };
  if (head.rewritten) world.log.info(`The history of ${branch} was rewritten; the edit is made on what is there now.`);
  const done = (written: Written<C>): Attempt<C> => ({ kind: 'done', written });
  const end = request.from === undefined ? head.commit : aim.tip;
  if (doubtful !== undefined && end !== undefined && (await repository.contains(end, doubtful.commit)))
    return done({ kind: 'written', attempts: attempts - 1, ...doubtful });
  const plan = await request.plan(viewOf(world, head.commit, aim.tip));
  if (plan.kind === 'unchanged') return done({ ...plan, commit: head.commit, attempts });
  if (plan.kind !== 'write') return done({ ...plan, attempts });
  const { files, changes, message } = plan;
  if (request.dryRun) return done({ kind: 'planned', head: head.commit, attempts, changes });
  if (aim.tip !== undefined && (await isThere(world, aim, head.commit, files)))
    return done({ kind: 'written', commit: aim.tip, attempts, changes });
  const merges = aim.tip === undefined ? [] : [aim.tip];
  const place = { branch: aim.branch, isNew: request.from !== undefined && aim.tip === undefined };
  const landing = await repository.land({ parent: head.commit, merges, files, message }, place);
  const { commit } = landing;
  if (landing.kind === 'landed') return done({ kind: 'written', commit: landing.commit, attempts, changes });
  return { kind: 'trouble', trouble: landing.trouble, ...(commit !== undefined && { pushed: { commit, changes } }) };
}

/**
 * Writes an edit to a branch that others write to at the same time.
 *
 * Each attempt reads the newest commit and makes the edit anew on it: no commit is rebased, for neighbouring lines of two
 * services would be a conflict of texts and none of values, and none is forced. When the answer to a push was lost, the next
 * attempt looks whether the commit arrived.
 *
 * @throws Failure of the edit, or of what git said: HEAD_MOVED, GIT_UNREACHABLE, GIT_UNAUTHORISED, GIT_FORBIDDEN,
 * GIT_TOKEN_ENDED, GIT_RATE_LIMITED, GIT_REPOSITORY_ABSENT, GIT_BRANCH_ABSENT, BRANCH_RULED_OUT, SIGNATURE_REQUIRED, COMMIT_UNSIGNED,
 * DISK_FULL, GIT_FAILED; FILE_NOT_FOUND, CANCELLED.
 */
export async function writeBack<C>(request: WriteRequest<C>, world: WriteWorld): Promise<Written<C>> {
  const { clock, log, signal, random = Math.random } = world;
  let doubtful: Pushed<C> | undefined;
  let wasTaken = false;
  for (let attempt = 1; ; attempt += 1) {
    throwIfCancelled(signal);
    const result = await tryOnce(request, world, attempt, doubtful);
    if (result.kind === 'done') return result.written;
    throwIfCancelled(signal);
    const { pushed } = result;
    const trouble = seenAfter(result.trouble, wasTaken);
    // Only who may write is told that somebody was quicker.
    wasTaken ||= trouble.kind === 'moved';
    doubtful = trouble.kind === 'unreachable' ? pushed : undefined;
    if (!isPassing(trouble) || attempt >= request.attempts) throw failureOf(trouble, attempt);
    const asked = trouble.kind === 'limited' ? (trouble.waitMs ?? 0) : 0;
    // Whoever was told the same time would come back at the same moment.
    const wait = asked + waitMs(attempt, random());
    log.debug(`Attempt ${attempt} of ${request.attempts}: ${trouble.said}. Waiting ${wait} ms.`);
    await clock.sleep(wait, signal).catch(() => undefined);
  }
}

/** What is said of the token is another thing once it was taken. */
function seenAfter(trouble: Trouble, wasTaken: boolean): Trouble {
  return wasTaken && trouble.kind === 'unauthorised' ? { ...trouble, kind: 'token-ended' } : trouble;
}

function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted !== true) return;
  const message = 'The run was cancelled. A push that was under way may have arrived.';
  throw new Failure({ code: 'CANCELLED', message });
}
