import { Failure } from '@slipway/failure';
import { type RestorePorts, type WaitFailure, waitForRollout, type WaitResult, workloadsOf } from '@slipway/rollout';
import { tryOut } from './canary.ts';
import type { LeftOver } from './left-over.ts';
import type { Step } from './plan.ts';
import type { Scene } from './scene.ts';
import type { CanaryTrial, ColourTrial, Trial, Tried } from './trial.ts';

/** What is to be done: what is applied, and what goes afterwards. */
export interface Plan {
  readonly steps: readonly Step[];
  readonly leftOver: LeftOver;
  /** What is tried before, where the strategy wants that. */
  readonly trial: Trial | undefined;
}

/** How a part of the work ended. */
export type Rolled =
  | { readonly state: 'ready'; readonly elapsedMs: number }
  | WaitFailure
  | Extract<WaitResult, { state: 'paused' }>
  | { readonly state: 'lost'; readonly why: string };

/** What became of the work; of one that ended without a word, why nothing is known. */
export async function told(waits: RestorePorts, work: () => Promise<WaitResult>): Promise<Rolled> {
  try {
    const result = await work();
    return result.state === 'cancelled' ? { state: 'lost', why: 'the run was cancelled' } : result;
  } catch (error) {
    if (waits.cancelled.aborted) return { state: 'lost', why: 'the run was cancelled' };
    if (error instanceof Failure) return { state: 'lost', why: error.message };
    throw error;
  }
}

/** How steps are taken: applied alone, or applied and waited for. */
export interface Forward {
  apply(steps: readonly Step[]): Promise<WaitFailure | undefined>;
  roll(steps: readonly Step[]): Promise<Rolled>;
}

/** How far a release came: what became of it, and of the trial before. */
export interface Advance {
  readonly result: Rolled;
  readonly tried?: Tried;
  /** The trial that it did not come through. */
  readonly failedTrial?: CanaryTrial | ColourTrial;
}

/** Brings the new version up whole beside the old one; no request is led to it yet. */
async function bringUp(scene: Scene, trial: ColourTrial, waits: RestorePorts, { apply }: Forward): Promise<WaitResult> {
  const { inputs } = scene;
  for (const pin of trial.pins) await waits.writer.apply(pin, { force: true });
  const refused = await apply(trial.first);
  if (refused !== undefined) return refused;
  const targets = workloadsOf(trial.first.map(({ manifest }) => manifest.object));
  const limits = { timeoutMs: inputs.timeout, stabilityMs: Math.max(inputs.preview, inputs.stabilityWindow) };
  const result = await waitForRollout(waits, targets, inputs.namespace, limits);
  if (result.state === 'ready') waits.progress?.(`switching from ${trial.from ?? 'what has no colour'} to ${trial.to}`);
  return result;
}

interface TrialEnd {
  readonly result: Rolled;
  readonly tried: Tried;
}

async function tryFirst(
  scene: Scene,
  trial: CanaryTrial | ColourTrial,
  waits: RestorePorts,
  forward: Forward,
): Promise<TrialEnd> {
  if (trial.kind === 'blue-green') {
    const result = await told(waits, () => bringUp(scene, trial, waits, forward));
    const { to, from } = trial;
    return { result, tried: { kind: 'blue-green', to, from, switched: result.state === 'ready' } };
  }
  let tried: Tried = { kind: 'canary', steps: [], total: trial.play.steps.length };
  const result = await told(waits, async () => {
    const refused = await forward.apply(trial.first);
    if (refused !== undefined) return refused;
    const played = await tryOut(scene, trial, waits);
    tried = played.tried;
    return played.result;
  });
  return { result, tried };
}

/** Tries the release first where that is asked for, then rolls it out. */
export async function advance(scene: Scene, { steps, trial }: Plan, waits: RestorePorts, forward: Forward): Promise<Advance> {
  if (trial?.kind === 'none') waits.progress?.(`No ${scene.inputs.strategy}: ${trial.why}.`);
  if (trial === undefined || trial.kind === 'none') return { result: await forward.roll(steps) };
  const { result, tried } = await tryFirst(scene, trial, waits, forward);
  if (result.state !== 'ready') return { result, tried, failedTrial: trial };
  const rolled = await forward.roll(trial.rest);
  return { result: rolled.state === 'ready' ? { ...rolled, elapsedMs: result.elapsedMs + rolled.elapsedMs } : rolled, tried };
}
