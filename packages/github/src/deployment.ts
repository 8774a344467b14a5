import type { ReadOutcome } from './read.ts';

/** One deployment as GitHub keeps it; times are milliseconds since the Unix epoch. */
export interface Deployment {
  readonly id: number;
  /** The commit, which GitHub has found for whatever branch or tag was deployed. */
  readonly sha: string;
  readonly environment: string;
  readonly createdAt: number;
  /** Moves when a status is added. */
  readonly updatedAt: number;
}

/** One thing that was said of a deployment: `success`, `failure`, `inactive`, `in_progress` and so on. */
export interface DeploymentStatus {
  readonly id: number;
  readonly state: string;
  readonly createdAt: number;
}

/** A part of a list, and whether there is more of it. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly more: boolean;
}

/** What GitHub knows of the deployments of a repository. */
export interface Deployments {
  /** A hundred deployments, newest first; of every environment when none is named. Pages count from 1. */
  listDeployments(environment: string | undefined, page: number): Promise<ReadOutcome<Page<Deployment>>>;
  /** The newest hundred statuses of a deployment, in no particular order. */
  listDeploymentStatuses(deployment: number): Promise<ReadOutcome<readonly DeploymentStatus[]>>;
}

/** The newest of a deployment's statuses, which alone counts; of two in the same second, the one that was added later. */
export function latestStatus(statuses: readonly DeploymentStatus[]): DeploymentStatus | undefined {
  return [...statuses].sort((a, b) => b.createdAt - a.createdAt || b.id - a.id)[0];
}
