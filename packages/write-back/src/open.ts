import type { GitCommits } from '@slipway/github';
import type { Clock, Exec, Files, Log } from '@slipway/system';
import { apiCommits } from './api.ts';
import { authorization, type GitAccess, gitRepository } from './git.ts';
import type { ConfigRepository } from './repository.ts';

/** The name that commits of a workflow carry on GitHub. */
const AUTHOR = { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' };

/** How a configuration repository is reached for one piece of work. */
export interface RepositoryAccess extends Pick<GitAccess, 'url' | 'folder'> {
  readonly token: GitAccess['token'] | undefined;
  /** GitHub, where commits are to go through its API; git pushes them otherwise. It is git that reads in either case. */
  readonly github?: GitCommits | undefined;
}

/** What the work on a repository needs from the world. */
export interface RepositoryWorld {
  readonly exec: Exec;
  readonly files: Files;
  readonly clock: Clock;
  readonly log: Log;
  /** Ends what git is at. */
  readonly cancelled?: AbortSignal;
}

/** Opens a configuration repository for a piece of work, hides the token's header from the log, and clears the folder afterwards. */
export async function withRepository<T>(
  { url, folder, token, github }: RepositoryAccess,
  { exec, files, clock, log, cancelled }: RepositoryWorld,
  work: (repository: ConfigRepository) => Promise<T>,
): Promise<T> {
  if (token !== undefined) log.mask(authorization(token.reveal()).replace(/^.* /, ''));
  const access = { url, folder, author: AUTHOR, ...(token !== undefined && { token }) };
  const nowSeconds = (): number => Math.floor(clock.now() / 1000);
  try {
    const git = await gitRepository(access, { exec, files, nowSeconds, ...(cancelled && { signal: cancelled }) });
    const commits = github && apiCommits(github, { treeOf: git.treeOf, now: () => clock.now() });
    return await work({ ...git, ...commits });
  } finally {
    await files.remove(folder);
  }
}
