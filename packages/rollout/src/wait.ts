import {
  type Kind,
  KINDS,
  type KubeEvent,
  type Kubernetes,
  type KubeObject,
  type Mirror,
  mirror,
  objectName,
  type Pod,
  type ReplicaSet,
  type Target,
} from '@slipway/kubernetes';
import type { Clock } from '@slipway/system';
import { type Cause, sight, type Sightings } from './cause.ts';
import { isArgoRollout, plannedPausesMs, referencedBy } from './progressive/argo-rollout.ts';
import { judgeRollout, restartsOf, signalsOf } from './verdict.ts';
import type { WorkloadView } from './view.ts';

/** What waiting needs of the world. */
export interface WaitPorts {
  readonly client: Kubernetes;
  readonly clock: Clock;
  readonly cancelled: AbortSignal;
  /** Called again and again while waiting; what it throws ends the wait. */
  readonly hold?: () => Promise<void>;
  /** Called when a workload's progress changes. */
  readonly progress?: (line: string) => void;
}

/** How long is waited. */
export interface WaitLimits {
  readonly timeoutMs: number;
  /** How long all must stay ready, without a restart, before it counts. */
  readonly stabilityMs: number;
}

/** A rollout that failed; without a view when the workload itself is gone. */
export interface WaitFailure {
  readonly state: 'failed';
  readonly target: Target;
  readonly cause: Cause;
  readonly view?: WorkloadView;
  readonly elapsedMs: number;
}

/**
 * How waiting ended. `paused` means that a Rollout goes no further until a person lets it; `lost` that the cluster could not be
 * seen, and nothing is known.
 */
export type WaitResult =
  | { readonly state: 'ready'; readonly elapsedMs: number }
  | WaitFailure
  | { readonly state: 'paused'; readonly target: Target; readonly why: string; readonly elapsedMs: number }
  | { readonly state: 'lost'; readonly why: string }
  | { readonly state: 'cancelled' };

const TICK_MS = 500;
/** How long the API server may stay away before we stop waiting for it. */
const AWAY_MS = 120_000;
/** How long an object that was applied may be missing from the views. */
const GONE_MS = 15_000;

/** Live views of workloads in one namespace. */
export interface Views {
  readonly ready: Promise<unknown>;
  /** Why the views are stale; undefined while they are current. */
  lost(): unknown;
  of(target: Target): WorkloadView | undefined;
}

/** Follows the workloads of a namespace and what belongs to them until the signal aborts. */
export function followWorkloads(client: Kubernetes, targets: readonly Target[], namespace: string, signal: AbortSignal): Views {
  const copy = <T extends KubeObject>(kind: Kind): Mirror<T> => mirror<T>(client, kind, { namespace }, signal);
  const kinds = new Map(targets.map(({ apiVersion, kind }) => [kind, { apiVersion, kind }]));
  const workloads = new Map([...kinds].map(([name, kind]) => [name, copy(kind)]));
  const [replicaSets, pods, events] = [copy<ReplicaSet>(KINDS.replicaSet), copy<Pod>(KINDS.pod), copy<KubeEvent>(KINDS.event)];
  const find = ({ kind, name }: Kind & { readonly name: string }): KubeObject | undefined =>
    workloads
      .get(kind)
      ?.items()
      .find(({ metadata }) => metadata.name === name);
  const needed = [...workloads.values(), replicaSets, pods];
  return {
    // Events explain; a role that may not read them must not stop a deploy.
    ready: Promise.all([...needed.map((each) => each.ready), events.ready.catch(() => undefined)]),
    lost: () => needed.map((each) => each.lost()).find((error) => error !== undefined),
    of: (target) => {
      const workload = find(target);
      const source = workload && referencedBy(workload);
      const referenced = source && find(source);
      return (
        workload && {
          workload,
          ...(referenced && { referenced }),
          replicaSets: replicaSets.items(),
          pods: pods.items(),
          events: events.items(),
        }
      );
    },
  };
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function gone(target: Target, elapsedMs: number): WaitFailure {
  const message = `${objectName(target)} is not in the cluster: someone deleted it after it was applied.`;
  return { state: 'failed', target, cause: { class: 'platform', reason: 'Gone', message }, elapsedMs };
}

/** Ready again and again, but never for long: a release that nobody should rely on. */
function unstable(target: Target, limits: WaitLimits, elapsedMs: number): WaitFailure {
  const message = `It became ready, but never stayed so for ${limits.stabilityMs / 1000} s without a restart.`;
  return { state: 'failed', target, cause: { class: 'app', reason: 'Unstable', message }, elapsedMs };
}

interface Looked {
  readonly failed?: WaitResult;
  readonly ready: boolean;
  readonly restarts: number;
  /** How long the workloads stand still by their own plan. */
  readonly pausesMs: number;
  /** Who waits for a person, and for what. */
  readonly paused?: { readonly target: Target; readonly why: string };
}

class Watcher {
  readonly #views: Views;
  readonly #targets: readonly Target[];
  readonly #limits: WaitLimits;
  readonly #sightings = new Map<string, Sightings>();
  readonly #said = new Map<string, string>();
  readonly #progress: (line: string) => void;

  constructor(views: Views, targets: readonly Target[], limits: WaitLimits, progress: (line: string) => void) {
    this.#views = views;
    this.#targets = targets;
    this.#limits = limits;
    this.#progress = progress;
  }

  look(nowMs: number, elapsedMs: number): Looked {
    let [ready, restarts, pausesMs]: [boolean, number, number] = [true, 0, 0];
    let paused: Looked['paused'];
    for (const target of this.#targets) {
      const name = objectName(target);
      const view = this.#views.of(target);
      if (view === undefined) {
        return { ready: false, restarts, pausesMs, ...(elapsedMs > GONE_MS && { failed: gone(target, elapsedMs) }) };
      }
      const ownPausesMs = isArgoRollout(view.workload) ? plannedPausesMs(view.workload) : 0;
      pausesMs = Math.max(pausesMs, ownPausesMs);
      const sightings = sight(this.#sightings.get(name) ?? new Map(), signalsOf(view), nowMs);
      this.#sightings.set(name, sightings);
      const deadlineMs = this.#limits.timeoutMs + ownPausesMs;
      const verdict = judgeRollout(view, { nowMs, elapsedMs, deadlineMs, sightings });
      if (verdict.state === 'failed') {
        return { failed: { state: 'failed', target, cause: verdict.cause, view, elapsedMs }, ready: false, restarts, pausesMs };
      }
      if (verdict.state === 'paused') paused = { target, why: verdict.why };
      // What waits for a person holds nobody else up.
      ready = ready && (verdict.state === 'ready' || verdict.state === 'paused');
      restarts += restartsOf(view);
      if (this.#said.get(name) !== verdict.progress) this.#progress(`${name}: ${verdict.progress}`);
      this.#said.set(name, verdict.progress);
    }
    return { ready, restarts, pausesMs, ...(paused && { paused }) };
  }
}

async function watchLoop(ports: WaitPorts, views: Views, targets: readonly Target[], limits: WaitLimits): Promise<WaitResult> {
  const watcher = new Watcher(views, targets, limits, ports.progress ?? (() => undefined));
  let [elapsedMs, awayMs, lastMs] = [0, 0, ports.clock.now()];
  let stable: { readonly sinceMs: number; readonly restarts: number } | undefined;
  for (;;) {
    const nowMs = ports.clock.now();
    const lost = views.lost();
    // Time in which the cluster cannot be seen is not the release's time.
    if (lost === undefined) [elapsedMs, awayMs] = [elapsedMs + nowMs - lastMs, 0];
    else awayMs += nowMs - lastMs;
    lastMs = nowMs;
    if (awayMs > AWAY_MS) return { state: 'lost', why: textOf(lost) };
    const looked = watcher.look(nowMs, elapsedMs);
    if (looked.failed !== undefined) return looked.failed;
    if (!looked.ready || lost !== undefined) stable = undefined;
    else if (stable === undefined || stable.restarts !== looked.restarts) stable = { sinceMs: nowMs, restarts: looked.restarts };
    if (stable !== undefined && nowMs - stable.sinceMs >= limits.stabilityMs) {
      return looked.paused === undefined ? { state: 'ready', elapsedMs } : { state: 'paused', ...looked.paused, elapsedMs };
    }
    const overdue = elapsedMs > limits.timeoutMs + looked.pausesMs + 2 * limits.stabilityMs;
    if (overdue && targets[0] !== undefined) return unstable(targets[0], limits, elapsedMs);
    if (lost === undefined) await ports.hold?.();
    await ports.clock.sleep(TICK_MS, ports.cancelled);
  }
}

/** Waits for the first lists: undefined when they are there, else why they are not. A refusal is thrown. */
export async function untilListed(views: Views, clock: Clock, cancelled: AbortSignal): Promise<unknown> {
  let [listed, refusal]: [boolean, unknown] = [false, undefined];
  views.ready.then(
    () => {
      listed = true;
    },
    (error: unknown) => {
      refusal = error;
    },
  );
  for (const startedMs = clock.now(); !listed; ) {
    await clock.sleep(TICK_MS / 5, cancelled);
    if (refusal !== undefined) throw refusal;
    if (clock.now() - startedMs > AWAY_MS) return views.lost() ?? 'the cluster does not answer';
  }
  return undefined;
}

/** Waits until all workloads are ready and stay so, or one of them fails, or nothing can be seen, or the run is cancelled. */
export async function waitForRollout(
  ports: WaitPorts,
  targets: readonly Target[],
  namespace: string,
  limits: WaitLimits,
): Promise<WaitResult> {
  if (ports.cancelled.aborted) return { state: 'cancelled' };
  const ended = new AbortController();
  const views = followWorkloads(ports.client, targets, namespace, AbortSignal.any([ended.signal, ports.cancelled]));
  try {
    const away = await untilListed(views, ports.clock, ports.cancelled);
    if (away !== undefined) return { state: 'lost', why: textOf(away) };
    return await watchLoop(ports, views, targets, limits);
  } catch (error) {
    if (ports.cancelled.aborted) return { state: 'cancelled' };
    throw error;
  } finally {
    ended.abort();
  }
}
