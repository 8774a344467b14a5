import { describe, expect, test } from '@jest/globals';
import { digestOf, type ImageLayer } from '@slipway/oci';
import { type CacheFacts, decideCache, defaultBranchOf } from './cache.ts';
import { checkAnnotations, parseChecks, worstFirst } from './checks.ts';
import { ProgressReader } from './progress.ts';
import { compareLayers, judgeBudget, renderChange, renderSize } from './size.ts';

const FACTS: CacheFacts = {
  cache: 'registry',
  cacheWrite: 'auto',
  image: 'registry.test/shop/orders',
  insecure: false,
  engine: 'buildkit',
  eventName: 'push',
  ref: 'refs/heads/main',
  refProtected: false,
  defaultBranch: 'main',
};

describe('the cache', () => {
  test.each<[string, Partial<CacheFacts>, boolean]>([
    ['a push to the default branch', {}, true],
    ['a push to a protected branch', { ref: 'refs/heads/release', refProtected: true }, true],
    ['a push to another branch', { ref: 'refs/heads/topic' }, false],
    ['a push when nobody knows the default branch', { defaultBranch: undefined }, false],
    ['a tag', { ref: 'refs/tags/main' }, false],
    ['a pull request', { eventName: 'pull_request', ref: 'refs/pull/1/merge', refProtected: true }, false],
    ['a pull request with the rights of its target', { eventName: 'pull_request_target', refProtected: true }, false],
    ['a comment', { eventName: 'issue_comment' }, false],
    ['another workflow', { eventName: 'workflow_run' }, false],
    ['a laptop', { eventName: undefined, ref: undefined }, false],
    ['a push that must not', { cacheWrite: 'never' }, false],
  ])('of %s: written %j', (_, facts, write) => {
    expect(decideCache({ ...FACTS, ...facts })).toMatchObject({
      kind: 'use',
      reference: 'registry.test/shop/orders:build-cache',
      write,
    });
  });

  test.each<[string, Partial<CacheFacts>]>([
    ['nobody asks for one', { cache: 'none' }],
    ['there is no repository', { image: undefined }],
    ['buildah builds', { engine: 'buildah' }],
  ])('is off when %s', (_, facts) => {
    expect(decideCache({ ...FACTS, ...facts })).toMatchObject({ kind: 'none' });
  });

  test.each([
    ['{"repository":{"default_branch":"trunk"}}', 'trunk'],
    ['{}', undefined],
    ['not JSON', undefined],
    [undefined, undefined],
  ])('the event %s names the default branch %s', (event, branch) => {
    expect(defaultBranchOf(event)).toBe(branch);
  });
});

test('the progress of a build counts steps, those from the cache, and what went wrong with the cache', () => {
  const reader = new ProgressReader();
  const lines = [
    '#1 [internal] load build definition from Dockerfile',
    '#2 importing cache manifest from registry.test/x',
    '#2 ERROR: failed to do request',
    '#3 [1/3] FROM docker.io/library/node:24',
    '#3 CACHED',
    '#4 [build 2/3] RUN echo CACHED',
    '#4 0.1 #5 [3/3] CACHED',
    '#4 DONE 0.1s',
    '#5 [linux/amd64 3/3] COPY x /',
    '#5 CACHED',
    '#6 exporting cache to registry',
    '#6 ERROR: error writing layer blob',
  ];
  for (const line of lines) reader.read(line);
  expect(reader.progress).toEqual({
    steps: 3,
    cached: 2,
    cacheTroubles: [
      'importing cache manifest from registry.test/x: failed to do request',
      'exporting cache to registry: error writing layer blob',
    ],
  });
});

describe('the checks of a Dockerfile', () => {
  const block = (rule: string, line: number, message = 'text', url = ' - https://docs.docker.com/go/x/') =>
    `\nWARNING: ${rule}${url}\n${message}\nDockerfile:${line}\n--------------------\n   1 | >>> FROM x\n--------------------\n`;

  test('are read from what the engine prints, each once, gravest first', () => {
    const text = `${block('FromAsCasing', 1)}${block('SecretsUsedInArgOrEnv', 9, 'Do not use ARG', '')}${block('FromAsCasing', 1)}${block('JSONArgsRecommended', 3)}`;
    expect(worstFirst(parseChecks(text))).toEqual([
      { rule: 'SecretsUsedInArgOrEnv', message: 'Do not use ARG', line: 9 },
      { rule: 'FromAsCasing', message: 'text', line: 1, url: 'https://docs.docker.com/go/x/' },
      { rule: 'JSONArgsRecommended', message: 'text', line: 3, url: 'https://docs.docker.com/go/x/' },
    ]);
  });

  test('are none in other text', () => {
    expect(parseChecks('WARNING: x\nsomething else\n')).toEqual([]);
  });

  test('stand on the file that was built, whatever name the engine has for it', () => {
    expect(checkAnnotations(parseChecks(block('A', 4)), 'services/a/Dockerfile', 'warning')).toMatchObject([
      { level: 'warning', title: 'A', file: 'services/a/Dockerfile', line: 4 },
    ]);
  });
});

const layer = (name: string, size: number): ImageLayer => ({
  descriptor: { mediaType: 'x', digest: digestOf(name), size },
  instruction: name,
});

describe('the size of an image', () => {
  const images = [
    { platform: 'linux/amd64', layers: [layer('a', 100), layer('b', 50)] },
    { platform: 'linux/arm64', layers: [layer('c', 10), layer('d', 90), layer('e', 80), layer('f', 20)] },
  ];

  test('is judged by the largest platform, and names the layers that weigh most', () => {
    expect(judgeBudget(images, 199)).toMatchObject({ kind: 'over', platform: 'linux/arm64', size: 200, limit: 199 });
    const verdict = judgeBudget(images, 199);
    expect(verdict.kind === 'over' && verdict.heaviest.map(({ instruction }) => instruction)).toEqual(['d', 'e', 'f']);
    expect(judgeBudget(images, 200)).toEqual({ kind: 'within' });
    expect(judgeBudget(images, undefined)).toEqual({ kind: 'within' });
  });

  test('is compared layer by layer', () => {
    const changes = compareLayers([layer('a', 1), layer('b', 2)], [layer('a', 1), layer('c', 3)]);
    expect(changes.map(({ change, layer: { instruction } }) => `${change} ${instruction}`)).toEqual([
      'same a',
      'new c',
      'gone b',
    ]);
  });

  test.each([
    [999, '999 B'],
    [1500, '1.5 kB'],
    [2_340_000, '2.3 MB'],
  ])('%d bytes read %s', (bytes, text) => {
    expect(renderChange(0)).toBe('as large');
    expect(renderSize(bytes)).toBe(text);
    expect([renderChange(bytes), renderChange(-bytes)]).toEqual([`+${text}`, `−${text}`]);
  });
});
