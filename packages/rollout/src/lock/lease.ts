import { KINDS, type KubeObject } from '@slipway/kubernetes';

/** What stands in the Lease: https://kubernetes.io/docs/concepts/architecture/leases/ */
interface LeaseSpec {
  readonly holderIdentity?: string;
  readonly leaseDurationSeconds?: number;
  readonly acquireTime?: string;
  readonly renewTime?: string;
  readonly leaseTransitions?: number;
}

/** A Lease. */
export interface Lease extends KubeObject {
  readonly spec?: LeaseSpec;
}

/** How long a holder may stay silent before it may be dead. */
export const LEASE_MS = 30_000;
/** Silence after which a holder counts as dead, whatever GitHub says of its run: its step may have died while its job goes on. */
const DEAD_AFTER_LEASES = 10;

/** What was read of a Lease, and since when it has stood there unchanged, by our own clock. */
export interface LeaseSighting {
  readonly lease: Lease;
  readonly sinceMs: number;
}

/** How the lock stands to us. `silent` holders did not renew for as long as they promised to; `dead` ones for ten times that. */
export type LeaseStanding =
  | { readonly kind: 'free' }
  | { readonly kind: 'ours' }
  | { readonly kind: 'held' | 'silent' | 'dead'; readonly holder: string };

/** The name of a service's Lease. */
export function leaseName(service: string): string {
  return `slipway-deploy.${service}`;
}

/** The sighting of a Lease after it was read once more: unchanged, it is as old as it was. */
export function sightLease(before: LeaseSighting | undefined, lease: Lease, nowMs: number): LeaseSighting {
  const unchanged = before?.lease.metadata.resourceVersion === lease.metadata.resourceVersion;
  return unchanged && before !== undefined ? before : { lease, sinceMs: nowMs };
}

/**
 * Judges a Lease.
 *
 * Silence is measured by our own clock from when we first saw the Lease as it is, so that a clock that is wrong here or
 * there never makes a living holder look dead; only the much longer silence goes by the time that the holder wrote.
 */
export function judgeLease({ lease: { spec = {} }, sinceMs }: LeaseSighting, us: string, nowMs: number): LeaseStanding {
  const holder = spec.holderIdentity ?? '';
  if (holder === '') return { kind: 'free' };
  if (holder === us) return { kind: 'ours' };
  const promisedMs = (spec.leaseDurationSeconds ?? LEASE_MS / 1000) * 1000;
  if (nowMs - sinceMs < promisedMs) return { kind: 'held', holder };
  const writtenMs = Date.parse(spec.renewTime ?? '');
  const dead = Number.isNaN(writtenMs) || nowMs - writtenMs >= DEAD_AFTER_LEASES * promisedMs;
  return { kind: dead ? 'dead' : 'silent', holder };
}

/** A time as a Lease holds it, to the microsecond. */
const microTime = (ms: number): string => new Date(ms).toISOString().replace('Z', '000Z');

/** The number of the Lease's holder: it rises with every change of hands, and so tells a later holder from an earlier one. */
export function fenceOf({ spec }: Lease): number {
  return spec?.leaseTransitions ?? 0;
}

/** The Lease as its next holder writes it; `before` is what was read, if anything was. */
export function takenLease(
  before: Lease | undefined,
  name: { service: string; namespace: string },
  us: string,
  nowMs: number,
): Lease {
  const { resourceVersion } = before?.metadata ?? {};
  const labels = { 'app.kubernetes.io/managed-by': 'slipway' };
  return {
    ...KINDS.lease,
    metadata: { name: leaseName(name.service), namespace: name.namespace, labels, ...(resourceVersion && { resourceVersion }) },
    spec: {
      holderIdentity: us,
      leaseDurationSeconds: LEASE_MS / 1000,
      acquireTime: microTime(nowMs),
      renewTime: microTime(nowMs),
      leaseTransitions: (before === undefined ? 0 : fenceOf(before)) + 1,
    },
  };
}

/** The Lease with its holder's sign of life. */
export function renewedLease(lease: Lease, nowMs: number): Lease {
  return { ...lease, spec: { ...lease.spec, renewTime: microTime(nowMs) } };
}

/** The Lease without a holder; its number stays, so that the next holder's is higher. */
export function releasedLease(lease: Lease, nowMs: number): Lease {
  const { holderIdentity: _us, ...spec } = lease.spec ?? {};
  return { ...lease, spec: { ...spec, renewTime: microTime(nowMs) } };
}
