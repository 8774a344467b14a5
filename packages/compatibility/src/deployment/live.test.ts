import { describe, expect, test } from '@jest/globals';
import { type DatedDeployment, liveCommits } from '../index.ts';

const said = (text: string): readonly DatedDeployment[] =>
  text.split(' ').map((each) => {
    const [sha = '', state = '', at = ''] = each.split(':');
    return { sha, state: state === '-' ? undefined : state, at: Number(at) };
  });

/** Deployments as `commit:state:time`. */
describe('the commits that are live', () => {
  test.each<[string, string, number, readonly string[]]>([
    ['one success', 'a:success:1', 1, ['a']],
    ['the newest of two, both still called a success, as in production', 'a:success:1 b:success:2', 1, ['b']],
    ['a rollback, which is an older commit deployed later', 'a:success:1 b:inactive:2 a:success:3', 1, ['a']],
    ['the time of the status, not the order of the deployments', 'a:success:9 b:success:5', 1, ['a']],
    ['a failure, which changes nothing', 'a:success:1 b:failure:2', 1, ['a']],
    ['an error, which changes nothing', 'a:success:1 b:error:2', 1, ['a']],
    ['one that only waits', 'a:success:1 b:queued:2 c:pending:3 d:waiting:4 e:-:5', 1, ['a']],
    ['a rollout that began later, which serves too', 'a:success:1 b:in_progress:2', 1, ['a', 'b…']],
    ['a rollout that began before, and was overtaken', 'a:in_progress:1 b:success:2', 1, ['b']],
    ['the first rollout of all', 'a:in_progress:1', 1, ['a…']],
    ['a rollout of what is there already', 'a:success:1 a:in_progress:2', 1, ['a']],
    ['several versions at once', 'a:success:1 b:success:2 c:success:3', 2, ['c', 'b']],
    ['several versions, one of them deployed twice', 'a:success:1 b:success:2 b:success:3', 2, ['b', 'a']],
    ['more versions than there are', 'a:success:1', 3, ['a']],
    ['an environment that was taken down', 'a:inactive:1 b:inactive:2', 1, []],
    ['nothing but failures', 'a:failure:1', 1, []],
  ])('%s', (_, deployments, versions, live) => {
    const found = liveCommits(said(deployments), versions);
    expect(found.map(({ sha, rollout }) => (rollout === 'finished' ? sha : `${sha}…`))).toEqual(live);
  });
});
