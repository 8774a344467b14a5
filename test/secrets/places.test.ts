import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { nodeExec } from '@slipway/runner';
import { type SecretLayerFile, secretFinding, secretsInHistory, secretsInLayers, secretsInVariables } from '@slipway/secrets';
import { samplesOf } from './samples.ts';

const SAMPLES = samplesOf(19);
const KEY = 'org/repo';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  git('init', '-q', '-b', 'main');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...args: readonly string[]): string {
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@b.example', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...who, ...args], { cwd: folder, encoding: 'utf8' }).trim();
}

function commit(files: Readonly<Record<string, string | undefined>>): string {
  for (const [path, text] of Object.entries(files)) {
    if (text === undefined) rmSync(join(folder, path));
    else {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  }
  git('add', '-A');
  git('commit', '-qm', 'x');
  return git('rev-parse', 'HEAD');
}

const exec = () => nodeExec({ environment: process.env, workspace: folder });
const history = (base?: string) => secretsInHistory(exec(), folder, { head: 'HEAD', ...(base && { base }) }, KEY);

/** Everything a person could be shown of the secrets must hold none of them, not even a fifth character. */
function expectUntold(told: unknown): void {
  const text = JSON.stringify(told);
  for (const { secret } of SAMPLES) expect(text).not.toContain(secret.slice(4, 20));
}

describe('secrets in the history', () => {
  test('of every kind are found though they were deleted, each with its commit, file and line', async () => {
    const before = commit({ 'README.md': 'hello\n' });
    const files = Object.fromEntries(SAMPLES.map(({ rule, line }) => [`src/${rule}.txt`, `a\nb\n${line}\n`]));
    const added = commit(files);
    commit(Object.fromEntries(Object.keys(files).map((path) => [path, undefined])));
    const { secrets, commits, shallow } = await history();
    expect({ commits, shallow }).toEqual({ commits: 3, shallow: false });
    const shown = secrets.map(({ rule, file, line, commit: in_ }) => [rule, file, line, in_]);
    const expected = SAMPLES.map(({ rule }) => [rule, `src/${rule}.txt`, rule === 'private-key' ? 4 : 3, added]);
    expect(shown.sort()).toEqual(expected.sort());
    expectUntold([secrets, secrets.map(secretFinding)]);
    expect((await history(before)).secrets).toHaveLength(SAMPLES.length);
    expect((await history(added)).secrets).toEqual([]);
  });

  test('stand in files of any name, in lines that look like heads of a patch, and in merges', async () => {
    const [first, second, third] = SAMPLES;
    const name = 'a "b"\tümlaut.txt';
    commit({ [name]: `@@ -1 +1 @@\n++ b/other\n-- ${first?.line}\ndiff --git a/x b/x\n${second?.line}` });
    git('checkout', '-qb', 'side');
    commit({ 'side.txt': 'side\n' });
    git('checkout', '-q', 'main');
    commit({ 'main.txt': 'main\n' });
    git('merge', '-q', '--no-commit', '--no-ff', 'side');
    const merged = commit({ 'evil.txt': `${third?.line}\n` });
    const { secrets } = await history();
    expect(secrets.map(({ rule, file, line }) => [rule, file, line])).toEqual([
      [first?.rule, name, 3],
      [second?.rule, name, 5],
      [third?.rule, 'evil.txt', 1],
    ]);
    expect(secrets[2]?.commit).toBe(merged);
  });

  test('that ends early says so, and one that cannot be read is an error', async () => {
    commit({ a: '1' });
    commit({ a: '2' });
    const clone = mkdtempSync(join(tmpdir(), 'shallow-'));
    execFileSync('git', ['clone', '-q', '--depth=1', `file://${folder}`, clone]);
    expect((await secretsInHistory(exec(), clone, { head: 'HEAD' }, KEY)).shallow).toBe(true);
    rmSync(clone, { recursive: true });
    await expect(secretsInHistory(exec(), folder, { head: 'nowhere' }, KEY)).rejects.toThrow('HISTORY_UNREADABLE');
    await expect(secretsInHistory(exec(), folder, { head: '--output=x' }, KEY)).rejects.toThrow('REVISION_MALFORMED');
  });
});

async function* layer(files: Readonly<Record<string, string>>): AsyncGenerator<SecretLayerFile> {
  for (const [path, text] of Object.entries(files)) {
    const bytes = Buffer.from(text);
    const content = async function* () {
      yield bytes;
    };
    yield { path, kind: path.endsWith('/') ? 'folder' : 'file', size: bytes.length, content };
  }
}

describe('secrets in an image', () => {
  test('of every kind are found in a layer though a later one deletes the file, and in variables', async () => {
    const kept = SAMPLES.slice(0, 3);
    const files = Object.fromEntries(SAMPLES.map(({ rule, line }) => [`app/${rule}`, line]));
    const gone = Object.fromEntries(SAMPLES.slice(3, 5).map(({ rule }) => [`app/.wh.${rule}`, '']));
    const { secrets } = await secretsInLayers(
      [
        layer({ 'etc/os-release': 'ID=x' }),
        layer(files),
        layer(gone),
        layer({ 'other/.wh..wh..opq': '', [`app/${SAMPLES[5]?.rule}`]: 'now clean' }),
      ],
      'image',
      KEY,
    );
    expect(secrets.map(({ rule }) => rule)).toEqual(SAMPLES.map(({ rule }) => rule));
    expect(secrets.slice(0, 6).map(({ layer: of, deletedIn }) => [of, deletedIn])).toEqual([
      ...kept.map(() => [1, undefined]),
      [1, 2],
      [1, 2],
      [1, 3],
    ]);
    const variables = SAMPLES.filter(({ rule }) => rule !== 'private-key').map(({ line }, index) => `VALUE_${index}=${line}`);
    const inVariables = secretsInVariables(variables, 'image', KEY);
    expect(inVariables).toHaveLength(variables.length);
    expect(inVariables[0]?.file).toBe('image/config/env/VALUE_0');
    expectUntold([secrets, inVariables, [...secrets, ...inVariables].map(secretFinding)]);
  });

  test('are not looked for in what is no text, and files that are too large are counted', async () => {
    const [{ line = '' } = {}] = SAMPLES;
    const found = await secretsInLayers([layer({ program: `\x7fELF\0${line}`, large: 'x'.repeat(3_000_000) })], 'image', KEY);
    expect(found).toEqual({ secrets: [], tooLarge: 1 });
  });
});
