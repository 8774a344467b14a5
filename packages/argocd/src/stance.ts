import { type Application, type ManagedResource, type Operation, resourceName, shareOf, syncsItself } from './application.ts';

/** What is waited for. */
export interface Wanted {
  /** The configuration repository. */
  readonly repository: string;
  /** The image's repository, such as ghcr.io/org/orders. */
  readonly image: string;
  readonly digest: string;
  /** Whether a revision of the configuration repository has our commit. */
  readonly contains: (revision: string) => boolean;
}

/** Where an application stands at one look. Only `live` with health Healthy is what is waited for. */
export type Stance =
  /** None of its sources is the configuration repository. */
  | { readonly kind: 'elsewhere' }
  /** Argo CD could not compare: manifests that do not render, a spec that is wrong, a project that forbids it. */
  | { readonly kind: 'incomparable'; readonly message: string; readonly specification: boolean }
  /** It was compared with a revision that our commit is not part of. */
  | { readonly kind: 'unseen'; readonly revision?: string }
  | { readonly kind: 'syncing'; readonly message?: string }
  | { readonly kind: 'sync-failed'; readonly message: string; readonly resources: readonly string[] }
  /** It saw our commit, and applied nothing yet; `manual` where it never will by itself. */
  | { readonly kind: 'out-of-sync'; readonly manual: boolean }
  /** Our commit was applied, and the cluster is not as it says. */
  | { readonly kind: 'drifted'; readonly resources: readonly string[] }
  /** In sync with a revision that has our commit, and the image does not run. */
  | { readonly kind: 'image-absent'; readonly revision: string; readonly images: readonly string[] }
  | { readonly kind: 'live'; readonly revision: string; readonly health: string; readonly message?: string };

const RETRIES = 2;
const SPECIFICATION = new Set(['InvalidSpecError']);
const COMPARISON = new Set(['ComparisonError', 'InvalidSpecError', 'UnknownError']);

function incomparable(application: Application): Stance | undefined {
  const found = (application.status?.conditions ?? []).filter(({ type }) => COMPARISON.has(type));
  const [first] = found;
  if (first === undefined) return undefined;
  const message = [...new Set(found.map((condition) => condition.message))].join('; ');
  return { kind: 'incomparable', message, specification: found.some(({ type }) => SPECIFICATION.has(type)) };
}

const failedResources = (operation: Operation): readonly string[] =>
  (operation.syncResult?.resources ?? [])
    .filter(({ status }) => status === 'SyncFailed')
    .map((resource) => `${resourceName(resource)}: ${resource.message ?? 'failed'}`);

const outOfSync = (resources: readonly ManagedResource[] | undefined): readonly string[] =>
  (resources ?? []).filter(({ status }) => status === 'OutOfSync').map(resourceName);

/** Whether an image as it runs is the one that is wanted: Argo CD names it as the manifests do, with tag and digest or either. */
function runs(images: readonly string[], { image, digest }: Wanted): boolean {
  return images.some((each) => each.endsWith(`@${digest}`) && (each.startsWith(`${image}@`) || each.startsWith(`${image}:`)));
}

function beforeSync(application: Application, wanted: Wanted): Stance | undefined {
  const { operated } = shareOf(application, wanted.repository);
  const state = application.status?.operationState;
  const ours = operated.some((revision) => wanted.contains(revision));
  // Argo CD tries again by itself, at growing distances; what fails the third time has no passing reason.
  const failing = ours && state !== undefined && (state.retryCount ?? 0) >= RETRIES && failedResources(state).length > 0;
  if (failing) return { kind: 'sync-failed', message: state.message ?? '', resources: failedResources(state) };
  if (state?.phase === 'Running' || state?.phase === 'Terminating')
    return { kind: 'syncing', ...(state.message !== undefined && { message: state.message }) };
  if (ours && (state?.phase === 'Failed' || state?.phase === 'Error'))
    return { kind: 'sync-failed', message: state.message ?? state.phase, resources: failedResources(state) };
  if (application.status?.sync?.status === 'Synced') return undefined;
  if (ours && state?.phase === 'Succeeded') return { kind: 'drifted', resources: outOfSync(application.status?.resources) };
  return { kind: 'out-of-sync', manual: !syncsItself(application) };
}

/**
 * Where an application stands.
 *
 * Other services' commits move the head of a shared repository all the time, so no revision is compared for being equal: ours
 * must be among the ancestors of the one that was synced, the digest must run, and only then does health count.
 */
export function stanceOf(application: Application, wanted: Wanted): Stance {
  const { reads, compared } = shareOf(application, wanted.repository);
  if (!reads) return { kind: 'elsewhere' };
  const broken = incomparable(application);
  if (broken !== undefined) return broken;
  const seen = compared.find((revision) => wanted.contains(revision));
  if (seen === undefined) return { kind: 'unseen', ...(compared[0] !== undefined && { revision: compared[0] }) };
  const before = beforeSync(application, wanted);
  if (before !== undefined) return before;
  const images = application.status?.summary?.images ?? [];
  if (!runs(images, wanted)) return { kind: 'image-absent', revision: seen, images };
  const { status = 'Unknown', message } = application.status?.health ?? {};
  return { kind: 'live', revision: seen, health: status, ...(message !== undefined && { message }) };
}
