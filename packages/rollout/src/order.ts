import type { Release } from './release.ts';

/** The commit that a run deploys. */
export interface OwnCommit {
  readonly repository?: string | undefined;
  readonly commit?: string | undefined;
}

/** How one commit stands to another, as git and GitHub say it: `ahead` has the other among its ancestors. */
export type Ancestry =
  | { readonly kind: 'compared'; readonly status: 'ahead' | 'behind' | 'identical' | 'diverged' }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Whether a run comes in its order: `stale` ones are overtaken by what runs already. */
export type RunOrder =
  | { readonly kind: 'in-order' }
  | { readonly kind: 'stale'; readonly live: Release }
  | { readonly kind: 'diverged'; readonly live: Release }
  | { readonly kind: 'unknown'; readonly live: Release; readonly why: string };

/** The release that a run's commit is to be compared with; undefined when nothing that runs could be newer. */
export function toCompare(live: Release | undefined, own: OwnCommit): Release | undefined {
  if (live?.commit === undefined || own.commit === undefined || live.commit === own.commit) return undefined;
  // A release that failed, or that was cut off, is no reason to keep an older one away.
  return live.state === 'bad' || live.state === 'interrupted' ? undefined : live;
}

/** Judges a run by how its commit stands to that of the release that runs. */
export function judgeOrder(live: Release | undefined, own: OwnCommit, ancestry: Ancestry | undefined): RunOrder {
  if (live === undefined || ancestry === undefined) return { kind: 'in-order' };
  if (live.repository !== undefined && live.repository !== own.repository) {
    return { kind: 'unknown', live, why: `release ${live.id} was deployed from ${live.repository}` };
  }
  if (ancestry.kind === 'unknown') return { kind: 'unknown', live, why: ancestry.reason };
  if (ancestry.status === 'behind') return { kind: 'stale', live };
  return ancestry.status === 'diverged' ? { kind: 'diverged', live } : { kind: 'in-order' };
}
