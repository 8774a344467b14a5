import type { Outcome, Ports, Run, RunContext } from '@slipway/runner';
import type { action } from './action.ts';
import { decide } from './decision.ts';
import type { ModeInputs } from './inputs.ts';
import { perform } from './perform.ts';
import { replay } from './replay.ts';
import { report } from './report.ts';
import { samplesDocument } from './samples-file.ts';
import { gather } from './scene.ts';
import { watch } from './watch.ts';

async function watchRelease(inputs: ModeInputs<'watch'>, ports: Ports, context: RunContext): Promise<Outcome<typeof action>> {
  const scene = await gather(inputs, ports, context);
  ports.log.info(`Watching release ${scene.release.id} (${scene.release.image}) for ${inputs.duration / 1000} s.`);
  const watched = await watch(scene, ports);
  const decision = decide(watched);
  // The samples are written first: whatever happens to the rollback, the verdict can be come to again.
  if (inputs.samplesOut !== undefined) await ports.files.write(inputs.samplesOut, samplesDocument(scene, watched));
  const performed = await perform(scene, watched, decision, ports, context);
  return report({ scene, watched, decision, performed });
}

/** Watches a release: reads the record, looks until something is decided, does it once, and tells; or judges an earlier watch again. */
export const run: Run<typeof action> = async (inputs, ports, context) =>
  inputs.mode === 'replay' ? replay(inputs, ports) : watchRelease(inputs, ports, context);
