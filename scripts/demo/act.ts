import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../definitions.ts';
import { tool } from '../tools/index.ts';
import { parseRunLog, type RunLog } from './run-log.ts';
import type { World } from './world.ts';

/** What a run is given from outside its repository. */
export interface Surroundings {
  readonly variables: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** Where GitHub's API is. */
  readonly githubUrl: string;
  /** Folders that come before the PATH. */
  readonly path: readonly string[];
}

/** What set the workflow off: a push of what is checked out, or another event with the payload that GitHub would send. */
export type Trigger = { readonly event: 'push' } | { readonly event: 'pull_request'; readonly payload: object };

/** One run of a service's workflow. */
export interface PipelineRun extends RunLog {
  readonly exitCode: number | null;
  readonly ms: number;
  readonly log: string;
}

/** Other people's actions that need GitHub or the network, by the commits that the workflows pin them to. */
const STAND_INS = {
  'actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02': 'upload-artifact',
  'actions/download-artifact@d3f86a106a0bac45b974a628896c90dbdf5c8093': 'download-artifact',
  'docker/setup-buildx-action@e468171a9de216ec08956ac3ada2f0791b6bd435': 'setup-buildx-action',
};

function actArguments(world: World, given: Surroundings, trigger: readonly string[]): readonly string[] {
  const standIns = Object.entries(STAND_INS).flatMap(([pin, folder]) => [
    '--local-repository',
    `${pin}=${join(world.standIns, folder)}`,
  ]);
  return [
    ...trigger,
    '--json',
    ...['--platform', 'ubuntu-latest=-self-hosted'],
    // The published tree itself: org/actions/deploy-k8s@v1 is dist/deploy-k8s.
    ...['--local-repository', `org/actions@v1=${join(ROOT, 'dist')}`],
    ...standIns,
    ...['--env', `SLIPWAY_REPORTS=${world.reports}`],
    ...['--env', `SLIPWAY_ARTEFACTS=${world.artefacts}`],
    ...['--env', `GITHUB_API_URL=${given.githubUrl}`],
    ...Object.entries(given.variables).flatMap(([name, value]) => ['--var', `${name}=${value}`]),
  ];
}

/**
 * Runs a service repository's own workflow with act, on this machine.
 *
 * act's JSON log holds the secret itself wherever a step masks one; those lines are never kept.
 */
export async function runPipeline(
  world: World,
  repository: string,
  given: Surroundings,
  name: string,
  onLine: (line: string) => void = () => undefined,
  trigger: Trigger = { event: 'push' },
): Promise<PipelineRun> {
  const secretFile = join(world.folder, `${name}.secrets`);
  writeFileSync(
    secretFile,
    Object.entries(given.secrets)
      .map(([key, value]) => `${key}=${value}\n`)
      .join(''),
    { mode: 0o600 },
  );
  const eventFile = join(world.folder, `${name}.event.json`);
  writeFileSync(eventFile, JSON.stringify('payload' in trigger ? trigger.payload : {}));
  const started = Date.now();
  const path = [...given.path, dirname(process.execPath), process.env['PATH'] ?? ''].join(':');
  const env = { PATH: path, HOME: world.home, LANG: 'C.UTF-8' };
  const files = ['--secret-file', secretFile, ...('payload' in trigger ? ['--eventpath', eventFile] : [])];
  const child = spawn(await tool('act'), actArguments(world, given, [trigger.event, ...files]), {
    cwd: repository,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      if (line.includes('add-mask')) return;
      lines.push(line);
      onLine(line);
    });
  }
  const exitCode = await new Promise<number | null>((resolve) => child.once('close', resolve));
  rmSync(secretFile);
  const log = `${lines.join('\n')}\n`;
  writeFileSync(join(world.logs, `${name}.jsonl`), log);
  return { exitCode, ms: Date.now() - started, log, ...parseRunLog(log) };
}
