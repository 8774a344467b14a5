import { Failure } from '@slipway/failure';
import { type Kubernetes, KubernetesFailure, type Target, targetOf } from '@slipway/kubernetes';
import type { Clock } from '@slipway/system';
import { formatHolder, type Holder, parseHolder } from './holder.ts';
import {
  fenceOf,
  judgeLease,
  type Lease,
  LEASE_MS,
  type LeaseSighting,
  type LeaseStanding,
  releasedLease,
  renewedLease,
  sightLease,
  takenLease,
} from './lease.ts';

/** What GitHub says of a holder's run. */
export type HolderWord = 'over' | 'running' | 'unknown';

/** What taking a lock needs of the world. */
export interface LockPorts {
  readonly client: Kubernetes;
  /** For the last words of a run that was cancelled: it outlives `client` by a moment, and waits for nothing. */
  readonly parting: Kubernetes;
  readonly clock: Clock;
  readonly cancelled: AbortSignal;
  readonly progress: (line: string) => void;
  /** Whether a holder's run is over. */
  ask(holder: Holder): Promise<HolderWord>;
}

/** Which lock, for whom, and how long it is waited for. */
export interface LockRequest {
  readonly service: string;
  readonly namespace: string;
  readonly holder: Holder;
  readonly waitMs: number;
  /** Asked before a lock is taken from a holder that never gave it back: false leaves it, because there is nothing to do for us. */
  readonly wanted?: () => Promise<boolean>;
}

/** The right to deploy a service, for as long as nobody else has taken it. */
export interface Lock {
  /** Higher than that of every holder before. */
  readonly fence: number;
  /** Whose lock it was, when it was taken from one who never gave it back. */
  readonly takenFrom?: string;
  /** Shows that we live, when it is time to; throws LOCK_LOST when somebody else has the lock. Call it before every write. */
  hold(): Promise<void>;
  /** As `hold`, whether it is time to or not: for when it must be known that the lock is still ours. */
  prove(): Promise<void>;
  /** As `hold`, for while we only wait: a cluster that cannot be reached right now has taken nothing from us. */
  beat(): Promise<void>;
  /** Gives the lock back; one that is lost already is left alone. */
  release(): Promise<void>;
}

/** What became of asking for a lock. */
export type LockOutcome =
  | { readonly kind: 'locked'; readonly lock: Lock }
  | { readonly kind: 'not-wanted' }
  | { readonly kind: 'busy'; readonly holder: string; readonly waitedMs: number };

const LOOK_AGAIN_MS = 2000;

const isConflict = (error: unknown): boolean => error instanceof KubernetesFailure && error.status === 409;

/** The failure of a holder whose lock somebody else has taken. */
export function lockLost(what: string): Failure {
  const message = `${what}: another run has taken over the deploy of this service, so this one writes nothing more.`;
  return new Failure({
    code: 'LOCK_LOST',
    message,
    remedy: 'Look at the newer run; run this one again if it should come after it.',
  });
}

/** How long a write that was cut off may still be on its way to the API server. */
const ON_ITS_WAY_MS = 250;

/** Gives back a lock of which we do not know how it stands: a write that was cut off may have been done all the same. */
async function giveBackUnseen({ parting, clock }: LockPorts, target: Target, us: string): Promise<void> {
  for (const waitMs of [0, ON_ITS_WAY_MS]) {
    await clock.sleep(waitMs);
    const live = await parting.get<Lease>(target);
    if (live?.spec?.holderIdentity !== us) continue;
    await parting.replace(releasedLease(live, clock.now()));
    return;
  }
}

class HeldLock implements Lock {
  readonly fence: number;
  readonly takenFrom?: string;
  readonly #ports: LockPorts;
  readonly #us: string;
  #lease: Lease;
  #renewedMs: number;

  constructor(ports: LockPorts, us: string, lease: Lease, takenFrom: string | undefined) {
    this.#ports = ports;
    this.#us = us;
    this.#lease = lease;
    this.#renewedMs = ports.clock.now();
    this.fence = fenceOf(lease);
    if (takenFrom !== undefined) this.takenFrom = takenFrom;
  }

  async hold(): Promise<void> {
    if (this.#ports.clock.now() - this.#renewedMs >= LEASE_MS / 3) await this.prove();
  }

  async prove(): Promise<void> {
    const { client, clock } = this.#ports;
    const nowMs = clock.now();
    try {
      this.#lease = await client.replace(renewedLease(this.#lease, nowMs));
    } catch (error) {
      if (!isConflict(error)) throw error;
      this.#lease = await this.#stillOurs(client);
    }
    this.#renewedMs = nowMs;
  }

  async beat(): Promise<void> {
    await this.hold().catch((error: unknown) => {
      if (!(error instanceof Failure) || error.code === 'LOCK_LOST') throw error;
    });
  }

  /** An answer that was lost on its way looks like somebody else's write. */
  async #stillOurs(client: Kubernetes): Promise<Lease> {
    const live = await client.get<Lease>(targetOf(this.#lease));
    if (live?.spec?.holderIdentity === this.#us) return live;
    throw lockLost(live?.spec?.holderIdentity ?? 'The lock is gone');
  }

  async release(): Promise<void> {
    const { parting, clock } = this.#ports;
    try {
      await parting.replace(releasedLease(this.#lease, clock.now()));
    } catch (error) {
      if (!isConflict(error)) throw error;
      await giveBackUnseen(this.#ports, targetOf(this.#lease), this.#us);
    }
  }
}

async function take(ports: LockPorts, request: LockRequest, before: Lease | undefined, us: string): Promise<Lease | undefined> {
  const lease = takenLease(before, request, us, ports.clock.now());
  try {
    return await (before === undefined ? ports.client.create(lease) : ports.client.replace(lease));
  } catch (error) {
    if (isConflict(error)) return undefined;
    // Whoever is cancelled now has no lock to give back that it knows of.
    if (ports.cancelled.aborted) await giveBackUnseen(ports, targetOf(lease), us).catch(() => undefined);
    throw error;
  }
}

/** Whether the lock may be taken as it stands, and from whom. */
async function mayTake(ports: LockPorts, standing: LeaseStanding): Promise<{ readonly from?: string } | undefined> {
  if (standing.kind === 'free' || standing.kind === 'ours') return {};
  if (standing.kind === 'held') return undefined;
  if (standing.kind === 'dead') return { from: standing.holder };
  return (await ports.ask(parseHolder(standing.holder))) === 'over' ? { from: standing.holder } : undefined;
}

/**
 * Takes the lock of a service, waiting while another run has it.
 *
 * A lock that was never given back is taken over only from a holder that was silent for as long as it had promised to speak
 * and whose run is over by GitHub's word, or that was silent ten times as long.
 *
 * @throws Failure with the API server's refusal
 */
export async function acquireLock(ports: LockPorts, request: LockRequest): Promise<LockOutcome> {
  const us = formatHolder(request.holder);
  const { client, clock } = ports;
  const target = targetOf(takenLease(undefined, request, us, 0));
  const startedMs = clock.now();
  let [seen, said]: [LeaseSighting | undefined, string] = [undefined, ''];
  for (;;) {
    const live = await client.get<Lease>(target);
    seen = live && sightLease(seen, live, clock.now());
    const standing: LeaseStanding = seen === undefined ? { kind: 'free' } : judgeLease(seen, us, clock.now());
    const chance = await mayTake(ports, standing);
    if (chance?.from !== undefined && (await request.wanted?.()) === false) return { kind: 'not-wanted' };
    const lease = chance && (await take(ports, request, live, us));
    if (lease !== undefined) return { kind: 'locked', lock: new HeldLock(ports, us, lease, chance?.from) };
    if (chance !== undefined) continue;
    const holder = 'holder' in standing ? standing.holder : '';
    const waitedMs = clock.now() - startedMs;
    if (waitedMs >= request.waitMs) return { kind: 'busy', holder, waitedMs };
    if (holder !== said) ports.progress(`Waiting: ${holder} deploys ${request.service} in ${request.namespace}.`);
    said = holder;
    await clock.sleep(LOOK_AGAIN_MS, ports.cancelled);
  }
}
