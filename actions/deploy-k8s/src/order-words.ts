import type { Release, RunOrder } from '@slipway/rollout';
import type { Annotation } from '@slipway/runner';

/** A release as a sentence names it: by its number and the start of its commit. */
export function releaseWords({ id, commit }: Release): string {
  return commit === undefined ? `release ${id}` : `release ${id} of commit ${commit.slice(0, 7)}`;
}

/** What must be said of a run that was let through although it could not be shown to come in its order. */
export function orderAnnotations(order: RunOrder): readonly Annotation[] {
  if (order.kind === 'diverged') {
    const message = `The commit that is deployed and ${releaseWords(order.live)}, which ran before, are on different branches: what only the other one has is gone from the cluster.`;
    return [{ level: 'warning', title: 'Another branch ran before', message }];
  }
  if (order.kind !== 'unknown') return [];
  const message = `Whether this commit is newer than ${releaseWords(order.live)}, which ran before, could not be told: ${order.why}. It was deployed all the same.`;
  return [{ level: 'warning', title: 'Order of commits unknown', message }];
}
