import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunContext } from './outcome.ts';

/** The run's facts from the variables a runner sets; on a laptop most are absent. */
export function readContext(environment: NodeJS.ProcessEnv, workspace: string): RunContext {
  const value = (name: string): string | undefined => (environment[name] === '' ? undefined : environment[name]);
  const serverUrl = value('GITHUB_SERVER_URL') ?? 'https://github.com';
  const apiUrl = value('GITHUB_API_URL') ?? 'https://api.github.com';
  const [repository, runId] = [value('GITHUB_REPOSITORY'), value('GITHUB_RUN_ID')];
  const facts = {
    repository,
    runId,
    runAttempt: value('GITHUB_RUN_ATTEMPT'),
    sha: value('GITHUB_SHA'),
    ref: value('GITHUB_REF'),
    actor: value('GITHUB_ACTOR'),
    eventName: value('GITHUB_EVENT_NAME'),
    runUrl: repository && runId ? `${serverUrl}/${repository}/actions/runs/${runId}` : undefined,
  };
  const known = Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
  const temp = join(value('RUNNER_TEMP') ?? tmpdir(), 'slipway');
  return { ...known, serverUrl, apiUrl, environment: value, workspace, temp };
}
