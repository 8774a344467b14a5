import { type DatedDeployment, type Evidence, type LiveCommit, liveCommits } from '@slipway/compatibility';
import { type Deployment, type GitHub, latestStatus, type ReadOutcome } from '@slipway/github';
import { deploymentsGap, tooManyGap } from './gap.ts';
import type { ServiceHome } from './service.ts';

const MOST_PAGES = 3;
const PAGE_LENGTH = 100;

interface Looking {
  readonly github: GitHub;
  readonly versions: number;
  readonly found: DatedDeployment[];
}

const successesOf = (found: readonly DatedDeployment[]): readonly DatedDeployment[] =>
  found.filter(({ state }) => state === 'success').sort((a, b) => b.at - a.at);

/** Whether an older deployment can change nothing: enough versions are found, and nothing was said of it since. */
function settled({ versions, found }: Looking, { updatedAt }: Pick<Deployment, 'updatedAt'>): boolean {
  const last = successesOf(found).findIndex(
    (_, index, all) => new Set(all.slice(0, index + 1).map(({ sha }) => sha)).size >= versions,
  );
  const oldest = successesOf(found)[last];
  return oldest !== undefined && updatedAt < oldest.at;
}

/** Looks a page through, what was last said something of first. */
async function lookThrough(page: readonly Deployment[], looking: Looking): Promise<ReadOutcome<'settled' | 'open'>> {
  const { github, found } = looking;
  for (const deployment of [...page].sort((a, b) => b.updatedAt - a.updatedAt || b.id - a.id)) {
    if (settled(looking, deployment)) return { kind: 'read', value: 'settled' };
    const statuses = await github.listDeploymentStatuses(deployment.id);
    if (statuses.kind === 'unread') return statuses;
    const latest = latestStatus(statuses.value);
    found.push({ sha: deployment.sha, state: latest?.state, at: latest?.createdAt ?? deployment.createdAt });
  }
  return { kind: 'read', value: settled(looking, { updatedAt: Number.NEGATIVE_INFINITY }) ? 'settled' : 'open' };
}

/** The commits of a service that are live in one environment; none when it was never deployed there, or is no longer. */
export async function liveIn(
  home: ServiceHome,
  environment: string,
  github: GitHub,
  versions: number,
): Promise<Evidence<readonly LiveCommit[]>> {
  const looking: Looking = { github, versions, found: [] };
  for (let page = 1; page <= MOST_PAGES; page++) {
    const listed = await github.listDeployments(environment, page);
    if (listed.kind === 'unread') return { kind: 'gap', gap: deploymentsGap(home, listed) };
    const looked = await lookThrough(listed.value.items, looking);
    if (looked.kind === 'unread') return { kind: 'gap', gap: deploymentsGap(home, looked) };
    if (looked.value === 'settled' || !listed.value.more) {
      return { kind: 'found', value: liveCommits(looking.found, versions) };
    }
  }
  return { kind: 'gap', gap: tooManyGap(home, environment, MOST_PAGES * PAGE_LENGTH) };
}

/** The names of all environments of the newest deployments, which help with one that is misspelt or was renamed. */
export async function environmentsOf(github: GitHub): Promise<readonly string[]> {
  const listed = await github.listDeployments(undefined, 1);
  return listed.kind === 'unread' ? [] : [...new Set(listed.value.items.map(({ environment }) => environment))].sort();
}
