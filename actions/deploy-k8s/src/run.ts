import type { ConnectGitHub } from '@slipway/github';
import type { Run } from '@slipway/runner';
import type { action } from './action.ts';
import { deploy, ensureNamespace, releaseToBe } from './deploy.ts';
import { planSteps, unjudgedSteps } from './plan.ts';
import { gatherLeftOver } from './left-over.ts';
import { neighbourRemarks } from './neighbour-remarks.ts';
import { reportDeploy, reportPlan, reportStale } from './report.ts';
import { gather } from './scene.ts';
import { tellingGitHub } from './tell-github.ts';
import { inTurn } from './turn.ts';

/** Deploys: reads and asks everything first, waits for its turn, lets the server judge, applies, waits, and goes back when it fails. */
export function runWith(connect: ConnectGitHub): Run<typeof action> {
  return async (inputs, ports, context) => {
    const scene = await gather(inputs, ports, context);
    if (inputs.dryRun) {
      const steps = scene.namespaceExists
        ? await planSteps(scene, scene.manifests, inputs.forceConflicts)
        : unjudgedSteps(scene.manifests);
      return reportPlan(scene, steps, await gatherLeftOver(scene));
    }
    await ensureNamespace(scene);
    return inTurn(scene, connect, ports, context, async (turn) => {
      if (turn.order.kind === 'stale') return reportStale(turn.scene, turn.order.live);
      const steps = await planSteps(turn.scene, scene.manifests, inputs.forceConflicts);
      const leftOver = await gatherLeftOver(turn.scene);
      const plan = { steps, leftOver };
      const release = releaseToBe(turn.scene, plan, ports, context);
      const told = await tellingGitHub(inputs, release, connect, ports, context, () =>
        ports.log.group(`Deploy ${inputs.service}`, () => deploy(turn, plan, ports, context)),
      );
      const beside = told.ending.state === 'unknown' ? [] : await neighbourRemarks(turn.scene);
      return reportDeploy(turn, plan, { ...told, remarks: [...told.remarks, ...beside] });
    });
  };
}
