export type { Count, Slice } from './count.ts';
export { NOTHING, paired, plus, shareOf, totalOf } from './count.ts';
export { dispersion } from './dispersion.ts';
export type { Evidence, Part } from './evidence.ts';
export { absoluteEvidence, averaged, relativeEvidence, worseThan } from './evidence.ts';
export { LateStart } from './late-start.ts';
export type { WindowShape } from './placebo.ts';
export { FEWEST_WINDOWS, highest, placeboThreshold, placeboWindows } from './placebo.ts';
export { shareAtMost, smallestVisible } from './visible.ts';
