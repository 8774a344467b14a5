import { answers } from '../probe.ts';
import { dataFolder } from '../site.ts';
import type { Part } from './part.ts';

/** The cluster's store; it does not wait for the disk, because a lab's data may be lost with the machine. */
export const etcd: Part = {
  name: 'etcd',
  address: (site) => `http://127.0.0.1:${site.ports.etcd}`,
  command: (site) => {
    const client = `http://127.0.0.1:${site.ports.etcd}`;
    const peer = `http://127.0.0.1:${site.ports.etcdPeer}`;
    return {
      program: 'etcd',
      args: [
        '--name=lab',
        `--data-dir=${dataFolder(site, 'etcd')}`,
        `--listen-client-urls=${client}`,
        `--advertise-client-urls=${client}`,
        `--listen-peer-urls=${peer}`,
        `--initial-advertise-peer-urls=${peer}`,
        `--initial-cluster=lab=${peer}`,
        '--unsafe-no-fsync',
      ],
    };
  },
  healthy: (site) => answers(`http://127.0.0.1:${site.ports.etcd}/health`),
};
