import { fitDescription } from '../commit-status.ts';
import type { Deployment, Deployments, DeploymentStatus } from '../deployment.ts';
import { outcomeOfRefusal } from '../refusal.ts';
import { type ReadOutcome, unread } from '../read.ts';
import type { Refusal } from '../refusal.ts';
import type { GitObjects, TreeEntry } from '../tree.ts';

/** A deployment of a repository in memory, its statuses from old to new, one a second. */
export interface MemoryDeployment {
  readonly sha: string;
  /** What was deployed by name, such as a tag; the commit's id unless told. */
  readonly ref?: string;
  readonly environment: string;
  /** Seconds since the Unix epoch. */
  readonly at: number;
  /** States, or all that was said with a time of its own. */
  readonly states: readonly (string | MemoryDeploymentState)[];
  readonly description?: string;
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly transient?: boolean;
  readonly production?: boolean;
}

/** What was said of a deployment in memory. */
export interface MemoryDeploymentState {
  readonly state: string;
  /** Seconds since the Unix epoch. */
  readonly at: number;
  readonly description?: string;
  readonly logUrl?: string;
  readonly environmentUrl?: string;
}

/** The files of commits in memory. */
export type MemoryCommits = Readonly<Record<string, Readonly<Record<string, string>>>>;

const PAGE_LENGTH = 100;
const read = <T>(value: T): ReadOutcome<T> => ({ kind: 'read', value });
const notFound = unread({ status: 404, message: 'Not Found', headers: {} });

function statusesOf({ at, states }: MemoryDeployment): readonly DeploymentStatus[] {
  return states.map((each, index) =>
    typeof each === 'string'
      ? { id: index + 1, state: each, createdAt: (at + index) * 1000 }
      : {
          id: index + 1,
          state: each.state,
          createdAt: each.at * 1000,
          ...(each.logUrl !== undefined && { logUrl: each.logUrl }),
          ...(each.description !== undefined && { description: each.description }),
        },
  );
}

/** When the last thing happened to any of them. */
export function lastTime(all: readonly MemoryDeployment[]): number {
  return Math.max(0, ...all.flatMap((each) => [each.at, ...statusesOf(each).map(({ createdAt }) => createdAt / 1000)]));
}

/**
 * Adds what was said of the deployment of that number.
 *
 * A success makes the environment's earlier ones inactive that were a success, except in production and where they are
 * transient: https://docs.github.com/en/rest/deployments/statuses#create-a-deployment-status
 */
export function addState(all: MemoryDeployment[], id: number, said: MemoryDeploymentState): void {
  const own = all[id - 1];
  for (const [index, each] of all.entries()) {
    const latest = statusesOf(each).at(-1)?.state;
    const earlier = index < id - 1 && each.environment === own?.environment && latest === 'success';
    const stays = each.transient === true || (each.production ?? each.environment === 'production');
    if (index === id - 1) all[index] = { ...each, states: [...each.states, said] };
    else if (earlier && !stays && said.state === 'success') {
      all[index] = { ...each, states: [...each.states, { state: 'inactive', at: said.at }] };
    }
  }
}

function knownOf(each: MemoryDeployment, index: number): Deployment {
  const times = [each.at * 1000, ...statusesOf(each).map(({ createdAt }) => createdAt)];
  const { sha, environment, payload = {} } = each;
  return { id: index + 1, sha, environment, createdAt: each.at * 1000, updatedAt: Math.max(...times), payload };
}

/** Deployments in memory; those that were made later are newer. What is written is added to the list that was given. */
export function memoryDeployments(
  all: MemoryDeployment[],
  refusal: Refusal | undefined,
  forbidden: Refusal | undefined = refusal,
): Deployments {
  return {
    listDeployments: async (environment, page, sha) => {
      if (refusal !== undefined) return unread(refusal);
      const matching = all
        .map(knownOf)
        .filter((each) => environment === undefined || each.environment === environment)
        .filter((each) => sha === undefined || each.sha === sha)
        .toReversed();
      const items = matching.slice((page - 1) * PAGE_LENGTH, page * PAGE_LENGTH);
      return read({ items, more: matching.length > page * PAGE_LENGTH });
    },
    listDeploymentStatuses: async (id) => {
      if (refusal !== undefined) return unread(refusal);
      const found = all[id - 1];
      return found === undefined ? notFound : read(statusesOf(found));
    },
    createDeployment: async ({ description, ...draft }) => {
      if (forbidden !== undefined) return outcomeOfRefusal(forbidden);
      all.push({ ...draft, description: fitDescription(description), at: lastTime(all) + 1, states: [] });
      return { kind: 'made', id: all.length };
    },
    sayOfDeployment: async (id, { description, ...word }) => {
      if (forbidden !== undefined) return outcomeOfRefusal(forbidden);
      if (all[id - 1] === undefined) return outcomeOfRefusal({ status: 404, message: 'Not Found', headers: {} });
      addState(all, id, { ...word, description: fitDescription(description), at: lastTime(all) + 1 });
      return { kind: 'written' };
    },
  };
}

/** Files in memory, by the ids of their commits. */
export function memoryObjects(commits: MemoryCommits, refusal: Refusal | undefined): GitObjects {
  const blobs = new Map<string, Uint8Array>();
  const trees = new Map(
    Object.entries(commits).map(([sha, files]) => [
      sha,
      Object.entries(files).map(([path, text]): TreeEntry => {
        const [id, bytes] = [`${sha}:${path}`, new TextEncoder().encode(text)];
        blobs.set(id, bytes);
        return { path, id, size: bytes.length };
      }),
    ]),
  );
  return {
    readTree: async (sha) => {
      if (refusal !== undefined) return unread(refusal);
      const entries = trees.get(sha);
      return entries === undefined ? notFound : read({ entries, truncated: false });
    },
    readBlob: async (id) => {
      if (refusal !== undefined) return unread(refusal);
      const bytes = blobs.get(id);
      return bytes === undefined ? notFound : read(bytes);
    },
  };
}
