import type { ConnectGitHub } from '@slipway/github';
import { memoryGitHub, type MemoryRepository } from '@slipway/github/memory';
import type { Deployment } from '@slipway/kubernetes';
import { type Behaviour, memoryCluster, type MemoryClusterOptions, rollOut } from '@slipway/kubernetes/memory';
import { runAction, type RunContext } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import type { Clock, Http } from '@slipway/system';
import { memoryClock, memoryFiles, memoryLog } from '@slipway/system/memory';
import { action } from '../action.ts';
import { runWith } from '../run.ts';

/** The image whose digest is one letter. */
export const image = (letter: string): string => `registry.example.com/shop/order-service@sha256:${letter.repeat(64)}`;

/** The token in the kubeconfig. */
export const TOKEN = 'cluster-token-123456';

const KUBECONFIG = `current-context: a
contexts: [{ name: a, context: { cluster: a, user: a } }]
clusters: [{ name: a, cluster: { server: 'https://memory' } }]
users: [{ name: a, user: { token: ${TOKEN} } }]
`;

const MANIFESTS = `apiVersion: v1
kind: Secret
metadata: { name: order-service }
stringData: { PASSWORD: hunter2-hunter2 }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: order-service
spec:
  replicas: 2
  selector: { matchLabels: { app: order-service } }
  template:
    metadata: { labels: { app: order-service } }
    spec:
      containers:
        - name: app
          image: order-service
          env:
            - name: PASSWORD
              valueFrom: { secretKeyRef: { name: order-service, key: PASSWORD } }
`;

/** What a container does that ends again and again. */
export const CRASH: Behaviour = {
  restartCount: 3,
  state: { waiting: { reason: 'CrashLoopBackOff' } },
  lastState: { terminated: { exitCode: 3 } },
};

/** A cluster, a repository and files, as a test wants them. */
export interface World {
  readonly behave?: (image: string) => Behaviour;
  readonly options?: MemoryClusterOptions;
  readonly files?: Record<string, string>;
  readonly repository?: MemoryRepository;
}

/** One run in a world: what differs from one run to the next. */
export interface DeployRun {
  readonly cancelled?: AbortSignal;
  readonly clock?: Clock;
  readonly context?: Partial<RunContext>;
  /** More files, or others in the place of the world's. */
  readonly files?: Record<string, string>;
  /** What becomes of a request to the cluster on its way. */
  readonly through?: (http: Http) => Http;
}

/** A cluster in memory to deploy to. */
export function world({ behave = () => 'ready', options = {}, files = {}, repository = {} }: World = {}) {
  const cluster = memoryCluster({
    objects: [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } }],
    log: () => 'cannot reach the database with hunter2-hunter2',
    applied: (object, at) => {
      if (object.kind === 'Deployment') rollOut(object as Deployment, at, behave);
    },
    ...options,
  });
  const connectMemory: ConnectGitHub = () => memoryGitHub(repository);
  const deploy = async (inputs: Record<string, string> = {}, run: DeployRun = {}) => {
    const given = {
      service: 'order-service',
      namespace: 'shop',
      manifests: 'k8s',
      image: image('a'),
      'stability-window': '10s',
      ...(inputs['cluster'] === undefined && { kubeconfig: KUBECONFIG }),
      ...inputs,
    };
    const log = memoryLog();
    const ports = {
      http: run.through?.(cluster.http) ?? cluster.http,
      clock: run.clock ?? memoryClock(),
      files: memoryFiles({ 'k8s/app.yaml': MANIFESTS, ...files, ...run.files }),
      log,
      cancelled: run.cancelled ?? new AbortController().signal,
    };
    const host = memoryHost(given, ports, run.context);
    const code = await runAction(action, runWith(connectMemory), host);
    const { outputs, annotations, reports, summary } = host.written;
    const all = JSON.stringify({ outputs, annotations, reports, summary, lines: log.lines });
    return { code, outputs, annotations, problems: reports[0]?.problems ?? [], headline: reports[0]?.headline ?? '', all };
  };
  const liveImage = (): unknown =>
    cluster.get<Deployment>('Deployment', 'shop', 'order-service')?.spec.template.spec.containers[0]?.image;
  return { cluster, deploy, liveImage };
}
