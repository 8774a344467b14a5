import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { NETWORK } from '../address.ts';
import { authorityOf, pairOf } from '../certificates.ts';
import { answers, askApi } from '../probe.ts';
import { dataFolder, partFolder, program, type Site, socketPath } from '../site.ts';
import { startedAt } from '../supervise.ts';
import { kubeconfigOf } from './control.ts';
import type { Part } from './part.ts';

/** The name of the lab's only node. */
export const NODE_NAME = 'lab';

/** Renders the kubelet's configuration. */
export function renderKubelet(site: Site): string {
  const server = pairOf('kubelet-server', site.layout);
  const folder = partFolder(site, 'kubelet');
  return JSON.stringify(
    {
      apiVersion: 'kubelet.config.k8s.io/v1beta1',
      kind: 'KubeletConfiguration',
      address: NETWORK.node,
      port: site.ports.kubelet,
      readOnlyPort: 0,
      healthzBindAddress: '127.0.0.1',
      healthzPort: site.ports.kubeletHealth,
      tlsCertFile: server.certificate,
      tlsPrivateKeyFile: server.key,
      authentication: { anonymous: { enabled: false }, x509: { clientCAFile: authorityOf(site.layout) } },
      authorization: { mode: 'Webhook' },
      containerRuntimeEndpoint: `unix://${socketPath(site, 'containerd')}`,
      cgroupDriver: 'cgroupfs',
      // Hybrid cgroups, which this lab meets on build machines, count as version 1.
      failCgroupV1: false,
      failSwapOn: false,
      oomScoreAdj: 0,
      enforceNodeAllocatable: ['pods'],
      makeIPTablesUtilChains: false,
      clusterDNS: [NETWORK.node],
      clusterDomain: NETWORK.domain,
      resolvConf: join(folder, 'resolv.conf'),
      podLogsDir: join(dataFolder(site, 'kubelet'), 'logs'),
      volumePluginDir: join(dataFolder(site, 'kubelet'), 'plugins'),
      serializeImagePulls: false,
      registryPullQPS: 0,
      eventRecordQPS: 0,
      // A full disk or an old image is this machine's business: an eviction would look like a failed deployment.
      evictionHard: { 'memory.available': '50Mi', 'nodefs.available': '0%', 'imagefs.available': '0%' },
      imageGCHighThresholdPercent: 100,
      shutdownGracePeriod: '0s',
    },
    null,
    2,
  );
}

interface NodeCondition {
  readonly type: string;
  readonly status: string;
  readonly lastHeartbeatTime: string;
}

/** Tells whether a node's conditions say that it is Ready, as told by a kubelet that started at `since`. */
export function isReady(conditions: readonly NodeCondition[], since: number): boolean {
  // The store remembers the node as Ready from before the last stop: only a newer heartbeat counts. It has no fractions.
  return conditions.some(
    ({ type, status, lastHeartbeatTime }) =>
      type === 'Ready' && status === 'True' && Date.parse(lastHeartbeatTime) >= Math.floor(since / 1000) * 1000,
  );
}

async function nodeIsReady(site: Site): Promise<boolean> {
  const { status, body } = await askApi(site, `/api/v1/nodes/${NODE_NAME}`);
  if (status !== 200) return false;
  const node = JSON.parse(body) as { status?: { conditions?: NodeCondition[] } };
  return isReady(node.status?.conditions ?? [], startedAt(partFolder(site, 'kubelet')));
}

/** The node's agent; it is healthy when its node is Ready. */
export const kubelet: Part = {
  name: 'kubelet',
  address: (site) => `https://${NETWORK.node}:${site.ports.kubelet}`,
  files: (site) => ({
    'config.yaml': renderKubelet(site),
    kubeconfig: kubeconfigOf(site, 'kubelet'),
    'resolv.conf': `nameserver ${NETWORK.node}\n`,
  }),
  prepare: async (site) => {
    await mkdir(join(dataFolder(site, 'kubelet'), 'logs'), { recursive: true });
  },
  command: (site) => ({
    program: program(site, 'kubelet'),
    args: [
      `--config=${join(partFolder(site, 'kubelet'), 'config.yaml')}`,
      `--kubeconfig=${join(partFolder(site, 'kubelet'), 'kubeconfig')}`,
      `--root-dir=${dataFolder(site, 'kubelet')}`,
      `--hostname-override=${NODE_NAME}`,
      `--node-ip=${NETWORK.node}`,
    ],
  }),
  healthy: async (site) => {
    const live = await answers(`http://127.0.0.1:${site.ports.kubeletHealth}/healthz`);
    return live && (await nodeIsReady(site).catch(() => false));
  },
};
