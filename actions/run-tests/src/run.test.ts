import { describe, expect, test } from '@jest/globals';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import type { ExecResult, Files } from '@slipway/system';
import { memoryFiles, memoryHttp, memoryLog, type ScriptedExec, scriptedExec } from '@slipway/system/memory';
import { action } from './action.ts';
import { run } from './run.ts';

const PASSED = '<testsuites><testcase name="adds" time="0.1"/><testcase name="subtracts" time="0.2"/></testsuites>';
const FAILED = `<testsuites><testcase name="adds" time="0.1" file="/workspace/test/sum.test.ts"><failure message="2 !== 3">
AssertionError: 2 !== 3
    at sum (file:///workspace/src/sum.ts:3:9)
    at TestContext.&lt;anonymous&gt; (file:///workspace/test/sum.test.ts:14:10)
    at run (node:internal/test:1:1)</failure></testcase><testcase name="subtracts"/></testsuites>`;

interface World {
  readonly report?: string;
  readonly result?: Partial<ExecResult>;
  readonly inputs?: Record<string, string>;
  readonly files?: Record<string, string>;
  readonly ready?: () => boolean;
}

/** A scripted machine on which npm ends by itself; what else is started goes on. */
function ending(scripted: ScriptedExec, ends = true): ScriptedExec {
  return {
    ...scripted,
    start: async (command, args, options) => {
      const running = await scripted.start(command, args, options);
      if (command === 'npm' && ends) void running.stop();
      return running;
    },
  };
}

function hostOf({ report, result, inputs, files: initial, ready = () => true }: World) {
  const files: Files = memoryFiles({ 'reports/old.xml': PASSED, ...initial });
  const scripted = scriptedExec(({ command }) => {
    if (command === 'npm' && report !== undefined) void files.write('reports/unit.xml', report);
    return command === 'npm' ? result : { stdout: 'payment listens\npayment sees a charge' };
  });
  const exec = ending(scripted, result?.timedOut !== true);
  const log = memoryLog();
  const http = memoryHttp(() => (ready() ? { status: 200 } : undefined));
  return { ...memoryHost({ command: 'npm run test:unit', ...inputs }, { files, exec, log, http }), exec, log, files };
}

describe('run-tests', () => {
  test('passes when the report says so', async () => {
    const host = hostOf({ report: PASSED });
    expect(await runAction(action, run, host)).toBe(0);
    expect(host.written.outputs).toMatchObject({ verdict: 'pass', total: '2', failed: '0', skipped: '0' });
    expect(host.exec.calls[0]).toMatchObject({ command: 'npm', args: ['run', 'test:unit'] });
  });

  test("annotates a failure on the line of the test's own file", async () => {
    const host = hostOf({ report: FAILED, result: { exitCode: 1 } });
    expect(await runAction(action, run, host)).toBe(1);
    expect(host.written.annotations).toEqual([
      expect.objectContaining({ level: 'error', title: 'unit test failed: adds', file: 'test/sum.test.ts', line: 14 }),
    ]);
    expect(host.written.outputs).toMatchObject({ failed: '1', total: '2' });
  });

  test.each([
    ['a report of an earlier run', { result: { exitCode: 0 } }, 'wrote no JUnit report'],
    ['too few tests', { report: PASSED, inputs: { 'min-tests': '3' } }, 'Only 2 unit tests were executed; at least 3'],
    [
      'tests that took too long',
      { report: PASSED, result: { timedOut: true }, inputs: { 'time-budget': '60s' } },
      'longer than their budget of 60 s',
    ],
    ['a command that fails without a failed test', { report: PASSED, result: { exitCode: 7 } }, 'ended with exit code 7'],
    [
      'a command that ends well with a failed test in its report',
      { report: FAILED, result: { exitCode: 0 } },
      '1 of 2 unit tests failed, although their command ended with exit code 0',
    ],
  ])('is not fooled by %s', async (_, world, headline) => {
    const host = hostOf(world);
    expect(await runAction(action, run, host)).toBe(1);
    expect(host.written.reports[0]).toMatchObject({ verdict: 'fail', headline: expect.stringContaining(headline) });
  });

  test('says which pattern found no report, and leaves other files that match it alone', async () => {
    const files = { 'pom.xml': '<project/>' };
    const host = hostOf({ result: { exitCode: 1 }, inputs: { reports: '**/*.xml' }, files });
    expect(await runAction(action, run, host)).toBe(1);
    expect(await host.files.exists('pom.xml')).toBe(true);
    expect(await host.files.exists('reports/old.xml')).toBe(false);
    expect(host.written.reports[0]?.headline).toContain('wrote a report that cannot be read: pom.xml');
  });

  test('a report that cannot be read is told on its line, beside the failures of the others', async () => {
    const files = { 'reports/b.xml': '<cut' };
    const host = hostOf({ report: FAILED, result: { exitCode: 1 }, files });
    expect(await runAction(action, run, host)).toBe(1);
    expect(host.written.annotations.map(({ title, file }) => [title, file])).toEqual([
      ['unit test failed: adds', 'test/sum.test.ts'],
      ['JUNIT_MALFORMED', 'reports/b.xml'],
    ]);
  });

  test('half a report does not hide that the time was over', async () => {
    const result = { timedOut: true };
    const host = hostOf({ report: '<testsuites><testcase name="a"', result, inputs: { 'time-budget': '60s' } });
    expect(await runAction(action, run, host)).toBe(1);
    expect(host.written.reports[0]?.headline).toContain('longer than their budget of 60 s');
    expect(host.written.annotations.map(({ title }) => title)).toEqual(['Failed']);
  });

  test('ends on time although something that it started holds its output open', async () => {
    const never = new Promise<never>(() => undefined);
    const held = { pid: 1, exited: never, output: () => 'it says', stop: () => never };
    const host = memoryHost(
      { command: 'npm test', 'time-budget': '1s' },
      { exec: { ...scriptedExec(), start: async () => held } },
    );
    expect(await runAction(action, run, host)).toBe(1);
    expect(host.written.reports[0]?.headline).toContain('longer than their budget of 1 s');
  });

  test('reports a folder that is not there, a missing program and contradictory variables together', async () => {
    const exec = { ...scriptedExec(), which: async () => undefined };
    const inputs = { command: 'nmp test', 'working-directory': 'srevice', env: 'A=1', 'pass-env': 'A' };
    const host = memoryHost(inputs, { exec });
    expect(await runAction(action, run, host)).toBe(1);
    expect(host.written.annotations.map(({ title }) => title)).toEqual(['INPUT_CONTRADICTION', 'FOLDER_NOT_FOUND']);
    const there = memoryHost({ command: 'nmp test' }, { exec });
    expect(await runAction(action, run, there)).toBe(1);
    expect(there.written.annotations[0]?.message).toContain('Input "command" starts with nmp, which is not on the path');
  });

  test('a cancelled run is told as one', async () => {
    const controller = new AbortController();
    const exec = scriptedExec(() => {
      controller.abort();
      return { exitCode: -1 };
    });
    const host = memoryHost({ command: 'npm test' }, { exec, cancelled: controller.signal });
    expect(await runAction(action, run, host)).toBe(1);
    expect(host.written.reports[0]).toMatchObject({
      verdict: 'inconclusive',
      headline: expect.stringContaining('was cancelled'),
    });
  });

  test('warns of a variable that is to be passed on and is not set', async () => {
    const host = hostOf({ report: PASSED, inputs: { 'pass-env': 'DATABASE_URL' } });
    expect(await runAction(action, run, host)).toBe(0);
    expect(host.written.annotations[0]).toMatchObject({ level: 'warning', message: expect.stringContaining('DATABASE_URL') });
  });

  test('prepares before the tests, and runs none when that fails', async () => {
    const exec = scriptedExec(() => ({ exitCode: 1, stderr: 'no such package' }));
    const host = memoryHost({ command: 'npm test', prepare: 'npm ci\nnpm run gen' }, { exec });
    expect(await runAction(action, run, host)).toBe(1);
    expect(exec.calls.map(({ args }) => args)).toEqual([['ci']]);
    expect(host.written.reports[0]?.problems[0]).toMatchObject({
      code: 'PREPARE_FAILED',
      message: expect.stringContaining('no such package'),
    });
  });

  test('starts dependencies before the tests, and shows their logs when a test fails', async () => {
    const dependencies =
      'version: 1\ndependencies:\n  - name: payment\n    run: [node, stub.ts]\n    ready: { log: payment listens }\n';
    const host = hostOf({
      report: FAILED,
      result: { exitCode: 1 },
      inputs: { dependencies: 'deps.yml' },
      files: { 'deps.yml': dependencies },
    });
    expect(await runAction(action, run, host)).toBe(1);
    expect(host.exec.calls.map(({ command, args }) => [command, ...args].join(' '))).toEqual([
      'node stub.ts',
      'npm run test:unit',
    ]);
    expect(host.log.lines.join('\n')).toContain('Log of payment:\npayment listens\npayment sees a charge');
    expect(JSON.stringify(host.written.summary)).toContain('payment sees a charge');
  });

  test('says when a dependency ends before it is ready', async () => {
    const dependencies = 'version: 1\ndependencies:\n  - name: payment\n    run: [false]\n    ready: { log: never }\n'.replace(
      'false',
      '"false"',
    );
    const files = memoryFiles({ 'deps.yml': dependencies });
    const exec = scriptedExec(() => ({ exitCode: 1, stderr: 'no signing key' }));
    const host = memoryHost({ command: 'npm test', dependencies: 'deps.yml' }, { files, exec });
    expect(await runAction(action, run, host)).toBe(1);
    expect(host.written.reports[0]?.problems[0]?.message).toMatch(
      /ended with exit code 1 before it was ready[\s\S]*no signing key/,
    );
  });

  test('gives up on a dependency that is never ready, with its last lines', async () => {
    const dependencies =
      'version: 1\ndependencies:\n  - name: payment\n    image: payment:1\n    env: { KEY: secret-value }\n    ready: { http: "http://127.0.0.1:1/", within: 1s }\n';
    const host = hostOf({
      report: PASSED,
      inputs: { dependencies: 'deps.yml' },
      files: { 'deps.yml': dependencies },
      ready: () => false,
    });
    expect(await runAction(action, run, host)).toBe(1);
    expect(host.written.reports[0]?.problems[0]).toMatchObject({
      code: 'DEPENDENCY_NOT_READY',
      message: expect.stringContaining('payment sees a charge'),
    });
    expect(host.exec.calls.map(({ args }) => args.join(' '))).toEqual([
      'image inspect payment:1',
      'run --rm --init --name slipway-0-payment --label slipway --network host --env KEY payment:1',
      'rm --force --volumes slipway-0-payment',
    ]);
  });

  test('reports a bad command and every mistake of the dependencies together, before anything starts', async () => {
    const dependencies = 'version: 1\ndependencies:\n  - name: a\n    ready: {}\n';
    const host = hostOf({
      inputs: { command: 'npm test | tee log', dependencies: 'deps.yml' },
      files: { 'deps.yml': dependencies },
    });
    expect(await runAction(action, run, host)).toBe(1);
    expect(host.written.annotations.map(({ title, file, line }) => [title, file, line])).toEqual([
      ['COMMAND_NEEDS_SHELL', undefined, undefined],
      ['DEPENDENCY_KIND', 'deps.yml', 3],
      ['DEPENDENCY_READY', 'deps.yml', 4],
    ]);
    expect(host.exec.calls).toHaveLength(0);
  });
});
