import { describe, expect, it } from '@jest/globals';
import { type Ancestry, judgeOrder, toCompare } from './order.ts';
import type { Release, ReleaseState } from './release.ts';

const live = (state: ReleaseState, extra: Partial<Release> = {}): Release => ({
  ...{ id: 3, state, image: 'x', at: '', objects: [], commit: 'bbb', repository: 'org/orders' },
  ...extra,
});
const own = { repository: 'org/orders', commit: 'aaa' };
const compared = (status: 'ahead' | 'behind' | 'diverged'): Ancestry => ({ kind: 'compared', status });

describe('a release', () => {
  it.each<[ReleaseState, boolean]>([
    ['good', true],
    ['pending', true],
    ['deploying', true],
    ['bad', false],
    ['interrupted', false],
  ])('that is %s is compared with: %s', (state, wanted) => {
    expect(toCompare(live(state), own) !== undefined).toBe(wanted);
  });

  it('of the same commit, or of none, or against none, is not compared with', () => {
    expect(toCompare(live('good', { commit: 'aaa' }), own)).toBeUndefined();
    expect(toCompare(undefined, own)).toBeUndefined();
    expect(toCompare(live('good'), {})).toBeUndefined();
  });
});

describe('a run', () => {
  it.each<[string, Ancestry, Partial<Release>, string]>([
    ['with a newer commit is in order', compared('ahead'), {}, 'in-order'],
    ['with an older commit is stale', compared('behind'), {}, 'stale'],
    ['of another branch has diverged', compared('diverged'), {}, 'diverged'],
    ['that cannot be compared is unknown', { kind: 'unknown', reason: 'gone' }, {}, 'unknown'],
    ['of another repository is unknown', compared('behind'), { repository: 'org/other' }, 'unknown'],
  ])('%s', (_, ancestry, extra, kind) => {
    expect(judgeOrder(live('good', extra), own, ancestry).kind).toBe(kind);
  });
});
