import { type Block, details, table } from '@slipway/summary';
import type { PublishPlan, TagStep } from './plan.ts';

/** Whether the registry had everything. */
export function isUnchanged({ blobs, manifests, tags }: PublishPlan): boolean {
  return [...blobs, ...manifests].every(({ there }) => there) && tags.every(({ step }) => step === 'keep');
}

function tagText({ step, before }: TagStep): string {
  if (step === 'keep') return 'was there';
  return before === undefined ? 'written' : 'moved';
}

/** The summary: what was there and what was written. */
export function summaryOf(image: string, plan: PublishPlan): readonly Block[] {
  const written = (there: boolean): string => (there ? 'was there' : 'uploaded');
  const manifests = plan.manifests.map(({ manifest: { descriptor, manifest }, there }) => [
    manifest.kind === 'index' ? 'index' : 'image manifest',
    { code: descriptor.digest },
    String(descriptor.size),
    written(there),
  ]);
  const blobs = plan.blobs.map(({ blob, there }) => ['blob', { code: blob.digest }, String(blob.size), written(there)]);
  return [
    table(
      [`tag of ${image}`, 'before', 'now', ''],
      plan.tags.map((step) => [
        { code: step.tag },
        step.before === undefined ? 'none' : { code: step.before },
        { code: plan.root.digest },
        tagText(step),
      ]),
    ),
    details(`${blobs.length} blobs and ${manifests.length} manifests`, [
      table(['', 'digest', 'bytes', ''], [...manifests, ...blobs]),
    ]),
  ];
}
