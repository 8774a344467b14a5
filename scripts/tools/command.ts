import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Where and how a command runs; with `log`, everything it prints is also appended to that file. */
export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly log?: string;
  readonly input?: string;
  /** What is returned: standard output, or the last of both streams as they came. */
  readonly returns?: 'stdout' | 'both';
}

/** A command that could not start or ended with another status than 0, with the last lines it printed. */
export class CommandFailure extends Error {
  readonly tail: readonly string[];
  readonly log: string | undefined;

  constructor(message: string, output: string, log: string | undefined) {
    super(message);
    this.name = 'CommandFailure';
    this.tail = lastLines(output, 30);
    this.log = log;
  }
}

/** The last `count` lines of a text, without the empty end of its final line. */
export function lastLines(text: string, count: number): string[] {
  return text.replace(/\n$/, '').split('\n').slice(-count);
}

/** Runs a program to its end and returns what it wrote, to standard output unless told. */
export async function run(program: string, args: readonly string[], options: CommandOptions = {}): Promise<string> {
  const { cwd, env, log, input, returns = 'stdout' } = options;
  if (log) await mkdir(dirname(log), { recursive: true });
  const file = log ? createWriteStream(log, { flags: 'a' }) : undefined;
  const child = spawn(program, args, {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    ...(cwd ? { cwd } : {}),
  });
  let stdout = '';
  let both = '';
  const keep = (chunk: string): void => {
    both = (both + chunk).slice(-65_536);
    file?.write(chunk);
  };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
    keep(chunk);
  });
  child.stderr.setEncoding('utf8').on('data', keep);
  child.stdin.on('error', () => undefined).end(input ?? '');
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) => resolve(code === 0 ? '' : `ended with ${signal ?? `status ${code}`}`));
  });
  const problem = await ended;
  if (file) await new Promise<void>((resolve) => file.end(resolve));
  if (problem) throw new CommandFailure(`${program} ${args.slice(0, 3).join(' ')}: ${problem}`, both, log);
  return returns === 'both' ? both : stdout;
}
