import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../../scripts/tools/index.ts';
import { renderCni } from '../network.ts';
import { dataFolder, partFolder, registryHost, type Site, socketPath } from '../site.ts';
import type { Part } from './part.ts';

const CRI = 'plugins."io.containerd.grpc.v1.cri"';

/** Renders containerd's configuration. */
export function renderContainerd(site: Site): string {
  const folder = partFolder(site, 'containerd');
  return `version = 2
root = "${dataFolder(site, 'containerd')}"
state = "${join(site.layout.run, 'containerd')}"
disabled_plugins = ["io.containerd.snapshotter.v1.aufs", "io.containerd.snapshotter.v1.btrfs", "io.containerd.snapshotter.v1.devmapper", "io.containerd.snapshotter.v1.zfs"]

[grpc]
  address = "${socketPath(site, 'containerd')}"

[${CRI}]
  sandbox_image = "${registryHost(site)}/pause:1"
  # Without CAP_SYS_RESOURCE runc cannot lower the score, and dies with "can't get final child's PID from pipe".
  restrict_oom_score_adj = true

[${CRI}.cni]
  bin_dir = "/usr/lib/cni"
  conf_dir = "${join(folder, 'cni')}"

[${CRI}.containerd]
  default_runtime_name = "runc"

[${CRI}.containerd.runtimes.runc]
  runtime_type = "io.containerd.runc.v2"

[${CRI}.registry]
  config_path = "${join(folder, 'registries')}"
`;
}

/** Renders how images of one registry name are fetched from the lab's registry. */
export function renderHosts(registry: string): string {
  return `server = "http://${registry}"

[host."http://${registry}"]
  capabilities = ["pull", "resolve"]
`;
}

/** Runs containerd's command-line client on the lab's own daemon. */
export function ctr(site: Site, ...args: string[]): Promise<string> {
  return run('ctr', ['--address', socketPath(site, 'containerd'), '--namespace', 'k8s.io', ...args]);
}

/** The container runtime, with root, state and socket of its own. */
export const containerd: Part = {
  name: 'containerd',
  address: (site) => `unix://${socketPath(site, 'containerd')}`,
  files: (site) => ({
    'config.toml': renderContainerd(site),
    'cni/10-slipway.conflist': renderCni(site.layout),
    [`registries/${registryHost(site)}/hosts.toml`]: renderHosts(registryHost(site)),
    'registries/docker.io/hosts.toml': renderHosts(registryHost(site)),
  }),
  prepare: async (site) => {
    await mkdir(join(site.layout.run, 'containerd'), { recursive: true });
  },
  command: (site) => ({
    program: 'containerd',
    args: ['--config', join(partFolder(site, 'containerd'), 'config.toml')],
  }),
  healthy: (site) =>
    ctr(site, 'version').then(
      () => true,
      () => false,
    ),
};
