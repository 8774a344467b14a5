import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lastLines } from '../../scripts/tools/index.ts';

/** A program with its arguments and additional environment. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** A process that the lab started and its proof of identity: a pid alone may belong to another process by now. */
export interface Process {
  readonly pid: number;
  readonly started: string;
  readonly boot: string;
  /** Hash of the command and configuration the process runs with. */
  readonly fingerprint: string;
}

const RECORD = 'process.json';

/** The log file of the part whose folder is given. */
export function logOf(folder: string): string {
  return join(folder, 'log');
}

/** The last lines of a part's log. */
export function tailOf(folder: string, count = 30): string[] {
  return existsSync(logOf(folder)) ? lastLines(readFileSync(logOf(folder), 'utf8'), count) : [];
}

/** When a process started, in clock ticks since boot; undefined when it is gone or only waits to be reaped. */
export function parseStart(stat: string): string | undefined {
  // The second field is the program's name in brackets and may hold spaces: count from its end.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
}

function startOf(pid: number): string | undefined {
  try {
    return parseStart(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return undefined;
  }
}

function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}

/** The live process of a part's folder; undefined when there is none. */
export function running(folder: string): Process | undefined {
  try {
    const record = JSON.parse(readFileSync(join(folder, RECORD), 'utf8')) as Process;
    return record.boot === bootId() && startOf(record.pid) === record.started ? record : undefined;
  } catch {
    return undefined;
  }
}

/** When the process of a part's folder was started, in milliseconds since 1970; infinitely late when it never was. */
export function startedAt(folder: string): number {
  return statSync(join(folder, RECORD), { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
}

/** Starts a command that outlives this process, with its log and record in `folder`. */
export async function start(folder: string, command: Command, fingerprint: string): Promise<Process> {
  await mkdir(folder, { recursive: true });
  if (existsSync(logOf(folder))) await rename(logOf(folder), `${logOf(folder)}.previous`);
  const log = openSync(logOf(folder), 'a');
  const child = spawn(command.program, command.args, {
    cwd: folder,
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, ...command.env },
  });
  closeSync(log);
  const pid = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('spawn', () => resolve(child.pid ?? 0));
  });
  child.unref();
  const started = startOf(pid);
  if (!started) throw new Error(`${command.program} ended as soon as it was started`);
  const record: Process = { pid, started, boot: bootId(), fingerprint };
  await writeFile(join(folder, RECORD), JSON.stringify(record));
  return record;
}

/** Ends the process of a part's folder: asks first, and kills when it has not ended after `graceMs`. */
export async function stop(folder: string, graceMs = 10_000): Promise<void> {
  const record = running(folder);
  if (record) {
    signal(record, 'SIGTERM');
    if (!(await gone(record, graceMs))) {
      signal(record, 'SIGKILL');
      if (!(await gone(record, 5000))) throw new Error(`process ${record.pid} does not end`);
    }
  }
  await rm(join(folder, RECORD), { force: true });
}

function signal(record: Process, name: NodeJS.Signals): void {
  try {
    process.kill(record.pid, name);
  } catch {
    // It ended between the look and the signal, which is what the signal is for.
  }
}

async function gone(record: Process, withinMs: number): Promise<boolean> {
  for (const end = Date.now() + withinMs; Date.now() < end; await sleep(20)) {
    if (startOf(record.pid) !== record.started) return true;
  }
  return false;
}
