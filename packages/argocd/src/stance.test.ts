import { describe, expect, test } from '@jest/globals';
import { advise, type Look, type Memory, type Patience, START } from './advice.ts';
import { type Application, repositoryKey } from './application.ts';
import { fieldsThatDiffer } from './difference.ts';
import { type Stance, stanceOf, type Wanted } from './stance.ts';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const URL = 'https://git.example.com/org/config.git';
const WANTED: Wanted = {
  ...{ repository: URL, image: 'r.io/orders', digest: DIGEST },
  // Ours and whatever comes after it.
  contains: (revision) => ['ours', 'later'].includes(revision),
};

type Status = NonNullable<Application['status']>;

function application(status: Status, spec: Partial<Application['spec']> = {}): Application {
  const source = { repoURL: URL, path: 'orders', targetRevision: 'main' };
  return { metadata: { name: 'orders' }, spec: { source, syncPolicy: { automated: {} }, ...spec }, status };
}

const synced = (revision: string, more: Partial<Status> = {}): Status => ({
  sync: { status: 'Synced', revision },
  health: { status: 'Healthy' },
  summary: { images: [`r.io/orders:7@${DIGEST}`] },
  ...more,
});

const operated = (phase: string, revision: string, more: object = {}) => ({
  operationState: { phase, message: 'said', syncResult: { revision }, ...more },
});

describe('where an application stands', () => {
  test.each<[string, Status, Partial<Stance>]>([
    ['live at our commit', synced('ours'), { kind: 'live', health: 'Healthy' }],
    ["live at somebody's later commit", synced('later'), { kind: 'live', revision: 'later' }],
    ['not seen yet', synced('before'), { kind: 'unseen', revision: 'before' }],
    ['never compared', {}, { kind: 'unseen' }],
    [
      "Synced, with another's image of the same digest",
      synced('ours', { summary: { images: [`r.io/orders-worker@${DIGEST}`] } }),
      { kind: 'image-absent' },
    ],
    ['Synced, with the image by tag alone', synced('ours', { summary: { images: ['r.io/orders:7'] } }), { kind: 'image-absent' }],
    ['Degraded', synced('ours', { health: { status: 'Degraded', message: 'm' } }), { kind: 'live', health: 'Degraded' }],
    ['syncing', { ...synced('ours'), ...operated('Running', 'ours') }, { kind: 'syncing', message: 'said' }],
    [
      'failed to sync',
      { ...synced('ours'), sync: { status: 'OutOfSync', revision: 'ours' }, ...operated('Failed', 'ours') },
      { kind: 'sync-failed', message: 'said' },
    ],
    [
      'trying the third time',
      {
        sync: { status: 'OutOfSync', revision: 'ours' },
        operationState: {
          ...{ phase: 'Running', retryCount: 2 },
          syncResult: { revision: 'ours', resources: [{ kind: 'Service', name: 'x', status: 'SyncFailed', message: 'no' }] },
        },
      },
      { kind: 'sync-failed', resources: ['Service x: no'] },
    ],
    [
      'a failure of an earlier commit, which ours may mend',
      { sync: { status: 'OutOfSync', revision: 'ours' }, ...operated('Failed', 'before') },
      { kind: 'out-of-sync', manual: false },
    ],
    [
      'changed by somebody after the sync',
      {
        ...{ sync: { status: 'OutOfSync', revision: 'ours' }, ...operated('Succeeded', 'ours') },
        resources: [
          { kind: 'Deployment', namespace: 'n', name: 'web', status: 'OutOfSync' },
          { kind: 'Service', name: 's', status: 'Synced' },
        ],
      },
      { kind: 'drifted', resources: ['Deployment n/web'] },
    ],
    [
      'not to be compared',
      { ...synced('ours'), conditions: [{ type: 'ComparisonError', message: 'bad yaml' }] },
      { kind: 'incomparable', message: 'bad yaml', specification: false },
    ],
    [
      'only warned of',
      synced('ours', { conditions: [{ type: 'SharedResourceWarning', message: 'x' }] }),
      { kind: 'live', health: 'Healthy' },
    ],
  ])('%s', (_, status, stance) => {
    expect(stanceOf(application(status), WANTED)).toMatchObject(stance);
  });

  test('out of sync and not syncing by itself', () => {
    const status = { sync: { status: 'OutOfSync', revision: 'ours' } };
    expect(stanceOf(application(status, { syncPolicy: {} }), WANTED)).toEqual({ kind: 'out-of-sync', manual: true });
    const off = { syncPolicy: { automated: { enabled: false } } };
    expect(stanceOf(application(status, off), WANTED)).toEqual({ kind: 'out-of-sync', manual: true });
  });

  test('of several sources the configuration repository counts, however its address is written', () => {
    const sources = [{ repoURL: 'https://other/x' }, { repoURL: 'git@git.example.com:org/config' }];
    const status = { ...synced(''), sync: { status: 'Synced', revisions: ['ours', 'before'] } };
    const { source: _, ...spec } = application(status).spec;
    expect(stanceOf({ ...application(status), spec: { ...spec, sources } }, WANTED).kind).toBe('unseen');
    const right = { ...status, sync: { status: 'Synced', revisions: ['x', 'later'] } };
    expect(stanceOf({ ...application(right), spec: { ...spec, sources } }, WANTED).kind).toBe('live');
    expect(stanceOf({ ...application(right), spec: { ...spec, sources: sources.slice(0, 1) } }, WANTED).kind).toBe('elsewhere');
  });

  test.each([
    ['https://GitHub.com/Org/Config.git', 'ssh://git@github.com/org/config'],
    ['git@github.com:org/config.git', 'https://github.com/org/config/'],
    ['http://127.0.0.1:9418/a.git', 'http://127.0.0.1:9418/a'],
  ])('%s is %s', (one, other) => {
    expect(repositoryKey(one)).toBe(repositoryKey(other));
    expect(repositoryKey(one)).not.toBe(repositoryKey(`${other}2`));
  });
});

const PATIENCE: Patience = { timeoutMs: 100, graceMs: 20, settleMs: 5, doubtMs: 10 };
const live = (health: string): Stance => ({ kind: 'live', revision: 'ours', health });

/** What the looks come to, one after the other; each is a stance at a time, and the health seen beside it. */
function follow(looks: readonly (readonly [now: number, stance: Stance, more?: Partial<Look>])[], wantsSync = false) {
  let memory: Memory = START;
  return looks.map(([now, stance, more]) => {
    const health = stance.kind === 'live' ? stance.health : 'Healthy';
    const { memory: next, advice } = advise({ stance, health, now, ...more }, memory, PATIENCE, wantsSync);
    memory = next;
    return advice.kind === 'failed'
      ? advice.reason
      : advice.kind === 'done'
        ? `done${advice.stumbled ? ', stumbled' : ''}`
        : advice.kind;
  });
}

describe('whether the wait goes on', () => {
  const unseen: Stance = { kind: 'unseen' };

  test('Healthy must last', () => {
    expect(
      follow([
        [0, unseen],
        [1, live('Healthy')],
        [3, live('Progressing')],
        [4, live('Healthy')],
        [9, live('Healthy')],
      ]),
    ).toEqual(['wait', 'wait', 'wait', 'wait', 'done']);
  });

  test('Degraded on its way has the grace, and is told', () => {
    expect(
      follow([
        [0, live('Progressing')],
        [1, live('Degraded')],
        [20, live('Degraded')],
        [21, live('Healthy')],
        [26, live('Healthy')],
      ]),
    ).toEqual(['wait', 'wait', 'wait', 'wait', 'done, stumbled']);
    expect(
      follow([
        [0, live('Progressing')],
        [1, live('Degraded')],
        [21, live('Degraded')],
      ]).at(-1),
    ).toBe('degraded');
  });

  test('Degraded from before has the whole time', () => {
    const before = { health: 'Degraded' };
    const looks = [
      [0, unseen, before],
      [5, live('Degraded')],
      [60, live('Degraded')],
    ] as const;
    expect(follow([...looks, [99, live('Degraded')]])).toEqual(['wait', 'wait', 'wait', 'wait']);
    expect(follow([...looks, [100, live('Degraded')]]).at(-1)).toBe('degraded');
    expect(follow([...looks, [61, live('Healthy')], [66, live('Healthy')]]).at(-1)).toBe('done');
    // It recovered and fell again: that is ours.
    expect(follow([...looks, [61, live('Progressing')], [62, live('Degraded')], [82, live('Degraded')]]).at(-1)).toBe('degraded');
  });

  test.each<[string, Stance, number]>([
    ['incomparable', { kind: 'incomparable', message: 'm', specification: false }, 10],
    ['drifted', { kind: 'drifted', resources: [] }, 10],
  ])('%s is doubted for a while', (reason, stance, after) => {
    expect(
      follow([
        [0, stance],
        [after - 1, stance],
        [after, stance],
      ]),
    ).toEqual(['wait', 'wait', reason]);
    expect(
      follow([
        [0, stance],
        [after - 1, { kind: 'syncing' }],
        [after, stance],
      ]).at(-1),
    ).toBe('wait');
  });

  test('what will never pass ends it at once', () => {
    expect(follow([[0, { kind: 'elsewhere' }]])).toEqual(['elsewhere']);
    expect(follow([[0, { kind: 'sync-failed', message: '', resources: [] }]])).toEqual(['sync-failed']);
    expect(follow([[0, { kind: 'out-of-sync', manual: true }]])).toEqual(['auto-sync-off']);
    expect(follow([[0, { kind: 'out-of-sync', manual: false }, { window: 'deny' }]])).toEqual(['window-closed']);
  });

  test('a sync is asked for once', () => {
    const manual: Stance = { kind: 'out-of-sync', manual: true };
    expect(
      follow(
        [
          [0, manual],
          [1, manual],
          [2, { kind: 'syncing' }],
        ],
        true,
      ),
    ).toEqual(['sync', 'wait', 'wait']);
  });

  test.each<[string, Stance]>([
    ['timeout', unseen],
    ['timeout', live('Progressing')],
    ['suspended', live('Suspended')],
    ['image-absent', { kind: 'image-absent', revision: 'ours', images: [] }],
  ])('the end of the time is %s', (reason, stance) => {
    expect(
      follow([
        [0, stance],
        [99, stance],
        [100, stance],
      ]),
    ).toEqual(['wait', 'wait', reason]);
  });
});

describe('fields that differ', () => {
  test('are named with both values, those of Secrets without', () => {
    const [git, real] = [{ spec: { replicas: 1, a: [1, 2] } }, { spec: { replicas: 2, a: [1, 3], extra: true } }];
    expect(fieldsThatDiffer('D x', git, real, false)).toEqual([
      { resource: 'D x', field: 'spec.replicas', git: '1', live: '2' },
      { resource: 'D x', field: 'spec.a[1]', git: '2', live: '3' },
      { resource: 'D x', field: 'spec.extra', live: 'true' },
    ]);
    expect(JSON.stringify(fieldsThatDiffer('S x', { data: { k: 'one' } }, { data: { k: 'two' } }, true))).not.toMatch(/one|two/);
  });

  test('are ten at most', () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`k${at}`, at]));
    expect(fieldsThatDiffer('x', many, {}, false)).toHaveLength(10);
  });
});
