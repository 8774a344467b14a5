import type { ImageLayer } from '@slipway/oci';

/** The layers of an image for one platform. */
export interface SizedImage {
  readonly platform: string;
  readonly layers: readonly ImageLayer[];
}

/** Whether an image stays within its budget; sizes are in bytes, compressed, as a node pulls them. */
export type BudgetVerdict =
  | { readonly kind: 'within' }
  | {
      readonly kind: 'over';
      readonly platform: string;
      readonly size: number;
      readonly limit: number;
      /** The layers that weigh most, heaviest first. */
      readonly heaviest: readonly ImageLayer[];
    };

/** How a layer compares with the image before. */
export interface LayerChange {
  readonly change: 'same' | 'new' | 'gone';
  readonly layer: ImageLayer;
}

const NAMED = 3;

/** What a node pulls for an image, in bytes. */
export function pulledSize({ layers }: Pick<SizedImage, 'layers'>): number {
  return layers.reduce((sum, { descriptor }) => sum + descriptor.size, 0);
}

/** Judges the largest image against the budget. */
export function judgeBudget(images: readonly SizedImage[], limit: number | undefined): BudgetVerdict {
  const largest = images.toSorted((a, b) => pulledSize(b) - pulledSize(a))[0];
  if (limit === undefined || largest === undefined || pulledSize(largest) <= limit) return { kind: 'within' };
  const heaviest = largest.layers.toSorted((a, b) => b.descriptor.size - a.descriptor.size).slice(0, NAMED);
  return { kind: 'over', platform: largest.platform, size: pulledSize(largest), limit, heaviest };
}

/** Tells layer by layer what changed since another image. */
export function compareLayers(before: readonly ImageLayer[], after: readonly ImageLayer[]): readonly LayerChange[] {
  const [old, now] = [before, after].map((layers) => new Set(layers.map(({ descriptor }) => descriptor.digest)));
  return [
    ...after.map((layer): LayerChange => ({ change: old?.has(layer.descriptor.digest) ? 'same' : 'new', layer })),
    ...before.filter(({ descriptor }) => !now?.has(descriptor.digest)).map((layer): LayerChange => ({ change: 'gone', layer })),
  ];
}

/** Bytes for people, in powers of a thousand. */
export function renderSize(bytes: number): string {
  if (bytes < 1e3) return `${bytes} B`;
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** A difference of bytes for people, with its sign. */
export function renderChange(bytes: number): string {
  if (bytes === 0) return 'as large';
  return `${bytes < 0 ? '−' : '+'}${renderSize(Math.abs(bytes))}`;
}
