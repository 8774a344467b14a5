import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { release } from './release.ts';

const repository = mkdtempSync(join(tmpdir(), 'slipway-release-'));
const git = (...args: string[]): string => execFileSync('git', args, { cwd: repository, encoding: 'utf8' }).trim();

test('a release is a commit whose root is dist, under a tag of its own and the major tag', () => {
  git('init', '--quiet');
  for (const [key, value] of [
    ['user.name', 'dev'],
    ['user.email', 'dev@example.com'],
  ] as const)
    git('config', key, value);
  mkdirSync(join(repository, 'dist/deploy-k8s'), { recursive: true });
  writeFileSync(join(repository, 'dist/deploy-k8s/action.yml'), 'name: x\n');
  writeFileSync(join(repository, 'README.md'), 'source\n');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'one');

  const first = release(repository, '1.0.0');
  expect(git('ls-tree', '-r', '--name-only', 'v1')).toBe('deploy-k8s/action.yml');
  expect(git('rev-parse', 'v1.0.0^{commit}')).toBe(first.commit);

  const second = release(repository, '1.0.1');
  expect(git('rev-parse', 'v1^{commit}')).toBe(second.commit);
  expect(() => release(repository, '1.0.1')).toThrow('released once');
  expect(() => release(repository, 'v1')).toThrow('not a version');
  writeFileSync(join(repository, 'README.md'), 'changed\n');
  expect(() => release(repository, '1.0.2')).toThrow('differs from HEAD');
});
