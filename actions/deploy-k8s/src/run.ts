import type { ConnectGitHub } from '@slipway/github';
import type { Run } from '@slipway/runner';
import type { action } from './action.ts';
import { deploy, ensureNamespace, releaseToBe } from './deploy.ts';
import { unjudgedSteps } from './plan.ts';
import { gatherLeftOver } from './left-over.ts';
import { neighbourRemarks } from './neighbour-remarks.ts';
import { reportDeploy, reportPlan, reportStale } from './report.ts';
import { gather } from './scene.ts';
import { planStrategy } from './strategy.ts';
import { tellingGitHub } from './tell-github.ts';
import { inTurn } from './turn.ts';

/** Deploys: reads and asks everything first, waits for its turn, lets the server judge, applies, waits, and goes back when it fails. */
export function runWith(connect: ConnectGitHub): Run<typeof action> {
  return async (inputs, ports, context) => {
    const scene = await gather(inputs, ports, context);
    if (inputs.dryRun) {
      const steps = unjudgedSteps(scene.manifests);
      const planned = scene.namespaceExists ? await planStrategy(scene) : { scene, steps, trial: undefined };
      return reportPlan(planned.scene, { ...planned, leftOver: await gatherLeftOver(planned.scene) });
    }
    await ensureNamespace(scene);
    return inTurn(scene, connect, ports, context, async (turn) => {
      if (turn.order.kind === 'stale') return reportStale(turn.scene, turn.order.live);
      const planned = await planStrategy(turn.scene);
      const own = { ...turn, scene: planned.scene };
      const plan = { ...planned, leftOver: await gatherLeftOver(own.scene) };
      const release = releaseToBe(own.scene, plan, ports, context);
      const told = await tellingGitHub(inputs, release, connect, ports, context, () =>
        ports.log.group(`Deploy ${inputs.service}`, () => deploy(own, plan, ports, context)),
      );
      const beside = told.ending.state === 'unknown' ? [] : await neighbourRemarks(own.scene);
      return reportDeploy(own, plan, { ...told, remarks: [...told.remarks, ...beside] });
    });
  };
}
