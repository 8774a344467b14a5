import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** The folder with a Go module's files, in the version and with the checksum that the go.mod of a folder states. */
export function moduleIn(cwd: string, module: string): string {
  const env = { ...process.env, GOFLAGS: '-mod=readonly', GOWORK: 'off' };
  try {
    const answer = execFileSync('go', ['mod', 'download', '-json', module], { cwd, env, encoding: 'utf8' });
    const { Dir: folder } = JSON.parse(answer) as { readonly Dir?: string };
    if (folder !== undefined) return folder;
  } catch (error) {
    if (isMissing(error)) throw new Error(`Go is not on the PATH, and brings ${module}: see https://go.dev/dl`);
    throw error;
  }
  throw new Error(`go gave no folder of ${module}`);
}

/** The same for a folder of the lab. */
export function moduleFolder(name: string, module: string): string {
  return moduleIn(join(import.meta.dirname, name), module);
}
