import { planColours } from './blue-green.ts';
import { planCanary } from './canary.ts';
import { planSteps, type Step } from './plan.ts';
import type { Scene } from './scene.ts';
import type { Trial } from './trial.ts';

/** A release as its strategy has it: the manifests, what is to be done, and what is tried before. */
export interface Strategy {
  readonly scene: Scene;
  readonly steps: readonly Step[];
  readonly trial: Trial | undefined;
}

/** Lets the server judge the release as its strategy has it; throws with all that stands in its way, before anything is changed. */
export async function planStrategy(scene: Scene): Promise<Strategy> {
  const { inputs, manifests } = scene;
  if (inputs.strategy === 'blue-green') return planColours(scene);
  const steps = await planSteps(scene, manifests, inputs.forceConflicts);
  return { scene, steps, trial: inputs.strategy === 'canary' ? await planCanary(scene, steps) : undefined };
}
