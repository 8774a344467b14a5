import type { Deployment, DeploymentOutcome, Deployments, DeploymentStatus } from './deployment.ts';
import { latestStatus } from './deployment.ts';
import type { WriteOutcome } from './outcome.ts';
import type { ReadOutcome } from './read.ts';

/** What a deployment of ours carries in its payload, so that a later step or try of the same run knows it again. */
export interface DeploymentMark {
  /** The run's address; empty outside of a run. */
  readonly run: string;
  readonly attempt: string;
  readonly service: string;
}

/** A deployment with what was said of it. */
export interface SpokenOf {
  readonly deployment: Deployment;
  readonly statuses: readonly DeploymentStatus[];
}

/**
 * Which deployment on GitHub is this run's.
 *
 * `job` is one that GitHub made because the job names its environment; GitHub ends it with the job. `own` is one that an
 * earlier step or try of this very attempt made.
 */
export type OwnDeployment =
  | { readonly kind: 'job' | 'own'; readonly id: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'ambiguous'; readonly ids: readonly number[] };

/** What lets a job find, make and tell deployments. */
export const GRANT_DEPLOYMENTS = 'Grant the job "deployments: write".';

/** States of a deployment whose job still runs. */
const OPEN = new Set(['queued', 'waiting', 'pending', 'in_progress']);
/** Nobody deploys one commit to one environment more often, and each costs a request. */
const MOST_LOOKED_AT = 20;

function isMarked({ payload }: Deployment, mark: DeploymentMark): boolean {
  return Object.entries(mark).every(([name, value]) => payload[name] === value);
}

/**
 * Finds this run's deployment among those of its commit and environment.
 *
 * GitHub writes the address of the job into the statuses of a deployment that it made for one, and a job does not know its own:
 * of several open ones of one run, which a matrix makes, none can be told to be ours.
 */
export function chooseOwnDeployment(known: readonly SpokenOf[], mark: DeploymentMark): OwnDeployment {
  const own = known.find(({ deployment }) => isMarked(deployment, mark));
  if (own !== undefined) return { kind: 'own', id: own.deployment.id };
  if (mark.run === '') return { kind: 'none' };
  const ids = known
    .filter(({ statuses }) => OPEN.has(latestStatus(statuses)?.state ?? ''))
    .filter(({ statuses }) => statuses.some(({ logUrl = '' }) => logUrl.startsWith(`${mark.run}/job/`)))
    .map(({ deployment }) => deployment.id);
  const [first, ...others] = ids;
  if (first === undefined) return { kind: 'none' };
  return others.length === 0 ? { kind: 'job', id: first } : { kind: 'ambiguous', ids };
}

/** Why a deployment was neither made nor told anything, in a sentence that says how to mend it. */
export function whyUntold(outcome: Exclude<WriteOutcome | DeploymentOutcome, { readonly kind: 'written' | 'made' }>): string {
  if (outcome.kind === 'not-permitted') return `${outcome.reason} ${GRANT_DEPLOYMENTS}`;
  return `${outcome.problem.message} ${outcome.problem.remedy ?? ''}`.trim();
}

/** Asks GitHub which deployment of this commit and environment is this run's. */
export async function findOwnDeployment(
  github: Deployments,
  environment: string,
  sha: string,
  mark: DeploymentMark,
): Promise<ReadOutcome<OwnDeployment>> {
  const listed = await github.listDeployments(environment, 1, sha);
  if (listed.kind === 'unread') return listed;
  const known: SpokenOf[] = [];
  for (const deployment of listed.value.items.slice(0, MOST_LOOKED_AT)) {
    const statuses = await github.listDeploymentStatuses(deployment.id);
    if (statuses.kind === 'unread') return statuses;
    known.push({ deployment, statuses: statuses.value });
  }
  return { kind: 'read', value: chooseOwnDeployment(known, mark) };
}
