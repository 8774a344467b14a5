import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** The folder with a Go module's files, in the version and with the checksum that a folder of the lab states. */
export function moduleFolder(name: string, module: string): string {
  const env = { ...process.env, GOFLAGS: '-mod=readonly', GOWORK: 'off' };
  const cwd = join(import.meta.dirname, name);
  const answer = execFileSync('go', ['mod', 'download', '-json', module], { cwd, env, encoding: 'utf8' });
  const { Dir: folder } = JSON.parse(answer) as { readonly Dir?: string };
  if (folder === undefined) throw new Error(`go gave no folder of ${module}`);
  return folder;
}
