import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inputsOfMode } from '@slipway/metadata';
import { definitions } from '../../scripts/definitions.ts';
import { runCommand, runStep } from './runner.ts';

const all = await definitions();
const SUITE = 'version: 1\nrequests:\n  - name: health\n    get: /healthz\n';

let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => response.writeHead(request.url === '/healthz' ? 200 : 404).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

describe.each(all.map(({ name }) => name))('the bundle of %s', (name) => {
  test('starts with nothing beside it, and reports every missing input at once, as annotations and in its report', async () => {
    const { exitCode, stdout, outputs, summary, report } = await runStep(name, {});
    const definition = all.find((each) => each.name === name);
    // Without any input an action with modes is asked to do its first one.
    const required = Object.values(definition ? inputsOfMode(definition, undefined) : {}).filter((input) => input.required);
    expect(exitCode).toBe(1);
    if (required.length > 0) {
      expect(stdout.match(/^::error title=INPUT_MISSING::/gm)).toHaveLength(required.length);
      expect(report?.problems).toHaveLength(required.length);
    }
    expect(outputs['verdict']).toBe('error');
    expect(summary).toContain('🛑');
  });

  test('is the same action as a command', async () => {
    const [step, command] = await Promise.all([runStep(name, {}), runCommand([name, '--json'])]);
    expect(command.exitCode).toBe(step.exitCode);
    const report = JSON.parse(command.stdout) as typeof step.report;
    expect(report?.problems).toEqual(step.report?.problems);
  });
});

describe('a step', () => {
  test('passes: exit 0, outputs, a summary, no annotation', async () => {
    const { exitCode, stdout, outputs, summary } = await runStep('smoke-test', { url }, { '.slipway/smoke.yml': SUITE });
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({ verdict: 'pass', requests: '1', failed: '0' });
    expect(summary).toContain('All 1 requests');
    expect(stdout).not.toMatch(/^::(error|warning)/m);
  });

  test('puts an unknown key of a configuration file on its line and column', async () => {
    const { exitCode, stdout } = await runStep(
      'smoke-test',
      { url },
      { '.slipway/smoke.yml': `${SUITE}    exepct: { status: 200 }\n` },
    );
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(
      /^::error title=CONFIG_UNKNOWN_KEY,file=\.slipway\/smoke\.yml,line=5,col=5::Unknown key "exepct".*Did you mean "expect"\?/m,
    );
  });

  test('cannot be made to speak for the runner by what it prints', async () => {
    const { stdout } = await runStep('smoke-test', { url: 'x\n::add-mask::y\n::error::z' }, { '.slipway/smoke.yml': SUITE });
    expect(stdout).not.toMatch(/^::(add-mask|error)::/m);
  });
});

describe('the command', () => {
  test('gives the report on standard output and everything else on standard error', async () => {
    const { exitCode, stdout, stderr } = await runCommand(['smoke-test', '--url', url, '--json'], {
      '.slipway/smoke.yml': SUITE,
    });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'slipway.report/v1', action: 'smoke-test', verdict: 'pass' });
    expect(stderr).toContain('All 1 requests');
  });

  test('says which Node it needs where it is started with an older one', async () => {
    const older = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.20.2'}})`;
    const { exitCode, stderr } = await runCommand(
      ['contract-test', 'diff', 'a', 'b'],
      {},
      { NODE_OPTIONS: `--import "${older}"` },
    );
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringMatching(/^slipway needs Node 22 or later, and this is Node 20\.20\.2\./),
    ]);
  });

  test('names every wrong argument at once', async () => {
    const { exitCode, stderr } = await runCommand(['smoke-test', '--ulr', 'x', '--timeout', 'soon']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('[INPUT_UNKNOWN]'.slice(1, -1));
    expect(stderr).toContain('"--ulr" is not an input');
    expect(stderr).toContain('Input "timeout" is "soon"');
    expect(stderr).toContain('Input "url" is required');
  });

  test('takes a secret from a variable or a file, and refuses it in argv without showing it', async () => {
    const refused = await runCommand(['publish-image', '--image', 'r/x', '--password', 'hunter2-secret']);
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain('must not stand on the command line');
    expect(refused.stderr + refused.stdout).not.toContain('hunter2-secret');
  });

  test('lists its actions, and helps with each', async () => {
    const overview = await runCommand(['--help']);
    for (const { name } of all) expect(overview.stdout).toContain(name);
    const help = await runCommand(['smoke-test', '--help']);
    expect(help).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('--expect-version') });
    expect((await runCommand(['smok-test'])).exitCode).toBe(1);
  });
});
