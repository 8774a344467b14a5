import { describe, expect, test } from '@jest/globals';
import { defineAction, flag, list, secret, text } from '@slipway/metadata';
import { parseCommandLine } from './command-line.ts';

const action = defineAction({
  name: 'example',
  title: 'Example',
  description: 'An example',
  branding: { icon: 'box', color: 'blue' },
  inputs: { service: text(''), files: list(''), dryRun: flag(''), password: secret('') },
  outputs: {},
  permissions: {},
});

const parse = (...args: string[]) => parseCommandLine(action, args, { TOKEN: 'hunter2' });

const moded = defineAction({
  name: 'moded',
  title: 'Moded',
  description: 'Does one of two things',
  branding: { icon: 'box', color: 'blue' },
  inputs: { service: text(''), base: text(''), head: text('') },
  outputs: {},
  permissions: {},
  modes: {
    verify: { description: '', inputs: ['service'] },
    diff: { description: '', inputs: ['base', 'head'], arguments: ['base', 'head'] },
  },
});

describe('a command line of an action with modes', () => {
  test.each<[string, string[], Record<string, string>, readonly string[]]>([
    ['no mode', ['--service', 'x'], { service: 'x' }, []],
    ['a mode', ['verify', '--service', 'x'], { mode: 'verify', service: 'x' }, []],
    ['a mode by its name', ['--mode', 'verify'], { mode: 'verify' }, []],
    ['arguments by their place', ['--json', 'diff', 'a', 'b'], { mode: 'diff', base: 'a', head: 'b' }, []],
    ['one by place and one by name', ['diff', 'a', '--head', 'b'], { mode: 'diff', base: 'a', head: 'b' }, []],
    ['one word too many', ['diff', 'a', 'b', 'c'], { mode: 'diff', base: 'a', head: 'b' }, ['INPUT_UNKNOWN']],
    ['one twice', ['diff', 'a', '--base', 'b'], { mode: 'diff', base: 'a' }, ['INPUT_TWICE']],
    ['an unknown mode', ['dif', 'a'], { mode: 'dif' }, ['INPUT_UNKNOWN']],
  ])('with %s', (_, args, values, codes) => {
    const line = parseCommandLine(moded, args, {});
    expect([line.values, line.problems.map(({ code }) => code)]).toEqual([values, codes]);
  });
});

describe('a command line', () => {
  test('gives inputs by their names, with or without "=", lists from several, and a flag by its name alone', () => {
    const line = parse('--service', 'order', '--files=a', '--files', 'b', '--dry-run', '--json');
    expect(line).toEqual({ values: { service: 'order', files: 'a\nb', 'dry-run': 'true' }, json: true, problems: [] });
  });

  test('takes a value that starts with dashes after "="', () => {
    expect(parse('--service=--x').values).toEqual({ service: '--x' });
  });

  test('reads a secret from a variable', () => {
    expect(parse('--password', 'env:TOKEN').values).toEqual({ password: 'hunter2' });
  });

  test.each<[string, string[], string]>([
    ['an unknown input', ['--srevice', 'x'], 'INPUT_UNKNOWN'],
    ['a word that is no input', ['order'], 'INPUT_UNKNOWN'],
    ['an input without a value', ['--service'], 'INPUT_MISSING'],
    ['an input twice', ['--service', 'a', '--service', 'b'], 'INPUT_TWICE'],
    ['a secret in argv', ['--password', 'hunter2'], 'SECRET_IN_ARGV'],
    ['a variable that is not set', ['--password', 'env:NONE'], 'SECRET_NOT_FOUND'],
    ['a file that is not there', ['--password', 'file:/nowhere'], 'SECRET_NOT_FOUND'],
  ])('with %s is refused', (_, args, code) => {
    const { problems } = parse(...args);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  });
});
