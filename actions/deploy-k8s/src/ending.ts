import type { Target } from '@slipway/kubernetes';
import type { Happening } from './timeline.ts';
import type { Tried } from './trial.ts';
import type { Evidence, Release, RestoreResult } from '@slipway/rollout';

/** What became of the release that ran before. */
export type Undoing =
  | { readonly state: 'kept'; readonly why: string }
  /** What was tried was taken away, and the release before it, if it is known, was never touched. */
  | { readonly state: 'untouched'; readonly what: string; readonly release: Release | undefined }
  | { readonly state: 'restored'; readonly release: Release; readonly elapsedMs: number }
  | { readonly state: 'broken'; readonly release: Release; readonly why: string };

/** How a deploy ended. */
export type Ending =
  | {
      readonly state: 'deployed';
      readonly release: Release | undefined;
      readonly elapsedMs: number;
      /** What was deleted because no manifest names it any more. */
      readonly pruned: readonly Target[];
      readonly tried?: Tried;
    }
  | {
      readonly state: 'failed';
      readonly release: Release | undefined;
      readonly evidence: Evidence;
      readonly undoing: Undoing;
      readonly timeline: readonly Happening[];
      readonly tried?: Tried;
    }
  /** A Rollout of Argo Rollouts goes no further until a person lets it. */
  | { readonly state: 'paused'; readonly release: Release | undefined; readonly why: string }
  | { readonly state: 'unknown'; readonly release: Release | undefined; readonly why: string };

/** The undoing that a restore came to. */
export function undoingOf(release: Release, result: RestoreResult): Undoing {
  switch (result.state) {
    case 'ready':
      return { state: 'restored', release, elapsedMs: result.elapsedMs };
    case 'failed':
      return { state: 'broken', release, why: `${result.cause.reason}: ${result.cause.message}` };
    case 'cancelled':
      return { state: 'broken', release, why: 'the run was cancelled before it was ready' };
    default:
      return { state: 'broken', release, why: result.why };
  }
}
