import { spawnSync } from 'node:child_process';

/** Wall time in milliseconds and the largest resident set in MiB, as /usr/bin/time sees them. */
export function measure(
  folder: string,
  command: readonly string[],
): { readonly ms: number; readonly mib: number; readonly output: string } {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync('/usr/bin/time', ['-f', 'rss %M', ...command], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const ms = performance.now() - start;
  if (status !== 0 && status !== 1) throw new Error(`${command[0]} ended with ${status}: ${stderr}`);
  return { ms, mib: Number(/rss (\d+)/.exec(stderr)?.[1]) / 1024, output: stdout };
}
