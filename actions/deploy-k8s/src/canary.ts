import { failWhen, type Problem } from '@slipway/failure';
import { type Deployment, type KubeObject, objectName, targetOf } from '@slipway/kubernetes';
import {
  canaryOf,
  type CanaryPlay,
  canarySize,
  canaryTarget,
  type Cause,
  clearCanaries,
  COPY_OF,
  currentRelease,
  isArgoRollout,
  isOwnCanary,
  type PlayedStep,
  playCanary,
  prune,
  referencedBy,
  type Release,
  type RestorePorts,
  runsAlone,
  standingRelease,
  type WaitResult,
  withCanaryFailed,
} from '@slipway/rollout';
import { canaryStepsOf } from './canary-steps.ts';
import type { Undoing } from './ending.ts';
import { planSteps, type Step } from './plan.ts';
import type { Scene } from './scene.ts';

/** What is tried before the stable release is touched. */
export type Trial =
  | { readonly kind: 'none'; readonly why: string }
  | {
      readonly kind: 'canary';
      readonly play: CanaryPlay;
      /** What the canary's pods need and what no pod of the stable release has yet. */
      readonly first: readonly Step[];
      /** Everything else, for when the canary has proved good. */
      readonly rest: readonly Step[];
    };

/** How far a trial came. */
export interface Tried {
  readonly steps: readonly PlayedStep[];
  /** How many steps there are in all. */
  readonly total: number;
}

/** What pods need before they start. Only what is new of it: what the stable release uses must not change under it. */
const NEEDED = ['Namespace', 'CustomResourceDefinition', 'ServiceAccount', 'ConfigMap', 'Secret', 'PersistentVolumeClaim'];
const RIGHTS = ['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'];

function isNeededFirst({ manifest: { object }, change }: Step): boolean {
  if (object.kind === 'Job') return change === 'create' || change === 'replace';
  const copied = object.metadata.annotations?.[COPY_OF] !== undefined;
  return (change === 'create' && [...NEEDED, ...RIGHTS].includes(object.kind)) || (copied && change !== 'same');
}

function runsAloneProblem({ manifest }: Step): Problem {
  return {
    code: 'CANARY_RUNS_ALONE',
    message: `${objectName(manifest.object)} has the strategy Recreate: two of its versions may not run at once, and a canary is just that.`,
    remedy: 'Set strategy: rolling, or let the Deployment use RollingUpdate.',
    location: manifest.locate(['spec', 'strategy', 'type']),
  };
}

async function nameProblems({ client, inputs, manifests }: Scene, { manifest }: Step): Promise<readonly Problem[]> {
  const target = canaryTarget(manifest.object);
  const named = manifests.some(({ object }) => objectName(object) === objectName(target));
  const live = named ? undefined : await client.get(target);
  if (!named && (live === undefined || isOwnCanary(live, inputs.service))) return [];
  return [
    {
      code: 'CANARY_NAME_TAKEN',
      message: `The canary of ${objectName(manifest.object)} would be ${objectName(target)}, and there is one that is no canary of ${inputs.service}.`,
      remedy: 'Give one of the two Deployments another name.',
      location: manifest.locate(['metadata', 'name']),
    },
  ];
}

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

/** What is to be tried by the plan's steps; undefined where nothing is asked to be. Throws with every reason why it cannot be. */
export async function planTrial(scene: Scene, steps: readonly Step[]): Promise<Trial | undefined> {
  const { inputs, manifests } = scene;
  if (inputs.strategy !== 'canary') return undefined;
  const chosen = await toTry(scene, steps);
  if (chosen.length === 0) {
    const argo = manifests.some(({ object }) => isArgoRollout(object));
    return { kind: 'none', why: argo ? 'Argo Rollouts plays its own' : 'no Deployment that runs gets other pods' };
  }
  const alone = chosen.filter(({ step }) => runsAlone(step.manifest.object)).map(({ step }) => runsAloneProblem(step));
  const taken = await Promise.all(chosen.map(({ step }) => nameProblems(scene, step)));
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
  const play = { deployments, services, steps: canarySteps, namespace: inputs.namespace };
  return { kind: 'canary', play, first, rest: steps.filter((step) => !first.includes(step)) };
}

/** The canaries of a trial, as the release record keeps them. */
export function canariesOf(trial: Trial | undefined): Pick<Release, 'canaries'> {
  return trial?.kind === 'canary' ? { canaries: trial.play.deployments.map(canaryTarget) } : {};
}

/** Tries the release beside the stable one. */
export async function tryOut(
  { inputs }: Scene,
  { play }: Extract<Trial, { kind: 'canary' }>,
  waits: RestorePorts,
): Promise<{ readonly result: WaitResult; readonly tried: Tried }> {
  const limits = { timeoutMs: inputs.timeout, stabilityMs: inputs.stabilityWindow };
  const { result, played } = await playCanary(waits, play, limits);
  return { result, tried: { steps: played, total: play.steps.length } };
}

/** Takes a failed canary away. The stable release was never touched, so that is all there is to be undone. */
export async function takeBack(
  scene: Scene,
  { first }: Extract<Trial, { kind: 'canary' }>,
  waits: RestorePorts,
  bad: Release,
  cause: Cause,
): Promise<Undoing> {
  const { inputs, ledgers } = scene;
  const why = scene.redact(`${cause.class}/${cause.reason}: ${cause.message}`);
  const before = await ledgers.read();
  if (currentRelease(before)?.id !== bad.id) {
    return { state: 'kept', why: `release ${before.current} has been deployed since` };
  }
  const ledger = await ledgers.update((now) => withCanaryFailed(now, bad.id, why));
  if (inputs.onFailure === 'keep') return { state: 'kept', why: 'on-failure is keep, so the canary stays as it is' };
  await clearCanaries(waits, bad.canaries ?? [], inputs.service);
  const made = first.filter(({ change }) => change === 'create').map(({ manifest }): KubeObject => manifest.object);
  await prune(waits.writer, made, inputs.service);
  return { state: 'untouched', release: standingRelease(ledger, bad.id) };
}
