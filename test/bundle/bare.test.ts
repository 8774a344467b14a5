import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesBelow } from '../../scripts/bundles.ts';
import { DIST } from './runner.ts';

const OPENAPI = `openapi: 3.0.3
paths:
  /charge:
    post:
      responses:
        "200": { content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: string } } } } } }
`;
const RESPONSE = { status: 200, headers: { 'Content-Type': 'application/json' }, body: { id: 'x' } };
const INTERACTION = { description: 'a charge', request: { method: 'POST', path: '/charge' }, response: RESPONSE };
const PACT = JSON.stringify({ consumer: { name: 'order' }, provider: { name: 'payment' }, interactions: [INTERACTION] });

/** Ends the process where it reaches for the network. */
const NO_NETWORK = `import net from 'node:net';
net.Socket.prototype.connect = () => { process.stderr.write('It reached for the network.'); process.exit(99); };
`;

let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'slipway-bare-')));
  for (const name of ['contract-test', 'cli']) cpSync(join(DIST, name), join(folder, name), { recursive: true });
  for (const name of ['workspace/contracts', 'temp']) mkdirSync(join(folder, name), { recursive: true });
  const files = { 'base.yaml': OPENAPI, 'head.yaml': OPENAPI.replaceAll('id', 'key'), 'contracts/order.json': PACT };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, 'workspace', path), text);
  writeFileSync(join(folder, 'no-network.mjs'), NO_NETWORK);
  for (const name of ['output', 'summary']) writeFileSync(join(folder, 'temp', name), '');
  chmodSync(join(folder, 'workspace'), 0o555);
});
afterAll(() => {
  chmodSync(join(folder, 'workspace'), 0o755);
  rmSync(folder, { recursive: true });
});

/** Starts a bundle that may write to the temporary folder alone, has no home, and no network; root is held to it as well. */
function run(args: readonly string[], variables: Readonly<Record<string, string>>) {
  const temp = join(folder, 'temp');
  const limits = ['--permission', '--allow-fs-read=*', `--allow-fs-write=${temp}/*`, '--import', join(folder, 'no-network.mjs')];
  const env = { PATH: process.env['PATH'], RUNNER_TEMP: temp, ...variables };
  return spawnSync(process.execPath, [...limits, ...args], { cwd: join(folder, 'workspace'), env, encoding: 'utf8' });
}

describe('contract-test without modules, home, network and a workspace to write to', () => {
  test('finds a break as an action', () => {
    const inputs = { INPUT_MODE: 'diff', INPUT_BASE: 'base.yaml', INPUT_HEAD: 'head.yaml' };
    const output = join(folder, 'temp/output');
    const files = { GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: join(folder, 'temp/summary') };
    const variables = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: join(folder, 'workspace'), ...files, ...inputs };
    const { status, stdout } = run([join(folder, 'contract-test/index.js')], variables);
    expect([status, stdout]).toEqual([1, expect.stringContaining('breaks order')]);
    expect(readFileSync(output, 'utf8')).toMatch(/^broken<<(\S+)\norder\n\1$/m);
  });

  test.each<[string, readonly string[], number]>([
    ['diff of two that differ', ['diff', 'base.yaml', 'head.yaml'], 1],
    ['diff of one with itself', ['diff', 'base.yaml', 'base.yaml'], 0],
    ['compare of what is kept', ['compare', '--descriptions', 'payment=base.yaml'], 0],
    ['compare of what is not', ['compare', '--descriptions', 'payment=head.yaml'], 1],
  ])('judges as a command: %s', (_, args, code) => {
    const { status, stdout } = run([join(folder, 'cli/index.js'), 'contract-test', ...args, '--json'], {});
    expect(status).toBe(code);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: code === 0 ? 'pass' : 'fail', problems: [] });
  });

  test('and the limits are none that nothing meets', () => {
    const write = "require('node:fs').writeFileSync('x', '')";
    expect(run(['-e', write], {}).stderr).toContain('ERR_ACCESS_DENIED');
    const connect = "import('node:net').then((net) => net.connect(9, '127.0.0.1'))";
    expect(run(['-e', connect], {}).status).toBe(99);
  });
});

test('nothing that is published is native code', () => {
  const kinds = new Set(filesBelow(DIST).map((file) => file.replace(/^.*\./, '')));
  expect([...kinds].filter((kind) => !['js', 'json', 'yml', 'yaml', 'md', 'txt'].includes(kind))).toEqual([]);
  expect(filesBelow(DIST).filter((file) => readFileSync(join(DIST, file)).includes(0))).toEqual([]);
});
