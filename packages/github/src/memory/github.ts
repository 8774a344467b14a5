import { type CommitStatus, renderCommitStatus } from '../commit-status.ts';
import type { GitHub } from '../github.ts';
import { comparisonOfRefusal } from '../comparison.ts';
import { memoryCommits, type MemoryHistory, memoryHistory } from './commits.ts';
import { memoryCodeScanning } from './code-scanning.ts';
import type { SarifUpload } from '../code-scanning.ts';
import { memoryConversations, type MemoryPosts, memoryPosts } from './conversations.ts';
import { type MemoryCommits, type MemoryDeployment, memoryDeployments, memoryObjects } from './deployments.ts';
import { type MemoryPull, memoryPulls } from './pulls.ts';
import type { CodeOwnersError } from '../code-owners-error.ts';
import { unread } from '../read.ts';
import { outcomeOfRefusal, type Refusal } from '../refusal.ts';

/** What a repository in memory is like. */
export interface MemoryRepository {
  /** Whether the token may write statuses; it may unless told. */
  readonly permitted?: boolean;
  /** The commits there are; any commit is there unless told. */
  readonly commits?: readonly string[];
  /** Each commit's parents, which is how commits are compared; a commit that is not named has none. */
  readonly parents?: Readonly<Record<string, readonly string[]>>;
  /** From old to new, which the caller may read again. */
  readonly deployments?: MemoryDeployment[];
  /** The files of each commit. */
  readonly files?: MemoryCommits;
  /** What is wrong with its CODEOWNERS file; it has none unless told. */
  readonly codeOwnersErrors?: readonly CodeOwnersError[];
  /** Comments, issues and check runs, which the caller may read again. */
  readonly posts?: MemoryPosts;
  /** How far runs got, by `ID/attempts/N`; a run that is not named is not there. */
  readonly runs?: Readonly<Record<string, string>>;
  /** What was handed in to code scanning, which the caller may read again. */
  readonly uploads?: SarifUpload[];
  /** Pull requests, which the caller may read again. */
  readonly pulls?: MemoryPull[];
  /** Branches and the commits that were made, which the caller may read again. */
  readonly history?: MemoryHistory;
  /** GitHub's word on the signatures of commits that it makes; `valid` unless told. */
  readonly verification?: string;
  /** Refuses every request with this. */
  readonly refusal?: Refusal;
}

/** A GitHub in memory, with the statuses that were set, newest first. */
export interface MemoryGitHub extends GitHub {
  statuses(sha: string): readonly CommitStatus[];
}

/** One repository in memory, which refuses what GitHub refuses. */
export function memoryGitHub(repository: MemoryRepository = {}): MemoryGitHub {
  const { permitted = true, commits, parents = {}, refusal, deployments = [], files = {}, posts = memoryPosts() } = repository;
  const { codeOwnersErrors, runs = {}, uploads = [], pulls = [], history = memoryHistory(), verification = 'valid' } = repository;
  const forbidden: Refusal = { status: 403, message: 'Resource not accessible by integration', headers: {} };
  const written: CommitStatus[] = [];
  const refuse = (sha: string): Refusal | undefined => {
    if (refusal !== undefined) return refusal;
    if (!permitted) return forbidden;
    const known = commits === undefined || commits.includes(sha);
    return known ? undefined : { status: 422, message: `No commit found for SHA: ${sha}`, headers: {} };
  };
  const reaches = (from: string, to: string): boolean =>
    from === to || (parents[from] ?? []).some((parent) => reaches(parent, to));
  return {
    ...memoryDeployments(deployments, refusal, refusal ?? (permitted ? undefined : forbidden)),
    ...memoryObjects(files, refusal),
    ...memoryCommits(history, verification, refusal ?? (permitted ? undefined : forbidden)),
    ...memoryPulls(pulls, refusal ?? (permitted ? undefined : forbidden)),
    ...memoryCodeScanning(uploads, refusal ?? (permitted ? undefined : forbidden)),
    ...memoryConversations(posts, refusal ?? (permitted ? undefined : forbidden)),
    listCodeOwnersErrors: async () => {
      const refused =
        refusal ?? (codeOwnersErrors === undefined ? { status: 404, message: 'Not Found', headers: {} } : undefined);
      return refused === undefined ? { kind: 'read', value: codeOwnersErrors ?? [] } : unread(refused);
    },
    readRunStatus: async ({ runId, attempt }) => {
      const status = runs[`${runId}/attempts/${attempt}`];
      const refused = refusal ?? (status === undefined ? { status: 404, message: 'Not Found', headers: {} } : undefined);
      return refused === undefined ? { kind: 'read', value: status ?? '' } : unread(refused);
    },
    compareCommits: async (base, head) => {
      const absent = [base, head].find((sha) => commits !== undefined && !commits.includes(sha));
      const refused = refusal ?? (absent === undefined ? undefined : { status: 404, message: 'Not Found', headers: {} });
      if (refused !== undefined) return comparisonOfRefusal(refused);
      if (base === head) return { kind: 'compared', status: 'identical' };
      if (reaches(head, base)) return { kind: 'compared', status: 'ahead' };
      return { kind: 'compared', status: reaches(base, head) ? 'behind' : 'diverged' };
    },
    statuses: (sha) => written.filter((status) => status.sha === sha),
    setCommitStatus: async (status) => {
      const refused = refuse(status.sha);
      if (refused !== undefined) return outcomeOfRefusal(refused);
      written.unshift({ ...status, description: renderCommitStatus(status).description });
      return { kind: 'written' };
    },
  };
}
