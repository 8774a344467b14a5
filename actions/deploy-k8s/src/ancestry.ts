import type { GitHub } from '@slipway/github';
import type { Ancestry } from '@slipway/rollout';
import type { Ports } from '@slipway/runner';

/** Whether git finds one commit among another's ancestors; undefined when it does not know one of them. */
async function isAncestor({ exec }: Ports, older: string, newer: string): Promise<boolean | undefined> {
  const { exitCode } = await exec.run('git', ['merge-base', '--is-ancestor', older, newer]);
  // https://git-scm.com/docs/git-merge-base: 0 and 1 are answers, everything else is an error.
  return exitCode === 0 ? true : exitCode === 1 ? false : undefined;
}

/** How our commit stands to the one that runs: by GitHub, which has the whole history, else by the checkout. */
export async function ancestryOf(live: string, own: string, ports: Ports, github: GitHub | undefined): Promise<Ancestry> {
  if (github !== undefined) return github.compareCommits(live, own);
  if ([live, own].some((sha) => !/^[0-9a-f]{40,64}$/.test(sha))) return { kind: 'unknown', reason: 'a commit has no full id' };
  const [ahead, behind] = [await isAncestor(ports, live, own), await isAncestor(ports, own, live)];
  if (ahead === undefined || behind === undefined) {
    return { kind: 'unknown', reason: 'the checkout does not hold both commits, and no "github-token" is given' };
  }
  return { kind: 'compared', status: ahead ? 'ahead' : behind ? 'behind' : 'diverged' };
}
