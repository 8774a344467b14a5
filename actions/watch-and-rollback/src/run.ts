import { Failure } from '@slipway/failure';
import type { Outcome, Ports, Run, RunContext } from '@slipway/runner';
import type { action } from './action.ts';
import { together } from './batch.ts';
import { decide } from './decision.ts';
import type { ModeInputs } from './inputs.ts';
import { perform } from './perform.ts';
import { placebo } from './placebo.ts';
import { replay } from './replay.ts';
import { report } from './report.ts';
import { samplesDocument } from './samples-file.ts';
import { gather, type Scene } from './scene.ts';
import { watch } from './watch.ts';

/** Of several services each writes a file of its own, which its name is put into. */
function samplesPath(path: string, { inputs: { service }, among }: Scene): string {
  return among === 1 ? path : path.replace(/(\.[^./]*)?$/, `-${service}$1`);
}

async function watchOne(scene: Scene, ports: Ports, context: RunContext): Promise<Outcome<typeof action>> {
  const { inputs, release } = scene;
  ports.log.info(`Watching ${inputs.service} release ${release.id} (${release.image}) for ${inputs.duration / 1000} s.`);
  const watched = await watch(scene, ports);
  const decision = decide(watched);
  // The samples are written first: whatever happens to the rollback, the verdict can be come to again.
  if (inputs.samplesOut !== undefined) {
    await ports.files.write(samplesPath(inputs.samplesOut, scene), samplesDocument(scene, watched));
  }
  const performed = await perform(scene, watched, decision, ports, context);
  return report({ scene, watched, decision, performed });
}

/** Gathers every service's scene; what is wrong with any of them is told before one of them is watched. */
async function scenesOf(inputs: ModeInputs<'watch'>, ports: Ports, context: RunContext): Promise<readonly Scene[]> {
  const among = inputs.service.length;
  const gathered = await Promise.allSettled(
    inputs.service.map((service) => gather({ ...inputs, service }, among, ports, context)),
  );
  const failed = gathered.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
  const unexpected = failed.find((error) => !(error instanceof Failure));
  if (unexpected !== undefined) throw unexpected;
  const problems = failed.flatMap((error) => (error instanceof Failure ? error.problems : []));
  if (problems.length > 0) throw new Failure(problems);
  return gathered.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
}

async function watchAll(inputs: ModeInputs<'watch'>, ports: Ports, context: RunContext): Promise<Outcome<typeof action>> {
  const scenes = await scenesOf(inputs, ports, context);
  const [only] = scenes;
  if (only !== undefined && scenes.length === 1) return watchOne(only, ports, context);
  return together(scenes.map((scene) => [scene.inputs.service, () => watchOne(scene, ports, context)]));
}

/**
 * Watches releases: reads the record, looks until something is decided, does it once, and tells; or judges what was: an earlier
 * watch, or the day before.
 */
export const run: Run<typeof action> = async (inputs, ports, context) => {
  if (inputs.mode === 'replay') return replay(inputs, ports);
  return inputs.mode === 'placebo' ? placebo(inputs, ports, context) : watchAll(inputs, ports, context);
};
