import { Failure } from '@slipway/failure';
import { type Hold, holdsPath, parseHolds, renderHolds } from './hold.ts';
import type { PlacedFile, StoredFile } from './repository.ts';
import { compareRuns, type Entry, renderMessage, type Stamp } from './stamp.ts';

/** A commit as a plan sees it. */
export interface HeadView {
  readonly commit: string;
  /** Says which files of this commit are about to be read. */
  prepare(paths: readonly string[]): Promise<void>;
  /** A file of this commit, or of an earlier one. */
  read(path: string, at?: string): Promise<StoredFile | undefined>;
  /** The last write of a service to a file. */
  lastEntry(service: string, path: string): Promise<Entry | undefined>;
  /** The commits that changed a file, newest first. */
  versions(path: string): Promise<readonly string[]>;
}

/** What is to be done on a head. */
export type Plan<C> =
  | { readonly kind: 'superseded'; readonly by: Entry }
  | { readonly kind: 'held'; readonly hold: Hold }
  /** `changes` is what there is to tell all the same. */
  | { readonly kind: 'unchanged'; readonly changes?: readonly C[] }
  | {
      readonly kind: 'write';
      readonly files: readonly PlacedFile[];
      readonly changes: readonly C[];
      readonly message: string;
    };

/** A file's text after an edit, and what it changed. */
export interface Edited<C> {
  readonly text: string;
  readonly changes: readonly C[];
}

/** The file of a stamp. Rejects with FILE_NOT_FOUND. */
async function fileOf(head: HeadView, path: string): Promise<StoredFile> {
  const file = await head.read(path);
  if (file !== undefined) return file;
  const message = `The configuration repository has no file ${path} in commit ${head.commit.slice(0, 12)}.`;
  const remedy = 'Correct "file", or commit it once by hand.';
  throw new Failure({ code: 'FILE_NOT_FOUND', message, remedy, location: { file: path } });
}

async function holdsOf(head: HeadView, { service, file }: Stamp): Promise<readonly Hold[]> {
  const path = holdsPath(service, file);
  return parseHolds((await head.read(path))?.text, path);
}

async function newerThan(head: HeadView, { service, file, run }: Stamp): Promise<Entry | undefined> {
  const last = await head.lastEntry(service, file);
  return last !== undefined && compareRuns(last.run, run) > 0 ? last : undefined;
}

/** What a new image is written by. */
export interface Bring<C> {
  readonly subject: string;
  readonly stamp: Stamp;
  readonly edit: (text: string) => Edited<C>;
}

/**
 * Brings an image: an older run never writes over a newer one, whatever it waited for, and a held digest is not written.
 */
export function bringImage<C>({ subject, stamp, edit }: Bring<C>): (head: HeadView) => Promise<Plan<C>> {
  return async (head) => {
    const file = await fileOf(head, stamp.file);
    const by = await newerThan(head, stamp);
    if (by !== undefined) return { kind: 'superseded', by };
    const hold = (await holdsOf(head, stamp)).find(({ digest }) => digest === stamp.digest);
    if (hold !== undefined) return { kind: 'held', hold };
    const { text, changes } = edit(file.text);
    if (changes.length === 0) return { kind: 'unchanged' };
    const message = renderMessage(subject, stamp);
    return { kind: 'write', files: [{ path: stamp.file, file: { ...file, text } }], changes, message };
  };
}

/** What a service goes back by. */
export interface GoBack<C> {
  readonly subject: (digest: string) => string;
  /** Of the rollback; its digest is the bad one. */
  readonly stamp: Stamp & { readonly reason: string };
  /** The digest that a text of the file has. */
  readonly digestIn: (text: string) => string | undefined;
  /** Puts the image's values of an earlier text into the newest. */
  readonly restore: (newest: string, earlier: string) => Edited<C>;
}

/** The newest earlier state of the file whose digest is neither the bad one nor held. Rejects with ROLLBACK_TARGET_NONE. */
async function goodState<C>(
  head: HeadView,
  { stamp, digestIn }: GoBack<C>,
  held: readonly Hold[],
): Promise<{ readonly text: string; readonly digest: string }> {
  const bad = new Set([stamp.digest, ...held.map(({ digest }) => digest)]);
  for (const commit of await head.versions(stamp.file)) {
    const earlier = await head.read(stamp.file, commit);
    const digest = earlier === undefined ? undefined : digestOf(earlier.text, digestIn);
    if (earlier !== undefined && digest !== undefined && !bad.has(digest)) return { text: earlier.text, digest };
  }
  const message = `No earlier commit of ${stamp.file} has an image of ${stamp.service} that is not held.`;
  const remedy = 'Write the image that is to run with mode: write.';
  throw new Failure({ code: 'ROLLBACK_TARGET_NONE', message, remedy, location: { file: stamp.file } });
}

/** A state from before the image stood where it stands now tells nothing, and is no failure. */
function digestOf(text: string, digestIn: (text: string) => string | undefined): string | undefined {
  try {
    return digestIn(text);
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/**
 * Goes back: this service's values as they were before the bad digest, and a hold on that digest, in one commit.
 *
 * No commit is reverted, for a commit may have brought other services' images as well. Where the file has another image by now,
 * it stays, and the hold alone is written.
 */
export function goBack<C>(back: GoBack<C>): (head: HeadView) => Promise<Plan<C>> {
  const { stamp, digestIn, restore, subject } = back;
  return async (head) => {
    const file = await fileOf(head, stamp.file);
    const by = await newerThan(head, stamp);
    if (by !== undefined) return { kind: 'superseded', by };
    const holds = await holdsOf(head, stamp);
    const isHeld = holds.some(({ digest }) => digest === stamp.digest);
    const runsBad = digestIn(file.text) === stamp.digest;
    if (isHeld && !runsBad) return { kind: 'unchanged' };
    const hold = {
      digest: stamp.digest,
      reason: stamp.reason,
      run: stamp.run,
      ...(stamp.actor !== undefined && { actor: stamp.actor }),
    };
    const path = holdsPath(stamp.service, stamp.file);
    const holding = isHeld ? [] : [{ path, file: { text: renderHolds([...holds, hold]), mode: '100644' } }];
    if (!runsBad) {
      const message = renderMessage(`${stamp.service}: hold ${stamp.digest.slice(0, 19)}`, {
        ...stamp,
        file: path,
        kind: 'hold',
      });
      return { kind: 'write', files: holding, changes: [], message };
    }
    const good = await goodState(head, back, holds);
    const { text, changes } = restore(file.text, good.text);
    const written: Stamp = { ...stamp, kind: 'rollback', digest: good.digest, replaces: stamp.digest };
    const files = [{ path: stamp.file, file: { ...file, text } }, ...holding];
    return { kind: 'write', files, changes, message: renderMessage(subject(good.digest), written) };
  };
}

/** Lifts the hold on a stamp's digest. */
export function liftHold<C>(stamp: Stamp & { readonly reason: string }): (head: HeadView) => Promise<Plan<C>> {
  const path = holdsPath(stamp.service, stamp.file);
  return async (head) => {
    const holds = await holdsOf(head, stamp);
    const left = holds.filter(({ digest }) => digest !== stamp.digest);
    if (left.length === holds.length) return { kind: 'unchanged' };
    const message = renderMessage(`${stamp.service}: lift the hold on ${stamp.digest.slice(0, 19)}`, {
      ...stamp,
      file: path,
      kind: 'lift',
    });
    return { kind: 'write', files: [{ path, file: { text: renderHolds(left), mode: '100644' } }], changes: [], message };
  };
}
