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
