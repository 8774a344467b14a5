import { type Deployment, KubernetesFailure, type KubeObject, objectName, targetOf } from '@slipway/kubernetes';
import { refusalCause } from '../refusal.ts';
import type { RestorePorts } from '../restore.ts';
import { waitForRollout, type WaitFailure, type WaitLimits, type WaitResult } from '../wait.ts';
import { canaryOf } from './canary.ts';
import { canarySize } from './canary-size.ts';

/** A step of a canary: its weight from 0 to 1, and for how long it must then stay good, in milliseconds. */
export interface CanaryStep {
  readonly weight: number;
  readonly pauseMs: number;
}

/** What became of one canary at a step: its pods, all pods, and so the real share. */
export interface CanaryShare {
  readonly name: string;
  readonly replicas: number;
  readonly total: number;
  readonly share: number;
}

/** A step that was begun. */
export interface PlayedStep extends CanaryStep {
  readonly shares: readonly CanaryShare[];
  readonly passed: boolean;
}

/** What is tried: Deployments in their next version, beside the Services among the manifests. */
export interface CanaryPlay {
  readonly deployments: readonly KubeObject[];
  readonly services: readonly KubeObject[];
  readonly steps: readonly CanaryStep[];
  readonly namespace: string;
}

/** How a canary ended, and the steps up to there. */
export interface CanaryPlayed {
  readonly result: WaitResult;
  readonly played: readonly PlayedStep[];
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;

/** A step in words: `asked 10 %: 1 of 4 pods of order-service is 25 %`. */
export function stepWords({ weight, shares }: Pick<PlayedStep, 'weight' | 'shares'>): string {
  const each = shares.map(
    ({ name, replicas, total, share }) =>
      `${replicas} of ${total} pods of ${name} ${replicas === 1 ? 'is' : 'are'} ${percent(share)}`,
  );
  return `asked ${percent(weight)}: ${each.join(', ')}`;
}

/** Makes every canary as large as the step wants it beside the stable pods that there are now. */
async function grow(ports: RestorePorts, play: CanaryPlay, step: CanaryStep): Promise<readonly CanaryShare[] | WaitFailure> {
  const shares: CanaryShare[] = [];
  for (const deployment of play.deployments) {
    const stable = await ports.client.get<Deployment>(targetOf(deployment));
    const pods = stable?.spec.replicas ?? 1;
    const { replicas, share } = canarySize(step.weight, pods);
    const canary = canaryOf(deployment, play.services, replicas);
    ports.cancelled.throwIfAborted();
    try {
      await ports.writer.apply(canary, { force: true });
    } catch (error) {
      if (!(error instanceof KubernetesFailure)) throw error;
      return { state: 'failed', target: targetOf(canary), cause: refusalCause(canary, error), elapsedMs: 0 };
    }
    shares.push({ name: deployment.metadata.name, replicas, total: pods + replicas, share });
    ports.progress?.(`${objectName(canary)}: applied`);
  }
  return shares;
}

/**
 * Tries new versions beside the stable ones, step by step. At each step the canaries must become ready and stay so, without a
 * restart, for the step's pause. Nothing of the stable release is written.
 *
 * @param limits for each step; a pause that is shorter than the stability window lasts as long as that
 */
export async function playCanary(ports: RestorePorts, play: CanaryPlay, limits: WaitLimits): Promise<CanaryPlayed> {
  const played: PlayedStep[] = [];
  const startedMs = ports.clock.now();
  for (const [index, step] of play.steps.entries()) {
    const grown = await grow(ports, play, step);
    if ('state' in grown) return { result: grown, played };
    ports.progress?.(`canary step ${index + 1} of ${play.steps.length}, ${stepWords({ ...step, shares: grown })}`);
    const targets = play.deployments.map((deployment) => targetOf(canaryOf(deployment, play.services, 1)));
    const stabilityMs = Math.max(step.pauseMs, limits.stabilityMs);
    const result = await waitForRollout(ports, targets, play.namespace, { ...limits, stabilityMs });
    played.push({ ...step, shares: grown, passed: result.state === 'ready' });
    if (result.state !== 'ready') return { result, played };
  }
  return { result: { state: 'ready', elapsedMs: ports.clock.now() - startedMs }, played };
}
