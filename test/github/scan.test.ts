import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { action, runWith } from '@slipway/action-security-scan';
import { runAction } from '@slipway/runner';
import { connectGitHub } from '@slipway/runner/github';
import { type MemoryHost, memoryHost } from '@slipway/runner/memory';
import type { Files } from '@slipway/system';
import { memoryClock, memoryFiles } from '@slipway/system/memory';
import { nodeHttp } from '@slipway/system/node';
import { type Fault, type GitHubStandIn, startGitHub } from './index.ts';

const run = runWith(connectGitHub);
const MERGE = 'c'.repeat(40);
const REPOSITORY = 'org/orders';

let server: GitHubStandIn;
beforeEach(async () => {
  server = await startGitHub({
    tokens: { writer: { issues: 'write', security_events: 'write' }, reader: { issues: 'read', security_events: 'read' } },
    repositories: { [REPOSITORY]: {}, 'org/private': { codeScanning: false } },
  });
});
afterEach(() => server.close());

const lock = (packages: Readonly<Record<string, string>>): string =>
  JSON.stringify({
    lockfileVersion: 3,
    packages: Object.fromEntries(Object.entries(packages).map(([name, version]) => [`node_modules/${name}`, { version }])),
  });

const advisory = (name: string, summary: string): string =>
  JSON.stringify({
    ...{ id: 'GHSA-a', summary, modified: '2026-01-01T00:00:00Z', database_specific: { severity: 'HIGH' } },
    affected: [
      { package: { ecosystem: 'npm', name }, ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '2.0.0' }] }] },
    ],
  });

interface Told {
  readonly exitCode: number;
  readonly host: MemoryHost;
  readonly notices: readonly string[];
}

interface Given {
  readonly files?: Files;
  readonly token?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly repository?: string;
  readonly from?: string;
  readonly actor?: string;
  readonly pull?: boolean;
  readonly report?: string;
}

/** A scan, and the path of its report. */
async function scan(
  name = 'lodash',
  summary = 'It leaks.',
  version = '1.0.0',
  service = 'orders',
): Promise<{ files: Files; exitCode: number }> {
  const files = memoryFiles({ 'package-lock.json': lock({ [name]: version }), 'osv/npm/A.json': advisory(name, summary) });
  const host = memoryHost({ database: 'osv', service }, { files, clock: memoryClock(Date.parse('2026-06-01')) });
  const exitCode = await runAction(action, run, host);
  await files.write('report.json', JSON.stringify(host.written.reports[0]));
  return { files, exitCode };
}

async function tell({
  files,
  token = 'writer',
  inputs = {},
  repository = REPOSITORY,
  from = repository,
  actor = 'dev',
  pull = true,
}: Given): Promise<Told> {
  const world = files ?? (await scan()).files;
  await world.write(
    'event.json',
    JSON.stringify(pull ? { pull_request: { number: 7, head: { repo: { full_name: from } } } } : {}),
  );
  const context = {
    ...{ apiUrl: server.url, repository, actor, sha: MERGE, ref: pull ? 'refs/pull/7/merge' : 'refs/heads/main' },
    eventName: pull ? 'pull_request' : 'push',
    environment: (name: string) => (name === 'GITHUB_EVENT_PATH' ? 'event.json' : undefined),
  };
  const host = memoryHost(
    { mode: 'tell', report: 'report.json', 'github-token': token, ...inputs },
    { files: world, http: nodeHttp, clock: memoryClock() },
    context,
  );
  const exitCode = await runAction(action, run, host);
  return { exitCode, host, notices: host.written.annotations.map(({ level, message }) => `${level}: ${message}`) };
}

describe('telling a scan', () => {
  test('five times leaves one comment, of the last of them, and uploads in one category', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) await tell({ files: (await scan(name)).files });
    expect(server.comments).toHaveLength(1);
    expect(server.comments[0]?.body).toContain('e@1.0.0');
    expect(server.comments[0]?.body).toContain('Have e resolve to 2.0.0 or later');
    expect(server.uploads.map(({ sha, ref, category, errors }) => [sha, ref, category, errors])).toEqual(
      Array(5).fill([MERGE, 'refs/pull/7/merge', 'security-scan/orders/', []]),
    );
    expect(server.malformed).toEqual([]);
  });

  test('at once leaves one comment', async () => {
    const { files } = await scan();
    expect((await Promise.all([tell({ files }), tell({ files }), tell({ files })])).map(({ exitCode }) => exitCode)).toEqual([
      0, 0, 0,
    ]);
    expect(server.comments).toHaveLength(1);
  });

  test('of two services leaves two, in two categories', async () => {
    await tell({ files: (await scan('a', 'x', '1.0.0', 'orders')).files });
    await tell({ files: (await scan('a', 'x', '1.0.0', 'bills')).files });
    expect(server.comments).toHaveLength(2);
    expect(server.uploads.map(({ category }) => category)).toEqual(['security-scan/orders/', 'security-scan/bills/']);
  });

  test('that is clean makes no comment, and changes the one that is there', async () => {
    const clean = (await scan('lodash', 'x', '2.0.0')).files;
    await tell({ files: clean });
    expect(server.comments).toEqual([]);
    await tell({});
    await tell({ files: clean });
    expect(server.comments.map(({ body }) => /❌|✅/.exec(body)?.[0])).toEqual(['✅']);
    expect(server.uploads.map(({ results }) => results.length)).toEqual([0, 1, 0]);
  });

  test('that was not carried out closes no alert of before', async () => {
    const files = memoryFiles({});
    await files.write(
      'report.json',
      JSON.stringify({ action: 'security-scan', verdict: 'error', headline: 'There is no database osv.', data: null }),
    );
    const { exitCode, notices } = await tell({ files });
    expect([exitCode, server.uploads]).toEqual([0, []]);
    expect(notices).toEqual(['notice: The scan was not carried out, so its results stay as they were.']);
    expect(server.comments[0]?.body).toContain('🛑 The scan was not carried out: There is no database osv.');
  });

  test('of a push is uploaded for its branch, with no comment', async () => {
    await tell({ pull: false });
    expect([server.comments, server.uploads.map(({ ref }) => ref)]).toEqual([[], ['refs/heads/main']]);
  });
});

describe('what cannot be told is said in one sentence, and changes nothing', () => {
  const fault = (status: number, message = 'x'): readonly Fault[] => Array(4).fill({ status, message });
  test.each<[string, Given, readonly Fault[], RegExp]>([
    ['a fork', { from: 'mallory/orders', token: 'reader' }, [], /^notice: A fork's pull request has a token that can only read/],
    [
      'Dependabot',
      { actor: 'dependabot[bot]', token: 'reader' },
      [],
      /^notice: Dependabot's pull request has a token that can only read/,
    ],
    [
      'a private repository without code scanning',
      { repository: 'org/private', inputs: { notify: 'code-scanning' } },
      [],
      /^notice: This repository has no code scanning.*Advanced Security must be enabled/,
    ],
    [
      'a token without the right',
      { token: 'reader', inputs: { notify: 'code-scanning' } },
      [],
      /^notice: This token may not write to code scanning: grant "security-events: write"/,
    ],
    [
      '403',
      { inputs: { notify: 'code-scanning' } },
      fault(403, 'Resource not accessible by integration'),
      /^notice: This token may not/,
    ],
    ['404', { inputs: { notify: 'code-scanning' } }, fault(404, 'Not Found'), /^notice: This repository has no code scanning/],
    ['413', { inputs: { notify: 'code-scanning' } }, fault(413), /^warning: GitHub took the SARIF file for too large/],
    ['422', { inputs: { notify: 'code-scanning' } }, fault(422), /^warning: GitHub took the SARIF file for wrong/],
    [
      '503',
      { inputs: { notify: 'code-scanning' } },
      fault(503),
      /^warning: GitHub could not take the SARIF file; run the job again/,
    ],
    [
      'a comment that the token may not write',
      { token: 'reader', inputs: { notify: 'comment' } },
      [],
      /^notice: This token may not comment: grant "pull-requests: write"/,
    ],
  ])('%s', async (_, given, faults, sentence) => {
    const { files, exitCode: scanned } = await scan();
    server.spoil(...faults);
    const { exitCode, notices, host } = await tell({ ...given, files });
    expect([scanned, exitCode, notices.length]).toEqual([1, 0, 1]);
    expect(notices[0]).toMatch(sentence);
    expect([server.comments, server.uploads]).toEqual([[], []]);
    expect(host.written.reports[0]?.headline).toContain('The scan said: 1 finding fails the scan: 1 high');
  });

  test('nothing of a file that GitHub has read to its end', async () => {
    const { files } = await scan();
    const { notices } = await tell({ files, inputs: { notify: 'code-scanning' } });
    expect(notices).toEqual([]);
    expect(server.received.filter(({ method, path }) => method === 'GET' && path.includes('/sarifs/'))).toHaveLength(1);
  });
});

describe('bad input', () => {
  test('is told at once', async () => {
    const files = memoryFiles({ 'report.json': '{"action":"contract-test","verdict":"pass","headline":"","data":null}' });
    const { exitCode, host } = await tell({ files, inputs: { notify: 'comment\npigeon' }, repository: 'nowhere' });
    expect(exitCode).toBe(1);
    expect(host.written.reports[0]?.problems.map(({ code }) => code)).toEqual([
      'INPUT_MALFORMED',
      'CONFIG_INVALID',
      'REPOSITORY_UNKNOWN',
    ]);
  });

  test('of a report that was tampered with is refused before anything is written', async () => {
    const { files } = await scan();
    const report = await files.readText('report.json');
    await files.write(
      'report.json',
      report.replace('"effect":"block"', '"effect":"fine"').replace('"aliases":[]', '"aliases":[7]'),
    );
    const { host } = await tell({ files });
    expect(host.written.reports[0]?.problems.map(({ code }) => code)).toEqual(['CONFIG_INVALID', 'CONFIG_INVALID']);
    expect(server.received).toEqual([]);
  });
});

describe('a package or an advisory of a hostile author', () => {
  const HOSTILE = [
    ['backticks', '`x` ``y``'],
    ['table pipes', 'a | b | c'],
    ['a team', '@org/team @all'],
    ['an image', '![x](https://evil.example/x.png)'],
    ['a link', '[x](javascript:alert(1))'],
    ['HTML', '<img src=x onerror=alert(1)><details>'],
    ['our own marker', '<!-- slipway:security-scan:orders -->'],
    ['lines', 'a\n\n# b\r\n| c |'],
    ['text that reads otherwise than it is', 'a\u202egnp.exe'],
  ] as const;

  test.each(HOSTILE)('shows %s as text', async (_, text) => {
    await tell({ files: (await scan(text, text)).files });
    const body = server.comments[0]?.body ?? '';
    // Code spans out of the way, nothing of it may be left.
    const outside = body
      .split('\n')
      .slice(1)
      .join('\n')
      .replace(/`[^`\n]*`/g, '')
      .replace(/^\[The run\]\(<https:[^>\s]+>\)/m, '');
    expect(outside).not.toMatch(/@|<|!\[|\]\(|javascript|^# b/m);
    expect(body.replaceAll('\n', ' ')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(body.indexOf('<!-- slipway:security-scan:orders -->')).toBe(0);
    expect(
      body
        .split('\n')
        .filter((line) => line.startsWith('| '))
        .every((line) => line.replace(/\\\|/g, '').split('|').length === 9),
    ).toBe(true);
    expect(server.malformed).toEqual([]);
  });
});
