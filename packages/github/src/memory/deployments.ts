import type { Deployment, Deployments, DeploymentStatus } from '../deployment.ts';
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
  /** States, or states with a time of their own. */
  readonly states: readonly (string | { readonly state: string; readonly at: number })[];
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
      : { id: index + 1, state: each.state, createdAt: each.at * 1000 },
  );
}

/** Deployments in memory; those that were made later are newer. */
export function memoryDeployments(all: readonly MemoryDeployment[], refusal: Refusal | undefined): Deployments {
  const known = all.map((each, index): Deployment & { readonly statuses: readonly DeploymentStatus[] } => {
    const statuses = statusesOf(each);
    const times = [each.at * 1000, ...statuses.map(({ createdAt }) => createdAt)];
    const { sha, environment } = each;
    return { id: index + 1, sha, environment, createdAt: each.at * 1000, updatedAt: Math.max(...times), statuses };
  });
  return {
    listDeployments: async (environment, page) => {
      if (refusal !== undefined) return unread(refusal);
      const matching = known.filter((each) => environment === undefined || each.environment === environment).toReversed();
      const items = matching
        .slice((page - 1) * PAGE_LENGTH, page * PAGE_LENGTH)
        .map(({ id, sha, environment: of, createdAt, updatedAt }) => ({ id, sha, environment: of, createdAt, updatedAt }));
      return read({ items, more: matching.length > page * PAGE_LENGTH });
    },
    listDeploymentStatuses: async (id) => {
      if (refusal !== undefined) return unread(refusal);
      const found = known.find((each) => each.id === id);
      return found === undefined ? notFound : read(found.statuses);
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
