import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type EngineName, runEngine } from '@slipway/engines';
import { Failure } from '@slipway/failure';
import { nodeExec } from '@slipway/runner';
import { nodeFiles } from '@slipway/system/node';

const TOKEN = 'ghs_CanaryCanaryCanaryCanaryCanaryCana';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  for (const each of ['home', 'work', 'files']) mkdirSync(join(folder, each));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a job on a runner has in its environment. */
function environment(): NodeJS.ProcessEnv {
  const file = (name: string): string => join(folder, 'files', name);
  return {
    PATH: process.env['PATH'],
    HOME: join(folder, 'files'),
    HTTPS_PROXY: `http://user:${TOKEN}@proxy.example`,
    GITHUB_TOKEN: TOKEN,
    ACTIONS_RUNTIME_TOKEN: TOKEN,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: TOKEN,
    'INPUT_GITHUB-TOKEN': TOKEN,
    AWS_SECRET_ACCESS_KEY: TOKEN,
    GITHUB_ENV: file('env'),
    GITHUB_PATH: file('path'),
    GITHUB_OUTPUT: file('output'),
  };
}

/** Runs a program of our own in a scanner's place; `report` is the place of the report in it. */
function run(name: EngineName, script: string, timeoutMs = 20_000) {
  const program = join(folder, 'scanner.mjs');
  const report = join(folder, 'report.json');
  writeFileSync(
    program,
    `#!/usr/bin/env node\nimport { writeFileSync } from 'node:fs';\nconst report = ${JSON.stringify(report)};\n${script}\n`,
  );
  chmodSync(program, 0o755);
  const work = join(folder, 'work');
  const target = { folder: work, report, digest: `sha256:${'1'.repeat(64)}` };
  const world = { exec: nodeExec({ environment: environment(), workspace: work }), files: nodeFiles(work) };
  return runEngine({ name, program, target, home: join(folder, 'home'), timeoutMs }, world);
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    (found) => `it went well: ${JSON.stringify(found)}`,
    (error: unknown) => (error instanceof Failure ? error.code : String(error)),
  );

describe('a program in the place of a scanner', () => {
  test('sees no secret of the job and none of its files, whatever it looks at', async () => {
    const seen = join(folder, 'seen.json');
    const script = `
      import { readFileSync } from 'node:fs';
      const parent = (() => { try { return readFileSync('/proc/self/environ', 'utf8'); } catch { return ''; } })();
      for (const name of ['GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_OUTPUT'])
        if (process.env[name]) writeFileSync(process.env[name], 'A=B');
      writeFileSync(${JSON.stringify(seen)}, JSON.stringify({ env: process.env, argv: process.argv, parent }));
      writeFileSync(report, '[]');`;
    expect(await run('gitleaks', script)).toEqual([]);
    const text = readFileSync(seen, 'utf8');
    expect(text).not.toContain('Canary');
    expect((JSON.parse(text) as { env: Record<string, string> }).env).toMatchObject({
      HOME: join(folder, 'home'),
      HTTPS_PROXY: '',
    });
    for (const name of ['env', 'path', 'output']) expect(existsSync(join(folder, 'files', name))).toBe(false);
  });

  test.each<[string, EngineName, string, string]>([
    ['writes no report and ends well', 'gitleaks', '', 'ENGINE_OUTPUT'],
    ['writes nonsense and ends well', 'gitleaks', "writeFileSync(report, 'all is well');", 'ENGINE_OUTPUT'],
    ['writes an empty report', 'osv-scanner', "writeFileSync(report, '');", 'ENGINE_OUTPUT'],
    ['ends with 139', 'osv-scanner', 'process.exit(139);', 'ENGINE_FAILED'],
    ['is ended by a signal', 'semgrep', "process.kill(process.pid, 'SIGSEGV');", 'ENGINE_FAILED'],
    [
      'says that it failed beside a clean report',
      'osv-scanner',
      `writeFileSync(report, '{"results":[]}'); process.exit(127);`,
      'ENGINE_FAILED',
    ],
    ['fails as grype does without a database', 'grype', 'process.exit(1);', 'ENGINE_FAILED'],
    ['fails as trivy does without a database', 'trivy', 'process.exit(1);', 'ENGINE_FAILED'],
    [
      'reports on another image',
      'trivy',
      `writeFileSync(report, '{"SchemaVersion":2,"Metadata":{"ImageID":"sha256:2"}}');`,
      'ENGINE_OUTPUT',
    ],
    [
      'says that git failed and ends well with an empty report, as gitleaks does,',
      'gitleaks',
      "writeFileSync(report, '[]'); console.error('8:36PM ERR error=\"stderr is not empty\"');",
      'ENGINE_FAILED',
    ],
    ['never ends', 'gitleaks', 'setInterval(() => undefined, 1000);', 'ENGINE_FAILED'],
    [
      'prints without end',
      'gitleaks',
      "const line = 'x'.repeat(65536); const on = () => { while (process.stdout.write(line)); process.stdout.once('drain', on); }; on();",
      'ENGINE_FAILED',
    ],
  ])('that %s is an error', async (what, name, script, code) => {
    expect(await codeOf(run(name, script, what === 'never ends' ? 700 : 20_000))).toBe(code);
  });

  test('that leaves the report of an earlier run is an error', async () => {
    writeFileSync(join(folder, 'report.json'), '[]');
    expect(await codeOf(run('gitleaks', ''))).toBe('ENGINE_OUTPUT');
  });

  test('that has nothing to look at says so, which is not the same as clean', async () => {
    expect(await run('osv-scanner', 'process.exit(128);')).toBeUndefined();
  });
});
