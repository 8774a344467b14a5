import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fillOnce, run } from '../../scripts/tools/index.ts';
import type { Layout } from './layout.ts';

/** A group of programs that one Go module builds. */
export interface Build {
  readonly name: string;
  readonly programs: readonly string[];
  /** What is built: `tool` stands for all tools that the go.mod lists. */
  readonly target: string;
  readonly linkerFlags: string;
}

/** Every group of programs that the lab builds, the slowest first. */
export const BUILDS = [
  {
    name: 'kubernetes',
    programs: ['kube-apiserver', 'kube-controller-manager', 'kube-proxy', 'kube-scheduler', 'kubelet'],
    target: 'tool',
    linkerFlags: '-s -w -X k8s.io/component-base/version.gitVersion=v1.36.3',
  },
  { name: 'buildkit', programs: ['buildctl', 'buildkitd'], target: 'tool', linkerFlags: '-s -w' },
  { name: 'coredns', programs: ['coredns'], target: '.', linkerFlags: '-s -w' },
  { name: 'pause', programs: ['pause'], target: '.', linkerFlags: '-s -w' },
] as const satisfies readonly Build[];

/** Docker's builder, which only its own tests need: they build it, not the lab's start. */
export const BUILDX: Build = { name: 'buildx', programs: ['buildx'], target: 'tool', linkerFlags: '-s -w' };

/** Argo CD, one program for all of its parts, which a variable tells which of them it is. */
export const ARGOCD = { name: 'argocd', programs: ['cmd'], target: 'tool', linkerFlags: '-s -w' } as const satisfies Build;
/** The controller of Argo Rollouts, which only its own tests need: they build it, not the lab's start. */
export const ARGO_ROLLOUTS: Build = {
  name: 'argo-rollouts',
  programs: ['rollouts-controller'],
  target: 'tool',
  linkerFlags: '-s -w',
};

/** The name of a program that the lab builds. */
export type ProgramName = (typeof BUILDS)[number]['programs'][number];

const GO_MINIMUM = 26;

/** The folder of a build's go.mod. */
export function sourceOf(build: Build): string {
  return join(import.meta.dirname, build.name);
}

/** The folder of a group of programs, named by everything that decides what is built. */
export function folderOf(build: Build, layout: Layout): string {
  const hash = createHash('sha256').update(JSON.stringify([build.target, build.linkerFlags]));
  for (const file of readdirSync(sourceOf(build)).sort()) {
    if (/\.(go|mod|sum)$/.test(file)) hash.update(file).update(readFileSync(join(sourceOf(build), file)));
  }
  return join(layout.bin, `${build.name}-${hash.digest('hex').slice(0, 12)}`);
}

/** Tells whether a group of programs is built. */
export function isBuilt(build: Build, layout: Layout): boolean {
  return existsSync(folderOf(build, layout));
}

/** Removes what interrupted builds left; only safe while no other process builds. */
export async function removePartial(layout: Layout): Promise<void> {
  if (!existsSync(layout.bin)) return;
  const left = readdirSync(layout.bin).filter((name) => name.endsWith('.partial'));
  await Promise.all(left.map((name) => rm(join(layout.bin, name), { recursive: true, force: true })));
}

/** Builds a group of programs unless it is built. */
export async function ensureBuilt(build: Build, layout: Layout): Promise<void> {
  await fillOnce(folderOf(build, layout), async (temporary) => {
    const args = ['build', '-trimpath', '-ldflags', build.linkerFlags, '-o', `${temporary}/`, build.target];
    await run('go', args, {
      cwd: sourceOf(build),
      env: { CGO_ENABLED: '0', GOFLAGS: '-mod=readonly', GOWORK: 'off', GOTOOLCHAIN: 'local' },
      log: join(layout.lab, 'build', `${build.name}.log`),
    });
    const missing = build.programs.filter((program) => !existsSync(join(temporary, program)));
    if (missing.length > 0) throw new Error(`go build made no ${missing.join(', ')}`);
  });
}

/** The path of a built program. */
export function programPath(name: ProgramName, layout: Layout): string {
  const build = BUILDS.find((candidate) => (candidate.programs as readonly string[]).includes(name));
  if (!build) throw new Error(`no build makes ${name}`);
  return join(folderOf(build, layout), name);
}

/** Tells what is wrong with the Go version that `go version` printed; undefined when it will do. */
export function goProblem(version: string): string | undefined {
  const minor = /go1\.(\d+)/.exec(version)?.[1];
  return minor && Number(minor) >= GO_MINIMUM
    ? undefined
    : `the lab builds Kubernetes with Go 1.${GO_MINIMUM} or newer, but found: ${version.trim() || 'none'}`;
}
