import type { KubeObject, Target } from '@slipway/kubernetes';

/** How far a release got: being applied, cut off in between, waiting for a watch's word, proven, or proven bad. */
export type ReleaseState = 'deploying' | 'interrupted' | 'pending' | 'good' | 'bad';

/** One release of a service: everything needed to apply it again. */
export interface Release {
  /** Rises by one with each release of the service. */
  readonly id: number;
  readonly state: ReleaseState;
  /** The image with its digest. */
  readonly image: string;
  readonly commit?: string;
  /** The repository of the commit, `owner/name`. */
  readonly repository?: string;
  readonly runUrl?: string;
  /** When it was recorded, in ISO 8601. */
  readonly at: string;
  /** The objects as they were applied, in order. */
  readonly objects: readonly KubeObject[];
  /** The canaries that it is tried with before; written down before they are made, so that none is ever forgotten. */
  readonly canaries?: readonly Target[];
  /** Why it is bad. */
  readonly cause?: string;
}

/** The releases of a service in a namespace, oldest first, and which of them the cluster runs. */
export interface Ledger {
  readonly service: string;
  readonly current?: number;
  readonly releases: readonly Release[];
  /** The highest number of a lock under which it was written. */
  readonly fence?: number;
}

/** What is known of a release before it has a number. */
export type ReleaseDraft = Omit<Release, 'id' | 'state' | 'cause'>;

/** How many releases are kept. */
export const KEPT = 10;

/** The release that the cluster runs, by the record. */
export function currentRelease(ledger: Ledger): Release | undefined {
  return ledger.releases.find(({ id }) => id === ledger.current);
}

/** The newest good release other than the given one: where a rollback goes. */
export function lastGood(ledger: Ledger, exceptId?: number): Release | undefined {
  return ledger.releases.findLast(({ id, state }) => state === 'good' && id !== exceptId);
}

/** The newest release that runs by the record: good, or not judged by its watch yet. */
export function standingRelease(ledger: Ledger, exceptId?: number): Release | undefined {
  return ledger.releases.findLast(({ id, state }) => (state === 'good' || state === 'pending') && id !== exceptId);
}

/** The ledger without its oldest releases; what a rollback would need is never dropped. */
export function trimmed(ledger: Ledger, kept: number): Ledger {
  const needed = [lastGood(ledger, ledger.current)?.id, ledger.current];
  const from = ledger.releases.length - kept;
  return { ...ledger, releases: ledger.releases.filter(({ id }, index) => index >= from || needed.includes(id)) };
}

/** The ledger with one more release, which is being applied from now on. */
export function withRelease(ledger: Ledger, draft: ReleaseDraft): Ledger {
  const id = Math.max(0, ...ledger.releases.map((release) => release.id)) + 1;
  // Whoever was at it before us, and never came to its end, was cut off.
  const before = ledger.releases.map((each): Release => (each.state === 'deploying' ? { ...each, state: 'interrupted' } : each));
  return trimmed({ ...ledger, current: id, releases: [...before, { ...draft, id, state: 'deploying' }] }, KEPT);
}

/** The ledger with a release's state set. */
export function withState(ledger: Ledger, id: number, state: ReleaseState, cause?: string): Ledger {
  const set = (release: Release): Release => ({ ...release, state, ...(cause !== undefined && { cause: cause.slice(0, 500) }) });
  return { ...ledger, releases: ledger.releases.map((release) => (release.id === id ? set(release) : release)) };
}

/** The ledger after a release was applied again. */
export function withCurrent(ledger: Ledger, id: number): Ledger {
  return { ...ledger, current: id };
}
