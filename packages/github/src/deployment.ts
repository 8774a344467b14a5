import type { WriteOutcome } from './outcome.ts';
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
  /** What whoever made it wrote into it; a deployment that GitHub made for a job has an empty one. */
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A deployment to be made; GitHub neither merges anything for it nor waits for a check of the commit. */
export interface DeploymentDraft {
  readonly sha: string;
  readonly environment: string;
  readonly description: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Whether its users are the end users; by the environment's name unless told. */
  readonly production?: boolean;
  /** Whether the environment is gone some day, as that of a pull request. */
  readonly transient: boolean;
}

/** A deployment that was made, or why none was. */
export type DeploymentOutcome =
  | { readonly kind: 'made'; readonly id: number }
  | Exclude<WriteOutcome, { readonly kind: 'written' }>;

/** Something to be said of a deployment. */
export interface DeploymentWord {
  readonly state: 'in_progress' | 'success' | 'failure' | 'error' | 'inactive';
  readonly description: string;
  /** Where its reader finds what happened. */
  readonly logUrl?: string;
  /** Where what was deployed is reached. */
  readonly environmentUrl?: string;
}

/** One thing that was said of a deployment: `success`, `failure`, `inactive`, `in_progress` and so on. */
export interface DeploymentStatus {
  readonly id: number;
  readonly state: string;
  readonly createdAt: number;
  /** Where its reader finds what happened; GitHub names the job here when it speaks for one itself. */
  readonly logUrl?: string;
  readonly description?: string;
}

/** A part of a list, and whether there is more of it. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly more: boolean;
}

/** What GitHub knows of the deployments of a repository. */
export interface Deployments {
  /** A hundred deployments, newest first; of every environment and commit when none is named. Pages count from 1. */
  listDeployments(environment: string | undefined, page: number, sha?: string): Promise<ReadOutcome<Page<Deployment>>>;
  /** The newest hundred statuses of a deployment, in no particular order. */
  listDeploymentStatuses(deployment: number): Promise<ReadOutcome<readonly DeploymentStatus[]>>;
  createDeployment(draft: DeploymentDraft): Promise<DeploymentOutcome>;
  /** With `success`, GitHub makes the environment's earlier deployments inactive, except in production and where they are transient. */
  sayOfDeployment(deployment: number, word: DeploymentWord): Promise<WriteOutcome>;
}

/** How the description begins by which a deployment says that a gate let nothing through. */
export const GATE_CLOSED = 'Gate closed:';

/** Whether a gate kept a deployment from beginning, so that nothing ever ran by it. */
export function wasRefusedByGate(statuses: readonly DeploymentStatus[]): boolean {
  return statuses.some(({ description = '' }) => description.startsWith(GATE_CLOSED));
}

/** The newest of a deployment's statuses, which alone counts; of two in the same second, the one that was added later. */
export function latestStatus(statuses: readonly DeploymentStatus[]): DeploymentStatus | undefined {
  return [...statuses].sort((a, b) => b.createdAt - a.createdAt || b.id - a.id)[0];
}
