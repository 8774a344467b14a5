import { type KubeEvent, type KubeObject, type Pod, type ReplicaSet, type Condition, eventTime } from '@slipway/kubernetes';
import type { Cause, Signal } from './cause.ts';
import { eventsOf } from './view.ts';

const NEVER = Number.POSITIVE_INFINITY;

/** What autoscalers say of a pod that waits for a node: the first group brings one, the second does not. */
const SCALING = new Set(['TriggeredScaleUp', 'Nominated']);
const NOT_SCALING = new Set(['NotTriggerScaleUp', 'FailedScaleUp']);

/**
 * Whether an autoscaler is bringing a node for the pod, by its own newest word. The scheduler goes on saying that it finds none,
 * and is not heard: https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/FAQ.md#what-events-are-emitted-by-ca
 */
function isScaling(own: readonly KubeEvent[]): boolean {
  const words = own.filter(({ reason = '' }) => SCALING.has(reason) || NOT_SCALING.has(reason));
  const newest = words.sort((a, b) => eventTime(b) - eventTime(a))[0];
  return newest !== undefined && SCALING.has(newest.reason ?? '');
}

function unschedulable(pod: Pod, events: readonly KubeEvent[]): readonly Signal[] {
  const condition = pod.status?.conditions?.find(({ type, status }) => type === 'PodScheduled' && status === 'False');
  if (condition?.reason !== 'Unschedulable') return [];
  const scaling = isScaling(eventsOf(pod, events));
  const brought = scaling ? '; an autoscaler said that it brings a node' : '';
  const message = `No node takes the pod: ${condition.message ?? 'the scheduler does not say why'}${brought}`;
  // An autoscaler needs a while to say so, and then as long as the rollout has.
  const graceMs = scaling ? NEVER : 60_000;
  return [{ cause: { class: 'capacity', reason: 'Unschedulable', message, pod: pod.metadata.name }, graceMs }];
}

function evicted(pod: Pod): readonly Signal[] {
  if (pod.status?.phase !== 'Failed' || pod.status.reason !== 'Evicted') return [];
  const message = `The pod was evicted: ${pod.status.message ?? ''}`;
  return [{ cause: { class: 'platform', reason: 'Evicted', message, pod: pod.metadata.name }, graceMs: NEVER }];
}

/** The last event of a reason, unless something newer says that it is over. */
function eventSignal(pod: Pod, own: readonly KubeEvent[], reason: string, cause: (text: string) => Signal): readonly Signal[] {
  const last = own.filter((event) => event.reason === reason).sort((a, b) => eventTime(b) - eventTime(a))[0];
  const running = pod.status?.containerStatuses?.some(({ state, ready }) => ready && state?.running !== undefined) === true;
  return last?.message === undefined || running ? [] : [cause(last.message)];
}

function mountAndProbe(pod: Pod, events: readonly KubeEvent[]): readonly Signal[] {
  const own = eventsOf(pod, events);
  const name = pod.metadata.name;
  return [
    ...eventSignal(pod, own, 'FailedMount', (text) => {
      const absent = /not found|references non-existent/.test(text);
      const cause: Cause = { class: absent ? 'config' : 'platform', reason: 'FailedMount', message: text, pod: name };
      return { cause, graceMs: absent ? 20_000 : NEVER };
    }),
    ...eventSignal(pod, own, 'Unhealthy', (text) => ({
      cause: { class: 'app', reason: 'NotReady', message: `The pod does not become ready: ${text}`, pod: name },
      graceMs: NEVER,
    })),
  ];
}

type Probe = Readonly<Record<string, unknown>>;

/** What a probe does, in a few words. */
function probeText(probe: Probe): string {
  const get = probe['httpGet'] as { readonly path?: string; readonly port?: unknown } | undefined;
  if (get !== undefined) return `GET ${get.path ?? '/'} on port ${String(get.port)}`;
  const tcp = probe['tcpSocket'] as { readonly port?: unknown } | undefined;
  if (tcp !== undefined) return `a connection to port ${String(tcp.port)}`;
  const exec = probe['exec'] as { readonly command?: readonly string[] } | undefined;
  return exec === undefined ? 'gRPC' : `the command ${(exec.command ?? []).join(' ')}`;
}

/** A container that runs and is not ready, whose probe is the reason: events that would say so can be late, or lost in a crowd. */
function probing(pod: Pod): readonly Signal[] {
  const waiting = (pod.status?.containerStatuses ?? []).filter(({ ready, state }) => !ready && state?.running !== undefined);
  return waiting.flatMap(({ name }) => {
    const probe = pod.spec?.containers.find((container) => container.name === name)?.['readinessProbe'] as Probe | undefined;
    if (probe === undefined) return [];
    const message = `The container ${name} runs and its readiness probe, ${probeText(probe)}, has not succeeded`;
    return [{ cause: { class: 'app', reason: 'NotReady', message, pod: pod.metadata.name, container: name }, graceMs: NEVER }];
  });
}

/** The signals in the new pods themselves: where they are put, what is mounted, how probes go. */
export function podSignals(pods: readonly Pod[], events: readonly KubeEvent[]): readonly Signal[] {
  return pods.flatMap((pod) => [...unschedulable(pod, events), ...evicted(pod), ...mountAndProbe(pod, events), ...probing(pod)]);
}

/** The signal of a controller that may not make its pods: a quota, or a policy. */
export function creationSignals(owners: readonly (KubeObject | ReplicaSet)[]): readonly Signal[] {
  return owners.flatMap((owner) => {
    const { conditions } = (owner['status'] ?? {}) as { readonly conditions?: readonly Condition[] };
    const failure = conditions?.find(({ type, status }) => type === 'ReplicaFailure' && status === 'True');
    if (failure === undefined) return [];
    const quota = /exceeded quota|maximum|minimum/.test(failure.message ?? '');
    const cause: Cause = {
      class: quota ? 'capacity' : 'policy',
      reason: quota ? 'QuotaExceeded' : (failure.reason ?? 'FailedCreate'),
      message: `The cluster refuses the new pods: ${failure.message ?? ''}`,
    };
    return [{ cause, graceMs: 8000 }];
  });
}
