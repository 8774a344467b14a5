import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { nodeExec, type Report } from '@slipway/runner';
import type { Exec } from '@slipway/system';
import type { Lab } from './lab.ts';

/** A workspace with its own repository, as a runner would have checked it out. */
export interface Checkout {
  readonly folder: string;
  readonly exec: Exec;
  /** The commit it was at when it was made. */
  readonly sha: string;
}

const DATE = '2024-02-03T04:05:06Z';

/** Where programs are found: those of the lab before those of the machine. */
const programs = (lab: Lab): string => `${dirname(lab.buildctl)}:${process.env['PATH']}`;

/** Runs git in a checkout; what it prints, without the line's end. */
export async function git({ exec }: Pick<Checkout, 'exec'>, ...args: readonly string[]): Promise<string> {
  const who = ['-c', 'user.name=dev', '-c', 'user.email=dev@example.com', '-c', 'protocol.file.allow=always'];
  const env = { GIT_COMMITTER_DATE: DATE, GIT_AUTHOR_DATE: DATE };
  const { exitCode, stdout, stderr } = await exec.run('git', [...who, ...args], { env });
  if (exitCode !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}

/** Commits everything in a checkout, and gives the commit's id. */
export async function commit(place: Pick<Checkout, 'exec'>): Promise<string> {
  await git(place, 'add', '--all');
  await git(place, 'commit', '--quiet', '--allow-empty', '--message', 'x');
  return git(place, 'rev-parse', 'HEAD');
}

/** Makes a repository of what `fill` writes into a folder. */
export async function checkout(lab: Lab, folder: string, fill: (folder: string) => Promise<void>): Promise<Checkout> {
  await mkdir(folder, { recursive: true });
  const exec = nodeExec({ environment: { ...process.env, PATH: programs(lab) }, workspace: folder });
  await fill(folder);
  await git({ exec }, 'init', '--quiet', '--initial-branch', 'main');
  return { folder, exec, sha: await commit({ exec }) };
}

/** Runs an action as a runner does: a process of its own, inputs in variables, everything else in files. */
export async function step(
  lab: Lab,
  which: string,
  { folder, exec, sha }: Checkout,
  inputs: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, string>> = {},
  from: 'sources' | 'bundle' = 'sources',
) {
  const temp = await mkdtemp(join(dirname(folder), `${which}-`));
  const files = { GITHUB_OUTPUT: join(temp, 'output'), GITHUB_STEP_SUMMARY: join(temp, 'summary.md') };
  for (const path of Object.values(files)) await writeFile(path, '');
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const env = {
    ...files,
    GITHUB_WORKSPACE: folder,
    GITHUB_SHA: sha,
    RUNNER_TEMP: temp,
    PATH: programs(lab),
    BUILDKIT_HOST: lab.buildkitHost,
    ...(Object.fromEntries(given) as Record<string, string>),
    ...variables,
  };
  const at = (path: string): string => join(import.meta.dirname, '../..', path);
  const args = from === 'bundle' ? [at(`dist/${which}/index.js`)] : ['--conditions=source', at(`actions/${which}/src/main.ts`)];
  const begun = performance.now();
  const { exitCode, stdout, stderr } = await exec.run(process.execPath, args, { env });
  const seconds = (performance.now() - begun) / 1000;
  const [name] = (await readdir(join(temp, 'slipway'))).filter((each) => each.endsWith('.json'));
  const report = JSON.parse(await readFile(join(temp, 'slipway', name ?? ''), 'utf8')) as Report;
  const summary = await readFile(files.GITHUB_STEP_SUMMARY, 'utf8');
  const shown = [stdout, stderr, summary, JSON.stringify(report)];
  return { code: exitCode, report, outputs: report.outputs, stdout, summary, shown: shown.join('\n'), seconds };
}
