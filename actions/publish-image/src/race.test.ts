import { describe, expect, test } from '@jest/globals';
import { memoryGitHub } from '@slipway/github/memory';
import { worldOf } from './memory/world.ts';

const commitOf = (index: number): string => index.toString(16).padStart(40, '0');
/** A line of commits, each the parent of the next. */
const LINE = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [commitOf(index + 1), [commitOf(index)]]));
const MOVING = { 'moving-tags': 'latest', 'github-token': 'ghs_token' };

/** Numbers from 0 to below `limit` that are the same for the same seed (a linear congruential generator). */
function randomOf(seed: number): (limit: number) => number {
  let state = seed * 2654435761 + 1;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Lets other runs go first for some turns. */
async function yieldTurns(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** Publishes the commits at the same moment, each request of each held up by chance. */
async function race(commits: readonly number[], seed: number) {
  const random = randomOf(seed);
  const world = worldOf({}, memoryGitHub({ parents: LINE }));
  const runs = await Promise.all(
    commits.map(async (commit) => {
      const pace = 1 + random(8);
      await yieldTurns(random(30));
      const gate = () => yieldTurns(random(pace));
      return world.publish({ layer: `layer ${commit}` }, { inputs: MOVING, sha: commitOf(commit), gate });
    }),
  );
  return { ...world, runs };
}

describe('publishes that race', () => {
  test('leave the moving tag on the newer commit and lose no commit tag, 300 times two', async () => {
    for (let seed = 0; seed < 300; seed++) {
      const { repository, runs } = await race([2, 1], seed);
      const [newer, older] = runs;
      expect([seed, newer?.codes, older?.codes]).toEqual([seed, [], []]);
      expect([seed, repository.tags.get('latest')]).toEqual([seed, newer?.digest]);
      expect([repository.tags.get(commitOf(2)), repository.tags.get(commitOf(1))]).toEqual([newer?.digest, older?.digest]);
    }
  });

  test('leave it on the newest of five, 60 times', async () => {
    for (let seed = 0; seed < 60; seed++) {
      const { repository, runs } = await race([3, 5, 1, 2, 4], seed);
      expect([seed, runs.map(({ code }) => code)]).toEqual([seed, [0, 0, 0, 0, 0]]);
      expect([seed, repository.tags.get('latest')]).toEqual([seed, runs[1]?.digest]);
      for (const [index, commit] of [3, 5, 1, 2, 4].entries())
        expect(repository.tags.get(commitOf(commit))).toBe(runs[index]?.digest);
    }
  });

  test('are decided also when the older is held up just before it writes the tag', async () => {
    const world = worldOf({}, memoryGitHub({ parents: LINE }));
    const newer: { done?: ReturnType<typeof world.publish> } = {};
    const gate = async ({ method, url }: { readonly method?: string; readonly url: string }) => {
      if (method !== 'PUT' || !url.endsWith('/manifests/latest') || newer.done !== undefined) return;
      newer.done = world.publish({ layer: 'newer' }, { inputs: MOVING, sha: commitOf(2) });
      await newer.done;
    };
    const older = await world.publish({ layer: 'older' }, { inputs: MOVING, sha: commitOf(1), gate });
    expect([older.code, older.written.outputs['left'], older.written.outputs['moved']]).toEqual([0, 'latest', '']);
    expect(world.repository.tags.get('latest')).toBe((await newer.done)?.digest);
    expect(older.requests.filter((request) => request === 'PUT /v2/shop/order-service/manifests/latest')).toHaveLength(3);
  });
});

describe('a registry that lists a claim before it gives it', () => {
  test('does not let the older publish pass over it', async () => {
    const claim = `latest.000001.${commitOf(2)}`;
    let hidden = true;
    const world = worldOf(
      { fault: ({ method, url }) => (hidden && method === 'GET' && url.endsWith(claim) ? { status: 404 } : undefined) },
      memoryGitHub({ parents: LINE }),
    );
    const newer = await world.publish({ layer: 'newer' }, { inputs: MOVING, sha: commitOf(2) });
    const older = await world.publish({ layer: 'older' }, { inputs: MOVING, sha: commitOf(1) });
    hidden = false;
    expect([newer.code, older.written.outputs['left'], world.repository.tags.get('latest')]).toEqual([0, 'latest', newer.digest]);
  });
});

describe('publishes one after the other', () => {
  const setUp = () => worldOf({}, memoryGitHub({ parents: LINE }));

  test('late, of an older commit: the tag is left, and the run is green and says so', async () => {
    const { publish, repository } = setUp();
    const newer = await publish({ layer: 'newer' }, { inputs: MOVING, sha: commitOf(2) });
    const older = await publish({ layer: 'older' }, { inputs: MOVING, sha: commitOf(1) });
    expect([older.code, older.written.outputs['left'], repository.tags.get('latest')]).toEqual([0, 'latest', newer.digest]);
    expect(older.written.annotations).toEqual([expect.objectContaining({ level: 'notice', title: 'Left to a newer commit' })]);
    expect([...repository.tags.keys()].filter((tag) => tag.startsWith('latest.'))).toEqual([`latest.000001.${commitOf(2)}`]);
  });

  test('A, B, then C that reverts to the content of A and reuses its image: a late B does not take the tag back', async () => {
    const { publish, repository } = setUp();
    const content = { layer: 'A', labels: { 'org.opencontainers.image.revision': commitOf(1) } };
    const a = await publish(content, { inputs: MOVING, sha: commitOf(1) });
    const c = await publish(content, { inputs: MOVING, sha: commitOf(3) });
    const b = await publish({ layer: 'B' }, { inputs: MOVING, sha: commitOf(2) });
    expect([a.digest, c.written.outputs['moved'], b.written.outputs['left']]).toEqual([c.digest, '', 'latest']);
    expect(repository.tags.get('latest')).toBe(c.digest);
    expect([commitOf(1), commitOf(2), commitOf(3)].map((commit) => repository.tags.get(commit))).toEqual([
      a.digest,
      b.digest,
      c.digest,
    ]);
    const d = await publish({ layer: 'D' }, { inputs: MOVING, sha: commitOf(4) });
    expect([d.written.outputs['moved'], repository.tags.get('latest')]).toEqual(['latest', d.digest]);
  });

  test('A, B, then C as A again: the tag goes back to the image, and B run again leaves it there', async () => {
    const { publish, repository } = setUp();
    const a = await publish({ layer: 'A' }, { inputs: MOVING, sha: commitOf(1) });
    await publish({ layer: 'B' }, { inputs: MOVING, sha: commitOf(2) });
    const c = await publish({ layer: 'A' }, { inputs: MOVING, sha: commitOf(3) });
    const again = await publish({ layer: 'B' }, { inputs: MOVING, sha: commitOf(2) });
    expect([c.written.outputs['moved'], again.written.outputs['left'], repository.tags.get('latest')]).toEqual([
      'latest',
      'latest',
      a.digest,
    ]);
    expect((await publish({ layer: 'A' }, { inputs: MOVING, sha: commitOf(3) })).written.outputs['unchanged']).toBe('true');
  });

  test('forty in line: the last has the tag, and few claims are asked about', async () => {
    const line = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [commitOf(index + 1), [commitOf(index)]]));
    const { publish, repository } = worldOf({}, memoryGitHub({ parents: line }));
    for (let index = 0; index < 40; index++) await publish({ layer: `${index}` }, { inputs: MOVING, sha: commitOf(index) });
    const last = await publish({ layer: 'last' }, { inputs: MOVING, sha: commitOf(40) });
    expect(repository.tags.get('latest')).toBe(last.digest);
    expect(last.requests.length).toBeLessThan(60);
  });

  test('an operator who takes the tag back is not overruled by an old run, and the next commit moves on', async () => {
    const { publish, repository } = setUp();
    const [a] = [await publish({ layer: 'A' }, { inputs: MOVING, sha: commitOf(1) })];
    await publish({ layer: 'B' }, { inputs: MOVING, sha: commitOf(3) });
    await publish({ layer: 'A' }, { inputs: { ...MOVING, 'moving-policy': 'any' }, sha: commitOf(1) });
    expect(repository.tags.get('latest')).toBe(a.digest);
    const late = await publish({ layer: 'late' }, { inputs: MOVING, sha: commitOf(2) });
    expect([late.written.outputs['left'], repository.tags.get('latest')]).toEqual(['latest', a.digest]);
    const next = await publish({ layer: 'next' }, { inputs: MOVING, sha: commitOf(4) });
    expect(repository.tags.get('latest')).toBe(next.digest);
  });
});

describe('a moving tag that may not move', () => {
  test('stops the run before anything is written, says why, and moves when it is told to', async () => {
    const { publish, repository, registry } = worldOf({}, memoryGitHub({ parents: { [commitOf(2)]: [commitOf(1)] } }));
    const first = await publish({ layer: 'one' }, { inputs: MOVING, sha: commitOf(7) });
    const writes = () => registry.requests.filter((request) => /^(PUT|POST|PATCH)/.test(request)).length;
    const before = writes();
    const parted = await publish({ layer: 'two' }, { inputs: MOVING, sha: commitOf(2) });
    expect([parted.code, parted.codes, writes()]).toEqual([1, ['MOVING_TAG_PARTED'], before]);
    const unknown = await publish({ layer: 'two' }, { inputs: { ...MOVING, 'github-token': '' }, sha: commitOf(2) });
    expect(unknown.codes).toEqual(['MOVING_TAG_UNKNOWN']);
    expect(unknown.problems[0]?.message).toMatch(/could not be told: Git does not know both commits here, and there is no token/);
    expect(repository.tags.get('latest')).toBe(first.digest);
    const moved = await publish({ layer: 'two' }, { inputs: { ...MOVING, 'moving-policy': 'any' }, sha: commitOf(2) });
    expect([moved.code, repository.tags.get('latest')]).toEqual([0, moved.digest]);
  });

  test('written by another tool: the commit that its image names is asked about', async () => {
    const label = (commit: number) => ({ labels: { 'org.opencontainers.image.revision': commitOf(commit) } });
    const { publish, repository } = worldOf({}, memoryGitHub({ parents: LINE }));
    const platforms = ['linux/amd64', 'linux/arm64'];
    for (const [commit, layer] of [
      [2, 'two'],
      [9, 'nine'],
    ] as const) {
      const other = await publish({ layer, platforms, ...label(commit) }, { sha: commitOf(commit) });
      repository.tags.set('latest', other.digest);
      const ours = await publish({ layer: 'ours' }, { inputs: MOVING, sha: commitOf(4) });
      expect([commit, ours.written.outputs['moved'], ours.written.outputs['left']]).toEqual([
        commit,
        commit === 2 ? 'latest' : '',
        commit === 2 ? '' : 'latest',
      ]);
    }
    const unnamed = await publish({ layer: 'unnamed' }, { sha: commitOf(8) });
    repository.tags.set('latest', unnamed.digest);
    expect((await publish({ layer: 'ours' }, { inputs: MOVING, sha: commitOf(4) })).codes).toEqual(['MOVING_TAG_UNKNOWN']);
  });
});
