import { type ChildProcess, spawn } from 'node:child_process';
import type { ExecResult, RunningProcess, StartOptions } from '../exec.ts';

const DEFAULT_GRACE_MS = 5000;
const KILL_LIMIT_MS = 1000;

/** The part of an environment that a child process needs to find programs and reach the network, and no secrets. */
export function minimalEnvironment(source: NodeJS.ProcessEnv): Record<string, string> {
  const kept =
    /^(PATH|HOME|USER|LANG|LC_.*|TZ|TMPDIR|TEMP|TMP|XDG_.*|(HTTPS?|NO|ALL)_PROXY|SSL_CERT_(FILE|DIR)|NODE_EXTRA_CA_CERTS|DOCKER_(HOST|CONFIG|CERT_PATH|TLS_VERIFY)|BUILDKIT_HOST|GO(PATH|CACHE|MODCACHE|FLAGS|PROXY)|RUNNER_(TEMP|TOOL_CACHE|OS|ARCH)|CI)$/i;
  const entries = Object.entries(source).filter(([name, value]) => kept.test(name) && value !== undefined);
  return Object.fromEntries(entries) as Record<string, string>;
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has ended already.
  }
}

function groupAlive(pid: number): boolean {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function waitForGroup(pid: number, limitMs: number): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (groupAlive(pid) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function stopGroup(pid: number, exited: Promise<ExecResult>, graceMs: number): Promise<void> {
  signalGroup(pid, 'SIGTERM');
  await waitForGroup(pid, graceMs);
  signalGroup(pid, 'SIGKILL');
  await exited;
  // The kernel takes a moment to end what was killed.
  await waitForGroup(pid, KILL_LIMIT_MS);
}

function collect(child: ChildProcess, onOutput: StartOptions['onOutput']): { stdout: string[]; stderr: string[]; all: string[] } {
  const texts = { stdout: [] as string[], stderr: [] as string[], all: [] as string[] };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]?.setEncoding('utf8').on('data', (text: string) => {
      texts[stream].push(text);
      texts.all.push(text);
      onOutput?.(text, stream);
    });
  }
  return texts;
}

/** Starts a program in a process group of its own, so that all it starts can be ended with it. */
export function startProcess(
  command: string,
  args: readonly string[],
  options: StartOptions & { environment: NodeJS.ProcessEnv; cwd: string },
): Promise<RunningProcess> {
  return new Promise((resolve, reject) => {
    const env = { ...minimalEnvironment(options.environment), ...options.env };
    const child = spawn(command, args, { cwd: options.cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const texts = collect(child, options.onOutput);
    const exited = new Promise<ExecResult>((settle) => {
      child.once('close', (code) =>
        settle({ exitCode: code ?? -1, stdout: texts.stdout.join(''), stderr: texts.stderr.join(''), timedOut: false }),
      );
    });
    child.once('error', reject);
    child.once('spawn', () => {
      const pid = child.pid as number;
      resolve({
        pid,
        exited,
        output: () => texts.all.join(''),
        stop: (graceMs = DEFAULT_GRACE_MS) => stopGroup(pid, exited, graceMs),
      });
    });
  });
}
