import { describe, expect, test } from '@jest/globals';
import { tmpdir } from 'node:os';
import { nodeExec } from './exec.ts';

const exec = nodeExec({ environment: { ...process.env, GITHUB_TOKEN: 'hunter2' }, workspace: tmpdir() });
const node = (script: string, options = {}) => exec.run(process.execPath, ['-e', script], options);

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
