import { existsSync, readFileSync } from 'node:fs';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../scripts/tools/index.ts';
import { goProblem } from './binaries.ts';
import type { Layout } from './layout.ts';

/** Debian packages by what the lab takes from them. */
export const PACKAGES = [
  'buildah',
  'busybox-static',
  'ca-certificates',
  'conntrack',
  'containerd',
  'containernetworking-plugins',
  'docker-registry',
  'etcd-server',
  'iproute2',
  'iptables',
  'openssl',
  'prometheus',
  'runc',
  'skopeo',
] as const;

/** The packages of what is optional. */
export const OPTIONAL_PACKAGES = { docker: ['docker.io'], argocd: ['git', 'redis-server'], unleash: ['postgresql'] } as const;

const POLICY = '/usr/sbin/policy-rc.d';

/** Tells from the text of os-release whether a system uses Debian's packages. */
export function isDebian(osRelease: string): boolean {
  return /^ID(_LIKE)?="?(.* )?debian( .*)?"?$/m.test(osRelease);
}

/** Tells that the lab is not run by root; undefined when it is. */
export function userProblem(uid: number | undefined = process.getuid?.()): string | undefined {
  return uid === 0 ? undefined : 'the lab needs root, because it runs real containers: start it as root';
}

/** Everything about this machine that keeps the lab from running, each in words that say what to do. */
export async function machineProblems(needsGo: boolean): Promise<string[]> {
  const problems: string[] = [];
  const user = userProblem();
  if (user) problems.push(user);
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  if (!isDebian(release)) problems.push('the lab installs its parts with apt-get: run it on Debian or a derivative');
  if (!process.version.startsWith('v24.')) {
    problems.push(`the lab makes its node:24 image from the Node that runs it, which is ${process.version}: use npm run lab`);
  }
  if (needsGo) {
    const problem = goProblem(await run('go', ['version']).catch(() => ''));
    if (problem) problems.push(`${problem}; see https://go.dev/dl`);
  }
  return problems;
}

/** The installed packages with their versions, from the text that `dpkg-query --list` printed. */
export function parsePackages(list: string): Map<string, string> {
  return new Map([...list.matchAll(/^.i\s+([^\s:]+)\S*\s+(\S+)/gm)].map((match) => [match[1] ?? '', match[2] ?? '']));
}

/** The packages among `wanted` that are not installed. */
export async function missingPackages(wanted: readonly string[]): Promise<string[]> {
  const installed = parsePackages(await run('dpkg-query', ['--list']));
  return wanted.filter((name) => !installed.has(name));
}

/** Installs Debian packages without letting their services start. */
export async function installPackages(names: readonly string[], layout: Layout): Promise<void> {
  const log = join(layout.lab, 'build', 'packages.log');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const ownPolicy = !existsSync(POLICY);
  if (ownPolicy) {
    await writeFile(POLICY, '#!/bin/sh\nexit 101\n');
    await chmod(POLICY, 0o755);
  }
  try {
    const install = ['install', '--yes', '--no-install-recommends', ...names];
    // A fresh machine has package lists that are absent or too old; one that is up to date needs no update.
    await run('apt-get', install, { env, log }).catch(async () => {
      await run('apt-get', ['update'], { env, log });
      await run('apt-get', install, { env, log });
    });
  } finally {
    if (ownPolicy) await rm(POLICY, { force: true });
  }
}
