import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../definitions.ts';

/** The folders of one demonstration. */
export interface World {
  readonly folder: string;
  readonly home: string;
  /** Reports and summary pages of every step. */
  readonly reports: string;
  readonly logs: string;
  /** Where the stand-in of GitHub's artefact service keeps files. */
  readonly artefacts: string;
  /** Where the stand-ins of GitHub's artefact actions lie. */
  readonly standIns: string;
}

const SERVICES = join(ROOT, 'test/fixtures/services');

const AUTHOR = {
  GIT_AUTHOR_NAME: 'dev',
  GIT_AUTHOR_EMAIL: 'dev@example.com',
  GIT_COMMITTER_NAME: 'dev',
  GIT_COMMITTER_EMAIL: 'dev@example.com',
};

/** Makes the folders. */
export function createWorld(): World {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-demo-'));
  const names = ['home', 'reports', 'logs', 'artefacts'] as const;
  for (const name of names) mkdirSync(join(folder, name));
  const of = (name: (typeof names)[number]): string => join(folder, name);
  return {
    folder,
    home: of('home'),
    reports: of('reports'),
    logs: of('logs'),
    artefacts: of('artefacts'),
    standIns: join(ROOT, 'test/fixtures/stand-in-actions'),
  };
}

/** Runs git in a service's repository. */
export function git(repository: string, args: readonly string[]): string {
  return execFileSync('git', args, {
    cwd: repository,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: repository, ...AUTHOR },
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}

/** A service's repository with its first commit, as its team would have it on GitHub. */
export function createRepository(world: World, service: string): string {
  const repository = join(world.folder, service);
  cpSync(join(SERVICES, service), repository, { recursive: true, filter: (path) => !/\/(node_modules|out)$/.test(path) });
  cpSync(join(ROOT, 'test/fixtures/advisories'), join(repository, '.slipway/osv'), { recursive: true });
  writeFileSync(join(repository, '.gitignore'), 'node_modules/\nout/\n.slipway/image/\n');
  git(repository, ['init', '--quiet', '--initial-branch', 'main']);
  git(repository, ['remote', 'add', 'origin', `https://github.com/org/${service}`]);
  commit(repository, `First release of ${service}`);
  return repository;
}

/** Commits everything and gives the commit's id. */
export function commit(repository: string, message: string): string {
  git(repository, ['add', '--all']);
  git(repository, ['commit', '--quiet', '--message', message]);
  return git(repository, ['rev-parse', 'HEAD']);
}

/** Applies a variant of payment-service as its next commit. */
export function commitVariant(repository: string, variant: string, message: string): string {
  cpSync(join(SERVICES, 'variants', variant), repository, { recursive: true });
  return commit(repository, message);
}
