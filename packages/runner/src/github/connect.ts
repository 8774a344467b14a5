import { Octokit } from '@octokit/rest';
import { type ConnectGitHub, type GitHubWorld, renderCommitStatus } from '@slipway/github';
import { fetchOver } from './fetch.ts';
import { write } from './write.ts';

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
  return {
    setCommitStatus: (status) =>
      write(
        () => octokit.rest.repos.createCommitStatus({ owner, repo, sha: status.sha, headers, ...renderCommitStatus(status) }),
        token,
        world,
      ),
  };
};
