/** A source that an application is made of. */
export interface Source {
  readonly repoURL: string;
  readonly path?: string;
  readonly targetRevision?: string;
}

/** A resource of an application. */
export interface ManagedResource {
  readonly group?: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  readonly status?: string;
  readonly message?: string;
}

/** An operation of an application: a sync that runs or ran. */
export interface Operation {
  readonly phase: string;
  readonly message?: string;
  /** How often it was tried again. */
  readonly retryCount?: number;
  readonly startedAt?: string;
  readonly finishedAt?: string;
  readonly operation?: { readonly sync?: { readonly revision?: string; readonly revisions?: readonly string[] } };
  readonly syncResult?: {
    readonly revision?: string;
    readonly revisions?: readonly string[];
    readonly resources?: readonly ManagedResource[];
  };
}

/** An Application of Argo CD, as far as a wait reads it; its API and the resource in the cluster have the same form. */
export interface Application {
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec: {
    readonly project?: string;
    readonly source?: Source;
    readonly sources?: readonly Source[];
    readonly destination?: { readonly server?: string; readonly name?: string; readonly namespace?: string };
    readonly syncPolicy?: { readonly automated?: { readonly enabled?: boolean; readonly selfHeal?: boolean } };
  };
  readonly status?: {
    readonly reconciledAt?: string;
    readonly health?: { readonly status?: string; readonly message?: string };
    readonly sync?: { readonly status?: string; readonly revision?: string; readonly revisions?: readonly string[] };
    readonly summary?: { readonly images?: readonly string[] };
    readonly conditions?: readonly { readonly type: string; readonly message: string; readonly lastTransitionTime?: string }[];
    readonly operationState?: Operation;
    readonly resources?: readonly ManagedResource[];
  };
}

/** A repository's address without what differs between two ways to write it: scheme, user, `.git`, a slash at the end, case. */
export function repositoryKey(url: string): string {
  return url
    .trim()
    .toLowerCase()
    .replace(/^(?:https?|ssh|git):\/\//, '')
    .replace(/^[^@/]+@/, '')
    .replace(/^([^/:]+):(?!\d+\/)/, '$1/')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');
}

function revisionsOf(
  sources: readonly Source[] | undefined,
  of: { revision?: string; revisions?: readonly string[] } | undefined,
) {
  return sources === undefined ? [of?.revision] : (of?.revisions ?? []);
}

/** What an application takes from one repository. */
export interface Share {
  /** Whether any of its sources is that repository. */
  readonly reads: boolean;
  /** The revisions of it that the application was compared with last. */
  readonly compared: readonly string[];
  /** The revisions of it that the last operation applied, or tried to. */
  readonly operated: readonly string[];
}

/** The revisions of one repository in an application, which may have several sources. */
export function shareOf({ spec, status }: Application, repository: string): Share {
  const sources = spec.sources ?? (spec.source === undefined ? [] : [spec.source]);
  const ours = sources.flatMap((source, at) => (repositoryKey(source.repoURL) === repositoryKey(repository) ? [at] : []));
  const state = status?.operationState;
  const at = (revisions: readonly (string | undefined)[]): readonly string[] =>
    ours.flatMap((index) => (revisions[index] ? [revisions[index]] : []));
  return {
    reads: ours.length > 0,
    compared: at(revisionsOf(spec.sources, status?.sync)),
    operated: at(revisionsOf(spec.sources, state?.syncResult ?? state?.operation?.sync)),
  };
}

/** Whether the application applies by itself what it sees. */
export function syncsItself({ spec }: Application): boolean {
  const automated = spec.syncPolicy?.automated;
  return automated !== undefined && automated.enabled !== false;
}

/** A resource as a person names it. */
export function resourceName({ kind, name, namespace }: ManagedResource): string {
  return `${kind} ${namespace === undefined || namespace === '' ? '' : `${namespace}/`}${name}`;
}
