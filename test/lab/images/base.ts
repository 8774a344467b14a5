import { copyFile, cp, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fillOnce, run } from '../../../scripts/tools/index.ts';
import { program, type Site } from '../site.ts';
import type { BaseImage } from './image.ts';
import { busyboxInputs, copyProgram, fillRoot } from './rootfs.ts';

const COMPILER = ['typescript@5.9.3', '@types/node@24.19.2'] as const;

// The context's owner and the sticky bit are lost in a COPY, so they are set in the image itself.
const OWN = 'RUN chmod 1777 /tmp /var/tmp && chown 1000:1000 /home/node';

/** The process that holds a pod's namespaces. */
export const pauseImage: BaseImage = {
  repository: 'pause',
  tag: '1',
  dockerfile: 'FROM scratch\nCOPY rootfs /\nUSER 65535:65535\nENTRYPOINT ["/pause"]\n',
  inputs: (site) => program(site, 'pause'),
  assemble: (site, root) => copyFile(program(site, 'pause'), join(root, 'pause')),
};

/** Busybox, as `busybox:1`. */
export const busyboxImage: BaseImage = {
  repository: 'library/busybox',
  tag: '1',
  dockerfile: `FROM scratch\nCOPY rootfs /\n${OWN}\nENV PATH=/usr/local/bin:/usr/bin:/bin\nCMD ["sh"]\n`,
  inputs: busyboxInputs,
  assemble: (_site, root) => fillRoot(root),
};

/** Node 24 with a shell and the TypeScript compiler, as `node:24`. */
export const nodeImage: BaseImage = {
  repository: 'library/node',
  tag: '24',
  dockerfile: [
    'FROM scratch',
    'COPY rootfs /',
    OWN,
    `ENV PATH=/usr/local/bin:/usr/bin:/bin NODE_VERSION=${process.version.slice(1)}`,
    'CMD ["node"]',
    '',
  ].join('\n'),
  inputs: async () => [process.version, ...COMPILER, await busyboxInputs()].join(' '),
  assemble: async (site, root) => {
    await fillRoot(root);
    await copyProgram(process.execPath, root, 'usr/local/bin/node');
    await copyCompiler(site, root);
  },
};

/** Puts tsc on the path, and Node's types where the compiler finds them from any folder. */
async function copyCompiler(site: Site, root: string): Promise<void> {
  const folder = join(site.layout.cache, 'tools', COMPILER.join('-').replaceAll(/[@/]+/g, '-'));
  await fillOnce(folder, async (temporary) => {
    const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', temporary];
    await run('npm', ['install', ...options, ...COMPILER], { cwd: temporary });
  });
  const modules = join(root, 'usr/local/lib/node_modules');
  await mkdir(modules, { recursive: true });
  for (const name of ['typescript', '@types', 'undici-types']) {
    await cp(join(folder, 'node_modules', name), join(modules, name), { recursive: true });
  }
  await symlink('../lib/node_modules/typescript/bin/tsc', join(root, 'usr/local/bin/tsc'));
  await symlink('usr/local/lib/node_modules', join(root, 'node_modules'));
}
