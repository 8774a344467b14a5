import { describe, expect, it } from '@jest/globals';
import { KINDS, kubernetes, type KubeObject, targetOf } from '@slipway/kubernetes';
import { memoryCluster } from '@slipway/kubernetes/memory';
import { memoryGitHub } from '@slipway/github/memory';
import { memoryClock } from '@slipway/system/memory';
import { ledgerStore } from '../ledger-store.ts';
import { withRelease } from '../release.ts';
import { fencedWriter, fenceOff } from './fence.ts';
import { formatHolder, type Holder, ownHolder, parseHolder } from './holder.ts';
import { judgeLease, type Lease, LEASE_MS, takenLease } from './lease.ts';
import { acquireLock, type HolderWord, type Lock } from './lock.ts';
import { underLock } from './under-lock.ts';
import { askGitHub } from './word.ts';

const NAME = { service: 'orders', namespace: 'shop' };
const run = (attempt: number): Holder => ({ run: { repository: 'org/orders', runId: 7, attempt }, process: `p${attempt}` });
const CONFIG: KubeObject = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'shop' }, data: { v: '1' } };

function world() {
  const cluster = memoryCluster();
  let elapsed: (now: number) => void = () => undefined;
  const clock = memoryClock(0, (now) => elapsed(now));
  const client = kubernetes(cluster.connection, { http: cluster.http, clock });
  const said: string[] = [];
  const cancel = new AbortController();
  const take = (holder: Holder, word: HolderWord = 'unknown', waitMs = 600_000, wanted?: () => Promise<boolean>) => {
    const ports = { client, parting: client, clock, cancelled: cancel.signal, progress: (line: string) => said.push(line) };
    return acquireLock({ ...ports, ask: async () => word }, { ...NAME, holder, waitMs, ...(wanted && { wanted }) });
  };
  const locked = async (holder: Holder, word?: HolderWord): Promise<Lock> => {
    const outcome = await take(holder, word);
    if (outcome.kind !== 'locked') throw new Error(outcome.kind);
    return outcome.lock;
  };
  const whenever = (happen: (now: number) => void): void => {
    elapsed = happen;
  };
  return { cluster, client, clock, take, locked, said, cancel, whenever };
}

describe('a holder', () => {
  it.each<[Holder]>([[run(2)], [{ process: 'x-1' }]])('is read as it was written: %j', (holder) => {
    expect(parseHolder(formatHolder(holder))).toEqual(holder);
  });

  it('is the attempt of the run that it belongs to', () => {
    expect(ownHolder({ repository: 'org/orders', runId: '7', runAttempt: '2' }, 'p2')).toEqual(run(2));
    expect(ownHolder({ runId: '7' }, 'p')).toEqual({ process: 'p' });
  });

  it('that something else wrote has no run', () => {
    expect(parseHolder('kube-controller_1234')).toEqual({ process: 'kube-controller_1234' });
  });
});

describe('a lease', () => {
  const lease = takenLease(undefined, NAME, 'them', 0);

  it.each<[string, number, number, string]>([
    ['is held while it may be renewed', 0, LEASE_MS - 1, 'held'],
    ['is silent when it was not', 0, LEASE_MS, 'silent'],
    ['is held although its clock is hours behind ours', 7_200_000, 7_200_000 + LEASE_MS - 1, 'held'],
    ['is dead after ten times as long', 0, 10 * LEASE_MS, 'dead'],
  ])('%s', (_, sinceMs, nowMs, kind) => {
    expect(judgeLease({ lease, sinceMs }, 'us', nowMs).kind).toBe(kind);
  });

  it('is free without a holder, and ours with us', () => {
    const free: Lease = { ...KINDS.lease, metadata: lease.metadata, spec: {} };
    expect(judgeLease({ lease: free, sinceMs: 0 }, 'us', 0)).toEqual({ kind: 'free' });
    expect(judgeLease({ lease, sinceMs: 0 }, 'them', 10 * LEASE_MS)).toEqual({ kind: 'ours' });
  });
});

describe('taking a lock', () => {
  it('has one holder at a time, and a higher number each time', async () => {
    const { locked, take } = world();
    const first = await locked(run(1));
    expect(await take(run(2), 'running', 10_000)).toMatchObject({ kind: 'busy', holder: formatHolder(run(1)) });
    await first.release();
    const second = await locked(run(2));
    expect([first.fence, second.fence, second.takenFrom]).toEqual([1, 2, undefined]);
  });

  it('of two that find none, one gets it', async () => {
    const { take } = world();
    const outcomes = await Promise.all([take(run(1), 'running', 5000), take(run(2), 'running', 5000)]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['busy', 'locked']);
  });

  it('waits for a holder that renews, and says for whom', async () => {
    const { locked, said, whenever, clock } = world();
    const first = await locked(run(1));
    whenever((now) => {
      if (now < 100_000) void first.hold();
      else void first.release();
    });
    const second = await locked(run(2), 'over');
    expect(second.takenFrom).toBeUndefined();
    expect(clock.now()).toBeGreaterThanOrEqual(100_000);
    expect(said).toEqual([`Waiting: ${formatHolder(run(1))} deploys orders in shop.`]);
  });

  it.each<[HolderWord, number]>([
    ['over', LEASE_MS],
    ['running', 10 * LEASE_MS],
    ['unknown', 10 * LEASE_MS],
  ])('from a holder that is silent and %s by GitHub comes after %d ms', async (word, ms) => {
    const { locked, clock } = world();
    await locked(run(1));
    const second = await locked(run(2), word);
    expect(second.takenFrom).toBe(formatHolder(run(1)));
    expect(Math.floor(clock.now() / 2000) * 2000).toBe(ms);
  });

  it('leaves it to a silent holder when there is nothing to do', async () => {
    const { locked, take, client } = world();
    await locked(run(1));
    expect(await take(run(2), 'over', 600_000, async () => false)).toEqual({ kind: 'not-wanted' });
    const live = await client.get<Lease>(targetOf(takenLease(undefined, NAME, '', 0)));
    expect(live?.spec?.holderIdentity).toBe(formatHolder(run(1)));
  });

  it('ends with the run that waits', async () => {
    const { locked, take, cancel, whenever } = world();
    await locked(run(1));
    whenever((now) => now > 10_000 && cancel.abort(new Error('cancelled')));
    await expect(take(run(2), 'running')).rejects.toThrow('cancelled');
  });
});

describe('a write of the lock that is done and whose answer is lost to a cancellation', () => {
  /** A client whose answer to the write of that number never comes, because the run is cancelled just then. */
  function cutOff({ cluster, clock, cancel }: ReturnType<typeof world>, number: number) {
    let writes = 0;
    const fetch: typeof cluster.http.fetch = async (request) => {
      const response = await cluster.http.fetch(request);
      if (request.method !== 'POST' && request.method !== 'PUT') return response;
      writes += 1;
      if (writes !== number) return response;
      cancel.abort(new Error('cancelled'));
      throw new Error('cancelled');
    };
    return kubernetes(cluster.connection, { http: { fetch }, clock });
  }

  it.each<[string, number]>([
    ['taking it', 1],
    ['renewing it', 2],
  ])('leaves nothing to wait for: %s', async (_, number) => {
    const at = world();
    const ports = { client: cutOff(at, number), parting: at.client, clock: at.clock, cancelled: at.cancel.signal };
    const request = { ...NAME, holder: run(1), waitMs: 5000 };
    const work = (lock: Lock): Promise<void> => lock.prove();
    const done = underLock({ ...ports, progress: () => undefined, ask: async () => 'running' }, request, work);
    await expect(done).rejects.toThrow('cancelled');
    const live = await at.client.get<Lease>(targetOf(takenLease(undefined, NAME, '', 0)));
    expect([live?.spec?.leaseTransitions, live?.spec?.holderIdentity]).toEqual([1, undefined]);
  });
});

describe('work under a lock', () => {
  const under = async <T>({ client, clock, said, cancel }: ReturnType<typeof world>, work: () => Promise<T>, waitMs = 5000) => {
    const ports = { client, parting: client, clock, cancelled: cancel.signal, progress: (line: string) => said.push(line) };
    return underLock({ ...ports, ask: async () => 'running' as const }, { ...NAME, holder: run(9), waitMs }, work);
  };

  it.each<[string, () => Promise<string>, 'resolves' | 'rejects']>([
    ['is done', async () => 'done', 'resolves'],
    ['fails', async () => Promise.reject(new Error('failed')), 'rejects'],
  ])('that %s leaves the lock to the next', async (_, work, how) => {
    const at = world();
    if (how === 'resolves') expect(await under(at, work)).toEqual({ kind: 'done', value: 'done' });
    else await expect(under(at, work)).rejects.toThrow('failed');
    expect((await at.locked(run(2))).takenFrom).toBeUndefined();
  });

  it('is not begun while another has the lock', async () => {
    const at = world();
    await at.locked(run(1));
    let begun = false;
    const outcome = await under(at, async () => {
      begun = true;
    });
    expect({ outcome, begun }).toMatchObject({ outcome: { kind: 'busy' }, begun: false });
  });

  it('counts although the lock could not be given back, and that is told', async () => {
    const at = world();
    let away = false;
    const client = kubernetes(at.cluster.connection, {
      http: { fetch: (request) => (away ? Promise.reject(new Error('away')) : at.cluster.http.fetch(request)) },
      clock: at.clock,
    });
    const outcome = await under({ ...at, client }, async () => {
      away = true;
      return 'done';
    });
    expect(outcome).toEqual({ kind: 'done', value: 'done' });
    expect(at.said.join()).toContain('The lock was not given back');
  });
});

describe('a lock that was taken over', () => {
  async function takenOver() {
    const { client, cluster, clock, locked } = world();
    const zombie = await locked(run(1));
    const ledgers = ledgerStore(client, NAME, zombie.fence);
    await fencedWriter(client, zombie, ledgers).apply(CONFIG, { force: true });
    const live = await client.get(targetOf(CONFIG));
    const heir = await locked(run(2), 'over');
    return { client, cluster, clock, zombie, ledgers, heir, live };
  }

  it('is lost to its holder at the next write', async () => {
    const { client, zombie, ledgers } = await takenOver();
    const late = fencedWriter(client, zombie, ledgers).apply({ ...CONFIG, data: { v: 'late' } }, { force: true });
    await expect(late).rejects.toMatchObject({ code: 'LOCK_LOST' });
    expect(await client.get(targetOf(CONFIG))).toMatchObject({ data: { v: '1' } });
  });

  it('is lost even to a write that was on its way, once the objects are fenced off', async () => {
    const { client, heir, live, ledgers } = await takenOver();
    await fenceOff(client, [targetOf(CONFIG), { ...targetOf(CONFIG), name: 'absent' }], heir);
    const { resourceVersion = '' } = live?.metadata ?? {};
    const late = client.apply({ ...CONFIG, metadata: { ...CONFIG.metadata, resourceVersion }, data: { v: 'late' } });
    await expect(late).rejects.toMatchObject({ status: 409 });
    expect(await client.get({ ...targetOf(CONFIG), name: 'absent' })).toBeUndefined();
    await fencedWriter(client, heir, ledgers).apply({ ...CONFIG, data: { v: '2' } }, { force: true });
    expect(await client.get(targetOf(CONFIG))).toMatchObject({ data: { v: '2' } });
  });

  it.each<[string, readonly KubeObject[], string | undefined]>([
    ['goes again when the newer release does not have it', [], undefined],
    ['becomes what the newer release has', [{ ...CONFIG, metadata: { ...CONFIG.metadata, name: 'b' }, data: { v: '2' } }], '2'],
  ])('creates nothing that stays: what it creates %s', async (_, objects, version) => {
    const { client, zombie, heir, ledgers, clock } = await takenOver();
    await ledgerStore(client, NAME, heir.fence).update((ledger) => withRelease(ledger, { image: 'x', at: '', objects }));
    const fresh = { ...zombie, hold: async () => undefined, prove: () => zombie.prove(), fence: zombie.fence };
    const created = { ...CONFIG, metadata: { ...CONFIG.metadata, name: 'b' } };
    await expect(fencedWriter(client, fresh, ledgers).apply(created, { force: true })).rejects.toMatchObject({
      code: 'LOCK_LOST',
    });
    expect((await client.get(targetOf(created)))?.['data']).toEqual(version && { v: version });
    expect(clock.now()).toBeGreaterThan(0);
  });

  it('writes no release record any more', async () => {
    const { client, ledgers, heir } = await takenOver();
    await ledgerStore(client, NAME, heir.fence).update((ledger) => ledger);
    await expect(ledgers.update((ledger) => ledger)).rejects.toMatchObject({ code: 'LOCK_LOST' });
  });

  it('is not given back by who lost it', async () => {
    const { zombie, heir, client } = await takenOver();
    await zombie.release();
    await expect(heir.hold()).resolves.toBeUndefined();
    const live = await client.get<Lease>(targetOf(takenLease(undefined, NAME, '', 0)));
    expect(live?.spec?.holderIdentity).toBe(formatHolder(run(2)));
  });
});

describe('the word of GitHub', () => {
  it('is asked for the holder in its own repository, not at every look', async () => {
    const asked: string[] = [];
    const clock = memoryClock();
    const open = (repository: string) => {
      asked.push(repository);
      return memoryGitHub({ runs: { '7/attempts/1': 'completed', '7/attempts/2': 'in_progress' } });
    };
    const ask = askGitHub(open, clock);
    expect([await ask(run(1)), await ask(run(1)), await ask(run(2)), await ask(run(3))]).toEqual([
      'over',
      'over',
      'running',
      'unknown',
    ]);
    expect(asked).toEqual(['org/orders', 'org/orders', 'org/orders']);
  });

  it('is unknown without a token, and of what is no run', async () => {
    expect(await askGitHub(undefined, memoryClock())(run(1))).toBe('unknown');
    expect(await askGitHub(() => memoryGitHub(), memoryClock())({ process: 'x' })).toBe('unknown');
  });
});
