import type { ConnectGitHub } from '@slipway/github';
import type { Run } from '@slipway/runner';
import type { action } from './action.ts';
import { planTrial } from './canary.ts';
import { deploy, ensureNamespace } from './deploy.ts';
import { planSteps, unjudgedSteps } from './plan.ts';
import { gatherLeftOver } from './left-over.ts';
import { reportDeploy, reportPlan, reportStale } from './report.ts';
import { gather } from './scene.ts';
import { inTurn } from './turn.ts';

/** Deploys: reads and asks everything first, waits for its turn, lets the server judge, applies, waits, and goes back when it fails. */
export function runWith(connect: ConnectGitHub): Run<typeof action> {
  return async (inputs, ports, context) => {
    const scene = await gather(inputs, ports, context);
    if (inputs.dryRun) {
      const steps = scene.namespaceExists
        ? await planSteps(scene, scene.manifests, inputs.forceConflicts)
        : unjudgedSteps(scene.manifests);
      const trial = scene.namespaceExists ? await planTrial(scene, steps) : undefined;
      return reportPlan(scene, { steps, leftOver: await gatherLeftOver(scene), trial });
    }
    await ensureNamespace(scene);
    return inTurn(scene, connect, ports, context, async (turn) => {
      if (turn.order.kind === 'stale') return reportStale(turn.scene, turn.order.live);
      const steps = await planSteps(turn.scene, scene.manifests, inputs.forceConflicts);
      const leftOver = await gatherLeftOver(turn.scene);
      const plan = { steps, leftOver, trial: await planTrial(turn.scene, steps) };
      const ending = await ports.log.group(`Deploy ${inputs.service}`, () => deploy(turn, plan, ports, context));
      return reportDeploy(turn, plan, ending);
    });
  };
}
