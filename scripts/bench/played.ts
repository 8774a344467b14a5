import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** Cells are played side by side, and with few of them a process, so that a slow one holds up little. */
const PROCESSES = 2;

/** Has a program play an order in a process of its own: JSON in, JSON out. */
export async function played(main: string, order: object): Promise<unknown> {
  const child = spawn(process.execPath, ['--conditions=source', main], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(order));
  return JSON.parse(await text(child.stdout));
}

/** Works on all tasks, two at a time; what came of them stands in their order. */
export async function sideBySide<T, R>(tasks: readonly T[], work: (task: T) => Promise<R>): Promise<readonly R[]> {
  const done: R[] = [];
  const queue = tasks.entries();
  const worker = async (): Promise<void> => {
    for (const [index, task] of queue) done[index] = await work(task);
  };
  await Promise.all(Array.from({ length: PROCESSES }, worker));
  return done;
}

/** A share in words, such as `1.5 %`. */
export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
