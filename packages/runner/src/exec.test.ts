import { describe, expect, test } from '@jest/globals';
import { tmpdir } from 'node:os';
import { nodeExec } from './exec.ts';

const exec = nodeExec({ environment: { ...process.env, GITHUB_TOKEN: 'hunter2' }, workspace: tmpdir() });
const node = (script: string, options = {}) => exec.run(process.execPath, ['-e', script], options);

/** Whether a process ends within a few seconds: what is killed stays in the table until its new parent has asked after it. */
async function ended(pid: number): Promise<boolean> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

describe('a command', () => {
  test('gives its exit code and both outputs', async () => {
    expect(await node("console.log('out'); console.error('err'); process.exit(3)")).toEqual({
      exitCode: 3,
      stdout: 'out\n',
      stderr: 'err\n',
      timedOut: false,
    });
  });

  test('takes its arguments as they are: no shell looks at them', async () => {
    const args = ['-e', 'console.log(JSON.stringify(process.argv.slice(1)))', '--', '$HOME `id`', '"; echo x', 'a b', ''];
    expect(JSON.parse((await exec.run(process.execPath, args)).stdout)).toEqual(['$HOME `id`', '"; echo x', 'a b', '']);
  });

  test('gets what it is given on standard input, and no secret of the step', async () => {
    const result = await node(
      'process.stdin.pipe(process.stdout); console.log(String(process.env.GITHUB_TOKEN), process.env.GIVEN)',
      { input: 'hello', env: { GIVEN: 'yes' } },
    );
    expect(result.stdout).toContain('undefined yes');
    expect(result.stdout).toContain('hello');
  });

  test('that takes too long is ended, and says so', async () => {
    expect(await node('setInterval(() => {}, 1000)', { timeoutMs: 100 })).toMatchObject({ timedOut: true, exitCode: -1 });
  });

  test('takes what it started with it, also what ignores the request to end', async () => {
    const stubborn = "process.on('SIGTERM', () => {}); console.log(process.pid); setInterval(() => {}, 1000)";
    const parent = `const c = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(stubborn)}], { stdio: 'inherit' }); setInterval(() => {}, 1000)`;
    const controller = new AbortController();
    const onOutput = (): void => controller.abort();
    const { stdout } = await node(parent, { signal: controller.signal, onOutput });
    expect(Number(stdout)).toBeGreaterThan(1);
    expect(await ended(Number(stdout))).toBe(true);
  }, 15_000);

  test('ends with its signal', async () => {
    const controller = new AbortController();
    const running = node('setInterval(() => {}, 1000)', { signal: controller.signal });
    controller.abort();
    expect((await running).exitCode).toBe(-1);
  });

  test('that is not there is a Failure with its name', async () => {
    await expect(exec.run('no-such-program', [])).rejects.toThrow('COMMAND_NOT_FOUND');
    await expect(exec.start('no-such-program', [])).rejects.toThrow('COMMAND_NOT_FOUND');
    expect(await exec.which('no-such-program')).toBeUndefined();
    expect(await exec.which('sh')).toMatch(/\/sh$/);
  });
});
