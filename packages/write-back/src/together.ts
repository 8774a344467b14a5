import { collect, failWhen, type Problem } from '@slipway/failure';
import { type Bring, bringImage, type HeadView, type Plan } from './plan.ts';
import type { PlacedFile } from './repository.ts';
import { type Entry, renderMessage, type Stamp } from './stamp.ts';
import { type Hold, holdsPath } from './hold.ts';

/** What becomes of one service among several that are brought in one commit. */
export type Part<C> =
  | { readonly kind: 'written'; readonly stamp: Stamp; readonly changes: readonly C[] }
  | { readonly kind: 'unchanged'; readonly stamp: Stamp }
  | { readonly kind: 'superseded'; readonly stamp: Stamp; readonly by: Entry }
  | { readonly kind: 'held'; readonly stamp: Stamp; readonly hold: Hold };

/** A head on which some files are edited already. */
function edited(head: HeadView, files: ReadonlyMap<string, PlacedFile>): HeadView {
  return {
    ...head,
    read: async (path, at) => (at === undefined ? files.get(path)?.file : undefined) ?? head.read(path, at),
  };
}

function partOf<C>(stamp: Stamp, plan: Plan<C>): Part<C> {
  switch (plan.kind) {
    case 'write':
      return { kind: 'written', stamp, changes: plan.changes };
    case 'unchanged':
      return { kind: 'unchanged', stamp };
    case 'superseded':
      return { kind: 'superseded', stamp, by: plan.by };
    case 'held':
      return { kind: 'held', stamp, hold: plan.hold };
  }
}

/**
 * Brings the images of several services in one commit.
 *
 * Each is judged by itself: one that is superseded or held is left out, and the others go. What is wrong with any of them is told with
 * all that is wrong with the others, and nothing is written.
 *
 * @param subject the first line of the commit, of the services that it brings
 */
export function bringTogether<C>(
  brings: readonly Bring<C>[],
  subject: (brought: readonly Stamp[]) => string,
): (head: HeadView) => Promise<Plan<Part<C>>> {
  return async (head) => {
    const [files, problems] = [new Map<string, PlacedFile>(), [] as Problem[]];
    const parts: Part<C>[] = [];
    await head.prepare(brings.flatMap(({ stamp: { service, file } }) => [file, holdsPath(service, file)]));
    // One after the other, for several may be in one file.
    for (const bring of brings) {
      const own: Problem[] = [];
      const plan = await collect(own, () => bringImage(bring)(edited(head, files)));
      problems.push(...own.map((each) => ({ ...each, message: `${bring.stamp.service}: ${each.message}` })));
      if (plan === undefined) continue;
      parts.push(partOf(bring.stamp, plan));
      if (plan.kind === 'write') for (const file of plan.files) files.set(file.path, file);
    }
    failWhen(problems);
    const brought = parts.filter(({ kind }) => kind === 'written').map(({ stamp }) => stamp);
    if (brought.length === 0) return { kind: 'unchanged', changes: parts };
    const message = renderMessage(subject(brought), ...brought);
    return { kind: 'write', files: [...files.values()], changes: parts, message };
  };
}
