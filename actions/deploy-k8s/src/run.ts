import type { Run } from '@slipway/runner';
import type { action } from './action.ts';
import { deploy, ensureNamespace } from './deploy.ts';
import { planSteps, unjudgedSteps } from './plan.ts';
import { reportDeploy, reportPlan } from './report.ts';
import { gather } from './scene.ts';

/** Deploys: reads and asks everything first, lets the server judge, applies, waits, and goes back when it fails. */
export const run: Run<typeof action> = async (inputs, ports, context) => {
  const scene = await gather(inputs, ports);
  if (inputs.dryRun) {
    const steps = scene.namespaceExists
      ? await planSteps(scene.client, scene.manifests, inputs.forceConflicts)
      : unjudgedSteps(scene.manifests);
    return reportPlan(scene, steps);
  }
  await ensureNamespace(scene);
  const steps = await planSteps(scene.client, scene.manifests, inputs.forceConflicts);
  const ending = await ports.log.group(`Deploy ${inputs.service}`, () => deploy(scene, steps, ports, context));
  return reportDeploy(scene, steps, ending);
};
