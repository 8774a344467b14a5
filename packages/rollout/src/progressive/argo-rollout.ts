import { groupOf, type Kind, type KubeObject, type ReplicaSet } from '@slipway/kubernetes';
import type { Readiness } from '../readiness.ts';

const POD_HASH = 'rollouts-pod-template-hash';
const SECOND_MS = 1000;
const UNITS_MS: Readonly<Record<string, number>> = { h: 3600 * SECOND_MS, m: 60 * SECOND_MS, s: SECOND_MS, ms: 1 };

interface CanaryStep {
  readonly pause?: { readonly duration?: string | number };
}

interface RolloutSpec {
  readonly replicas?: number;
  readonly paused?: boolean;
  readonly workloadRef?: Kind & { readonly name: string };
  readonly strategy?: {
    readonly canary?: { readonly steps?: readonly CanaryStep[] };
    readonly blueGreen?: { readonly autoPromotionEnabled?: boolean; readonly autoPromotionSeconds?: number };
  };
}

interface RolloutStatus {
  readonly observedGeneration?: string;
  readonly workloadObservedGeneration?: string;
  readonly phase?: string;
  readonly message?: string;
  readonly abort?: boolean;
  readonly controllerPause?: boolean;
  readonly pauseConditions?: readonly { readonly reason: string }[];
  readonly currentStepIndex?: number;
  readonly currentPodHash?: string;
  readonly stableRS?: string;
  readonly updatedReplicas?: number;
  readonly availableReplicas?: number;
}

const specOf = (object: KubeObject): RolloutSpec => (object['spec'] ?? {}) as RolloutSpec;
const statusOf = (object: KubeObject): RolloutStatus => (object['status'] ?? {}) as RolloutStatus;

/** Whether an object is a Rollout of Argo Rollouts, whose controller plays canary and blue-green by itself. */
export function isArgoRollout({ apiVersion, kind }: Kind): boolean {
  return kind === 'Rollout' && groupOf(apiVersion) === 'argoproj.io';
}

/** The workload that a Rollout takes its template from, where it has none of its own. */
export function referencedBy(rollout: KubeObject): (Kind & { readonly name: string }) | undefined {
  return isArgoRollout(rollout) ? specOf(rollout).workloadRef : undefined;
}

/** The ReplicaSet of a Rollout's present template; undefined until the controller has seen that. */
export function currentReplicaSet(rollout: KubeObject, replicaSets: readonly ReplicaSet[]): ReplicaSet | undefined {
  const hash = statusOf(rollout).currentPodHash;
  const owned = ({ metadata }: ReplicaSet): boolean =>
    metadata.ownerReferences?.some(({ uid }) => uid === rollout.metadata.uid) === true;
  return replicaSets.find((each) => owned(each) && hash !== undefined && each.metadata.labels?.[POD_HASH] === hash);
}

/** A generation that a Rollout has seen is text; of old controllers it was a hash, which tells nothing. */
function hasSeen(seen: string | undefined, generation: number | undefined): boolean {
  return seen === undefined ? generation === undefined : !/^\d+$/.test(seen) || Number(seen) >= (generation ?? 0);
}

function observed(rollout: KubeObject, referenced: KubeObject | undefined): boolean {
  const { observedGeneration, workloadObservedGeneration, controllerPause = false, pauseConditions = [] } = statusOf(rollout);
  if (!hasSeen(observedGeneration, rollout.metadata.generation)) return false;
  if (referenced !== undefined && !hasSeen(workloadObservedGeneration, referenced.metadata.generation)) return false;
  // Somebody has let it go on, and the controller has not seen that yet.
  return !(controllerPause && pauseConditions.length === 0);
}

/** A duration as a Rollout writes it, seconds or text such as `1h30m`, in milliseconds. */
function durationMs(duration: string | number): number {
  if (typeof duration === 'number' || /^\d+$/.test(duration)) return Number(duration) * SECOND_MS;
  const parts = [...duration.matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s)/g)];
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (UNITS_MS[unit ?? ''] ?? 0), 0);
}

/** How long a Rollout stands still by its own plan, which is no time in which it could have become ready. */
export function plannedPausesMs(rollout: KubeObject): number {
  const { canary, blueGreen } = specOf(rollout).strategy ?? {};
  const pauses = (canary?.steps ?? []).map(({ pause }) => durationMs(pause?.duration ?? 0));
  return pauses.reduce((sum, each) => sum + each, (blueGreen?.autoPromotionSeconds ?? 0) * SECOND_MS);
}

/** What a paused Rollout waits for; undefined when it goes on by itself. */
function waitsFor(rollout: KubeObject): string | undefined {
  const [spec, status] = [specOf(rollout), statusOf(rollout)];
  if (spec.paused === true) return 'it is paused by hand (spec.paused)';
  const reasons = (status.pauseConditions ?? []).map(({ reason }) => reason);
  const inconclusive = reasons.find((reason) => reason.startsWith('Inconclusive'));
  if (inconclusive !== undefined) return `its analysis could not tell (${inconclusive})`;
  const { canary, blueGreen } = spec.strategy ?? {};
  const index = status.currentStepIndex ?? 0;
  const { pause } = canary?.steps?.[index] ?? {};
  if (reasons.includes('CanaryPauseStep') && pause !== undefined && pause.duration === undefined) {
    return `step ${index + 1} of ${canary?.steps?.length ?? 0} of its canary is a pause without an end`;
  }
  const byHand = blueGreen?.autoPromotionEnabled === false && blueGreen.autoPromotionSeconds === undefined;
  return reasons.includes('BlueGreenPause') && byHand ? 'its new version is promoted by hand' : undefined;
}

/**
 * How far a Rollout came, by its controller's word: `phase` and `message` of its status, which count only for the generation
 * that they were made for. https://argo-rollouts.readthedocs.io/en/stable/features/specification/
 */
export function rolloutReadiness(rollout: KubeObject, referenced?: KubeObject): Readiness {
  const status = statusOf(rollout);
  const { phase = 'unknown', message, abort = false, updatedReplicas = 0, availableReplicas = 0 } = status;
  const seen = observed(rollout, referenced);
  const promoted = status.stableRS !== undefined && status.stableRS === status.currentPodHash;
  const said = message === undefined || message === '' ? phase : `${phase}: ${message}`;
  const waiting = seen && phase === 'Paused' ? waitsFor(rollout) : undefined;
  const reason = abort ? 'RolloutAborted' : 'RolloutDegraded';
  return {
    observed: seen,
    ready: seen && phase === 'Healthy' && promoted,
    progress: seen ? `${said}, ${updatedReplicas} updated, ${availableReplicas} available` : 'not seen by its controller yet',
    ...(seen && phase === 'Degraded' && { gaveUp: { type: 'Degraded', status: 'True', reason, message: said } as const }),
    ...(waiting !== undefined && { waiting }),
  };
}
