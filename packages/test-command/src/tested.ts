import { programAt } from '@slipway/dependency';
import type { Files } from '@slipway/system';
import { runBounded, type Surroundings } from './bounded.ts';
import type { Words } from './commands.ts';
import type { Evidence } from './judgement.ts';
import { readReports } from './reports.ts';

/** A test command that is to be run. */
export interface TestRun {
  readonly words: Words;
  /** Where it runs, from the workspace. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly budgetMs: number;
  /** Glob patterns of the JUnit reports that it writes, from its folder. */
  readonly reports: readonly string[];
}

/** What a test command left behind. */
export interface Tested extends Evidence {
  /** How long it took. */
  readonly seconds: number;
}

/**
 * Runs a test command within its time and reads the reports that it wrote.
 *
 * Those of an earlier run must have been removed before.
 */
export async function runTests(
  { words, folder, env, budgetMs, reports }: TestRun,
  world: Surroundings & { readonly files: Files },
): Promise<Tested> {
  const { files, clock, cancelled } = world;
  const cwd = files.resolve(folder);
  const [program = '', ...args] = words;
  const begun = clock.now();
  const result = await runBounded([programAt(program, cwd), ...args], { cwd, env, budgetMs }, world);
  const seconds = (clock.now() - begun) / 1000;
  return { result, ...(await readReports(reports, folder, files)), cancelled: cancelled.aborted, seconds };
}
