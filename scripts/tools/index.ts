import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheRoot, fillOnce } from './cache.ts';
import { CATALOGUE, type Pin, type ToolName } from './catalogue.ts';
import { run } from './command.ts';

export { cacheRoot, fillOnce } from './cache.ts';
export { isToolName, type ToolName } from './catalogue.ts';
export { CommandFailure, lastLines, run } from './command.ts';

/** The path of a pinned command-line tool, which is installed into the cache when it is not there yet. */
export async function tool(name: ToolName, cache: string = cacheRoot()): Promise<string> {
  const pin: Pin = CATALOGUE[name];
  const folder = join(cache, 'tools', `${name}-${pin.version.replace(/^v/, '')}`);
  const program = join(folder, 'bin', name);
  if (existsSync(program)) return program;
  await fillOnce(folder, async (temporary) => {
    await (pin.kind === 'go' ? installGo(pin, temporary) : installPython(pin, temporary));
    const answer = await run(join(temporary, 'bin', name), pin.asks);
    if (!pin.answers.test(answer)) {
      throw new Error(`${name} should be version ${pin.version}, but it says: ${answer.trim().slice(0, 200)}`);
    }
  });
  return program;
}

async function installGo(pin: Pin, folder: string): Promise<void> {
  await run('go', ['install', '-trimpath', `${pin.source}@${pin.version}`], {
    env: { GOBIN: join(folder, 'bin'), CGO_ENABLED: '0', GOFLAGS: '', GOWORK: 'off' },
  });
}

async function installPython(pin: Pin, folder: string): Promise<void> {
  const requirement = `${pin.source}==${pin.version}`;
  await run('python3', ['-m', 'pip', 'install', '--quiet', '--no-deps', '--target', folder, requirement]);
}
