import { Failure } from '@slipway/failure';
import type { Deployment } from '@slipway/kubernetes';
import { type Look, type Prometheus, prometheusOf } from '@slipway/prometheus';
import {
  boundariesOf,
  type Day,
  followWorkloads,
  newPods,
  newReplicaSet,
  replicaSetsOf,
  untilListed,
  type Version,
  type Views,
  WatchJudge,
  type WatchPolicy,
  type WatchSamples,
  type WatchVerdict,
  type WorkloadView,
} from '@slipway/rollout';
import type { Ports } from '@slipway/runner';
import { dayBefore } from './day.ts';
import { PodWatch, type Trouble } from './pod-watch.ts';
import { Prober } from './probes.ts';
import { Sampler } from './sampler.ts';
import type { Inputs, Scene } from './scene.ts';
import type { Versions } from './selector.ts';

/** How a watch ended, with all that it saw. */
export interface Watched {
  readonly end: 'decided' | 'cancelled' | 'superseded';
  readonly verdict: WatchVerdict;
  readonly policy: WatchPolicy;
  readonly samples: WatchSamples;
  readonly looks: readonly Look[];
  readonly trouble?: Trouble;
  readonly view?: WorkloadView;
}

const LOOKBACK_MS_MIN = 300_000;
/** How much of the version before is compared with. */
const HISTORY_MS = 1_800_000;

/** The inputs that a policy is made of. */
export type PolicyInputs = Pick<
  Inputs,
  | 'duration'
  | 'interval'
  | 'errorRateMax'
  | 'minRequests'
  | 'falseRollbackMax'
  | 'onOneBadPod'
  | 'lateMax'
  | 'compare'
  | 'riseMax'
  | 'riseFloor'
  | 'onSlower'
  | 'latencyMetric'
>;

/** The policy that the inputs state; of several services that are watched together, each gets its part of the promise. */
export function policyOf(inputs: PolicyInputs, services = 1): WatchPolicy {
  return {
    durationMs: inputs.duration,
    intervalMs: inputs.interval,
    errorRateMax: inputs.errorRateMax,
    minRequests: inputs.minRequests,
    falseRollbackMax: inputs.falseRollbackMax / services,
    onePodCounts: inputs.onOneBadPod === 'rollback',
    lateMs: inputs.lateMax,
    ...(inputs.compare === 'before' && {
      comparison: { historyMs: HISTORY_MS, margin: inputs.riseMax, floor: inputs.riseFloor },
    }),
    ...(inputs.onSlower !== 'ignore' && {
      slowerDecides: inputs.onSlower === 'rollback',
      timeUnit: /_seconds$/.test(inputs.latencyMetric) ? ' s' : /_milliseconds$|_ms$/.test(inputs.latencyMetric) ? ' ms' : '',
    }),
  };
}

/** What is known of a scene's workloads by now. */
export function viewsOf({ targets }: Pick<Scene, 'targets'>, views: Views): readonly WorkloadView[] {
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

const replicasOf = (views: readonly WorkloadView[]): number =>
  views.reduce((sum, { workload }) => sum + ((workload as Deployment).spec.replicas ?? 1), 0);

async function readUnlessCancelled(sampler: Sampler, nowMs: number, lookbackMs: number, cancelled: AbortSignal): Promise<void> {
  try {
    await sampler.read(nowMs, lookbackMs);
  } catch (error) {
    if (!cancelled.aborted) throw error;
  }
}

/** Everything that a watch looks with. */
class Lookout {
  readonly #scene: Scene;
  readonly #ports: Ports;
  readonly #sampler: Sampler;
  readonly #source: Prometheus;
  readonly #prober: Prober;
  readonly #startedMs: number;
  readonly #lookbackMs: number;
  readonly policy: WatchPolicy;
  readonly replicas: number;
  readonly #pods = new Set<string>();
  #day: Day | undefined;

  constructor(scene: Scene, ports: Ports, views: readonly WorkloadView[]) {
    const { inputs } = scene;
    this.#scene = scene;
    this.#ports = ports;
    this.#source = prometheusOf(inputs, ports);
    this.#sampler = new Sampler(this.#source, inputs, versionsOf(views));
    this.#prober = new Prober(inputs);
    this.policy = policyOf(inputs, scene.among);
    this.replicas = replicasOf(views);
    this.meet(views);
    this.#lookbackMs = Math.max(LOOKBACK_MS_MIN, inputs.duration, this.policy.comparison?.historyMs ?? 0);
    this.#startedMs = ports.clock.now();
  }

  get looks(): readonly Look[] {
    return this.#sampler.looks;
  }

  read(): Promise<void> {
    return readUnlessCancelled(this.#sampler, this.#ports.clock.now(), this.#lookbackMs, this.#ports.cancelled);
  }

  /** Waits until the next look; gives whether the run was cancelled meanwhile. */
  next(): Promise<boolean> {
    return this.#prober.during(this.#scene.inputs.interval, this.#ports).then(
      () => false,
      () => true,
    );
  }

  /** Learns which pods the new version has. Pods of an earlier time of the same version are not the release's. */
  meet(views: readonly WorkloadView[]): void {
    for (const { metadata } of views.flatMap(newPods)) this.#pods.add(metadata.name);
  }

  /** What was seen so far. All times are those of the server that keeps the samples. */
  samples(): WatchSamples {
    const { skewMs } = this.#sampler;
    const own = ({ version, pod }: { readonly version: Version; readonly pod: string }): boolean =>
      version !== 'new' || this.#pods.has(pod);
    const [series, buckets] = [this.#sampler.series.filter(own), this.#sampler.buckets.filter(own)];
    const started = this.#startedMs + skewMs;
    const probes = this.#prober.seen(skewMs);
    return {
      ...{ startedMs: started, leftEdgeMs: started - this.#lookbackMs, nowMs: this.#ports.clock.now() + skewMs, series },
      ...{ buckets, newPods: this.replicas },
      ...(this.#day && { day: this.#day }),
      ...(probes && { probes }),
    };
  }

  /** Reads the day before beside the watch: the first looks must not wait for it. */
  readDay(views: readonly WorkloadView[]): void {
    const { inputs } = this.#scene;
    if (this.policy.comparison === undefined || inputs.calibration === 'half-hour') return;
    const samples = this.samples();
    const { durationMs, intervalMs } = this.policy;
    const window = { untilMs: samples.startedMs, intervalMs, durationMs, boundaries: boundariesOf(samples, this.policy) };
    dayBefore(this.#source, inputs, { views, without: versionsOf(views).fresh, ...window }).then(
      (day) => {
        this.#day = day;
      },
      (error: unknown) => {
        if (this.#ports.cancelled.aborted) return;
        this.#ports.log.info(`The day before could not be read, so the last half hour alone is measured: ${String(error)}`);
      },
    );
  }
}

async function watchLoop(scene: Scene, ports: Ports, views: Views): Promise<Watched> {
  const first = viewsOf(scene, views);
  const versions = versionsOf(first);
  const lookout = new Lookout(scene, ports, first);
  const judge = new WatchJudge(lookout.policy);
  const pods = new PodWatch();
  await lookout.read();
  lookout.readDay(first);
  for (;;) {
    if (!(await lookout.next())) await lookout.read();
    const current = viewsOf(scene, views);
    lookout.meet(current);
    const samples = lookout.samples();
    const { policy, looks } = lookout;
    const seen = { verdict: judge.judge(samples), policy, samples, looks, ...(current[0] && { view: current[0] }) };
    const superseded = views.lost() === undefined && versionsOf(current).fresh.some((name) => !versions.fresh.includes(name));
    if (ports.cancelled.aborted) return { ...seen, end: 'cancelled' };
    if (superseded) return { ...seen, end: 'superseded' };
    const trouble = views.lost() === undefined ? pods.look(current, ports.clock.now()) : undefined;
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
    // What is still being read or asked when the watch is over ends with it.
    return await watchLoop(scene, { ...ports, cancelled: signal }, views);
  } finally {
    ended.abort();
  }
}
