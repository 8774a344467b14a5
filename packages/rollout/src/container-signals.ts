import { type ContainerStatus, type KubeEvent, type Pod, eventTime } from '@slipway/kubernetes';
import type { Cause, CauseClass, Signal } from './cause.ts';
import { eventsOf } from './view.ts';

const NEVER = Number.POSITIVE_INFINITY;
const PULLING = new Set(['ErrImagePull', 'ImagePullBackOff']);
const CONFIG_NOW = new Set(['InvalidImageName', 'ErrImageNeverPull']);
const CREATING = new Set(['CreateContainerError', 'RunContainerError', 'StartError', 'ContainerCannotRun']);
/** Restarts after which one pod alone says enough. */
const RESTARTS_ENOUGH = 3;
/** Restarts that a sidecar may need until what it waits for is there. */
const SIDECAR_RESTARTS_ENOUGH = 6;
/** On a pod: the names of containers that are sidecars, beside those that Kubernetes itself knows as such. */
const SIDECARS = 'slipway.dev/sidecars';

interface Sign {
  readonly class: CauseClass;
  readonly reason: string;
  readonly graceMs: number;
}

/** A pull fails for good, or only just now: the text tells, and a registry that is merely down must never end a rollout early. */
function pullSign(text: string): Sign {
  if (/not found|manifest unknown|no match for platform|does not exist/i.test(text)) {
    return { class: 'registry', reason: 'ImageNotFound', graceMs: 8000 };
  }
  if (/denied|unauthorized|authentication required|\b40[13]\b/i.test(text)) {
    return { class: 'registry', reason: 'ImagePullDenied', graceMs: 15_000 };
  }
  return { class: 'registry', reason: 'ImagePullFailed', graceMs: NEVER };
}

/** What the container runtime says nests the reference four times; where the cause is known, one sentence says more. */
function pullText({ reason }: Sign, image: string, said: string): string {
  if (reason === 'ImageNotFound') return `The registry has no image ${image}`;
  if (reason === 'ImagePullDenied') return `The registry refuses the node the image ${image}`;
  return `The image ${image} cannot be pulled: ${said}`;
}

function latest(events: readonly KubeEvent[], reason: string): string {
  const same = events.filter((event) => event.reason === reason);
  return same.sort((a, b) => eventTime(b) - eventTime(a))[0]?.message ?? '';
}

function waitingSignal(pod: Pod, status: ContainerStatus, events: readonly KubeEvent[]): Signal | undefined {
  const { reason = '', message = '' } = status.state?.waiting ?? {};
  const of = (sign: Sign, text: string): Signal => ({
    cause: { class: sign.class, reason: sign.reason, message: text, pod: pod.metadata.name, container: status.name },
    graceMs: sign.graceMs,
  });
  if (PULLING.has(reason)) {
    // "Back-off" says nothing; what the registry answered outlives it in the event.
    const said = /^Back-off pulling image "[^"]*"$/.test(message) ? latest(events, 'Failed') : message;
    const sign = pullSign(said);
    return of(sign, pullText(sign, status.image ?? '', said || reason));
  }
  if (CONFIG_NOW.has(reason)) return of({ class: 'config', reason, graceMs: 0 }, `${reason}: ${message}`);
  if (reason === 'CreateContainerConfigError') {
    return of({ class: 'config', reason, graceMs: 10_000 }, `The container's configuration cannot be put together: ${message}`);
  }
  if (CREATING.has(reason))
    return of({ class: 'config', reason, graceMs: 10_000 }, `The container cannot be started: ${message}`);
  return undefined;
}

/** How the process of a container that keeps ending has ended. */
function crashCause(pod: Pod, status: ContainerStatus, init: boolean): Cause {
  const ended = status.lastState?.terminated ?? status.state?.terminated;
  const memory = ended?.reason === 'OOMKilled';
  const how = memory ? 'was killed for its memory limit' : `ended with exit code ${ended?.exitCode ?? 'unknown'}`;
  const which = init ? 'The init container' : 'The container';
  const said = ended?.message === undefined ? '' : `: ${ended.message.trim()}`;
  return {
    class: memory ? 'capacity' : ended?.reason === 'StartError' ? 'config' : 'app',
    reason: memory ? 'OOMKilled' : 'CrashLoopBackOff',
    message: `${which} ${status.name} ${how} and was restarted ${status.restartCount} times${said}`,
    pod: pod.metadata.name,
    container: status.name,
  };
}

function isCrashing({ state, restartCount }: ContainerStatus): boolean {
  return state?.waiting?.reason === 'CrashLoopBackOff' || restartCount >= 2;
}

function statusesOf({ status }: Pod): readonly (readonly [ContainerStatus, init: boolean])[] {
  const init = (status?.initContainerStatuses ?? []).map((each) => [each, true] as const);
  return [...init, ...(status?.containerStatuses ?? []).map((each) => [each, false] as const)];
}

/** Whether a container only stands by the others: https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/ */
function isSidecar({ metadata, spec }: Pod, { name }: ContainerStatus): boolean {
  const named = (metadata.annotations?.[SIDECARS] ?? '').split(',').map((each) => each.trim());
  const native = spec?.initContainers?.find((container) => container.name === name);
  return named.includes(name) || native?.['restartPolicy'] === 'Always';
}

function crashSignals(pods: readonly Pod[], desired: number): readonly Signal[] {
  const crashing = pods.flatMap((pod) =>
    statusesOf(pod)
      .filter(([status]) => !status.ready && isCrashing(status))
      .filter(([status]) => !isSidecar(pod, status) || status.restartCount >= SIDECAR_RESTARTS_ENOUGH)
      .map(([status, init]) => ({ pod, status, init })),
  );
  const quorum = Math.max(1, Math.ceil(desired / 3));
  const enough = new Set(crashing.map(({ pod }) => pod.metadata.name)).size >= quorum;
  return crashing.map(({ pod, status, init }) => ({
    cause: crashCause(pod, status, init),
    graceMs: enough || status.restartCount >= RESTARTS_ENOUGH ? 0 : NEVER,
  }));
}

/** The signals in the containers of the new pods, of which `desired` are wanted. */
export function containerSignals(pods: readonly Pod[], events: readonly KubeEvent[], desired: number): readonly Signal[] {
  const waiting = pods.flatMap((pod) =>
    statusesOf(pod).flatMap(([status]) => {
      const signal = waitingSignal(pod, status, eventsOf(pod, events));
      return signal === undefined ? [] : [signal];
    }),
  );
  return [...crashSignals(pods, desired), ...waiting];
}
