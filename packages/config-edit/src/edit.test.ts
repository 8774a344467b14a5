import { describe, expect, test } from '@jest/globals';
import { Failure } from '@slipway/failure';
import { parseAllDocuments } from 'yaml';
import { editImage } from './edit.ts';
import type { Image } from './image.ts';
import type { Target } from './target.ts';

const OLD = `sha256:${'0'.repeat(64)}`;
const NEW = `sha256:${'a1'.repeat(32)}`;
const IMAGE: Image = { repository: 'ghcr.io/org/orders', tag: 'a3f9c21', digest: NEW };
const KUSTOMIZE: Target = { kind: 'kustomize', name: 'ghcr.io/org/orders' };
const HELM: Target = { kind: 'helm', path: 'image' };
const MANIFEST: Target = { kind: 'manifest', name: 'orders' };
const at = (...paths: (readonly [string, 'image' | 'tag' | 'digest' | 'repository' | 'tag@digest'])[]): Target => ({
  kind: 'paths',
  paths: paths.map(([path, part]) => ({ path, part })),
});

const write = (text: string, target: Target, image = IMAGE) => editImage('f.yaml', text, target, image);

function problemsOf(text: string, target: Target, image = IMAGE) {
  try {
    write(text, target, image);
  } catch (error) {
    if (error instanceof Failure) return error.problems;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** Writes, and holds that writing again changes nothing. */
function twice(text: string, target: Target, image = IMAGE): string {
  const once = write(text, target, image).text;
  expect(write(once, target, image)).toEqual({ text: once, changes: [] });
  return once;
}

describe('a kustomization', () => {
  const text = `# images of the service
images:
  - name: ghcr.io/org/pay   # neighbour
    digest: ${OLD}
  - name: ghcr.io/org/orders # ours
    newTag: "1.0" # tag
    digest: '${OLD}'
`;
  test('gets tag and digest in the quotes that are there', () => {
    expect(twice(text, KUSTOMIZE)).toBe(text.replace('"1.0"', '"a3f9c21"').replace(`'${OLD}'`, `'${NEW}'`));
    expect(write(text, KUSTOMIZE).changes).toEqual([
      { what: 'newTag', from: '1.0', to: 'a3f9c21', line: 6 },
      { what: 'digest', from: OLD, to: NEW, line: 7 },
    ]);
  });

  test('is addressed by newName, too, which is written where the image moved', () => {
    const moved = `images:\n- name: orders\n  newName: old.io/org/orders\n  digest: ${OLD}\n`;
    expect(twice(moved, { kind: 'kustomize', name: 'orders' })).toBe(
      `images:\n- name: orders\n  newName: ghcr.io/org/orders\n  digest: ${NEW}\n`,
    );
    expect(write(moved, { kind: 'kustomize', name: 'old.io/org/orders' }).changes).toHaveLength(2);
  });

  test.each<[string, string, string, number]>([
    ['no images', 'resources: [a.yaml]\n', 'ADDRESS_NOT_FOUND', 1],
    ['no such entry', `images:\n- name: pay\n  digest: ${OLD}\n`, 'ADDRESS_NOT_FOUND', 2],
    ['two entries', `images:\n${`- name: ghcr.io/org/orders\n  digest: ${OLD}\n`.repeat(2)}`, 'ADDRESS_AMBIGUOUS', 4],
    ['no digest', 'images:\n- name: ghcr.io/org/orders\n  newTag: a\n', 'DIGEST_MISSING', 2],
    ['an empty digest', 'images:\n- name: ghcr.io/org/orders\n  digest:\n', 'VALUE_UNFIT', 3],
    ['a block as digest', 'images:\n- name: ghcr.io/org/orders\n  digest: |\n    x\n', 'VALUE_BLOCK', 3],
    ['nothing', '', 'ADDRESS_NOT_FOUND', 0],
    ['a key twice', 'images: []\nimages: []\n', 'YAML_SYNTAX', 2],
  ])('with %s is refused', (_, given, code, line) => {
    const [problem] = problemsOf(given, KUSTOMIZE);
    expect(problem).toMatchObject({ code, location: { file: 'f.yaml', ...(line > 0 && { line }) } });
    expect(problem?.remedy).toBeTruthy();
  });

  test('tells what is there instead', () => {
    expect(problemsOf(`images:\n- name: pay\n`, KUSTOMIZE)[0]?.message).toContain('a list of 1 (pay)');
    expect(problemsOf('resources: []\n', KUSTOMIZE)[0]?.message).toContain('the keys resources');
  });

  test('is never left with an old tag beside a new digest, nor an image in the wrong repository', () => {
    const { tag: _, ...untagged } = IMAGE;
    expect(problemsOf(text, KUSTOMIZE, untagged)[0]?.code).toBe('TAG_MISSING');
    const short = `images:\n- name: orders\n  digest: ${OLD}\n`;
    expect(problemsOf(short, { kind: 'kustomize', name: 'orders' })[0]?.code).toBe('REPOSITORY_FIXED');
  });
});

describe('the values of a chart', () => {
  test('in three fields, in four, and with the digest behind the tag', () => {
    const three = `image: {repository: r.io/a, tag: x, digest: "${OLD}"} # flow\n`;
    expect(twice(three, HELM)).toBe(`image: {repository: ghcr.io/org/orders, tag: a3f9c21, digest: "${NEW}"} # flow\n`);
    const four = `image:\n  registry: r.io\n  repository: a\n  tag: x\n  digest: ${OLD}\n`;
    expect(twice(four, HELM)).toBe(`image:\n  registry: ghcr.io\n  repository: org/orders\n  tag: a3f9c21\n  digest: ${NEW}\n`);
    const joined = `app:\n  image:\n    tag: 'x@${OLD}'\n`;
    expect(twice(joined, { kind: 'helm', path: 'app.image' })).toBe(`app:\n  image:\n    tag: 'a3f9c21@${NEW}'\n`);
  });

  test('with a tag alone are refused', () => {
    expect(problemsOf('image:\n  tag: x\n', HELM)[0]).toMatchObject({ code: 'DIGEST_MISSING', location: { line: 2 } });
  });
});

describe('manifests', () => {
  const pod = (image: string) =>
    `kind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - image: ${image}\n          name: app\n`;

  test('in any document of a file, with a port in the name', () => {
    const text = `kind: Service\n---\n${pod(`localhost:5000/org/orders:1@${OLD}`)}---\n${pod('localhost:5000/org/pay:1')}`;
    const image = { ...IMAGE, repository: 'localhost:5000/org/orders' };
    expect(twice(text, MANIFEST, image)).toBe(text.replace(`orders:1@${OLD}`, `orders:a3f9c21@${NEW}`));
  });

  test('that hold the image twice, or not at all, are refused', () => {
    expect(problemsOf(`${pod('r.io/orders')}---\n${pod('r.io/orders:2')}`, MANIFEST)[0]).toMatchObject({
      code: 'ADDRESS_AMBIGUOUS',
      location: { line: 14 },
    });
    const [absent] = problemsOf(pod('r.io/reorders:1'), MANIFEST);
    expect(absent).toMatchObject({ code: 'ADDRESS_NOT_FOUND', location: { line: 6 } });
    expect(absent?.message).toContain('r.io/reorders:1');
  });

  test('are told apart by a path', () => {
    const text = `${pod('a')}---\n${pod('a').replace('Deployment', 'Job')}`;
    const path = '[kind=Job].spec.template.spec.containers[name=app].image';
    expect(twice(text, at([path, 'image'])).split('---')[0]).toBe(pod('a'));
  });
});

describe('paths', () => {
  const text = `list: [a, b]\n"a.b": {c: d}\nmap: {k: v}\nanchored: &x v\nuser: *x\nbase: &base {tag: t}\nother: {<<: *base}\n`;

  test('lead over keys, positions, entries and quoted keys', () => {
    expect(twice(text, at(['list[1]', 'tag'], ['["a.b"].c', 'digest']))).toBe(
      text.replace('b]', 'a3f9c21]').replace('c: d', `c: ${NEW}`),
    );
  });

  test.each([
    ['list[2]', 'ADDRESS_NOT_FOUND', 1],
    ['map', 'VALUE_UNFIT', 3],
    ['anchored', 'VALUE_SHARED', 4],
    ['user', 'VALUE_UNFIT', 5],
    ['base.tag', 'VALUE_SHARED', 6],
    ['other.tag', 'ADDRESS_NOT_FOUND', 7],
  ])('%s is refused: %s on line %i', (path, code, line) => {
    expect(problemsOf(text, at([path, 'tag']))).toMatchObject([{ code, location: { line } }]);
  });

  test('that are wrong are all told at once', () => {
    expect(problemsOf(text, at(['a..b', 'tag'], ['nothing', 'tag'], ['.x', 'tag'])).map(({ code }) => code)).toEqual([
      'PATH_MALFORMED',
      'ADDRESS_NOT_FOUND',
      'PATH_MALFORMED',
    ]);
  });

  test.each(['123', '1.0', '12345e7', '1_000', '0x1f', 'null', 'yes', '12:30', '2026-01-01', '.5', '0123', '-'])(
    'hold the tag %s as text for every reader',
    (tag) => {
      const out = twice('v: old # c\n', at(['v', 'tag']), { ...IMAGE, tag });
      for (const version of ['1.1', '1.2'] as const)
        expect(parseAllDocuments(out, { version }).map((document) => document.toJS() as unknown)).toEqual([{ v: tag }]);
      expect(out.endsWith(' # c\n')).toBe(true);
    },
  );
});
