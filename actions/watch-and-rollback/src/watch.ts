import { Failure } from '@slipway/failure';
import type { Deployment } from '@slipway/kubernetes';
import {
  type Cause,
  followWorkloads,
  judgeRollout,
  judgeWatch,
  newReplicaSet,
  replicaSetsOf,
  sight,
  type Sightings,
  signalsOf,
  untilListed,
  type Views,
  type WatchPolicy,
  type WatchSamples,
  type WatchVerdict,
  type WorkloadView,
} from '@slipway/rollout';
import type { Ports } from '@slipway/runner';
import { prometheus } from './prometheus.ts';
import { type Look, Sampler } from './sampler.ts';
import type { Inputs, Scene } from './scene.ts';
import type { Versions } from './selector.ts';

/** Trouble that the cluster shows without any request: new pods that crash. */
export interface Trouble {
  readonly cause: Cause;
  readonly view: WorkloadView;
}

/** How a watch ended, with all that it saw. */
export interface Watched {
  readonly end: 'decided' | 'cancelled' | 'superseded';
  readonly verdict: WatchVerdict;
  readonly samples: WatchSamples;
  readonly looks: readonly Look[];
  readonly trouble?: Trouble;
  readonly view?: WorkloadView;
}

const LOOKBACK_MS_MIN = 300_000;
/** How much of the version before is compared with. */
const HISTORY_MS = 1_800_000;

/** The policy that the inputs state. */
export function policyOf(inputs: Inputs): WatchPolicy {
  return {
    durationMs: inputs.duration,
    intervalMs: inputs.interval,
    errorRateMax: inputs.errorRateMax,
    minRequests: inputs.minRequests,
    falseRollbackMax: inputs.falseRollbackMax,
    onePodCounts: inputs.onOneBadPod === 'rollback',
    ...(inputs.compare === 'before' && {
      comparison: { historyMs: HISTORY_MS, margin: inputs.riseMax, floor: inputs.riseFloor },
    }),
  };
}

function viewsOf({ targets }: Scene, views: Views): readonly WorkloadView[] {
  return targets.flatMap((target) => views.of(target) ?? []);
}

/** The ReplicaSets of the new version and of the one right before it. */
export function versionsOf(views: readonly WorkloadView[]): Versions {
  const fresh = views.flatMap(
    ({ workload, replicaSets }) => newReplicaSet(workload as Deployment, replicaSets)?.metadata.name ?? [],
  );
  const old = views.flatMap(({ workload, replicaSets }) => {
    const others = replicaSetsOf(workload, replicaSets).filter(({ metadata }) => !fresh.includes(metadata.name));
    return others[0]?.metadata.name ?? [];
  });
  return { fresh, old };
}

/** Looks at the new pods themselves; registry, capacity and platform are no fault of a release that ran already. */
class PodWatch {
  #sightings: Sightings = new Map();

  look(views: readonly WorkloadView[], nowMs: number): Trouble | undefined {
    for (const view of views) {
      this.#sightings = new Map([...this.#sightings, ...sight(this.#sightings, signalsOf(view), nowMs)]);
      const moment = { nowMs, elapsedMs: 0, deadlineMs: Number.POSITIVE_INFINITY, sightings: this.#sightings };
      const verdict = judgeRollout(view, moment);
      if (verdict.state === 'failed' && ['app', 'config'].includes(verdict.cause.class)) return { cause: verdict.cause, view };
    }
    return undefined;
  }
}

async function readUnlessCancelled(sampler: Sampler, nowMs: number, lookbackMs: number, cancelled: AbortSignal): Promise<void> {
  try {
    await sampler.read(nowMs, lookbackMs);
  } catch (error) {
    if (!cancelled.aborted) throw error;
  }
}

async function watchLoop(scene: Scene, ports: Ports, views: Views): Promise<Watched> {
  const { inputs } = scene;
  const policy = policyOf(inputs);
  const versions = versionsOf(viewsOf(scene, views));
  const address = { url: inputs.prometheusUrl, token: inputs.prometheusToken?.reveal(), signal: ports.cancelled };
  const source = prometheus(ports.http, address);
  const sampler = new Sampler(source, inputs, versions);
  const pods = new PodWatch();
  const lookbackMs = Math.max(LOOKBACK_MS_MIN, inputs.duration, policy.comparison?.historyMs ?? 0);
  const startedMs = ports.clock.now();
  await readUnlessCancelled(sampler, startedMs, lookbackMs, ports.cancelled);
  for (;;) {
    const cancelled = await ports.clock.sleep(inputs.interval, ports.cancelled).then(
      () => false,
      () => true,
    );
    const nowMs = ports.clock.now();
    if (!cancelled) await readUnlessCancelled(sampler, nowMs, lookbackMs, ports.cancelled);
    const current = viewsOf(scene, views);
    const { skewMs, series, looks } = sampler;
    // From here on all times are those of the server that keeps the samples.
    const started = startedMs + skewMs;
    const samples = { startedMs: started, leftEdgeMs: started - lookbackMs, nowMs: nowMs + skewMs, series };
    const seen = { verdict: judgeWatch(samples, policy), samples, looks, ...(current[0] && { view: current[0] }) };
    const superseded = views.lost() === undefined && versionsOf(current).fresh.some((name) => !versions.fresh.includes(name));
    if (ports.cancelled.aborted) return { ...seen, end: 'cancelled' };
    if (superseded) return { ...seen, end: 'superseded' };
    const trouble = views.lost() === undefined ? pods.look(current, nowMs) : undefined;
    if (trouble !== undefined) return { ...seen, end: 'decided', trouble };
    if (seen.verdict.state !== 'watching') return { ...seen, end: 'decided' };
  }
}

/** Watches a release until something is decided. */
export async function watch(scene: Scene, ports: Ports): Promise<Watched> {
  const ended = new AbortController();
  const signal = AbortSignal.any([ended.signal, ports.cancelled]);
  const views = followWorkloads(scene.client, scene.targets, scene.inputs.namespace, signal);
  try {
    const away = await untilListed(views, ports.clock, ports.cancelled);
    if (away !== undefined) throw new Failure({ code: 'K8S_AWAY', message: `The cluster cannot be seen: ${String(away)}.` });
    return await watchLoop(scene, ports, views);
  } finally {
    ended.abort();
  }
}
