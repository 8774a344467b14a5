import { copyFile, cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { run } from '../../../scripts/tools/index.ts';
import { parsePackages } from '../requirement.ts';

const BUSYBOX = '/bin/busybox';

/** The users that the official node image has as well: its Dockerfiles say `USER node`. */
const PASSWD = 'root:x:0:0:root:/root:/bin/sh\nnode:x:1000:1000::/home/node:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/sh\n';
const GROUP = 'root:x:0:\nnode:x:1000:\nnogroup:x:65534:\n';

/** Text that changes with the busybox of this machine. */
export async function busyboxInputs(): Promise<string> {
  return parsePackages(await run('dpkg-query', ['--list', 'busybox-static'])).get('busybox-static') ?? '';
}

/** Fills a root with busybox as shell and tools, users, a temporary folder and the machine's certificate authorities. */
export async function fillRoot(root: string): Promise<void> {
  for (const folder of ['bin', 'etc/ssl/certs', 'home/node', 'root', 'tmp', 'usr/bin', 'usr/local/bin', 'var/tmp']) {
    await mkdir(join(root, folder), { recursive: true });
  }
  await copyFile(BUSYBOX, join(root, 'bin/busybox'));
  for (const applet of (await run(BUSYBOX, ['--list'])).split('\n')) {
    if (applet !== '' && applet !== 'busybox') await symlink('busybox', join(root, 'bin', applet));
  }
  await symlink('../../bin/busybox', join(root, 'usr/bin/env'));
  await writeFile(join(root, 'etc/passwd'), PASSWD);
  await writeFile(join(root, 'etc/group'), GROUP);
  await writeFile(join(root, 'etc/nsswitch.conf'), 'hosts: files dns\n');
  const authorities = 'etc/ssl/certs/ca-certificates.crt';
  await writeFile(join(root, authorities), await readFile(`/${authorities}`));
}

/** The files a dynamically linked program needs, from the text that ldd printed. */
export function parseLibraries(ldd: string): string[] {
  return [...ldd.matchAll(/(?:=> |^\s*)(\/\S+) \(0x/gm)].map((match) => match[1] ?? '');
}

/** Copies a program into a root, with the libraries it is linked with at the paths where it looks for them. */
export async function copyProgram(source: string, root: string, path: string): Promise<void> {
  await cp(source, join(root, path), { dereference: true });
  for (const library of parseLibraries(await run('ldd', [source]))) {
    await mkdir(dirname(join(root, library)), { recursive: true });
    await cp(library, join(root, library), { dereference: true });
  }
}
