import { describe, expect, it } from '@jest/globals';
import { type Deployment, KINDS, kubernetes, type KubeObject } from '@slipway/kubernetes';
import { type Behaviour, memoryCluster, rollOut } from '@slipway/kubernetes/memory';
import { memoryClock } from '@slipway/system/memory';
import { waitForRollout } from './wait.ts';

const TARGET = { ...KINDS.deployment, name: 'a', namespace: 'shop' };
const LIMITS = { timeoutMs: 120_000, stabilityMs: 10_000 };
const DEPLOYMENT: KubeObject = {
  ...KINDS.deployment,
  metadata: { name: 'a', namespace: 'shop' },
  spec: { replicas: 2, template: { spec: { containers: [{ name: 'app', image: 'a' }] } } },
};
const CRASH: Behaviour = { restartCount: 2, state: { waiting: { reason: 'CrashLoopBackOff' } } };

interface World {
  readonly first?: Behaviour;
  /** What happens at each moment, in seconds. */
  readonly happens?: (second: number, become: (behaviour: Behaviour) => void, remove: () => void) => void;
  readonly reachable?: (second: number) => boolean;
}

async function waitIn({ first = 'ready', happens, reachable = () => true }: World) {
  let seconds = 0;
  const cluster = memoryCluster({ reachable: () => reachable(seconds) });
  const live = (): Deployment => cluster.get<Deployment>('Deployment', 'shop', 'a') as Deployment;
  cluster.store.put(DEPLOYMENT);
  rollOut(live(), cluster, () => first);
  const cancel = new AbortController();
  const clock = memoryClock(0, (now) => {
    seconds = now / 1000;
    const remove = (): void => void cluster.store.remove('Deployment/shop/a');
    happens?.(seconds, (behaviour) => rollOut(live(), cluster, () => behaviour), remove);
  });
  const client = kubernetes(cluster.connection, { http: cluster.http, clock });
  const result = await waitForRollout({ client, clock, cancelled: cancel.signal }, [TARGET], 'shop', LIMITS);
  return { result, seconds };
}

/** Calls the work once, when the moment has come. */
function once(at: number, work: () => void): (second: number) => void {
  let due = true;
  return (second) => {
    if (!due || second < at) return;
    due = false;
    work();
  };
}

describe('waitForRollout', () => {
  it('waits out the stability window before it believes', async () => {
    const { result, seconds } = await waitIn({});
    expect(result.state).toBe('ready');
    expect(seconds).toBeGreaterThanOrEqual(10);
    expect(seconds).toBeLessThan(12);
  });

  it('catches a crash after ready', async () => {
    let become: (behaviour: Behaviour) => void = () => undefined;
    const crash = once(6, () => become(CRASH));
    const { result, seconds } = await waitIn({
      happens: (second, change) => {
        become = change;
        crash(second);
      },
    });
    expect(result).toMatchObject({ state: 'failed', cause: { class: 'app', reason: 'CrashLoopBackOff' } });
    expect(seconds).toBeLessThan(8);
  });

  it('says that the object is gone when someone deletes it', async () => {
    let gone: () => void = () => undefined;
    const remove = once(3, () => gone());
    const { result } = await waitIn({
      first: { restartCount: 0, state: { waiting: { reason: 'ContainerCreating' } } },
      happens: (second, _, drop) => {
        gone = drop;
        remove(second);
      },
    });
    expect(result).toMatchObject({ state: 'failed', cause: { reason: 'Gone' } });
  });

  it('gives up on a cluster that never answers, and calls nothing failed', async () => {
    const { result, seconds } = await waitIn({ reachable: () => false });
    expect(result.state).toBe('lost');
    expect(seconds).toBeLessThan(200);
  });
});
