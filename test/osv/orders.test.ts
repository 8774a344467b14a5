import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { compareVersions } from '@slipway/versions';
import semver from 'semver';
import { versionsOf } from './random.ts';

const COUNT = 1200;
const SEED = 11;

const sign = (order: number | undefined): string => (order === undefined ? '?' : order < 0 ? '<' : order > 0 ? '>' : '==');

/** Each version beside the one before it, as we order them. */
function ours(ecosystem: string, versions: readonly string[]): readonly string[] {
  return versions.slice(1).map((version, index) => {
    const before = versions[index] ?? '';
    return `${before} ${sign(compareVersions(ecosystem, before, version))} ${version}`;
  });
}

/** The pairs that an ecosystem's own program wrote down; the file's name says which release of it. */
const written = (file: string): readonly string[] =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .trim()
    .split('\n');

const PACKAGING = `
import sys
from pip._vendor.packaging.version import Version
v = [line.rstrip("\\n") for line in sys.stdin]
for a, b in zip(v, v[1:]):
    x, y = Version(a), Version(b)
    print(a, "<" if x < y else ">" if x > y else "==", b)
`;

function dpkg(a: string, b: string): string {
  const holds = (relation: string): boolean => spawnSync('dpkg', ['--compare-versions', a, relation, b]).status === 0;
  return holds('lt') ? '<' : holds('eq') ? '==' : '>';
}

describe('the order of versions is that of', () => {
  test.each([
    ['Maven', 'maven-3.9.11.txt'],
    ['RubyGems', 'rubygems-3.3.15.txt'],
    ['Go', 'go-xmod-0.31.0.txt'],
  ])('%s itself, in %s', (ecosystem, file) => {
    const theirs = written(file);
    expect(theirs).toHaveLength(COUNT - 1);
    const pairs = theirs.map((line) => line.split(' '));
    expect(ours(ecosystem, [pairs[0]?.[0] ?? '', ...pairs.map(([, , second]) => second ?? '')])).toEqual(theirs);
  });

  test('PyPI: packaging', () => {
    const versions = versionsOf('PyPI', COUNT, SEED);
    const theirs = execFileSync('python3', ['-c', PACKAGING], { input: versions.join('\n'), encoding: 'utf8' });
    expect(ours('PyPI', versions)).toEqual(theirs.trim().split('\n'));
  });

  test.each(['npm', 'crates.io'])('%s: node-semver', (ecosystem) => {
    const versions = versionsOf(ecosystem, COUNT, SEED);
    const theirs = versions
      .slice(1)
      .map((each, index) => `${versions[index]} ${sign(semver.compare(versions[index] ?? '', each))} ${each}`);
    expect(ours(ecosystem, versions)).toEqual(theirs);
  });

  test('Debian: dpkg', () => {
    const versions = versionsOf('Debian:12', COUNT, SEED);
    const theirs = versions.slice(1).map((each, index) => `${versions[index]} ${dpkg(versions[index] ?? '', each)} ${each}`);
    expect(ours('Debian:12', versions)).toEqual(theirs);
  }, 120_000);
});
