import { createHash } from 'node:crypto';
import { connect, createServer, type Socket } from 'node:net';
import type { Report } from './progress.ts';

const WAIT_MS = 20 * 60_000;

/**
 * Runs `work` while no other process holds the lock of the same name; waits for its turn.
 *
 * The lock is an abstract socket, which the kernel frees when its holder dies: a lock file can be left behind, and
 * two waiters that both find it stale can both take it.
 */
export async function locked<T>(key: string, report: Report, work: () => Promise<T>): Promise<T> {
  const name = `\0slipway-lab-${createHash('sha256').update(key).digest('hex').slice(0, 16)}`;
  const release = await acquire(name, report);
  try {
    return await work();
  } finally {
    release();
  }
}

async function acquire(name: string, report: Report): Promise<() => void> {
  for (const end = Date.now() + WAIT_MS; Date.now() < end; ) {
    const release = await claim(name);
    if (release) return release;
    await released(name, report);
  }
  throw new Error('another lab command has held the lock for 20 minutes');
}

function claim(name: string): Promise<(() => void) | undefined> {
  return new Promise((resolve, reject) => {
    const waiters = new Set<Socket>();
    const server = createServer((socket) => {
      // A waiter keeps its connection open to see the end of ours.
      waiters.add(socket.on('error', () => undefined));
      socket.write(`${process.pid}`);
    });
    const release = (): void => {
      server.close();
      for (const waiter of waiters) waiter.destroy();
    };
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(name, () => resolve(release));
  });
}

function released(name: string, report: Report): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(name);
    socket.once('data', (pid) => report(`  ...  waiting for another lab command (process ${pid.toString()})`));
    socket.once('error', () => undefined);
    socket.once('close', () => resolve());
  });
}
