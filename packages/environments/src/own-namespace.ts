import type { KubeObject } from '@slipway/kubernetes';

/** Marks a namespace as one of ours that is gone some day. */
export const OWN = 'slipway.dev/environment';
/** What the mark says. */
export const OWN_VALUE = 'dev';
const EXPIRES = 'slipway.dev/expires-at';
const BRANCH = 'slipway.dev/branch';
const OPENED_BY = 'slipway.dev/opened-by';

/** A namespace as it is opened for a branch. */
export interface OwnNamespace {
  readonly name: string;
  readonly service: string;
  readonly branch: string;
  readonly openedBy: string | undefined;
  /** Milliseconds since the Unix epoch. */
  readonly expiresAt: number;
}

/**
 * Whether a namespace may go. `foreign` is not ours; of `unreadable` it cannot be told when it was to go, so it stays; `going` is
 * deleted already.
 */
export type NamespaceVerdict =
  | { readonly kind: 'foreign' }
  | { readonly kind: 'going' }
  | { readonly kind: 'unreadable'; readonly said: string }
  | { readonly kind: 'lives' | 'expired'; readonly until: number };

/** The namespace as an object. */
export function renderNamespace({ name, service, branch, openedBy, expiresAt }: OwnNamespace): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: { 'app.kubernetes.io/managed-by': 'slipway', [OWN]: OWN_VALUE, 'slipway.dev/service': service },
      annotations: {
        [EXPIRES]: new Date(expiresAt).toISOString(),
        [BRANCH]: branch,
        ...(openedBy !== undefined && { [OPENED_BY]: openedBy }),
      },
    },
  };
}

/** Whether a namespace is one of ours, and for how long. */
export function judgeNamespace({ metadata }: KubeObject, now: number): NamespaceVerdict {
  if (metadata.labels?.[OWN] !== OWN_VALUE) return { kind: 'foreign' };
  if (metadata.deletionTimestamp !== undefined) return { kind: 'going' };
  const said = metadata.annotations?.[EXPIRES] ?? '';
  const until = Date.parse(said);
  if (Number.isNaN(until)) return { kind: 'unreadable', said };
  return { kind: until <= now ? 'expired' : 'lives', until };
}

/** What a namespace was opened for, as far as it says. */
export function openedFor({ metadata: { labels = {}, annotations = {} } }: KubeObject): {
  readonly service: string;
  readonly branch: string;
} {
  return { service: labels['slipway.dev/service'] ?? '', branch: annotations[BRANCH] ?? '' };
}
