import type { Json } from '@slipway/runner';
import { renderReference } from '@slipway/oci';
import { type Block, details, table } from '@slipway/summary';
import type { Move } from './move.ts';
import type { Moved, MovePlan } from './mover.ts';
import type { BlobStep, PublishPlan, TagStep } from './plan.ts';

/** What one repository is to become, or became. */
export interface Published {
  readonly plan: PublishPlan;
  readonly moves: readonly MovePlan[];
  /** Absent in a dry run. */
  readonly done?: { readonly uploaded: readonly BlobStep[]; readonly moved: readonly Moved[] };
}

/** Whether a repository has everything already. */
export function isUnchanged({ plan, moves, done }: Published): boolean {
  const settled =
    done === undefined
      ? moves.every(({ move, claimed }) => move.step === 'leave' || (move.step === 'keep' && claimed))
      : done.moved.every(({ wrote }) => !wrote);
  const tags = [...plan.tags, ...(plan.inputsTag === undefined ? [] : [plan.inputsTag])];
  return (
    settled &&
    plan.blobs.every(({ step }) => step === 'there') &&
    [...plan.manifests, ...plan.attachments].every(({ there }) => there) &&
    tags.every(({ step }) => step !== 'write')
  );
}

const TAG_WORDS = { keep: 'exists', write: 'will tag', conflict: 'conflict' } as const;
const BLOB_WORDS = { there: 'exists', mount: 'will mount', upload: 'will upload' } as const;

function moveText(move: Move): string {
  if (move.step === 'leave')
    return move.restore === undefined ? `left to ${move.newer.slice(0, 12)}` : `goes back to ${move.newer.slice(0, 12)}`;
  return { keep: 'exists', write: 'will move', refuse: 'refused' }[move.step];
}

function movedText({ result, newer = '' }: Moved): string {
  return { kept: 'was there', moved: 'moved', left: `left to the newer commit ${newer.slice(0, 12)}` }[result];
}

function tagText({ step }: TagStep, done: boolean): string {
  return done ? { keep: 'was there', write: 'written', conflict: 'leads to another image; left' }[step] : TAG_WORDS[step];
}

/** The summary of one repository: what was there, and what was or would be written. */
export function summaryOf({ plan, moves, done }: Published): readonly Block[] {
  const isDone = done !== undefined;
  const uploaded = new Set(done?.uploaded.map(({ blob }) => blob.digest));
  const written = (there: boolean): string => (there ? 'exists' : isDone ? 'written' : 'will upload');
  const blobText = ({ blob, step }: BlobStep): string => {
    if (!isDone || step === 'there') return BLOB_WORDS[step];
    return uploaded.has(blob.digest) ? 'uploaded' : 'mounted';
  };
  const before = (digest: string | undefined) => (digest === undefined ? 'none' : { code: digest });
  const tags = [...plan.tags, ...(plan.inputsTag === undefined ? [] : [plan.inputsTag])];
  const tagRows = tags.map((step) => [{ code: step.tag }, before(step.before), tagText(step, isDone)]);
  const movingRows = isDone
    ? done.moved.map((moved) => [{ code: moved.tag }, before(moved.before), movedText(moved)])
    : moves.map((move) => [{ code: move.tag }, before(move.before), moveText(move.move)]);
  const rows = [
    ...plan.manifests.map(({ manifest: { descriptor, manifest }, there }) => [
      manifest.kind === 'index' ? 'index' : 'image manifest',
      { code: descriptor.digest },
      String(descriptor.size),
      written(there),
    ]),
    ...plan.blobs.map((each) => ['blob', { code: each.blob.digest }, String(each.blob.size), blobText(each)]),
    ...plan.attachments.map(({ referrer: { descriptor, content }, there }) => [
      descriptor.artifactType ?? 'attachment',
      { code: descriptor.digest },
      String(content.length),
      there ? 'exists' : isDone ? 'attached' : 'will attach',
    ]),
  ];
  return [
    table([`tag of ${renderReference(plan.repository)}`, 'before', plan.root.digest], [...tagRows, ...movingRows]),
    details(`${plan.blobs.length} blobs, ${plan.manifests.length} manifests, ${plan.attachments.length} attachments`, [
      table(['', 'digest', 'bytes', ''], rows),
    ]),
  ];
}

/** One repository's part of the report. */
export function dataOf({ plan, moves, done }: Published): Json {
  const inputsTag = plan.inputsTag === undefined ? {} : { inputsTag: { ...plan.inputsTag } };
  return {
    repository: renderReference(plan.repository),
    blobs: plan.blobs.map(({ blob: { digest, size }, step }) => ({ digest, size, step })),
    manifests: plan.manifests.map(({ manifest, there }) => ({ digest: manifest.descriptor.digest, there })),
    tags: plan.tags.map((step) => ({ ...step })),
    ...inputsTag,
    movingTags: moves.map(({ tag, before, move }) => ({ tag, before, step: move.step })),
    attachments: plan.attachments.map(({ referrer, there }) => ({ digest: referrer.descriptor.digest, there })),
    ...(done && { uploaded: done.uploaded.length, moved: done.moved.map((each) => ({ ...each })) }),
  };
}
