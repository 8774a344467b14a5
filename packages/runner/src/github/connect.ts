import { Octokit } from '@octokit/rest';
import { comparisonOfRefusal, type ConnectGitHub, type GitHubWorld, parseComparison, renderCommitStatus } from '@slipway/github';
import { fetchOver } from './fetch.ts';
import { checkRunsOver } from './check-runs.ts';
import { commitsOver } from './commits.ts';
import { codeScanningOver } from './code-scanning.ts';
import { codeOwnersOver } from './code-owners.ts';
import type { Connection } from './connection.ts';
import { conversationsOver } from './conversations.ts';
import { deploymentsOver } from './deployments.ts';
import { objectsOver } from './objects.ts';
import { pullsOver } from './pulls.ts';
import { runsOver } from './runs.ts';
import { patiently, write } from './write.ts';

/** The version of the API that the requests are written for; without it, GitHub may answer as another one would. */
const API_VERSION = '2022-11-28';

type OctokitLog = Record<'debug' | 'info' | 'warn' | 'error', (line: string) => void>;

function logOver({ log }: GitHubWorld): OctokitLog {
  const debug = (line: string): void => log.debug(line);
  // Octokit's own debug lines hold whole requests, headers included.
  return { debug: () => undefined, info: debug, warn: debug, error: debug };
}

/** A repository over GitHub's REST API. */
export const connectGitHub: ConnectGitHub = ({ apiUrl, repository, token }, world) => {
  const octokit = new Octokit({
    auth: token.reveal(),
    baseUrl: apiUrl.replace(/\/+$/, ''),
    userAgent: 'slipway',
    log: logOver(world),
    request: { fetch: fetchOver(world) },
  });
  const [owner = '', repo = ''] = repository.split('/');
  const headers = { 'x-github-api-version': API_VERSION };
  const connection: Connection = { octokit, at: { owner, repo, headers }, token, world };
  return {
    ...deploymentsOver(connection),
    ...objectsOver(connection),
    ...commitsOver(connection),
    ...conversationsOver(connection),
    ...checkRunsOver(connection),
    ...codeOwnersOver(connection),
    ...runsOver(connection),
    ...pullsOver(connection),
    ...codeScanningOver(connection),
    compareCommits: async (base, head) => {
      // The second page, because the first carries every changed file and nobody here reads one.
      const ask = { owner, repo, basehead: `${base}...${head}`, page: 2, per_page: 1, headers };
      const result = await patiently(() => octokit.rest.repos.compareCommitsWithBasehead(ask), token, world);
      return 'value' in result ? parseComparison(result.value.data.status) : comparisonOfRefusal(result.refusal);
    },
    setCommitStatus: (status) =>
      write(
        () => octokit.rest.repos.createCommitStatus({ owner, repo, sha: status.sha, headers, ...renderCommitStatus(status) }),
        token,
        world,
      ),
  };
};
