/** A way in which a deploy goes, and what is to be said of it. */
export interface Row {
  readonly name: string;
  /** `class/reason` of what is wrong; undefined for a deploy that must succeed. */
  readonly cause?: string;
  /** What is deployed, after a release that runs; by default the same pod. */
  readonly pod?: Pod;
  /** What ran before, when it was not the plain pod. */
  readonly before?: Pod;
  /** Applied to the namespace before the deploy. */
  readonly beside?: string;
  /** Run with kubectl while the deploy goes on, in the namespace of the service. */
  readonly meanwhile?: (service: string) => readonly string[];
  readonly inputs?: Readonly<Record<string, string>>;
}

/** What of a pod differs from one that simply runs. */
export interface Pod {
  /** A shell command; the plain one sleeps. */
  readonly command?: string;
  readonly replicas?: number;
  /** More fields of the container, as lines of YAML. */
  readonly container?: string;
  /** More fields of the pod's specification. */
  readonly spec?: string;
  readonly annotations?: string;
  /** More fields of the Deployment's specification. */
  readonly deployment?: string;
  readonly digest?: string;
}

const SLEEP = 'sleep 100000';
/** Ends badly the first time, in each pod, and runs from then on. */
const ONCE = (times: number): string =>
  `n=$(cat /mark/n 2>/dev/null || echo 0); echo $((n+1)) > /mark/n; [ $n -ge ${times} ] || exit 1; ${SLEEP}`;
const MARK = { container: 'volumeMounts: [{ name: mark, mountPath: /mark }]', spec: 'volumes: [{ name: mark, emptyDir: {} }]' };
const CRASHING = `apiVersion: apps/v1
kind: Deployment
metadata: { name: neighbour }
spec:
  selector: { matchLabels: { app: neighbour } }
  template:
    metadata: { labels: { app: neighbour } }
    spec: { terminationGracePeriodSeconds: 0, containers: [{ name: app, image: IMAGE, command: [sh, -c, "exit 1"] }] }
`;
const QUOTA = `apiVersion: v1
kind: ResourceQuota
metadata: { name: SERVICE }
spec: { hard: { requests.cpu: 100m } }
`;

/** Releases that must be found bad: research/deploy.md section 7, those that a kubelet and a registry show by themselves. */
export const FAULTS: readonly Row[] = [
  { name: 'image not in the registry', cause: 'registry/ImageNotFound', pod: { digest: 'ab'.repeat(32) } },
  { name: 'crash at start', cause: 'app/CrashLoopBackOff', pod: { command: 'echo no database; exit 3' } },
  {
    name: 'memory limit',
    cause: 'capacity/OOMKilled',
    pod: { command: 'tail /dev/zero', container: 'resources: { limits: { memory: 16Mi } }' },
  },
  {
    name: 'init container ends badly',
    cause: 'app/CrashLoopBackOff',
    pod: { spec: 'initContainers: [{ name: init, image: IMAGE, command: [sh, -c, "exit 1"] }]' },
  },
  {
    name: 'missing key of a Secret',
    cause: 'config/CreateContainerConfigError',
    pod: { container: 'env: [{ name: A, valueFrom: { secretKeyRef: { name: nothing, key: a } } }]' },
  },
  {
    name: 'missing ConfigMap as a volume',
    cause: 'config/FailedMount',
    pod: {
      spec: 'volumes: [{ name: c, configMap: { name: nothing } }]',
      container: 'volumeMounts: [{ name: c, mountPath: /c }]',
    },
  },
  { name: 'program not in the image', cause: 'config/', pod: { container: 'args: []', command: '!nothing-here' } },
  {
    name: 'never ready',
    cause: 'app/NotReady',
    pod: { container: 'readinessProbe: { exec: { command: ["false"] }, periodSeconds: 1 }' },
    inputs: { timeout: '20s' },
  },
  { name: 'crash 6 s after ready', cause: 'app/CrashLoopBackOff', pod: { command: 'sleep 6; exit 1' } },
  { name: 'quota', cause: 'capacity/QuotaExceeded', beside: QUOTA, pod: { container: 'resources: { requests: { cpu: 200m } }' } },
  {
    name: 'no node takes the pod',
    cause: 'capacity/Unschedulable',
    pod: { container: 'resources: { requests: { cpu: "900" } }' },
  },
  { name: 'paused', cause: 'config/Paused', pod: { deployment: 'paused: true', command: 'sleep 99999' } },
];

/** Releases that must be called good. */
export const BENIGN: readonly Row[] = [
  { name: 'good image', pod: { command: 'sleep 99999' } },
  { name: 'nothing changed' },
  { name: 'each pod ends badly once', pod: { command: ONCE(1), ...MARK } },
  {
    name: 'ready after 8 s',
    pod: {
      command: `sleep 8; touch /ok; ${SLEEP}`,
      container: 'readinessProbe: { exec: { command: [cat, /ok] }, periodSeconds: 1 }',
    },
  },
  { name: 'broken before, and mended by this', before: { command: 'exit 1' }, pod: { command: 'sleep 99999' } },
  { name: 'broken neighbour', beside: CRASHING, pod: { command: 'sleep 99999' } },
  {
    name: 'scaled by hand meanwhile',
    pod: { command: 'sleep 99999' },
    meanwhile: (service) => ['scale', `deployment/${service}`, '--replicas=3'],
  },
  {
    name: 'sidecar with two restarts',
    pod: {
      spec: `${MARK.spec}\ninitContainers: [{ name: side, image: IMAGE, restartPolicy: Always, command: [sh, -c, '${ONCE(2)}'], ${MARK.container} }]`,
      command: 'sleep 99999',
    },
  },
  {
    name: 'labelled by others meanwhile',
    pod: { command: 'sleep 99999' },
    meanwhile: (service) => ['label', `deployment/${service}`, 'team=a', '--overwrite'],
  },
  { name: 'two pods', pod: { replicas: 2, command: 'sleep 99999' } },
];

const indented = (text: string, by: number): string => text.replace(/^/gm, ' '.repeat(by));

/** The manifests of a service whose pod is like this; IMAGE in it is the image without its digest being checked. */
export function manifestsOf(
  service: string,
  { command = SLEEP, replicas = 1, container, spec, annotations, deployment }: Pod,
): string {
  const run = command.startsWith('!') ? [command.slice(1)] : ['sh', '-c', command];
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${service} }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: ${service} } }
${deployment === undefined ? '' : indented(deployment, 2)}
  template:
    metadata: { labels: { app: ${service} }, annotations: { ${annotations ?? ''} } }
    spec:
      terminationGracePeriodSeconds: 0
${spec === undefined ? '' : indented(spec, 6)}
      containers:
        - name: app
          image: ${service}
          command: ${JSON.stringify(run)}
${container === undefined ? '' : indented(container, 10)}
`;
}
