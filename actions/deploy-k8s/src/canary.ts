import { failWhen } from '@slipway/failure';
import { type Deployment, type KubeObject, targetOf } from '@slipway/kubernetes';
import {
  canaryOf,
  canarySize,
  canaryTarget,
  type Cause,
  clearCanaries,
  currentRelease,
  isArgoRollout,
  playCanary,
  prune,
  referencedBy,
  routeBack,
  type Release,
  type RestorePorts,
  sharesBeside,
  standingRelease,
  type WaitResult,
  withCanaryFailed,
} from '@slipway/rollout';
import { nameProblems } from './canary-name.ts';
import { canaryStepsOf } from './canary-steps.ts';
import { planRouting } from './canary-routes.ts';
import type { Undoing } from './ending.ts';
import { planSteps, type Step } from './plan.ts';
import type { Scene } from './scene.ts';
import { type CanaryTrial, isNeededFirst, runsAloneProblems, type Trial, type Tried, writtenAgain } from './trial.ts';

/** Which Deployments run already and get other pods. */
async function toTry({ client, manifests }: Scene, steps: readonly Step[]): Promise<readonly { step: Step; pods: number }[]> {
  // What a Rollout takes its template from runs no pods of its own.
  const handed = new Set(manifests.map(({ object }) => referencedBy(object)?.name));
  const changed = steps.filter(({ manifest, change, replacesPods }) => {
    return (
      manifest.object.kind === 'Deployment' && change === 'change' && replacesPods && !handed.has(manifest.object.metadata.name)
    );
  });
  const read = changed.map(async (step) => {
    const live = await client.get<Deployment>(targetOf(step.manifest.object));
    return { step, pods: live === undefined ? 0 : (live.spec.replicas ?? 1) };
  });
  return (await Promise.all(read)).filter(({ pods }) => pods > 0);
}

/** The canaries that the plan's steps come to. Throws with every reason why they cannot be. */
export async function planCanary(scene: Scene, steps: readonly Step[]): Promise<Trial> {
  const { inputs, manifests } = scene;
  const chosen = await toTry(scene, steps);
  if (chosen.length === 0) {
    const argo = manifests.some(({ object }) => isArgoRollout(object));
    return { kind: 'none', why: argo ? 'Argo Rollouts plays its own' : 'no Deployment that runs gets other pods' };
  }
  const alone = runsAloneProblems(chosen.map(({ step }) => step));
  const taken = await Promise.all(chosen.map(({ step }) => nameProblems(scene, step.manifest)));
  failWhen([...alone, ...taken.flat()]);
  const services = manifests.map(({ object }) => object).filter(({ kind }) => kind === 'Service');
  const canarySteps = canaryStepsOf(inputs.canarySteps);
  const firstWeight = canarySteps[0]?.weight ?? 0;
  // The server judges the canaries as well, before anything is changed.
  const judged = chosen.map(({ step: { manifest }, pods }) => {
    return { ...manifest, object: canaryOf(manifest.object, services, canarySize(firstWeight, pods).replicas) };
  });
  await planSteps(scene, judged, true);
  const deployments = chosen.map(({ step }) => step.manifest.object);
  const first = steps.filter(isNeededFirst);
  const routing = await planRouting(scene, deployments, services, firstWeight);
  const play = { deployments, services, steps: canarySteps, namespace: inputs.namespace, ...(routing && { routing }) };
  const rest = steps.filter((step) => !first.includes(step));
  return { kind: 'canary', play, first, rest: writtenAgain(rest, [...(routing?.pins ?? []), ...(routing?.routes ?? [])]) };
}

/** The canaries of a trial, as the release record keeps them. */
export function canariesOf(trial: Trial | undefined): Pick<Release, 'canaries'> {
  if (trial?.kind !== 'canary') return {};
  const { deployments, routing } = trial.play;
  // In the order in which they go: a route before what it leads to.
  const beside = (routing?.routes ?? []).filter(sharesBeside);
  return { canaries: [...beside, ...deployments, ...(routing?.unpinned ?? [])].map(canaryTarget) };
}

/** Tries the release beside the stable one. */
export async function tryOut(
  { inputs }: Scene,
  { play }: CanaryTrial,
  waits: RestorePorts,
): Promise<{ readonly result: WaitResult; readonly tried: Tried }> {
  const limits = { timeoutMs: inputs.timeout, stabilityMs: inputs.stabilityWindow };
  const { result, played } = await playCanary(waits, play, limits, inputs.service);
  return { result, tried: { kind: 'canary', steps: played, total: play.steps.length } };
}

/** Writes down that a trial failed and that the release before it still runs; `kept` says why nothing is to be taken away. */
export async function markFailed(
  { inputs, ledgers, redact }: Scene,
  bad: Release,
  cause: Cause,
): Promise<
  { readonly state: 'kept'; readonly why: string } | { readonly state: 'untouched'; readonly release: Release | undefined }
> {
  const why = redact(`${cause.class}/${cause.reason}: ${cause.message}`);
  const before = await ledgers.read();
  if (currentRelease(before)?.id !== bad.id) return { state: 'kept', why: `release ${before.current} has been deployed since` };
  const ledger = await ledgers.update((now) => withCanaryFailed(now, bad.id, why));
  if (inputs.onFailure === 'keep') return { state: 'kept', why: 'on-failure is keep, so what was tried stays as it is' };
  return { state: 'untouched', release: standingRelease(ledger, bad.id) };
}

/** Takes a failed canary away. The stable release was never touched, so that is all there is to be undone. */
export async function takeBack(
  scene: Scene,
  { first, play }: CanaryTrial,
  waits: RestorePorts,
  bad: Release,
  cause: Cause,
): Promise<Undoing> {
  const { inputs } = scene;
  const marked = await markFailed(scene, bad, cause);
  if (marked.state === 'kept') return marked;
  if (play.routing !== undefined) await routeBack(waits, play.routing, inputs.service);
  await clearCanaries(waits, bad.canaries ?? [], inputs.service);
  for (const service of play.routing?.unpinned ?? []) await waits.writer.apply(service, { force: true });
  const made = first.filter(({ change }) => change === 'create').map(({ manifest }): KubeObject => manifest.object);
  await prune(waits.writer, made, inputs.service);
  return { ...marked, what: 'the canary' };
}
