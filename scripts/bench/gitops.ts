import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../definitions.ts';
import type { Figure } from './figure.ts';

const WRITERS = 50;
const BATCHES = 5;
const PEER = 'a plain loop';
const OLD = `sha256:${'0'.repeat(64)}`;
const BUNDLE = join(ROOT, 'dist/update-gitops/index.js');

/** What many pipelines do: clone, edit, commit, and ten times push or else pull with a rebase, a second apart. */
const LOOP = `set -e
git clone -q "$1" "$2" 2>/dev/null
cd "$2"
sed -i "s|^$3: .*|$3: $4|" "$5"
git commit -qam "$3"
for attempt in 1 2 3 4 5 6 7 8 9 10; do
  if git push -q origin HEAD:main 2>/dev/null; then exit 0; fi
  git pull -q --rebase origin main 2>/dev/null || exit 2
  sleep 1
done
exit 1
`;

interface Writer {
  readonly service: string;
  readonly file: string;
  readonly digest: string;
  readonly run: number;
}

interface Ended {
  readonly landed: boolean;
  readonly seconds: number;
}

interface Tally {
  readonly landed: number;
  readonly right: number;
  readonly lost: number;
  readonly worstSeconds: number;
}

const writersOf = (fileOf: (service: string) => string): readonly Writer[] =>
  Array.from({ length: WRITERS }, (_, index) => {
    const service = `svc${String(index).padStart(2, '0')}`;
    return { service, file: fileOf(service), digest: `sha256:${String(index).padStart(64, 'b')}`, run: 1000 + index };
  });

const identity = (root: string) => ({
  ...{ PATH: process.env['PATH'] ?? '', HOME: root, GIT_AUTHOR_NAME: 'b', GIT_AUTHOR_EMAIL: 'b@x', GIT_COMMITTER_NAME: 'b' },
  ...{ GIT_COMMITTER_EMAIL: 'b@x', GIT_CONFIG_NOSYSTEM: '1' },
});

function git(root: string, folder: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: folder, env: identity(root), encoding: 'utf8' });
}

/** A bare repository in which each service has a line; those of one file are neighbours. */
function makeRepository(root: string, writers: readonly Writer[]): string {
  const [work, bare] = [join(root, 'work'), join(root, 'config.git')];
  git(root, root, 'init', '-q', '-b', 'main', work);
  const files = Map.groupBy(writers, ({ file }) => file);
  for (const [file, own] of files) writeFileSync(join(work, file), own.map(({ service }) => `${service}: ${OLD}\n`).join(''));
  git(root, work, 'add', '.');
  git(root, work, 'commit', '-qm', 'first');
  git(root, root, 'clone', '-q', '--bare', work, bare);
  return bare;
}

function start(root: string, command: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> {
  const begun = performance.now();
  const child = spawn(command, args, { cwd: root, env: { ...identity(root), ...env }, stdio: 'ignore' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ landed: code === 0, seconds: (performance.now() - begun) / 1000 }));
  });
}

function startBundle(root: string, bare: string, temp: string, inputs: Readonly<Record<string, string>>): Promise<Ended> {
  const given = { ...inputs, REPOSITORY: `file://${bare}` };
  return start(root, process.execPath, [BUNDLE], {
    ...Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name}`, value])),
    ...{ RUNNER_TEMP: temp, GITHUB_WORKSPACE: temp },
  });
}

function ours(root: string, bare: string, { service, file, digest, run }: Writer): Promise<Ended> {
  const temp = join(root, `temp-${service}`);
  mkdirSync(temp);
  const wanted = { SERVICE: service, IMAGE: `r.io/org/${service}@${digest}`, FILE: file, RUN: String(run) };
  return startBundle(root, bare, temp, { ...wanted, LAYOUT: 'paths', PATHS: `digest ${service}` });
}

/** Several writers' images in one commit. */
function together(root: string, bare: string, writers: readonly Writer[]): Promise<Ended> {
  const temp = mkdtempSync(join(root, 'temp-batch-'));
  const changes = writers.map(({ service, file, digest, run }) => ({
    ...{ service, file, image: `r.io/org/${service}@${digest}`, run },
    ...{ layout: 'paths', paths: [`digest ${service}`] },
  }));
  writeFileSync(join(temp, 'changes.json'), JSON.stringify(changes));
  return startBundle(root, bare, temp, { MODE: 'batch', CHANGES: 'changes.json' });
}

function loop(root: string, bare: string, { service, file, digest }: Writer): Promise<Ended> {
  return start(root, 'bash', [join(root, 'loop.sh'), bare, join(root, `clone-${service}`), service, digest, file], {});
}

const isRightIn =
  (root: string, bare: string) =>
  ({ service, file, digest }: Writer): boolean =>
    git(root, bare, 'cat-file', 'blob', `main:${file}`).split('\n').includes(`${service}: ${digest}`);

/** All writers at once; `lost` are those that were told they landed and whose value is not there. */
async function race(writers: readonly Writer[], write: typeof ours): Promise<Tally> {
  const root = mkdtempSync(join(tmpdir(), 'slipway-bench-gitops-'));
  try {
    writeFileSync(join(root, 'loop.sh'), LOOP);
    const bare = makeRepository(root, writers);
    const ended = await Promise.all(writers.map((writer) => write(root, bare, writer)));
    const right = writers.map(isRightIn(root, bare));
    return {
      landed: ended.filter(({ landed }) => landed).length,
      right: right.filter(Boolean).length,
      lost: ended.filter(({ landed }, index) => landed && right[index] !== true).length,
      worstSeconds: Math.max(...ended.map(({ seconds }) => seconds)),
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function figuresOf(layout: string, own: Tally, peer: Tally): readonly Figure[] {
  const figure = (name: string, value: number, unit: string, other: number): Figure => ({
    ...{ bench: 'gitops', name: `${layout}-${name}`, value, unit, note: `${PEER}: ${Number(other.toFixed(1))}` },
    ...(other > 0 && { peer: PEER, ratio: value / other }),
  });
  return [
    figure('landed', own.landed, `of ${WRITERS}`, peer.landed),
    figure('right', own.right, `of ${WRITERS}`, peer.right),
    figure('lost', own.lost, `of ${WRITERS}`, peer.lost),
    figure('worst-wall', own.worstSeconds, 's', peer.worstSeconds),
  ];
}

/** The same fifty services in a few processes, each of which brings several in one commit. */
async function batches(writers: readonly Writer[]): Promise<readonly Figure[]> {
  const root = mkdtempSync(join(tmpdir(), 'slipway-bench-gitops-'));
  try {
    const bare = makeRepository(root, writers);
    const size = WRITERS / BATCHES;
    const parts = Array.from({ length: BATCHES }, (_, index) => writers.slice(index * size, (index + 1) * size));
    const ended = await Promise.all(parts.map((part) => together(root, bare, part)));
    const commits = Number(git(root, bare, 'rev-list', '--count', 'main')) - 1;
    const note = `${BATCHES} processes of ${size} services each, one file`;
    const figure = (name: string, value: number, unit: string): Figure => ({
      ...{ bench: 'gitops', name: `batch-${name}`, value, unit, note },
    });
    return [
      figure('landed', ended.filter(({ landed }) => landed).length, `of ${BATCHES}`),
      figure('right', writers.filter(isRightIn(root, bare)).length, `of ${WRITERS}`),
      figure('commits', commits, 'commits'),
      figure('worst-wall', Math.max(...ended.map(({ seconds }) => seconds)), 's'),
    ];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Fifty processes write to one branch of a repository on this disk, beside fifty plain loops. */
export async function gitops(): Promise<readonly Figure[]> {
  if (!existsSync(BUNDLE)) throw new Error('There is no bundle of update-gitops: run "npm run build".');
  const figures: Figure[] = [];
  for (const [layout, fileOf] of [
    ['own-files', (service: string) => `${service}.yaml`],
    ['shared-file', () => 'all.yaml'],
  ] as const) {
    const writers = writersOf(fileOf);
    figures.push(...figuresOf(layout, await race(writers, ours), await race(writers, loop)));
  }
  figures.push(...(await batches(writersOf(() => 'all.yaml'))));
  return figures;
}
