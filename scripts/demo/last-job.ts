import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../definitions.ts';
import type { PipelineRun, Surroundings } from './act.ts';

const STAGES = ['build', 'test', 'publish', 'staging', 'production'];

/** The `needs` of the pipeline's last job, as GitHub would hand them over. */
export function needsOf(
  run: Pick<PipelineRun, 'jobs'>,
): Readonly<Record<string, { readonly result: string; readonly outputs: object }>> {
  const entries = STAGES.map((name, index) => {
    const jobs = run.jobs.filter(({ stage }) => stage.startsWith(`${index + 1} `));
    const result = jobs.length === 0 ? 'skipped' : jobs.some((job) => job.result === 'failure') ? 'failure' : 'success';
    return [name, { result, outputs: {} }];
  });
  return Object.fromEntries(entries) as ReturnType<typeof needsOf>;
}

/**
 * Runs the pipeline's last job by hand, as the command: act ends a run at a called workflow that fails, and never starts
 * the job that GitHub would start `always()`.
 */
export async function runLastJob(run: PipelineRun, service: string, sha: string, given: Surroundings): Promise<void> {
  const inputs = ['--service', service, '--sha', sha, '--results', JSON.stringify(needsOf(run)), '--token', 'env:GITHUB_TOKEN'];
  const child = spawn(process.execPath, [join(ROOT, 'dist/cli/index.js'), 'report-status', ...inputs], {
    env: {
      PATH: process.env['PATH'],
      GITHUB_TOKEN: given.secrets['GITHUB_TOKEN'],
      GITHUB_API_URL: given.githubUrl,
      GITHUB_REPOSITORY: `org/${service}`,
      GITHUB_RUN_ID: '1',
    },
    stdio: 'ignore',
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`report-status ended with ${code}`);
}
