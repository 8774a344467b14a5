import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type EngineName, runEngine } from '@slipway/engines';
import { nodeExec } from '@slipway/runner';
import { nodeFiles } from '@slipway/system/node';
import { type ToolName, tool } from '../../scripts/tools/index.ts';
import { writeDatabase } from '../osv/osv-scanner.ts';

const LOCKFILES = join(import.meta.dirname, '../osv/lockfiles');

describe('the real', () => {
  let folder = '';
  let work = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'engines-'));
    work = join(folder, 'work');
    for (const each of ['home', 'work', 'nothing', 'database']) mkdirSync(join(folder, each));
    cpSync(join(LOCKFILES, 'web/package-lock.json'), join(work, 'package-lock.json'));
    writeFileSync(join(work, 'token.js'), `const token = 'ghp_${'Zq3vB7nKx9'.repeat(4).slice(0, 36)}';\n`);
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], { cwd: work });
    git('init', '-q');
    git('add', '-A');
    git('commit', '-qm', 'x');
    const range = { type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '4.17.21' }] };
    const affected = [{ package: { ecosystem: 'npm', name: 'lodash' }, ranges: [range] }];
    writeDatabase(join(folder, 'database'), 'npm', [{ id: 'A-1', modified: '2026-01-01T00:00:00Z', affected }]);
  }, 30_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function run(name: EngineName & ToolName, place = work, database = join(folder, 'database')) {
    const target = { folder: place, report: join(folder, `${name}.json`), database };
    const world = { exec: nodeExec({ environment: process.env, workspace: place }), files: nodeFiles(place) };
    return runEngine({ name, program: await tool(name), target, home: join(folder, 'home') }, world);
  }

  test('osv-scanner finds, has nothing to scan, and fails without a database', async () => {
    const found = await run('osv-scanner');
    expect(found?.map(({ id, package: of, location, fixes }) => [id, of?.name, location.file, fixes])).toEqual([
      ['A-1', 'lodash', 'package-lock.json', ['4.17.21']],
    ]);
    expect(await run('osv-scanner', join(folder, 'nothing'))).toBeUndefined();
    await expect(run('osv-scanner', work, join(folder, 'none'))).rejects.toThrow(/exit code 127/);
  }, 1_200_000);

  test('gitleaks finds a token in the history and says nothing of it', async () => {
    const found = await run('gitleaks');
    expect(found?.map(({ id, location }) => [id, location])).toEqual([['github-pat', { file: 'token.js', line: 1 }]]);
    expect(JSON.stringify(found)).not.toContain('Zq3vB7');
    await expect(run('gitleaks', join(folder, 'nothing'))).rejects.toThrow('ENGINE_FAILED');
  }, 1_200_000);

  test('grype fails without a database', async () => {
    await expect(run('grype')).rejects.toThrow(/grype ended with exit code 1: .*database does not exist/);
  }, 1_200_000);
});
