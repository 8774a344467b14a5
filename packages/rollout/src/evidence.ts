import { eventCount, eventTime, type KubeEvent, type Kubernetes, type Pod } from '@slipway/kubernetes';
import type { Cause } from './cause.ts';
import type { Redact } from './redact.ts';
import { eventsOf, newPods, type WorkloadView } from './view.ts';

/** The logs of one container that is in trouble. */
export interface ContainerEvidence {
  readonly pod: string;
  readonly container: string;
  readonly log?: string;
  /** The log of the run before: for a container that crashes, the one that says why. */
  readonly previousLog?: string;
}

/** What was seen before anything was undone. */
export interface Evidence {
  readonly cause: Cause;
  readonly containers: readonly ContainerEvidence[];
  readonly events: readonly string[];
}

const PODS_MAX = 2;
const EVENTS_MAX = 15;
const TAIL_LINES = 40;

function eventLine(event: KubeEvent): string {
  const { kind, name } = event.involvedObject;
  return `${event.type ?? ''} ${event.reason ?? ''} ${kind}/${name} (x${eventCount(event)}): ${event.message ?? ''}`.trim();
}

/** The pods to look at: the one that is named first, then others that are not ready. */
function suspects({ pod }: Cause, pods: readonly Pod[]): readonly Pod[] {
  const troubled = pods.filter(({ status }) => status?.containerStatuses?.every(({ ready }) => ready) !== true);
  const named = pods.filter(({ metadata }) => metadata.name === pod);
  return [...new Set([...named, ...troubled])].slice(0, PODS_MAX);
}

async function logOf(client: Kubernetes, pod: Pod, container: string, previous: boolean): Promise<string | undefined> {
  const { name, namespace = '' } = pod.metadata;
  try {
    const text = (await client.logs({ name, namespace }, { container, previous, tailLines: TAIL_LINES })).trimEnd();
    // The kubelet says so with status 200 when the run's log is not on the node any more.
    return text.startsWith('unable to retrieve container logs') ? undefined : text;
  } catch {
    // A container that never ran has no log, and a right to read logs is not needed to deploy.
    return undefined;
  }
}

async function containerEvidence(
  client: Kubernetes,
  pod: Pod,
  { named, redact }: { readonly named: boolean; readonly redact: Redact },
): Promise<readonly ContainerEvidence[]> {
  const { initContainerStatuses: init = [], containerStatuses: own = [] } = pod.status ?? {};
  const ran = [...init.filter(({ ready }) => !ready), ...own.filter(({ ready }) => named || !ready)];
  return Promise.all(
    ran.map(async ({ name, restartCount }) => {
      const log = await logOf(client, pod, name, false);
      const previousLog = restartCount > 0 ? await logOf(client, pod, name, true) : undefined;
      return {
        pod: pod.metadata.name,
        container: name,
        ...(log !== undefined && { log: redact(log) }),
        ...(previousLog !== undefined && { previousLog: redact(previousLog) }),
      };
    }),
  );
}

/** Collects what explains a failed rollout, while it can still be seen. */
export async function collectEvidence(
  client: Kubernetes,
  cause: Cause,
  view: WorkloadView | undefined,
  redact: Redact,
): Promise<Evidence> {
  const pods = view === undefined ? [] : newPods(view);
  const look = (pod: Pod) => containerEvidence(client, pod, { named: pod.metadata.name === cause.pod, redact });
  const containers = (await Promise.all(suspects(cause, pods).map(look))).flat();
  const about = view === undefined ? [] : [view.workload, ...pods].flatMap((object) => eventsOf(object, view.events));
  const events = about
    .filter(({ type }) => type !== 'Normal')
    .sort((a, b) => eventTime(b) - eventTime(a))
    .slice(0, EVENTS_MAX);
  const message = redact(cause.message);
  return { cause: { ...cause, message }, containers, events: events.map((event) => redact(eventLine(event))) };
}
