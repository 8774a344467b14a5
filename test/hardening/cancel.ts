import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startStep } from '../bundle/runner.ts';

/** GitHub's own times: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-cancellation */
const UNTIL_SIGTERM_MS = 7500;
const UNTIL_SIGKILL_MS = 2500;

/** How a cancelled step ended, and what it left. */
export interface Cancelled {
  /** The last signal that it took. */
  readonly endedBy: 'itself' | 'SIGINT' | 'SIGTERM' | 'SIGKILL';
  readonly exitCode: number | null;
  readonly verdict: string;
  /** Processes that were still there a moment after the step had ended. */
  readonly processes: readonly string[];
  /** Files outside the workspace that are no report of ours. */
  readonly files: readonly string[];
  readonly workspace: string;
}

/** The processes that were started, by whomever, with this folder as their home. */
function processesOf(home: string): readonly string[] {
  return readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    try {
      const mine = readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').includes(`SLIPWAY_TEST_STEP=${home}`);
      return mine ? [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')] : [];
    } catch {
      return [];
    }
  });
}

function filesBelow(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => !entry.isDirectory()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

async function endOf(child: ChildProcess, waitMs: number): Promise<boolean> {
  if (child.exitCode !== null || child.signalCode !== null) return true;
  return Promise.race([new Promise<boolean>((resolve) => child.once('exit', () => resolve(true))), sleep(waitMs, false)]);
}

/** Cancels as GitHub's runner does, and says which signal it took. */
async function cancel(child: ChildProcess): Promise<Cancelled['endedBy']> {
  if (await endOf(child, 0)) return 'itself';
  child.kill('SIGINT');
  if (await endOf(child, UNTIL_SIGTERM_MS)) return 'SIGINT';
  child.kill('SIGTERM');
  if (await endOf(child, UNTIL_SIGKILL_MS)) return 'SIGTERM';
  child.kill('SIGKILL');
  return 'SIGKILL';
}

/** Starts a published bundle, cancels it after a time as a runner would, and looks at what is left. */
export async function cancelAfter(
  ms: number,
  action: string,
  inputs: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, string>>,
): Promise<Cancelled> {
  const temp = mkdtempSync(join(tmpdir(), 'slipway-cancel-'));
  for (const name of ['home', 'tmp', 'runner']) mkdirSync(join(temp, name));
  const places = { HOME: join(temp, 'home'), TMPDIR: join(temp, 'tmp'), RUNNER_TEMP: join(temp, 'runner') };
  const { child, result } = startStep(action, inputs, given, { ...places, SLIPWAY_TEST_STEP: temp, ...variables });
  await sleep(ms);
  const endedBy = await cancel(child);
  const { exitCode, outputs, folder } = await result;
  const processes = processesOf(temp);
  const files = filesBelow(temp).filter((path) => !/^runner\/slipway\/[\w-]+\.(json|html)$/.test(path));
  rmSync(temp, { recursive: true });
  return { endedBy, exitCode, verdict: outputs['verdict'] ?? '', processes, files, workspace: join(folder, 'workspace') };
}
