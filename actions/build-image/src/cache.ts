import type { Engine } from './engine.ts';

/** What becomes of the layer cache in this build. */
export type CacheDecision =
  | { readonly kind: 'none'; readonly why: string }
  | {
      readonly kind: 'use';
      readonly reference: string;
      readonly write: boolean;
      readonly insecure: boolean;
      readonly why: string;
    };

/** What the decision about the cache depends on. */
export interface CacheFacts {
  readonly cache: 'none' | 'registry';
  readonly cacheWrite: 'auto' | 'never';
  readonly image: string | undefined;
  readonly insecure: boolean;
  readonly engine: Engine['kind'];
  readonly eventName: string | undefined;
  readonly ref: string | undefined;
  readonly refProtected: boolean;
  readonly defaultBranch: string | undefined;
}

/** Events in which only people with the right to push decide what is built. */
const OWN_EVENTS = ['push', 'schedule', 'workflow_dispatch'];

function writing({ cacheWrite, eventName, ref, refProtected, defaultBranch }: CacheFacts): {
  readonly write: boolean;
  readonly why: string;
} {
  if (cacheWrite === 'never') return { write: false, why: 'cache-write is never' };
  // What a pull request puts into a cache, the default branch would build from.
  if (eventName === undefined || !OWN_EVENTS.includes(eventName))
    return { write: false, why: `the event ${eventName ?? 'is unknown'} may carry code that nobody has reviewed` };
  const branch = ref?.replace(/^refs\/heads\//, '');
  if (refProtected) return { write: true, why: `${branch ?? ref} is protected` };
  if (defaultBranch !== undefined && branch === defaultBranch) return { write: true, why: `${branch} is the default branch` };
  return { write: false, why: `${branch ?? 'this ref'} is neither protected nor the default branch` };
}

/** Decides whether the cache is read and written; each service has its own, in its own repository. */
export function decideCache(facts: CacheFacts): CacheDecision {
  const { cache, image, engine, insecure } = facts;
  if (cache === 'none' || image === undefined) return { kind: 'none', why: 'none is asked for' };
  if (engine === 'buildah') return { kind: 'none', why: 'buildah has none here' };
  return { kind: 'use', reference: `${image}:build-cache`, insecure, ...writing(facts) };
}

/** The default branch of the repository, from the text of the run's event; undefined when it does not tell. */
export function defaultBranchOf(event: string | undefined): string | undefined {
  try {
    const { repository } = JSON.parse(event ?? '{}') as { repository?: { default_branch?: unknown } };
    return typeof repository?.default_branch === 'string' ? repository.default_branch : undefined;
  } catch {
    return undefined;
  }
}
