import type { Pod } from '@slipway/kubernetes';
import { type Cause, judgeRollout, newPods, sight, type Sightings, signalsOf, type WorkloadView } from '@slipway/rollout';

/** Trouble that the cluster shows without any request. */
export interface Trouble {
  readonly cause: Cause;
  readonly view: WorkloadView;
}

/** How long most of the new pods may be unready before it counts. */
const UNREADY_MS = 30_000;

const nameOf = ({ metadata }: Pod): string => metadata.name;
const isReady = ({ status }: Pod): boolean =>
  status?.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') === true;
const restartsOf = ({ status }: Pod): number =>
  (status?.containerStatuses ?? []).reduce((sum, { restartCount }) => sum + restartCount, 0);

/**
 * Registry, nodes and quotas are no fault of a release that ran already; memory that it asks for and does not get along with is.
 * A Deployment that somebody paused under the watch is nobody's fault.
 */
const isOwnFault = ({ class: kind, reason }: Cause): boolean =>
  reason !== 'Paused' && (kind === 'app' || kind === 'config' || reason === 'OOMKilled');

/** Looks at the new pods themselves, from look to look. */
export class PodWatch {
  #sightings: Sightings = new Map();
  readonly #restarts = new Map<string, number>();
  readonly #wereReady = new Set<string>();
  #unreadySinceMs: number | undefined;

  look(views: readonly WorkloadView[], nowMs: number): Trouble | undefined {
    for (const view of views) {
      this.#sightings = new Map([...this.#sightings, ...sight(this.#sightings, signalsOf(view), nowMs)]);
      const moment = { nowMs, elapsedMs: 0, deadlineMs: Number.POSITIVE_INFINITY, sightings: this.#sightings };
      const verdict = judgeRollout(view, moment);
      if (verdict.state === 'failed' && isOwnFault(verdict.cause)) return { cause: verdict.cause, view };
      const cause = this.#restarted(newPods(view)) ?? this.#unready(newPods(view), nowMs);
      if (cause !== undefined) return { cause, view };
    }
    return undefined;
  }

  /** Containers that were started again in place since the watch began, in at least half of several pods. */
  #restarted(pods: readonly Pod[]): Cause | undefined {
    for (const pod of pods) if (!this.#restarts.has(nameOf(pod))) this.#restarts.set(nameOf(pod), restartsOf(pod));
    const again = pods.filter((pod) => restartsOf(pod) > (this.#restarts.get(nameOf(pod)) ?? 0));
    const [first] = again;
    if (first === undefined || again.length < 2 || again.length * 2 < pods.length) return undefined;
    const ended = first.status?.containerStatuses?.find(({ lastState }) => lastState?.terminated !== undefined)?.lastState
      ?.terminated;
    const how =
      ended?.reason === 'OOMKilled' ? 'killed for their memory limit' : `ended with exit code ${ended?.exitCode ?? 'unknown'}`;
    const message = `${again.length} of ${pods.length} new pods had to be started again during the watch: ${how}`;
    return { class: 'app', reason: ended?.reason === 'OOMKilled' ? 'OOMKilled' : 'Restarted', message, pod: nameOf(first) };
  }

  /** Most of the pods were ready and are no more. */
  #unready(pods: readonly Pod[], nowMs: number): Cause | undefined {
    for (const pod of pods.filter(isReady)) this.#wereReady.add(nameOf(pod));
    const lost = pods.filter((pod) => !isReady(pod) && this.#wereReady.has(nameOf(pod)));
    const [first] = lost;
    if (first === undefined || lost.length * 2 <= pods.length) {
      this.#unreadySinceMs = undefined;
      return undefined;
    }
    this.#unreadySinceMs ??= nowMs;
    if (nowMs - this.#unreadySinceMs < UNREADY_MS) return undefined;
    const message = `${lost.length} of ${pods.length} new pods were ready, and have not been for ${UNREADY_MS / 1000} s`;
    return { class: 'app', reason: 'NotReady', message, pod: nameOf(first) };
  }
}
