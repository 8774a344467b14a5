import { describe, expect, test } from '@jest/globals';
import { type BuildRequest, inputsOf, parseIgnore, parseIndex, parseStatus, type World } from './index.ts';

const REQUEST: BuildRequest = {
  context: '.',
  dockerfile: 'svc/Dockerfile',
  platforms: [],
  buildArgs: {},
  secretIds: [],
  engine: 'buildkit',
  machine: 'X64',
};
const FILES: Readonly<Record<string, string>> = {
  'svc/Dockerfile': 'FROM base:1\nCOPY svc/src lib ./\n',
  '.dockerignore': '**/*.md\n!lib/kept.md\n',
  'svc/src/main.ts': 'main',
  'svc/README.md': 'read me',
  'lib/lib.ts': 'lib',
  'lib/notes.md': 'notes',
  'lib/kept.md': 'kept',
  'other/main.ts': 'other',
};

/** A repository in which every file's id is its content. */
function worldOf(
  files: Record<string, string | undefined> = {},
  world: Partial<World> = {},
  changed: readonly string[] = [],
): World {
  const all = Object.entries({ ...FILES, ...files }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const entries = all.map(([path, content]) => {
    const [, mode = '100644', id = content] = /^(\d{6}) (.*)$/s.exec(content) ?? [];
    return [path, { mode, id }] as const;
  });
  const texts = new Map(all);
  return {
    tree: { prefix: '', entries: new Map(entries), changed },
    readText: async (path) => texts.get(path) ?? '',
    exists: async () => true,
    resolveBase: async (reference) => ({ identity: `digest of ${reference}` }),
    ...world,
  };
}

const digest = async (world: World, request: Partial<BuildRequest> = {}) =>
  (await inputsOf({ ...REQUEST, ...request }, world)).digest;
const doubts = async (world: World, request: Partial<BuildRequest> = {}) =>
  (await inputsOf({ ...REQUEST, ...request }, world)).doubts.map(({ reason }) => reason);

describe('the inputs digest', () => {
  test.each<[string, Record<string, string | undefined>]>([
    ['a file of another service', { 'other/main.ts': 'changed' }],
    ['a new file elsewhere', { 'other/new': 'x' }],
    ['a read-me that is not read', { 'svc/README.md': 'changed' }],
    ['a file that the ignore file leaves out', { 'lib/notes.md': 'changed', 'lib/more.md': 'x' }],
  ])('stays the same when %s changes', async (_, change) => {
    const before = await digest(worldOf());
    expect(before).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(await digest(worldOf(change))).toBe(before);
  });

  test.each<[string, Record<string, string | undefined>]>([
    ['a source', { 'svc/src/main.ts': 'changed' }],
    ['a shared library', { 'lib/lib.ts': 'changed' }],
    ['a file that the ignore file takes back', { 'lib/kept.md': 'changed' }],
    ['a new file', { 'lib/new.ts': 'x' }],
    ['a file that is gone', { 'lib/lib.ts': undefined }],
    ['a name', { 'lib/lib.ts': undefined, 'lib/moved.ts': 'lib' }],
    ['a mode', { 'lib/lib.ts': '100755 lib' }],
    ['a file that becomes a link', { 'lib/lib.ts': '120000 lib' }],
    ['a submodule', { 'lib/sub': '160000 one' }],
    ['a path with blank, line, quote and accent', { 'lib/a b\n"é': 'x' }],
    ['the Dockerfile', { 'svc/Dockerfile': 'FROM base:1\nCOPY svc/src lib ./\nUSER 1\n' }],
    ['the ignore file', { '.dockerignore': '**/*.md\n' }],
    ['an ignore file of its own', { 'svc/Dockerfile.dockerignore': '**/*.md\n' }],
  ])('changes with %s', async (_, change) => {
    const [before, after] = [await digest(worldOf()), await digest(worldOf(change))];
    expect(after).toMatch(/^sha256:/);
    expect(after).not.toBe(before);
  });

  test.each<[string, Partial<BuildRequest>]>([
    ['a build argument', { buildArgs: { A: '1' } }],
    ['the target', { target: '0' }],
    ['the platforms', { platforms: ['linux/arm64'] }],
    ['the machine, when it decides the platform', { machine: 'ARM64' }],
    ['the version', { version: '1.2.3' }],
    ['the kind of engine', { engine: 'buildah' }],
    ['the name of a secret', { secretIds: ['npm'] }],
  ])('changes with %s', async (_, request) => {
    expect(await digest(worldOf(), request)).not.toBe(await digest(worldOf()));
  });

  test('changes with the bytes behind the name of a base', async () => {
    const moved = worldOf({}, { resolveBase: async () => ({ identity: 'other' }) });
    expect(await digest(moved)).not.toBe(await digest(worldOf()));
  });

  test('does not depend on the order in which things are found', async () => {
    const world = worldOf();
    const turned = { ...world, tree: { ...world.tree, entries: new Map([...world.tree.entries].reverse()) } };
    expect(await digest(turned, { platforms: ['linux/arm64', 'linux/amd64'] })).toBe(
      await digest(world, { platforms: ['linux/amd64', 'linux/arm64'] }),
    );
  });

  test('of a link that is copied holds all the link may lead to', async () => {
    const link = { 'svc/Dockerfile': 'FROM base:1\nCOPY svc/link ./\n', 'svc/link': '120000 ../other' };
    expect(await digest(worldOf(link))).not.toBe(await digest(worldOf({ ...link, 'other/main.ts': 'changed' })));
  });
});

describe('a doubt', () => {
  test.each<[string, World, Partial<BuildRequest>, string]>([
    [
      'a change that is not committed',
      worldOf({}, {}, ['lib/lib.ts']),
      {},
      'a file that the build reads is not as the commit has it: lib/lib.ts',
    ],
    [
      'a file that is not committed',
      worldOf({}, {}, ['lib/new', 'other/new', 'lib/x.md']),
      {},
      'a file that the build reads is not as the commit has it: lib/new',
    ],
    [
      'a Dockerfile that is not committed',
      worldOf({}, {}, ['svc/Dockerfile']),
      {},
      'a file that the build reads is not as the commit has it: svc/Dockerfile',
    ],
    [
      'an ignore file that is not committed',
      worldOf({ 'svc/Dockerfile.dockerignore': '' }, {}, ['svc/Dockerfile.dockerignore']),
      {},
      'a file that the build reads is not as the commit has it: svc/Dockerfile.dockerignore',
    ],
    ['a base that cannot be found', worldOf({}, { resolveBase: async () => ({ doubt: 'no answer' }) }), {}, 'no answer'],
    [
      'an argument for the commit',
      worldOf({ 'svc/Dockerfile': 'FROM base:1\nARG COMMIT\n' }),
      {},
      'it declares ARG COMMIT, so each commit gives another image; the label org.opencontainers.image.revision names the commit without that',
    ],
    [
      'the history that is copied along',
      worldOf({ 'svc/Dockerfile': 'FROM base:1\nCOPY . .\n' }),
      {},
      'it copies the folder .git, which every commit changes; name .git in the ignore file',
    ],
    [
      'a submodule that is not there',
      worldOf({ 'lib/sub': '160000 one' }, { exists: async () => false }),
      {},
      'the submodule lib/sub is not checked out',
    ],
    ['a target that is not there', worldOf(), { target: 'z' }, 'it has no stage z'],
  ])('comes from %s', async (_, world, request, reason) => {
    expect(await doubts(world, request)).toEqual([reason]);
    expect(await digest(world, request)).toBeUndefined();
  });

  test.each<[string, World, Partial<BuildRequest>]>([
    ['what is not read', worldOf({}, {}, ['other/new', 'lib/x.md']), {}],
    [
      'the folder that the build deletes',
      worldOf({ 'svc/Dockerfile': 'FROM base:1\nCOPY . .\n', '.dockerignore': '.git\n' }, {}, ['.slipway/image/x']),
      { scratch: '.slipway/image' },
    ],
    [
      'a commit that is given as an argument',
      worldOf({ 'svc/Dockerfile': 'FROM base:1\nARG COMMIT\n' }),
      { buildArgs: { COMMIT: 'x' } },
    ],
    [
      'a context below the history',
      worldOf({ 'svc/Dockerfile': 'FROM base:1\nCOPY . .\n' }),
      { context: 'svc', dockerfile: 'Dockerfile' },
    ],
    [
      'a context below the history',
      worldOf({ 'svc/Dockerfile': 'FROM base:1\nCOPY . .\n' }),
      { context: 'svc', dockerfile: 'Dockerfile' },
    ],
    ['a submodule that is not read', worldOf({ 'other/sub': '160000 one' }, { exists: async () => false }), {}],
  ])('does not come from %s', async (_, world, request) => {
    expect(await doubts(world, request)).toEqual([]);
  });
});

test('the machine is no input where platforms are named', async () => {
  const named = { platforms: ['linux/amd64'] };
  expect(await digest(worldOf(), { ...named, machine: 'ARM64' })).toBe(await digest(worldOf(), named));
});

test('tells why a file counts, also one that is gone', async () => {
  const { ruleOf, files } = await inputsOf(REQUEST, worldOf());
  expect(['svc/Dockerfile', '.dockerignore', 'lib/gone.ts', 'lib/x.md', 'other/main.ts'].map(ruleOf)).toEqual([
    'it is the Dockerfile',
    'it says what the build leaves out',
    'line 2 of svc/Dockerfile reads lib',
    undefined,
    undefined,
  ]);
  expect(files).toBe(3);
});

describe('ignore rules', () => {
  test.each<[string, string, boolean]>([
    ['node_modules', 'node_modules/a/b', true],
    ['node_modules', 'a/node_modules/b', false],
    ['**/node_modules', 'a/node_modules/b', true],
    ['*\n!src', 'src/a/b', false],
    ['*\n!src', 'package.json', true],
    ['!a\n*', 'a', true],
    ['a/*\n!a/b\na/b/c', 'a/b/c', true],
    ['# a\n\n  b  ', 'b', true],
    ['/a/', 'a/x', true],
    ['README.md', 'readme.md', false],
    ['*.md', 'a/b.md', false],
    ['**/*.md', 'a/b.md', true],
    ['a?', 'ab', true],
    ['[a-b]', 'c', false],
    ['\uFEFFa', 'a', true],
  ])('%j and %s: %s', (text, path, expected) => {
    expect(parseIgnore(text)(path)).toBe(expected);
  });
});

describe("git's words", () => {
  test('name every file with its mode, and those that are not there', () => {
    const text = [
      'H 100644 aa 0\ta b\n"é',
      'H 160000 bb 0\tsub',
      'S 100644 cc 0\tsparse',
      'h 100644 dd 0\ttrusted',
      'M 100644 ee 2\tmerged',
      '',
    ];
    const { entries, absent } = parseIndex(text.join('\0'));
    expect(entries.get('a b\n"é')).toEqual({ mode: '100644', id: 'aa' });
    expect([...entries.keys()]).toHaveLength(5);
    expect(absent).toEqual(['sparse', 'trusted', 'merged']);
    expect(parseStatus(' M a\0?? b c\n\0!! d\0')).toEqual(['a', 'b c\n', 'd']);
  });
});
