import { describe, expect, it } from '@jest/globals';
import type { KubeObject } from '@slipway/kubernetes';
import { type Ledger, ledgerName } from '@slipway/rollout';
import type { Clock, Http } from '@slipway/system';
import { worldClock } from '@slipway/system/memory';
import { dyingAt, isWrite, randomOf, slowly } from './memory/interference.ts';
import { image, world } from './memory/world.ts';

type Made = ReturnType<typeof world>;

const [BASE, OLD, NEW] = ['0', 'a', 'b'].map((letter) => letter.repeat(40)) as [string, string, string];
const PARENTS = { [OLD]: [BASE], [NEW]: [OLD, BASE] };

/** The set of one version: what it says must come from the same commit, or the set is mixed. */
const filesOf = (letter: string): Record<string, string> => ({
  'k8s/config.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: order-service }\ndata: { version: "${letter}" }\n`,
  [`k8s/only-${letter}.yaml`]: `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: only-${letter} }\ndata: { version: "${letter}" }\n`,
});

function versionsIn({ cluster, liveImage }: Made): readonly string[] {
  const versions = cluster.store
    .all()
    .filter(({ kind }) => kind === 'ConfigMap')
    .map((object) => (object['data'] as { readonly version: string }).version);
  return [...new Set([...versions, String(liveImage()).slice(-1)])];
}

function ledgerIn({ cluster }: Made): Ledger {
  const secret = cluster.get<KubeObject & { data: Record<string, string> }>('Secret', 'shop', ledgerName('order-service'));
  return JSON.parse(Buffer.from(secret?.data['ledger.json'] ?? '', 'base64').toString('utf8')) as Ledger;
}

interface Deployed {
  readonly made: Made;
  readonly clock: Clock;
}

const deployOf = ({ made, clock }: Deployed, letter: string, sha: string, runId: string, through: (http: Http) => Http) =>
  made.deploy(
    { image: image(letter), 'github-token': 'ghs_token', 'lock-timeout': '20m' },
    { clock, context: { sha, runId }, files: filesOf(letter), through },
  );

async function race(seed: number, frozen: boolean) {
  const random = randomOf(seed);
  const runs = { '1/attempts/1': 'in_progress', '2/attempts/1': 'in_progress' };
  const [made, clock] = [world({ repository: { parents: PARENTS, runs } }), worldClock()];
  const start = async (letter: string, sha: string, runId: string, frozenAt: number) => {
    await clock.sleep(random() * 20_000);
    return deployOf({ made, clock }, letter, sha, runId, slowly(random, clock, frozenAt));
  };
  const frozenAt = frozen ? 1 + Math.floor(random() * 45) : 0;
  const ends = await Promise.all([start('a', OLD, '1', frozenAt), start('b', NEW, '2', 0)]);
  return { made, ends };
}

describe('two runs that deploy one service at once', () => {
  it('end with the newer commit and never with a mixed set, 100 times', async () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const { made, ends } = await race(seed, false);
      expect([seed, versionsIn(made)]).toEqual([seed, ['b']]);
      expect([seed, ends.map(({ outputs }) => outputs['verdict'])]).toEqual([seed, ['pass', 'pass']]);
    }
  });

  it('end so even when the older one freezes, loses its lock and comes back, 100 times', async () => {
    const verdicts = new Set<string>();
    for (let seed = 1; seed <= 100; seed += 1) {
      const { made, ends } = await race(seed, true);
      expect([seed, versionsIn(made)]).toEqual([seed, ['b']]);
      expect([seed, ends[1]?.outputs['verdict']]).toEqual([seed, 'pass']);
      verdicts.add(`${ends[0]?.outputs['verdict']} ${ends[0]?.headline.includes('has taken over the deploy') ? 'lost' : ''}`);
    }
    // Chance must have made zombies, or nothing was shown.
    expect([...verdicts].some((verdict) => verdict.endsWith('lost'))).toBe(true);
  });
});

/** What is left in the cluster, without what only tells how it came to be. */
function endState(made: Made): unknown {
  const { releases, current } = ledgerIn(made);
  const live = releases.find(({ id }) => id === current);
  const objects = made.cluster.store.all().filter(({ kind }) => ['ConfigMap', 'Deployment', 'Secret'].includes(kind));
  const kept = objects.filter(({ metadata }) => !metadata.name.startsWith('slipway-'));
  return {
    release: [live?.state, live?.image],
    cutOff: releases.filter(({ state }) => state === 'deploying').length,
    objects: kept.map(({ kind, metadata, data, stringData, spec }) => [kind, metadata.name, data, stringData, spec]).sort(),
    free: made.cluster.get<KubeObject>('Lease', 'shop', 'slipway-deploy.order-service')?.['spec'],
  };
}

describe('a run that is killed', () => {
  async function killed(fatal: number, after: boolean) {
    const runs = { '1/attempts/1': 'completed', '2/attempts/1': 'completed', '3/attempts/1': 'in_progress' };
    const [made, clock] = [world({ repository: { parents: PARENTS, runs } }), worldClock(Date.UTC(2026, 0, 1))];
    const count = { writes: 0 };
    await deployOf({ made, clock }, 'a', OLD, '1', (http) => http);
    await deployOf({ made, clock }, 'b', NEW, '2', dyingAt(fatal, after, count));
    const rerun = await deployOf({ made, clock }, 'b', NEW, '3', (http) => http);
    const { free, ...state } = endState(made) as { free: { holderIdentity?: string } };
    return { writes: count.writes, verdict: rerun.outputs['verdict'], holder: free.holderIdentity, state };
  }

  it('before or after any of its writes leaves what the next run brings to the same end', async () => {
    const whole = await killed(Number.POSITIVE_INFINITY, false);
    expect(whole).toMatchObject({ verdict: 'pass', state: { release: ['good', image('b')], cutOff: 0 } });
    expect(whole.writes).toBeGreaterThanOrEqual(8);
    for (let fatal = 1; fatal <= whole.writes; fatal += 1) {
      for (const after of [false, true]) {
        const { verdict, holder, state } = await killed(fatal, after);
        expect([fatal, after, verdict, holder]).toEqual([fatal, after, 'pass', undefined]);
        expect([fatal, after, state]).toEqual([fatal, after, whole.state]);
      }
    }
  });
});

describe('a run that is cancelled', () => {
  it('at any of its requests to the cluster writes nothing but its last words, and lets the next run in at once', async () => {
    for (let at = 1; ; at += 1) {
      const [made, clock] = [world({ repository: { parents: PARENTS } }), worldClock(Date.UTC(2026, 0, 1))];
      const cancel = new AbortController();
      let [count, late]: [number, string[]] = [0, []];
      const through = (http: Http): Http => ({
        fetch: async (request) => {
          count += 1;
          if (cancel.signal.aborted && isWrite(request)) late = [...late, request.url.replace(/^.*\//, '').replace(/\?.*$/, '')];
          if (count === at) cancel.abort(new Error('cancelled'));
          request.signal?.throwIfAborted();
          return http.fetch(request);
        },
      });
      const inputs = { 'github-token': 'ghs_token', image: image('b') };
      const cut = await made.deploy(inputs, {
        clock,
        context: { sha: OLD },
        files: filesOf('b'),
        through,
        cancelled: cancel.signal,
      });
      const words = ['slipway-release.order-service', 'slipway-deploy.order-service'];
      expect([at, late.filter((name) => !words.includes(name))]).toEqual([at, []]);
      if (!cancel.signal.aborted) {
        expect(at).toBeGreaterThan(30);
        expect(cut.outputs['verdict']).toBe('pass');
        return;
      }
      const changed = made.cluster.writes.some((write) => / (Deployment|ConfigMap) /.test(write));
      expect([at, changed && cut.all.includes('before it changed anything')]).toEqual([at, false]);
      const before = clock.now();
      const next = await deployOf({ made, clock }, 'b', NEW, '2', (http) => http);
      expect([at, next.outputs['verdict'], versionsIn(made)]).toEqual([at, 'pass', ['b']]);
      expect([at, clock.now() - before < 25_000]).toEqual([at, true]);
    }
  });
});
