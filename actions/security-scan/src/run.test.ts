import { describe, expect, test } from '@jest/globals';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryFiles } from '@slipway/system/memory';
import { action } from './action.ts';
import { memoryGitHub } from '@slipway/github/memory';
import { runWith } from './run.ts';

const run = runWith(() => memoryGitHub());

const LOCK = JSON.stringify(
  {
    lockfileVersion: 3,
    packages: {
      '': { dependencies: { lodash: '*' } },
      'node_modules/lodash': { version: '4.17.20' },
      'node_modules/tool': { version: '1.0.0', dev: true },
    },
  },
  null,
  2,
);
const advisory = (id: string, name: string, severity: string, fixed?: string): string =>
  JSON.stringify({
    id,
    summary: 'It leaks.',
    database_specific: { severity },
    affected: [
      {
        package: { ecosystem: 'npm', name },
        ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, ...(fixed ? [{ fixed }] : [])] }],
      },
    ],
  });

function hostOf(files: Record<string, string>, inputs: Record<string, string> = {}) {
  return memoryHost({ database: 'osv', ...inputs }, { files: memoryFiles(files) });
}

describe('security-scan', () => {
  test('fails on a vulnerable package, on its line of the lockfile, with the upgrade', async () => {
    const host = hostOf({ 'package-lock.json': LOCK, 'osv/npm/A.json': advisory('A', 'lodash', 'HIGH', '4.17.21') });
    expect(await runAction(action, run, host)).toBe(1);
    expect(host.written.annotations).toEqual([
      {
        level: 'error',
        title: 'high: lodash@4.17.20 (A)',
        message: 'It leaks. Upgrade lodash to 4.17.21.',
        file: 'package-lock.json',
        line: 9,
      },
    ]);
    expect(host.written.outputs).toMatchObject({ result: 'findings', findings: '1', blocking: '1', packages: '2' });
  });

  test('tolerates what is below the limit, and shows it', async () => {
    const host = hostOf({ 'package-lock.json': LOCK, 'osv/A.json': advisory('A', 'lodash', 'LOW') });
    expect(await runAction(action, run, host)).toBe(0);
    expect(host.written.annotations[0]?.level).toBe('warning');
  });

  test('leaves development packages out when asked to', async () => {
    const files = { 'package-lock.json': LOCK, 'osv/A.json': advisory('A', 'tool', 'CRITICAL') };
    expect(await runAction(action, run, hostOf(files))).toBe(1);
    expect(await runAction(action, run, hostOf(files, { 'include-dev': 'false' }))).toBe(0);
  });

  test.each<[string, Record<string, string>, readonly string[]]>([
    ['no database', { 'package-lock.json': LOCK }, ['DATABASE_MISSING']],
    ['a database without advisories', { 'package-lock.json': LOCK, 'osv/README.md': '' }, ['DATABASE_EMPTY']],
    ['an archive that is none', { 'package-lock.json': LOCK, 'osv/all.zip': 'PK' }, ['DATABASE_MALFORMED']],
    [
      'a database of another ecosystem',
      { 'requirements.txt': 'flask==1.0\n', 'package-lock.json': LOCK, 'osv/npm/A.json': advisory('A', 'x', 'LOW') },
      ['DATABASE_MISSING'],
    ],
    [
      'a file that a lockfile includes and that is not there',
      { 'requirements.txt': '-r base.txt\n', 'package-lock.json': LOCK, 'osv/A.json': advisory('A', 'x', 'LOW') },
      ['FILE_NOT_FOUND'],
    ],
    ['an advisory that is null', { 'package-lock.json': LOCK, 'osv/A.json': 'null' }, ['DATABASE_MALFORMED']],
    [
      'an advisory without events',
      { 'package-lock.json': LOCK, 'osv/A.json': '{"id":"A","affected":[{"ranges":[{}]}]}' },
      ['DATABASE_MALFORMED'],
    ],
    [
      'a lockfile whose package is null',
      { 'package-lock.json': '{"packages":{"node_modules/a":null}}', 'osv/A.json': advisory('A', 'x', 'LOW') },
      ['LOCKFILE_MALFORMED'],
    ],
    ['a cut-off advisory', { 'package-lock.json': LOCK, 'osv/A.json': '{"id":' }, ['DATABASE_MALFORMED']],
    ['no lockfile and a bad advisory together', { 'osv/A.json': '{}' }, ['NOTHING_TO_SCAN', 'DATABASE_MALFORMED']],
    ['a broken lockfile', { 'package-lock.json': '{', 'osv/A.json': advisory('A', 'x', 'LOW') }, ['LOCKFILE_MALFORMED']],
  ])('%s is an error, never clean', async (_, files, codes) => {
    const host = hostOf(files, {
      lockfiles: 'requirements.txt' in files ? 'package-lock.json\nrequirements.txt' : 'package-lock.json',
    });
    expect(await runAction(action, run, host)).toBe(1);
    expect(host.written.reports[0]).toMatchObject({ verdict: 'error' });
    expect(host.written.reports[0]?.problems.map(({ code }) => code)).toEqual(codes);
  });

  test('a lockfile of another tool is named as such, and so is a pattern that finds nothing', async () => {
    const files = { 'package-lock.json': LOCK, 'mix.lock': '# yarn lockfile v1\n', 'osv/A.json': advisory('A', 'x', 'LOW') };
    const host = hostOf(files, { lockfiles: 'package-lock.json\nmix.lock\nweb/package-lock.json' });
    expect(await runAction(action, run, host)).toBe(1);
    expect(host.written.annotations.map(({ title, message }) => [title, message.split(';')[0]])).toEqual([
      ['LOCKFILE_UNSUPPORTED', 'mix.lock is no lockfile that can be read here. Leave it out of "lockfiles"'],
      ['NOTHING_TO_SCAN', expect.stringContaining('no file matches "lockfiles" (web/package-lock.json)')],
    ]);
  });

  test('a version that cannot be compared is never green', async () => {
    const lock = LOCK.replace('4.17.20', 'github:lodash/lodash#main');
    const host = hostOf({ 'package-lock.json': lock, 'osv/npm/A.json': advisory('A', 'lodash', 'HIGH', '4.17.21') });
    expect(await runAction(action, run, host)).toBe(1);
    expect(host.written.outputs['verdict']).toBe('inconclusive');
    expect(host.written.annotations).toEqual([
      expect.objectContaining({ title: 'Could not tell: lodash@github:lodash/lodash#main', line: 9 }),
    ]);
  });

  test('what a lockfile includes is judged with it', async () => {
    const python = advisory('A', 'flask', 'HIGH').replace('npm', 'PyPI').replace('SEMVER', 'ECOSYSTEM');
    const files = { 'requirements.txt': '-r base.txt\n', 'base.txt': 'flask==1.0\n', 'osv/A.json': python };
    const host = hostOf(files, { lockfiles: 'requirements.txt' });
    expect(await runAction(action, run, host)).toBe(1);
    expect(host.written.annotations).toEqual([expect.objectContaining({ file: 'base.txt', line: 1 })]);
  });

  test('a requirement without a version is never green', async () => {
    const python = advisory('A', 'other', 'HIGH').replace('npm', 'PyPI').replace('SEMVER', 'ECOSYSTEM');
    const files = { 'requirements.txt': 'click==8.0\nflask>=1.0\n', 'osv/A.json': python };
    const host = hostOf(files, { lockfiles: 'requirements.txt' });
    expect(await runAction(action, run, host)).toBe(1);
    expect(host.written.outputs['verdict']).toBe('inconclusive');
    expect(host.written.annotations).toEqual([
      expect.objectContaining({ title: 'Could not tell: no version', file: 'requirements.txt', line: 2 }),
    ]);
  });

  test('a service without dependencies passes only when that is allowed', async () => {
    const files = { 'osv/A.json': advisory('A', 'x', 'LOW') };
    expect(await runAction(action, run, hostOf(files, { 'allow-nothing': 'true' }))).toBe(0);
  });

  test('reports bad inputs together', async () => {
    const host = memoryHost({ 'fail-on': 'severe', 'include-dev': 'maybe' });
    expect(await runAction(action, run, host)).toBe(1);
    expect(host.written.annotations.map(({ title }) => title)).toEqual(['INPUT_MALFORMED', 'INPUT_MALFORMED']);
  });
});
