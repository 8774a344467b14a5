/**
 * `npm run release -- 1.2.3`: tags a commit whose root is dist/, so that a runner downloads bundles and nothing else.
 *
 * The exact tag is written once; the major tag moves to it. Nothing is pushed.
 */
import { execFileSync } from 'node:child_process';
import { ROOT } from './definitions.ts';

/** What a release made. */
export interface Released {
  readonly commit: string;
  readonly tag: string;
  readonly major: string;
}

/**
 * Makes the release of a version from the committed dist/ of HEAD.
 *
 * @throws when the version is not of the form 1.2.3, when its tag exists, or when the work tree differs from HEAD.
 */
export function release(repository: string, version: string): Released {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: repository, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  const [, majorNumber] = /^(\d+)\.\d+\.\d+$/.exec(version) ?? [];
  if (majorNumber === undefined) throw new Error(`"${version}" is not a version such as 1.2.3.`);
  const [tag, major] = [`v${version}`, `v${majorNumber}`];
  if (git('tag', '--list', tag) !== '') throw new Error(`The tag ${tag} exists; a version is released once.`);
  if (git('status', '--porcelain') !== '') throw new Error('The work tree differs from HEAD; commit or undo it first.');
  const source = git('rev-parse', 'HEAD');
  const commit = git('commit-tree', `${source}:dist`, '-m', `Release ${version}\n\nBuilt from ${source}.`);
  git('tag', '--annotate', '--message', `Release ${version}`, tag, commit);
  git('tag', '--force', '--annotate', '--message', `Latest release of version ${majorNumber}`, major, commit);
  return { commit, tag, major };
}

if (import.meta.main) {
  const { commit, tag, major } = release(ROOT, process.argv[2] ?? '');
  console.log(`${tag} and ${major} are at ${commit}. Push them with: git push origin ${tag} && git push --force origin ${major}`);
}
