import { describe, expect, it } from '@jest/globals';
import { KINDS, type KubeObject } from '@slipway/kubernetes';
import { SERVICE } from '../prune.ts';
import type { Ledger, Release, ReleaseState } from '../release.ts';
import { CANARY_OF, canaryOf, isOwnCanary, knownCanaries } from './canary.ts';
import { canarySize } from './canary-size.ts';
import { withCanaryFailed } from './failed-canary.ts';
import { stepWords } from './play-canary.ts';

describe('the size of a canary', () => {
  it.each<[weight: number, stable: number, replicas: number, share: number]>([
    [0.1, 3, 1, 0.25],
    [0.1, 9, 1, 0.1],
    [0.1, 18, 2, 0.1],
    [0.25, 3, 1, 0.25],
    [0.5, 1, 1, 0.5],
    [0.5, 7, 7, 0.5],
    [0.01, 1, 1, 0.5],
    [0.3, 10, 4, 4 / 14],
  ])('for %d of the traffic beside %d pods is %d', (weight, stable, replicas, share) => {
    expect(canarySize(weight, stable)).toEqual({ replicas, share });
  });

  it('is never 0, never more than the stable release, rises with the weight and is the nearest there is', () => {
    for (let stable = 1; stable <= 60; stable += 1) {
      let before = 0;
      for (let hundredths = 1; hundredths <= 50; hundredths += 1) {
        const weight = hundredths / 100;
        const { replicas, share } = canarySize(weight, stable);
        expect(replicas).toBeGreaterThanOrEqual(Math.max(1, before));
        expect(replicas).toBeLessThanOrEqual(stable);
        const off = (pods: number): number => Math.abs(pods / (stable + pods) - weight);
        const best = Math.min(...Array.from({ length: stable }, (_, index) => off(index + 1)));
        expect(Math.abs(share - weight)).toBeCloseTo(best, 9);
        before = replicas;
      }
    }
  });

  it('says the real share where the pods are too few for the one that was asked for', () => {
    const share = { name: 'orders', replicas: 1, total: 4, share: 0.25 };
    expect(stepWords({ weight: 0.1, shares: [share] })).toBe('asked 10 %: 1 of 4 pods of orders is 25 %');
  });
});

interface Labelled {
  readonly selector: { readonly matchLabels: Readonly<Record<string, string>> };
  readonly template: { readonly metadata: { readonly labels: Readonly<Record<string, string>> }; readonly spec: unknown };
}

const specOf = (object: KubeObject): Labelled => object['spec'] as Labelled;

const deployment = (labels: Record<string, string>): KubeObject => ({
  ...KINDS.deployment,
  metadata: { name: 'orders', namespace: 'shop', annotations: { [SERVICE]: 'orders' } },
  spec: {
    ...{ replicas: 3, paused: true, selector: { matchLabels: labels } },
    template: { metadata: { labels: { ...labels, team: 'a' } }, spec: { containers: [{ name: 'app', image: 'b' }] } },
  },
});

const serviceFor = (selector: Record<string, string>): KubeObject => ({
  ...{ apiVersion: 'v1', kind: 'Service', metadata: { name: 'orders' } },
  spec: { selector },
});

const matches = (selector: Readonly<Record<string, string>>, labels: Readonly<Record<string, string>>): boolean =>
  Object.entries(selector).every(([key, value]) => labels[key] === value);

describe('a canary', () => {
  it.each<[string, Record<string, string>, Record<string, string>, boolean]>([
    ['has the labels that the Service asks for', { app: 'orders' }, { app: 'orders' }, true],
    ['is not even matched by a stable selector with a track', { app: 'orders', track: 'stable' }, { app: 'orders' }, false],
    [
      'stays within a Service that asks for the track',
      { app: 'orders', track: 'stable' },
      { app: 'orders', track: 'stable' },
      true,
    ],
  ])('%s, and its selector takes no stable pod', (_, selector, asked, overlaps) => {
    const stable = deployment(selector);
    const canary = canaryOf(stable, [serviceFor(asked)], 2);
    const { labels } = specOf(canary).template.metadata;
    expect(matches(asked, labels)).toBe(true);
    expect(matches(specOf(canary).selector.matchLabels, labels)).toBe(true);
    expect(matches(specOf(canary).selector.matchLabels, specOf(stable).template.metadata.labels)).toBe(false);
    expect(matches(specOf(stable).selector.matchLabels, labels)).toBe(overlaps);
  });

  it('is the next version under another name, not paused, and says whose it is', () => {
    const canary = canaryOf(deployment({ app: 'orders' }), [], 2);
    expect(canary).toMatchObject({
      metadata: { name: 'orders-canary', namespace: 'shop', annotations: { [CANARY_OF]: 'orders', [SERVICE]: 'orders' } },
      spec: { replicas: 2, template: { spec: { containers: [{ name: 'app', image: 'b' }] } } },
    });
    expect(canary['spec']).not.toHaveProperty('paused');
    expect([isOwnCanary(canary, 'orders'), isOwnCanary(canary, 'mail')]).toEqual([true, false]);
    expect(isOwnCanary(deployment({ app: 'orders' }), 'orders')).toBe(false);
  });
});

describe('the record', () => {
  const release = (id: number, state: ReleaseState, more: Partial<Release> = {}): Release => ({
    ...{ id, state, image: 'a', at: '', objects: [], ...more },
  });
  const canaries = [{ ...KINDS.deployment, name: 'orders-canary', namespace: 'shop' }];

  it.each<[string, readonly Release[], number]>([
    ['good', [release(1, 'good'), release(2, 'deploying')], 1],
    ['waiting for its watch', [release(1, 'good'), release(2, 'pending'), release(3, 'deploying')], 2],
    ['good, before one that was cut off', [release(1, 'good'), release(2, 'interrupted'), release(3, 'deploying')], 1],
    ['unknown', [release(2, 'bad'), release(3, 'deploying')], 3],
  ])('after a failed canary names the release that still runs: the one that is %s', (_, releases, current) => {
    const ledger: Ledger = { service: 'orders', current: 3, releases };
    const bad = releases.at(-1)?.id ?? 0;
    const after = withCanaryFailed(ledger, bad, 'it crashed');
    expect(after.current).toBe(current);
    expect(after.releases.at(-1)).toMatchObject({ id: bad, state: 'bad', cause: 'it crashed' });
  });

  it('knows every canary that a release may have left', () => {
    const releases = [release(1, 'good'), release(2, 'interrupted', { canaries }), release(3, 'bad', { canaries })];
    expect(knownCanaries({ service: 'orders', releases })).toEqual(canaries);
  });
});
