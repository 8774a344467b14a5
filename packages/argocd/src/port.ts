import type { Application } from './application.ts';

/** A resource that is not well, and the last that was said of it. */
export interface Trouble {
  readonly resource: string;
  readonly health: string;
  readonly message?: string;
  /** The newest warning about it or what belongs to it. */
  readonly event?: string;
}

/** A field whose value in the cluster is not the one in Git. */
export interface Difference {
  readonly resource: string;
  /** Such as spec.replicas; without one, the fields could not be read. */
  readonly field?: string;
  readonly git?: string;
  readonly live?: string;
}

/** What a wait asks of Argo CD. Rejects with a Failure ARGOCD_UNREACHABLE, ARGOCD_UNAUTHORISED, ARGOCD_FORBIDDEN or ARGOCD_ANSWER. */
export interface ArgoCd {
  /** The application; undefined when there is none. */
  application(name: string): Promise<Application | undefined>;
  /** Has Argo CD look at the repository now and not at its next turn. */
  refresh(name: string): Promise<void>;
  /** Has it apply what it sees. */
  sync(name: string): Promise<void>;
  /** What is not well. Empty where that cannot be read. */
  troubles(application: Application): Promise<readonly Trouble[]>;
  /** What is not as Git says. */
  differences(application: Application): Promise<readonly Difference[]>;
  /** Why a sync window keeps the application from syncing by itself; undefined when none does, or nobody can tell. */
  closedWindow(application: Application): Promise<string | undefined>;
}
