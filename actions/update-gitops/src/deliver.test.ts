import { expect, test } from '@jest/globals';
import { detour, firstRoute, type Route, type Ways } from './deliver.ts';

type Said = readonly [deliver: Ways['deliver'], commitVia: Ways['commitVia']];

const ways = ([deliver, commitVia]: Said): Ways => ({ token: undefined, deliver, commitVia });
const GIT: Route = { via: 'git', byPull: false };
const API: Route = { via: 'api', byPull: false };

test.each<[Said, Route]>([
  [['commit', 'auto'], GIT],
  [['auto', 'git'], GIT],
  [['auto', 'api'], API],
  [['pull-request', 'auto'], { via: 'git', byPull: true }],
  [['pull-request', 'api'], { via: 'api', byPull: true }],
])('of the ways %j the first is %j', (said, route) => {
  expect(firstRoute(ways(said))).toEqual(route);
});

test.each<[Said, Route, string, Route | undefined]>([
  [['commit', 'auto'], GIT, 'SIGNATURE_REQUIRED', API],
  [['commit', 'auto'], GIT, 'BRANCH_RULED_OUT', undefined],
  [['commit', 'git'], GIT, 'SIGNATURE_REQUIRED', undefined],
  [['auto', 'git'], GIT, 'SIGNATURE_REQUIRED', { via: 'git', byPull: true }],
  [['auto', 'auto'], GIT, 'BRANCH_RULED_OUT', { via: 'git', byPull: true }],
  [['auto', 'auto'], API, 'BRANCH_RULED_OUT', { via: 'api', byPull: true }],
  [['auto', 'auto'], { via: 'git', byPull: true }, 'SIGNATURE_REQUIRED', { via: 'api', byPull: true }],
  [['auto', 'auto'], { via: 'api', byPull: true }, 'SIGNATURE_REQUIRED', undefined],
  [['auto', 'auto'], { via: 'api', byPull: true }, 'BRANCH_RULED_OUT', undefined],
  [['auto', 'auto'], API, 'COMMIT_UNSIGNED', undefined],
  [['auto', 'auto'], GIT, 'HEAD_MOVED', undefined],
])('of the ways %j, after %j came to %s there is %j', (said, route, code, next) => {
  expect(detour(route, code, ways(said))).toEqual(next);
});
