import type { WatchVerdict } from '@slipway/rollout';
import type { Applied } from '../provider/provider.ts';
import type { StepEnd } from './plan.ts';
import type { Reach } from './reach.ts';

/** One step, as it went. */
export interface Step {
  readonly share: number;
  readonly startedMs: number;
  readonly endedMs: number;
  readonly end: StepEnd;
  readonly reach: Reach;
  readonly set: Applied;
  readonly verdict?: WatchVerdict;
}
