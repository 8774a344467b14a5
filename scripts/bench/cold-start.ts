import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundles, sizeOf } from '../bundles.ts';
import { ROOT } from '../definitions.ts';
import { type Figure, median } from './figure.ts';

const RUNS = 11;

/** google-github-actions/auth, the smallest of the well-known bundles: 83 ms where bare Node took 22 ms. */
const PUBLISHED = { name: 'google-github-actions/auth (published: 83 ms at 22 ms of bare Node)', timesBareNode: 83 / 22 };

/** Wall time of `node ARGS` without inputs, in an empty home: the median of eleven runs after one to warm up. */
function wallMs(args: readonly string[], home: string): number {
  const env = { PATH: process.env['PATH'], HOME: home, RUNNER_TEMP: home };
  const times = Array.from({ length: RUNS + 1 }, () => {
    const started = performance.now();
    spawnSync(process.execPath, args, { cwd: home, env, stdio: 'ignore' });
    return performance.now() - started;
  });
  return median(times.slice(1));
}

/** Cold start and size of every bundle, beside bare Node in the same run and the published figure of the best peer. */
export async function coldStart(): Promise<readonly Figure[]> {
  const home = mkdtempSync(join(tmpdir(), 'slipway-bench-'));
  const bare = wallMs(['-e', '0'], home);
  const figures = bundles().flatMap(({ name }): Figure[] => {
    const file = join(ROOT, 'dist', name, 'index.js');
    const ms = wallMs([file], home);
    const timesBareNode = ms / bare;
    return [
      { bench: 'cold-start', name: `${name}.wall`, value: ms, unit: 'ms', peer: 'bare node', ratio: timesBareNode },
      {
        bench: 'cold-start',
        name: `${name}.against-auth`,
        value: timesBareNode,
        unit: 'times bare node',
        peer: PUBLISHED.name,
        ratio: timesBareNode / PUBLISHED.timesBareNode,
      },
      { bench: 'cold-start', name: `${name}.size`, value: sizeOf(join(ROOT, 'dist', name)) / 1024, unit: 'KiB' },
    ];
  });
  rmSync(home, { recursive: true });
  return [{ bench: 'cold-start', name: 'bare-node.wall', value: bare, unit: 'ms' }, ...figures];
}
