import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryGitHub } from '@slipway/github/memory';
import { nodeExec, runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryClock, memoryLog } from '@slipway/system/memory';
import { nodeFiles } from '@slipway/system/node';
import { action } from './action.ts';
import { runWith } from './run.ts';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-06-30T00:00:00Z');

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'slipway-dora-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function git(folder: string, at: number, ...args: string[]): string {
  const date = new Date(at).toISOString();
  const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  return execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@x', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env,
  }).trim();
}

/** Three releases of which the second fails for half an hour, in the service's repository and in both records. */
function story() {
  const [service, config] = [join(root, 'service'), join(root, 'config')];
  for (const folder of [service, config]) git(root, NOW, 'init', '-q', '-b', 'main', folder);
  const commit = (folder: string, at: number, message: string): string => {
    git(folder, at, 'commit', '-q', '--allow-empty', '-m', message);
    return git(folder, at, 'rev-parse', 'HEAD');
  };
  const releases = [
    { hours: 100, failed: false },
    { hours: 60, failed: true },
    { hours: 20, failed: false },
  ].map(({ hours, failed }, index) => {
    const at = NOW - hours * HOUR;
    return { at, failed, digest: `sha256:${index}`, sha: commit(service, at - 2 * HOUR, `change ${index}`) };
  });
  const trailers = (digest: string, sha: string, more = ''): string =>
    `orders\n\nService: orders\nEnvironment: production\nFile: f\n${more}Digest: ${digest}\nSource: org/orders@${sha}`;
  for (const { at, failed, digest, sha } of releases) {
    commit(config, at, trailers(digest, sha));
    if (failed) commit(config, at + HOUR / 2, trailers('sha256:0', sha, `Kind: rollback\nReplaces: ${digest}\n`));
  }
  const seconds = (ms: number): number => ms / 1000;
  const deployments = releases.map(({ at, failed, sha }) => ({
    ...{ sha, environment: 'production', at: seconds(at) },
    states: [
      { state: 'in_progress', at: seconds(at) },
      { state: failed ? 'failure' : 'success', at: seconds(failed ? at + HOUR / 2 : at) },
    ],
  }));
  return { service, config, deployments };
}

async function count(inputs: Readonly<Record<string, string>>, { service, deployments }: ReturnType<typeof story>) {
  const log = memoryLog();
  const ports = {
    ...{ log, clock: memoryClock(NOW), files: nodeFiles(service) },
    exec: nodeExec({ environment: process.env, workspace: service }),
  };
  const host = memoryHost({ service: 'orders', ...inputs }, ports, { temp: join(root, 'temp'), repository: 'org/orders' });
  const exitCode = await runAction(
    action,
    runWith(() => memoryGitHub({ deployments })),
    host,
  );
  const { outputs, annotations } = host.written;
  return {
    exitCode,
    outputs,
    said: annotations.map(({ message }) => message).join('\n'),
    markdown: JSON.stringify(host.written),
  };
}

test('both records give the same figures, in outputs, in JSON and as OpenMetrics', async () => {
  const told = story();
  const byGitHub = await count({ 'github-token': 'a-token-of-the-run', 'open-metrics': 'a.txt', json: 'a.json' }, told);
  const byLog = await count({ source: 'config-log', repository: `file://${told.config}`, 'open-metrics': 'b.txt' }, told);
  expect(byGitHub.said).toBe('');
  expect(byGitHub.outputs).toMatchObject({ releases: '3', 'lead-time': '7200', 'recovery-time': '1800' });
  expect(Number(byGitHub.outputs['failure-rate'])).toBeCloseTo(1 / 3);
  expect([byLog.exitCode, byLog.outputs]).toEqual([0, byGitHub.outputs]);
  const read = (name: string): string => readFileSync(join(told.service, name), 'utf8');
  expect(read('b.txt')).toBe(read('a.txt'));
  expect(read('a.txt')).toContain('dora_lead_time_seconds{service="orders",environment="production"} 7200');
  expect(JSON.parse(read('a.json'))).toMatchObject({ releases: 3, failures: 1, list: [{}, { failed: true }, {}] });
  expect(byGitHub.markdown).toContain('Releases a week');
});

test('commits that the checkout does not have are told, and no lead time is made up', async () => {
  const told = story();
  const empty = join(root, 'empty');
  git(root, NOW, 'init', '-q', empty);
  writeFileSync(join(empty, 'x'), '');
  const { outputs, markdown } = await count({ 'github-token': 'a-token-of-the-run' }, { ...told, service: empty });
  expect(outputs).toMatchObject({ releases: '3', 'lead-time': '' });
  expect(markdown).toContain('2 of the releases brought commits');
});

test('what a gate refused was never delivered, and is no failure', async () => {
  const told = story();
  const at = (NOW - 10 * HOUR) / 1000;
  const states = [
    { state: 'in_progress', at },
    { state: 'failure', at, description: 'Gate closed: nothing proves it' },
    { state: 'failure', at: at + 1 },
  ];
  const deployments = [...told.deployments, { sha: 'f'.repeat(40), environment: 'production', at, states }];
  const { outputs } = await count({ 'github-token': 'a-token-of-the-run' }, { ...told, deployments });
  expect(outputs).toMatchObject({ releases: '3', 'recovery-time': '1800' });
});

test('what a source needs is asked for', async () => {
  const { exitCode, said } = await count({ source: 'config-log' }, story());
  expect([exitCode, said]).toEqual([1, expect.stringContaining('"repository" is not given')]);
});
