import { Failure, failWhen } from '@slipway/failure';
import { type KubeObject, objectName, targetOf, unlessUnknown } from '@slipway/kubernetes';
import { leftOver, planPrune, type PrunePlan, wayBack } from '@slipway/rollout';
import { rightProblems } from './preflight.ts';
import { pruneNeeds } from './role.ts';
import type { Scene } from './scene.ts';

/** What earlier releases left in the cluster: what this deploy deletes of it, and what it leaves. */
export interface LeftOver {
  readonly objects: readonly KubeObject[];
  readonly plan: Extract<PrunePlan, { kind: 'some' }>;
}

const NOTHING: LeftOver = { objects: [], plan: { kind: 'some', targets: [], kept: [] } };

/** Finds what no manifest names any more; more of it than the limit stops the deploy before anything is changed. */
export async function gatherLeftOver({ client, inputs, ledger, manifests }: Scene): Promise<LeftOver> {
  if (!inputs.prune) return NOTHING;
  const objects = manifests.map(({ object }) => object);
  const back = inputs.strategy === 'blue-green' && inputs.keepOld === undefined ? wayBack(ledger, objects) : [];
  const kept = new Set(back.map(objectName));
  const recorded = leftOver(ledger, objects).filter((object) => !kept.has(objectName(object)));
  const read = await Promise.all(recorded.map(async (object) => unlessUnknown(client.get(targetOf(object)))));
  const live = read.filter((object) => object !== undefined);
  const plan = planPrune(live, inputs.service, objects.length + live.length, inputs.pruneLimit);
  if (plan.kind === 'some') {
    failWhen(await rightProblems(client, await pruneNeeds(client, plan.targets)));
    const stays = back.filter(({ kind }) => kind === 'Deployment').map(targetOf);
    const why = 'it is the way back until the next deploy';
    return { objects: live, plan: { ...plan, kept: [...plan.kept, ...stays.map((target) => ({ target, why }))] } };
  }
  throw new Failure({
    code: 'PRUNE_TOO_MANY',
    message: `${plan.targets.length} objects of ${inputs.service} are in no manifest any more, and one deploy deletes at most ${plan.limit}: ${plan.targets.map(objectName).join(', ')}.`,
    remedy: `Check "manifests". If they are to go, set prune-limit: ${plan.targets.length} once; prune: false leaves them.`,
  });
}
