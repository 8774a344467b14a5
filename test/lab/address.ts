/** The addresses of the lab's own network: a bridge that no physical interface belongs to. */
export const NETWORK = {
  bridge: 'slipway0',
  /** The bridge's address is the node's, because Kubernetes refuses a loopback address for a node. */
  node: '10.244.0.1',
  pods: '10.244.0.0/24',
  firstPod: '10.244.0.10',
  services: '10.96.0.0/16',
  apiService: '10.96.0.1',
  domain: 'cluster.local',
} as const;

/** The port that each part asks for first. */
export const PREFERRED_PORTS = {
  apiServer: 6443,
  argocd: 18443,
  argocdController: 18082,
  argocdMetrics: 18083,
  argocdRepositories: 18081,
  argocdRepositoriesMetrics: 18084,
  controllerManager: 10257,
  coredns: 8181,
  discovery: 9091,
  etcd: 2379,
  etcdPeer: 2380,
  git: 9418,
  kubelet: 10250,
  kubeletHealth: 10248,
  postgres: 5544,
  prometheus: 9090,
  proxyHealth: 10256,
  proxyMetrics: 10249,
  redis: 6379,
  registry: 5000,
  scheduler: 10259,
  unleash: 4244,
} as const;

/** The ports the lab uses, by the name of their purpose. */
export type Ports = Readonly<Record<keyof typeof PREFERRED_PORTS, number>>;

/** The name of one port's purpose. */
export type PortName = keyof Ports;
