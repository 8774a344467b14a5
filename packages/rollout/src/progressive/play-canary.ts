import { type Deployment, KubernetesFailure, type KubeObject, objectName, targetOf } from '@slipway/kubernetes';
import { refusalCause } from '../refusal.ts';
import type { RestorePorts } from '../restore.ts';
import { waitForRollout, type WaitFailure, type WaitLimits, type WaitResult } from '../wait.ts';
import { canaryOf, canaryTarget, isOwnCanary } from './canary.ts';
import { canarySize } from './canary-size.ts';
import { sharesBeside, sharing } from './route.ts';

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

/** How routes lead a share of the requests to canaries. */
export interface Routing {
  /** The routes as they are without a canary. */
  readonly routes: readonly KubeObject[];
  /** The Services that they lead to, leading to the pods of the stable release alone. */
  readonly pins: readonly KubeObject[];
  /** The same Services as they are without a canary. */
  readonly unpinned: readonly KubeObject[];
  /** Services that lead to the canaries alone. */
  readonly services: readonly KubeObject[];
}

/** What is tried: Deployments in their next version, beside the Services among the manifests. */
export interface CanaryPlay {
  readonly deployments: readonly KubeObject[];
  readonly services: readonly KubeObject[];
  readonly steps: readonly CanaryStep[];
  readonly namespace: string;
  /** Where routes give the canary its share, whatever number of pods it has. */
  readonly routing?: Routing;
}

/** How a canary ended, and the steps up to there. */
export interface CanaryPlayed {
  readonly result: WaitResult;
  readonly played: readonly PlayedStep[];
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;

const written = ({ routing }: CanaryPlay): ReadonlySet<string> => new Set(routing?.pins.map(({ metadata }) => metadata.name));

/** Leads nobody to canaries any more. Routes come first, so that none leads to what is gone. */
export async function routeBack({ writer }: RestorePorts, { routes }: Routing, service: string): Promise<void> {
  for (const route of routes) {
    if (sharesBeside(route)) await writer.remove(canaryTarget(route), (live) => isOwnCanary(live, service));
    else await writer.apply(route, { force: true });
  }
}

/** Makes everything ready for routes to lead a share to canaries, with nobody led there yet. */
async function prepare(ports: RestorePorts, routing: Routing, service: string): Promise<void> {
  await routeBack(ports, routing, service);
  for (const object of [...routing.pins, ...routing.services]) await ports.writer.apply(object, { force: true });
}

async function route({ writer, progress }: RestorePorts, play: CanaryPlay, { weight }: CanaryStep): Promise<void> {
  for (const each of play.routing?.routes ?? []) {
    const shared = sharing(each, written(play), weight);
    await writer.apply(shared, { force: true });
    progress?.(`${objectName(shared)}: leads ${percent(weight)} to the canary`);
  }
}

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
 * restart, for the step's pause. Nothing of the stable release is written, but for where routes lead: then the Services that they
 * lead to are pinned to its pods, and the routes themselves give the share.
 *
 * @param limits for each step; a pause that is shorter than the stability window lasts as long as that
 */
export async function playCanary(
  ports: RestorePorts,
  play: CanaryPlay,
  limits: WaitLimits,
  service: string,
): Promise<CanaryPlayed> {
  const played: PlayedStep[] = [];
  const startedMs = ports.clock.now();
  if (play.routing !== undefined) await prepare(ports, play.routing, service);
  for (const [index, step] of play.steps.entries()) {
    const grown = await grow(ports, play, step);
    if ('state' in grown) return { result: grown, played };
    ports.progress?.(`canary step ${index + 1} of ${play.steps.length}, ${stepWords({ ...step, shares: grown })}`);
    const targets = play.deployments.map((deployment) => targetOf(canaryOf(deployment, play.services, 1)));
    if (play.routing !== undefined) {
      const up = await waitForRollout(ports, targets, play.namespace, { ...limits, stabilityMs: 0 });
      if (up.state !== 'ready') return { result: up, played: [...played, { ...step, shares: grown, passed: false }] };
      await route(ports, play, step);
    }
    const stabilityMs = Math.max(step.pauseMs, limits.stabilityMs);
    const result = await waitForRollout(ports, targets, play.namespace, { ...limits, stabilityMs });
    played.push({ ...step, shares: grown, passed: result.state === 'ready' });
    if (result.state !== 'ready') return { result, played };
  }
  return { result: { state: 'ready', elapsedMs: ports.clock.now() - startedMs }, played };
}
