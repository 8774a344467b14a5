import { describe, expect, test } from '@jest/globals';
import { parseJUnit } from '@slipway/junit';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import type { ExecResult } from '@slipway/system';
import { memoryFiles, memoryHttp, type ScriptedExec, scriptedExec } from '@slipway/system/memory';
import { action } from '../action.ts';
import { run } from '../run.ts';

const PASSED =
  '<testsuites><testcase name="orders" time="0.1"/><testcase name="pays" time="0.2"><skipped/></testcase></testsuites>';
const FAILED = `<testsuites><testcase name="orders" time="0.1" file="/workspace/e2e/orders.test.ts"><failure message="404 !== 201">
AssertionError: 404 !== 201
    at TestContext.&lt;anonymous&gt; (file:///workspace/e2e/orders.test.ts:14:10)</failure></testcase><testcase name="pays"/></testsuites>`;
const DIGEST = `sha256:${'a'.repeat(64)}`;

interface World {
  readonly report?: string;
  readonly result?: Partial<ExecResult>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  /** The version that answers, before and after the command ran; undefined when nobody does. */
  readonly version?: (done: boolean, count: number) => string | undefined;
}

/** A scripted machine on which the command ends by itself, unless it is to be ended. */
function ending(scripted: ScriptedExec, ends: boolean): ScriptedExec {
  const start: ScriptedExec['start'] = async (command, args, options) => {
    const running = await scripted.start(command, args, options);
    if (ends) void running.stop();
    return running;
  };
  return { ...scripted, start };
}

async function e2e({ report, result, inputs, files: initial, version = () => 'abc' }: World) {
  const files = memoryFiles({ 'reports/old.xml': PASSED, ...initial });
  let [done, count] = [false, 0];
  const scripted = scriptedExec(({ command, args }) => {
    if (command !== 'npm' || args[0] === 'ci') return {};
    done = true;
    if (report !== undefined) void files.write('reports/e2e.xml', report);
    return result;
  });
  const urls: string[] = [];
  const http = memoryHttp(({ url }) => {
    urls.push(url);
    count += 1;
    const told = version(done, count);
    return told === undefined ? undefined : { status: 200, headers: { 'x-version': told } };
  });
  const environment = (name: string): string | undefined => ({ PASSWORD: 'hunter-22', CI: 'true' })[name];
  const given = { mode: 'e2e', url: 'http://orders/', command: 'npm run e2e', ...inputs };
  const ports = { files, http, exec: ending(scripted, result?.timedOut !== true) };
  const host = memoryHost(given, ports, { environment, sha: 'c0ffee', workspace: '/workspace' });
  const exitCode = await runAction(action, run, host);
  const { outputs, reports, annotations, summary } = host.written;
  const calls = scripted.calls.map(({ command, args }) => [command, ...args].join(' '));
  return {
    exitCode,
    outputs,
    annotations,
    summary,
    headline: reports[0]?.headline,
    report: reports[0],
    calls,
    scripted,
    files,
    urls,
  };
}

describe("a project's own end-to-end command", () => {
  test('passes by its reports, and gets the address, the release and what is named, and nothing else', async () => {
    const inputs = {
      prepare: 'npm ci',
      'expect-version': 'abc',
      image: `registry/orders@${DIGEST}`,
      values: 'USERS=5',
      'secret-env': 'PASSWORD',
      'pass-env': 'CI',
    };
    const { exitCode, outputs, calls, scripted } = await e2e({ report: PASSED, inputs });
    expect([exitCode, outputs]).toEqual([
      0,
      expect.objectContaining({ verdict: 'pass', tests: '1', skipped: '1', failed: '0', version: 'proved' }),
    ]);
    expect(calls).toEqual(['npm ci', 'npm run e2e']);
    expect(scripted.calls[1]?.options.env).toEqual({
      CI: 'true',
      USERS: '5',
      PASSWORD: 'hunter-22',
      BASE_URL: 'http://orders',
      RELEASE_VERSION: 'abc',
      RELEASE_COMMIT: 'c0ffee',
      RELEASE_IMAGE: `registry/orders@${DIGEST}`,
      RELEASE_DIGEST: DIGEST,
    });
  });

  test('is told the address by the variable that it asks for', async () => {
    const { scripted } = await e2e({ report: PASSED, inputs: { 'url-variable': 'PLAYWRIGHT_TEST_BASE_URL' } });
    expect(scripted.calls[0]?.options.env).toEqual({ PLAYWRIGHT_TEST_BASE_URL: 'http://orders', RELEASE_COMMIT: 'c0ffee' });
  });

  test('has each failed test on its line', async () => {
    const { exitCode, annotations, outputs } = await e2e({ report: FAILED, result: { exitCode: 1 } });
    expect([exitCode, outputs['failed'], outputs['version']]).toEqual([1, '1', 'unchecked']);
    expect(annotations).toEqual([
      expect.objectContaining({
        level: 'error',
        title: 'end-to-end test failed: orders',
        file: 'e2e/orders.test.ts',
        line: 14,
      }),
    ]);
  });

  test.each<[string, World, string]>([
    ['a report of an earlier run', { result: { exitCode: 0 } }, 'wrote no JUnit report'],
    ['an empty report', { report: '<testsuites/>' }, 'Only 0 end-to-end tests were executed; at least 1'],
    [
      'a report in which all is skipped',
      { report: '<testsuites><testcase name="a"><skipped/></testcase></testsuites>' },
      'Only 0 end-to-end tests were executed',
    ],
    [
      'a command that ends well with a failed test',
      { report: FAILED, result: { exitCode: 0 } },
      '1 of 2 end-to-end tests failed, although their command ended with exit code 0',
    ],
    [
      'a command that fails without a failed test',
      { report: PASSED, result: { exitCode: 7 } },
      'ended with exit code 7, although none of its 1 tests failed',
    ],
    [
      'a command that takes too long',
      { report: PASSED, result: { timedOut: true }, inputs: { 'time-budget': '60s' } },
      'longer than their budget of 60 s',
    ],
    ['half a report', { report: '<testsuites><testcase' }, 'wrote a report that cannot be read: reports/e2e.xml'],
  ])('is not fooled by %s', async (_, world, words) => {
    const { exitCode, headline, report } = await e2e(world);
    expect([exitCode, report?.verdict, headline]).toEqual([1, 'fail', expect.stringContaining(words)]);
  });

  test('is ended with the run that is cancelled, and says nothing of the tests', async () => {
    const controller = new AbortController();
    const exec = scriptedExec(({ command }) => {
      if (command === 'npm') controller.abort();
      return {};
    });
    const given = { mode: 'e2e', url: 'http://orders', command: 'npm run e2e' };
    const http = memoryHttp(() => ({ status: 200 }));
    const host = memoryHost(given, { exec, http, cancelled: controller.signal });
    expect(await runAction(action, run, host)).toBe(1);
    expect(host.written.reports[0]).toMatchObject({ verdict: 'inconclusive', headline: expect.stringContaining('cancelled') });
  });
});

describe('the version that the tests speak to', () => {
  const proof = { 'expect-version': 'abc', 'version-within': '2s' };

  test.each<[string, string, World['version'], string]>([
    ['version-mismatch', 'fail', () => 'old', 'got "old" after 2 s'],
    ['mixed', 'fail', (_, count) => (count % 2 === 0 ? 'abc' : 'old'), 'several versions answer'],
    ['untold', 'inconclusive', () => '', 'no x-version header'],
  ])('is proved before them, and when it is %s none is run', async (kind, verdict, version, words) => {
    const { exitCode, outputs, report, headline, calls, files } = await e2e({
      report: PASSED,
      inputs: { ...proof, junit: 'out.xml' },
      ...(version && { version }),
    });
    expect([exitCode, outputs['version'], report?.verdict]).toEqual([1, kind, verdict]);
    expect(headline).toContain(`No end-to-end test was run against http://orders: expected version "abc"`);
    expect(headline).toContain(words);
    expect([calls, await files.exists('out.xml')]).toEqual([[], false]);
  });

  test.each<[string, World['version'], string]>([
    ['changed', (done) => (done ? 'new' : 'abc'), 'got "new" after the tests'],
    ['mixed', (done, count) => (done && count % 2 === 0 ? 'new' : 'abc'), 'after the tests several versions answer'],
    ['mixed', (done, count) => (done && count === 5 ? 'new' : 'abc'), '1 × "new", 2 × "abc"'],
    ['untold', (done) => (done ? '' : 'abc'), 'no x-version header after the tests'],
  ])('is proved after them, and when it is %s they say nothing, passed or not', async (kind, version, words) => {
    for (const report of [PASSED, FAILED]) {
      const inputs = { ...proof, junit: 'out.xml' };
      const run = await e2e({ report, inputs, ...(version && { version }) });
      expect([run.exitCode, run.outputs['version'], run.report?.verdict]).toEqual([1, kind, 'inconclusive']);
      expect(run.headline).toContain('say nothing of this release');
      expect(run.headline).toContain(words);
      expect(run.annotations[0]?.title).toBe(`End-to-end tests: ${kind}`);
      const { cases } = parseJUnit('out.xml', await run.files.readText('out.xml'));
      expect(cases.at(-1)).toMatchObject({ name: 'smoke-test › the end-to-end command', result: 'failed' });
    }
  });

  test('is asked for where the smoke suite asks, whatever else that one needs', async () => {
    const suite = `version: 1
setup:
  - { name: log in, post: /login, json: { password: '{{PASSWORD}}' }, capture: { token: { json: $.token } } }
requests:
  - { name: mine, get: '/users/{{user}}' }
  - { name: health, get: /healthz }
`;
    const files = { '.slipway/smoke.yml': suite };
    const asked = await e2e({ report: PASSED, inputs: proof, files });
    expect([asked.exitCode, new Set(asked.urls)]).toEqual([0, new Set(['http://orders/', 'http://orders/healthz'])]);
    const told = await e2e({ report: PASSED, inputs: { ...proof, 'version-path': '/version' }, files });
    expect(new Set(told.urls)).toEqual(new Set(['http://orders/', 'http://orders/version']));
  });

  test('is not asked for unless it is told what to expect', async () => {
    let asked = 0;
    const { exitCode } = await e2e({ report: PASSED, version: () => String(++asked) });
    expect([exitCode, asked]).toEqual([0, 1]);
  });
});

describe('what is written of an end-to-end run', () => {
  test('is one JUnit report of all, without what is secret', async () => {
    const leaky = FAILED.replaceAll('404 !== 201', 'hunter-22 refused');
    const inputs = { junit: 'out.xml', 'secret-env': 'PASSWORD' };
    const { files, summary, annotations, report } = await e2e({ report: leaky, result: { exitCode: 1 }, inputs });
    const text = await files.readText('out.xml');
    expect(parseJUnit('out.xml', text).cases.map(({ name, result }) => [name, result])).toEqual([
      ['smoke-test › orders', 'failed'],
      ['smoke-test › pays', 'passed'],
    ]);
    expect(text + JSON.stringify([summary, annotations, report])).not.toContain('hunter');
  });

  test('has a failure of its own where the command failed and no test did', async () => {
    const { files } = await e2e({ report: PASSED, result: { exitCode: 3 }, inputs: { junit: 'out.xml' } });
    const { cases } = parseJUnit('out.xml', await files.readText('out.xml'));
    expect(cases.map(({ name, result }) => [name, result])).toEqual([
      ['smoke-test › orders', 'passed'],
      ['smoke-test › pays', 'skipped'],
      ['smoke-test › the end-to-end command', 'failed'],
    ]);
  });

  test('names what was to be passed on and is not set', async () => {
    const { exitCode, annotations } = await e2e({ report: PASSED, inputs: { 'pass-env': 'CI\nNONE' } });
    expect([exitCode, annotations.map(({ level, message }) => [level, message])]).toEqual([
      0,
      [['warning', '"pass-env" names NONE, which the step does not set.']],
    ]);
  });
});

describe('before anything is started', () => {
  test('what is wrong with address, command, folder and secrets is told at once', async () => {
    const inputs = { url: 'orders', command: 'npm test | tee x', 'working-directory': 'none', 'secret-env': 'NONE' };
    const { calls, annotations } = await e2e({ inputs });
    expect(calls).toEqual([]);
    expect(annotations.map(({ title }) => title)).toEqual([
      'INPUT_MALFORMED',
      'SECRET_ENV_UNSET',
      'COMMAND_NEEDS_SHELL',
      'FOLDER_NOT_FOUND',
    ]);
  });

  test.each<[string, Record<string, string>, string]>([
    ['a variable that is given anyway', { values: 'BASE_URL=x' }, 'BASE_URL would be given'],
    ['a variable that tells the release', { 'pass-env': 'RELEASE_DIGEST' }, 'RELEASE_DIGEST would be given'],
    ['a variable that is given twice', { 'pass-env': 'A', values: 'A=1' }, 'The variable A would be given'],
    ['a name of no variable', { 'url-variable': 'BASE URL' }, 'is no name of a variable'],
    ['an image without a digest', { image: 'orders:1' }, 'expected an image by its digest'],
    ['a JSON version without its path', { 'version-from': 'json' }, 'belong together'],
    ['pods without a version', { pods: 'app=orders', namespace: 'shop' }, '"expect-version" is missing'],
  ])('%s is refused', async (_, inputs, words) => {
    const { exitCode, calls, annotations } = await e2e({ report: PASSED, inputs });
    expect([exitCode, calls]).toEqual([1, []]);
    expect(annotations.map(({ message }) => message).join('\n')).toContain(words);
  });
});
