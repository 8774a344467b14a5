import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../scripts/tools/index.ts';
import { NETWORK } from './address.ts';
import type { Layout } from './layout.ts';

const RESULTS = '/var/lib/cni/results';
const NAME = 'slipway';

/** Makes the bridge that pods join, before any pod: the node's address and cluster DNS live on it. */
export async function ensureBridge(): Promise<void> {
  if (!existsSync(`/sys/class/net/${NETWORK.bridge}`)) {
    // Without an address of its own the bridge takes that of its lowest port, and it changes under open connections.
    await run('ip', ['link', 'add', NETWORK.bridge, 'address', '0a:58:0a:f4:00:01', 'type', 'bridge']);
  }
  await run('ip', ['address', 'replace', `${NETWORK.node}/24`, 'dev', NETWORK.bridge]);
  await run('ip', ['link', 'set', NETWORK.bridge, 'up']);
  await writeFile('/proc/sys/net/ipv4/ip_forward', '1');
}

/** Renders the CNI configuration of the pod network. */
export function renderCni(layout: Layout): string {
  const ipam = {
    type: 'host-local',
    dataDir: join(layout.run, 'addresses'),
    ranges: [[{ subnet: NETWORK.pods, rangeStart: NETWORK.firstPod, gateway: NETWORK.node }]],
    routes: [{ dst: '0.0.0.0/0' }],
  };
  const bridge = { type: 'bridge', bridge: NETWORK.bridge, isGateway: true, hairpinMode: true, ipMasq: false, ipam };
  return `${JSON.stringify({ cniVersion: '1.0.0', name: NAME, plugins: [bridge] }, null, 2)}\n`;
}

/** The network namespaces that a CNI result speaks of. */
export function parseNamespaces(result: string): string[] {
  return [...result.matchAll(/"sandbox":"([^"]+)"/g)].map((match) => match[1] ?? '');
}

/** The name of the result that containerd keeps for the loopback interface of the same pod. */
function loopbackResult(file: string): string {
  return file.replace(`${NAME}-`, 'cni-loopback-').replace(/-[^-]+$/, '-lo');
}

/** Removes the pods' network namespaces and addresses, and the bridge. */
export async function removeNetwork(layout: Layout): Promise<void> {
  const results = existsSync(RESULTS) ? readdirSync(RESULTS).filter((file) => file.startsWith(`${NAME}-`)) : [];
  for (const file of results) {
    const path = join(RESULTS, file);
    for (const namespace of new Set(parseNamespaces(readFileSync(path, 'utf8')))) {
      await run('umount', ['--lazy', namespace]).catch(() => undefined);
      await rm(namespace, { force: true });
    }
    await rm(path, { force: true });
    await rm(join(RESULTS, loopbackResult(file)), { force: true });
  }
  await rm(join(layout.run, 'addresses'), { recursive: true, force: true });
  if (existsSync(`/sys/class/net/${NETWORK.bridge}`)) await run('ip', ['link', 'delete', NETWORK.bridge]);
}

/** What our own rules carry, so that they are known again. */
const MARK = 'slipway-lab';

/** Keeps a port that a program opens on every interface from all but this machine. */
export async function keepFromOutside(port: number): Promise<void> {
  const rule = ['INPUT', '!', '-i', 'lo', '-p', 'tcp', '--dport', String(port), '-m', 'comment', '--comment', MARK, '-j', 'DROP'];
  for (const program of ['iptables', 'ip6tables']) {
    const there = await run(program, ['-w', '-C', ...rule]).then(
      () => true,
      () => false,
    );
    if (!there) await run(program, ['-w', '-I', ...rule]);
  }
}

async function removeOwnRules(program: string): Promise<void> {
  const rules = (await run(program, ['-w', '-S', 'INPUT'])).split('\n').filter((rule) => rule.includes(MARK));
  for (const rule of rules) await run(program, ['-w', ...rule.replace(/^-A/, '-D').replaceAll('"', '').split(' ')]);
}

/** Removes the firewall chain that kube-proxy makes and its own clean-up leaves. */
export async function removeFirewall(): Promise<void> {
  const chain = 'KUBE-FIREWALL';
  for (const program of ['iptables', 'ip6tables']) {
    await removeOwnRules(program).catch(() => undefined);
    const steps = [
      ['-D', 'INPUT', '-j', chain],
      ['-D', 'OUTPUT', '-j', chain],
      ['-F', chain],
      ['-X', chain],
    ];
    // A step fails where there is nothing to remove.
    for (const step of steps) await run(program, ['-w', ...step]).catch(() => undefined);
  }
}
