import { existsSync, readdirSync, readFileSync, readlinkSync, rmdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from '../../scripts/tools/index.ts';
import { ctr } from './parts/containerd.ts';
import type { Site } from './site.ts';

/** Ends every container and forgets it, so that the next start begins with new sandboxes; needs a live containerd. */
export async function endPods(site: Site): Promise<void> {
  const tasks = lines(await ctr(site, 'tasks', 'list', '--quiet'));
  await Promise.all(tasks.map((task) => ctr(site, 'tasks', 'delete', '--force', task).catch(() => undefined)));
  const containers = lines(await ctr(site, 'containers', 'list', '--quiet'));
  if (containers.length > 0) await ctr(site, 'containers', 'delete', ...containers);
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

/** Tells from a process' arguments whether it is a shim, or Docker's containerd, with its sockets in the folder `run`. */
export function isShimOf(args: readonly string[], run: string): boolean {
  const program = args[0]?.split('/').at(-1) ?? '';
  return program.startsWith('containerd') && args.some((arg) => arg.startsWith(`${run}/`));
}

/** Kills the shims that a daemon left which was killed itself, and what runs below them. */
export async function endShims(site: Site): Promise<void> {
  for (let round = 0; round < 50; round += 1) {
    const processes = readProcesses();
    const shims = processes.filter(({ args }) => isShimOf(args, site.layout.run)).map(({ pid }) => pid);
    if (shims.length === 0) return;
    for (const pid of [...descendants(processes, shims), ...shims]) kill(pid);
    await sleep(50);
  }
  throw new Error('some container shims do not end');
}

interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  readonly args: readonly string[];
}

function readProcesses(): RunningProcess[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      return [{ pid: Number(name), parent, args: readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0') }];
    } catch {
      return [];
    }
  });
}

/** Every process below the given ones, the deepest last. */
export function descendants(processes: readonly Pick<RunningProcess, 'pid' | 'parent'>[], roots: readonly number[]): number[] {
  const children = processes.filter(({ parent }) => roots.includes(parent)).map(({ pid }) => pid);
  return children.length === 0 ? [] : [...children, ...descendants(processes, children)];
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended on its own.
  }
}

/** The mount points below a folder, the innermost first, from the text of /proc/self/mounts. */
export function mountsBelow(mounts: string, folder: string): string[] {
  return lines(mounts)
    .map((line) => (line.split(' ')[1] ?? '').replaceAll('\\040', ' '))
    .filter((path) => path.startsWith(`${folder}/`))
    .reverse();
}

/** Unmounts everything that is mounted inside the lab. */
export async function unmountAll(site: Site): Promise<void> {
  for (const path of mountsBelow(readFileSync('/proc/self/mounts', 'utf8'), site.layout.lab)) {
    await run('umount', ['--lazy', path]);
  }
}

const GROUPS = '/sys/fs/cgroup';

/** Removes the control groups of the lab's pods, in every hierarchy; the kernel keeps those that hold a process. */
export function removeGroups(): void {
  for (const path of [GROUPS, ...readdirSync(GROUPS).map((name) => join(GROUPS, name))]) {
    removeGroup(join(path, 'kubepods'));
  }
}

function removeGroup(path: string): void {
  if (!existsSync(path)) return;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory()) removeGroup(join(path, entry.name));
  }
  try {
    rmdirSync(path);
  } catch {
    // Somebody's process is in it.
  }
}

const CONTAINER_LOGS = '/var/log/containers';

/** Removes the links to the lab's pod logs, which the kubelet makes in a folder that cannot be configured. */
export async function removeLogLinks(site: Site): Promise<void> {
  if (!existsSync(CONTAINER_LOGS)) return;
  for (const name of readdirSync(CONTAINER_LOGS)) {
    const path = join(CONTAINER_LOGS, name);
    if (linkOf(path).startsWith(site.layout.lab)) await rm(path, { force: true });
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
