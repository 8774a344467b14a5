import { describe, expect, test } from '@jest/globals';
import { demandsOf, expandWord, parseDockerfile, patternMatcher } from './index.ts';

/** Tests write `%{` for `${`, which would look like a mistake in a plain string. */
const dollars = (text: string): string => text.replaceAll('%{', '\x24{');

const demands = (text: string, values: { target?: string; args?: Record<string, string>; platform?: string } = {}) =>
  demandsOf(dollars(text), { target: values.target, buildArgs: values.args ?? {}, platform: values.platform });
const read = (text: string, values = {}) => demands(text, values).sources.map(({ pattern, line }) => `${line}:${pattern}`);
const images = (text: string, values = {}) => demands(text, values).bases.map(({ reference, role }) => `${role} ${reference}`);

describe('a Dockerfile', () => {
  test('is read by the rules of its own parser', () => {
    const text =
      '\uFEFF# syntax=docker/dockerfile:1\r\n# a remark\r\n\r\nfrom a \\\n  # inside\n\n  AS b\nRUN --mount=type=bind,source=x --network="none" <<EOF && cat <<-"END"\nFROM evil\nEOF\n\tCOPY evil /\n\tEND\nCMD ["<<EOF"]\n';
    expect(parseDockerfile(text)).toEqual({
      syntax: 'docker/dockerfile:1',
      doubts: [],
      instructions: [
        { keyword: 'FROM', flags: [], rest: 'a    AS b', line: 4, heredocs: [] },
        {
          keyword: 'RUN',
          flags: [
            { name: 'mount', value: 'type=bind,source=x' },
            { name: 'network', value: 'none' },
          ],
          rest: '<<EOF && cat <<-"END"',
          line: 8,
          heredocs: ['<<EOF', '<<-"END"'],
        },
        { keyword: 'CMD', flags: [], rest: '["<<EOF"]', line: 13, heredocs: [] },
      ],
    });
  });

  test.each([
    ['a here-document that nothing ends', 'FROM scratch\nCOPY <<E /x\ntext\n', 'nothing ends the here-document <<E'],
    [
      'a base that only the engine knows',
      'FROM base-$BUILDARCH\n',
      'what FROM base-$BUILDARCH stands for is known only to the engine',
    ],
    ['an address without a checksum', 'FROM scratch\nADD https://example.com/x /x\n', 'may bring other bytes each time'],
    ['a repository without a commit', 'FROM scratch\nADD https://example.com/x.git#main /x\n', 'may bring other bytes each time'],
    ['a stage that is a variable', 'FROM scratch\nCOPY --from=$X /a /b\n', 'what --from=$X stands for'],
  ])('%s is a doubt', (_, text, reason) => {
    expect(demands(text).doubts).toEqual([expect.objectContaining({ reason: expect.stringContaining(reason) })]);
  });

  test.each([
    ['an address with a checksum', `FROM scratch\nADD --checksum=sha256:%{'a'.repeat(64)} https://example.com/x /x\n`],
    ['a repository at a commit', `FROM scratch\nADD https://example.com/x.git#%{'a'.repeat(40)} /x\n`],
    ['<<EOF in quotes', "FROM scratch\nRUN echo '<<EOF'\nRUN echo <<<EOF\n"],
  ])('%s is none', (_, text) => {
    expect(demands(text).doubts).toEqual([]);
  });
});

describe('what a build reads', () => {
  test.each<[string, string, object, readonly string[]]>([
    ['COPY and ADD', 'FROM scratch\nCOPY a b/ /x/\nADD c /y\n', {}, ['2:a', '2:b/', '3:c']],
    ['names with blanks, in a list', 'FROM scratch\nCOPY ["a b", "/x"]\n', {}, ['2:a b']],
    ['no here-document', 'FROM scratch\nCOPY <<EOF a /x/\nCOPY b /y\nEOF\n', {}, ['2:a']],
    ['arguments with defaults', 'ARG D=src\nFROM scratch\nARG D\nARG E=%{D}/e\nCOPY $E ./\n', {}, ['5:src/e']],
    ['arguments that are given', 'FROM scratch\nARG D=src\nCOPY $D/x ./\n', { args: { D: 'lib' } }, ['3:lib/x']],
    [
      'ENV, old and new',
      'FROM scratch\nENV A=a B="b c"\nENV C d e\nCOPY ["$A", "$B", "$C", "/"]\n',
      {},
      ['4:a', '4:b c', '4:d e'],
    ],
    ['all, where the base image may set the variable', 'FROM x\nCOPY $SRC ./\n', {}, ['2:.']],
    ['all, where a pattern of a variable is cut', 'FROM x\nARG A=b\nCOPY %{A#x} ./\n', {}, ['3:.']],
    [
      'only the stages that the last one needs',
      'FROM a AS x\nCOPY 1 .\nFROM b AS y\nCOPY 2 .\nFROM x\nCOPY 3 .\n',
      {},
      ['2:1', '6:3'],
    ],
    ['the stages of the target', 'FROM a AS X\nCOPY 1 .\nFROM b AS y\nCOPY 2 .\n', { target: 'x' }, ['2:1']],
    ['stages by number', 'FROM a\nCOPY 1 .\nFROM b\nCOPY --from=0 2 .\n', {}, ['2:1']],
    [
      'bind mounts',
      'FROM a\nRUN --mount=source=s,target=/s --mount=type=bind,target=/t --mount=type=cache,target=/c x\n',
      {},
      ['2:s', '2:.'],
    ],
    ['stages that are mounted', 'FROM a AS x\nCOPY 1 .\nFROM b\nRUN --mount=from=x,target=/x y\n', {}, ['2:1']],
    ['all, where a stage left something ON BUILD', 'FROM a AS x\nONBUILD COPY 1 .\nFROM x\n', {}, ['3:.']],
    [
      'variables of the platform',
      'FROM a\nARG TARGETARCH\nCOPY bin/$TARGETARCH /\n',
      { platform: 'linux/arm64' },
      ['3:bin/arm64'],
    ],
    ['all, where the engine chooses the platform', 'FROM a\nARG TARGETARCH\nCOPY bin/$TARGETARCH /\n', {}, ['3:.']],
  ])('%s', (_, text, values, expected) => {
    expect(read(text, values)).toEqual(expected);
  });

  test.each<[string, string, object, readonly string[]]>([
    ['bases of stages that are built', 'FROM a\nFROM b AS c\nFROM c\n', {}, ['from b']],
    ['a base with an argument', 'ARG V=24\nFROM node:%{V}-slim\n', {}, ['from node:24-slim']],
    ['a base with a given argument', 'ARG V\nFROM node:%{V:-22}\n', { args: { V: '20' } }, ['from node:20']],
    ['a base with a default on the spot', 'ARG V\nFROM node:%{V:-22}\n', {}, ['from node:22']],
    [
      'images that files come from',
      'FROM scratch\nCOPY --from=tools:1 /a /b\nRUN --mount=from=more:2,target=/m x\n',
      {},
      ['copy tools:1', 'copy more:2'],
    ],
    ['the frontend', '# syntax=docker/dockerfile:1\nFROM scratch\n', {}, ['syntax docker/dockerfile:1']],
    ['a base of the platform', 'FROM base-$TARGETARCH\n', { platform: 'linux/arm64' }, ['from base-arm64']],
  ])('%s', (_, text, values, expected) => {
    expect(images(text, values)).toEqual(expected);
  });

  test('is unknown for a target that is not there', () => {
    expect(demands('FROM a AS x\nFROM b\n', { target: 'z' })).toMatchObject({ targetFound: false, stages: ['x', '1'] });
  });
});

describe('a word', () => {
  const known: Readonly<Record<string, string | null>> = { A: 'a', EMPTY: '', UNSET: null };
  test.each([
    ['$A-%{A}', 'a-a'],
    ["'$A'", '$A'],
    ['"$A b"', 'a b'],
    ['\\$A', '$A'],
    ['a$', 'a$'],
    ['%{UNSET:-x$A}', 'xa'],
    ['%{EMPTY:-x}', 'x'],
    ['%{EMPTY-x}', ''],
    ['%{A:+y}', 'y'],
    ['%{UNSET:+y}', ''],
    ['%{UNSET}', ''],
    ['%{A:-%{B}}', 'a'],
    ['%{UNKNOWN}', undefined],
    ['%{UNKNOWN:-x}', undefined],
    ['%{A/a/b}', undefined],
    ['%{A', undefined],
    ['"a', undefined],
  ])('%s is %s', (word, expected) => {
    expect(expandWord(dollars(word), (name) => known[name])).toBe(expected);
  });
});

describe('a source', () => {
  test.each([
    ['.', 'anything', true],
    ['./src/', 'src/a/b', true],
    ['/src', 'src', true],
    ['src', 'srcs', false],
    ['a/../b', 'b/x', true],
    ['../../b', 'b', true],
    ['*.go', 'main.go', true],
    ['*.go', 'a/main.go', false],
    ['*.go', 'x.go/inside', true],
    ['p?ck[a-c]ge*.json', 'package-lock.json', true],
    ['a/*/c', 'a/b/c/d', true],
    ['a/*/c', 'a/b/d', false],
    ['a/**/c', 'a/x/y', true],
    ['\\*', '*', true],
    ['\\*', 'x', false],
    ['a[', 'anything', false],
    ['a.b', 'axb', false],
  ])('%s reads %s: %s', (pattern, path, expected) => {
    expect(patternMatcher(pattern)(path)).toBe(expected);
  });
});
