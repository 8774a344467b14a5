import { join } from 'node:path';
import { NETWORK } from '../address.ts';
import { answers } from '../probe.ts';
import { partFolder, program, type Site } from '../site.ts';
import { kubeconfigOf } from './control.ts';
import { NODE_NAME } from './kubelet.ts';
import type { Part } from './part.ts';

/** Renders kube-proxy's configuration. */
export function renderProxy(site: Site): string {
  return JSON.stringify(
    {
      apiVersion: 'kubeproxy.config.k8s.io/v1alpha1',
      kind: 'KubeProxyConfiguration',
      mode: 'iptables',
      clientConnection: { kubeconfig: join(partFolder(site, 'kube-proxy'), 'kubeconfig') },
      hostnameOverride: NODE_NAME,
      bindAddress: '127.0.0.1',
      clusterCIDR: NETWORK.pods,
      healthzBindAddress: `127.0.0.1:${site.ports.proxyHealth}`,
      metricsBindAddress: `127.0.0.1:${site.ports.proxyMetrics}`,
      nodePortAddresses: ['127.0.0.0/8', `${NETWORK.node}/32`],
      oomScoreAdj: 0,
      conntrack: { maxPerCore: 0, min: 0 },
      // Pods share one bridge: without this an answer goes straight to the asking pod, past the address translation.
      iptables: { masqueradeAll: true, localhostNodePorts: true, syncPeriod: '30s', minSyncPeriod: '100ms' },
    },
    null,
    2,
  );
}

/** Makes services reachable, from pods and from the host. */
export const proxy: Part = {
  name: 'kube-proxy',
  address: (site) => `http://127.0.0.1:${site.ports.proxyHealth}`,
  files: (site) => ({ 'config.yaml': renderProxy(site), kubeconfig: kubeconfigOf(site, 'kube-proxy') }),
  command: (site) => ({
    program: program(site, 'kube-proxy'),
    args: [`--config=${join(partFolder(site, 'kube-proxy'), 'config.yaml')}`],
  }),
  healthy: (site) => answers(`http://127.0.0.1:${site.ports.proxyHealth}/healthz`),
};
