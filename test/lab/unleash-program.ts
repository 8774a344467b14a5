import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fillOnce, run } from '../../scripts/tools/index.ts';
import type { Layout } from './layout.ts';
import type { Progress } from './progress.ts';
import type { Site } from './site.ts';

const VERSION = '8.2.0';

/** The folder in which Unleash is installed. */
export function unleashFolder({ bin }: Layout): string {
  return join(bin, `unleash-${VERSION}`);
}

/** Installs Unleash from its npm package once for a machine; nothing of what it brings is run while it is installed. */
export async function installUnleash({ layout }: Site, progress: Progress): Promise<void> {
  const folder = unleashFolder(layout);
  if (existsSync(folder)) return;
  await progress.step('install unleash', () =>
    fillOnce(folder, async (temporary) => {
      await writeFile(join(temporary, 'package.json'), JSON.stringify({ dependencies: { 'unleash-server': VERSION } }));
      await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], {
        cwd: temporary,
        log: join(layout.lab, 'build', 'unleash.log'),
      });
    }),
  );
}
