import { describe, expect, test } from '@jest/globals';
import { splitCommand } from './words.ts';

describe('a command', () => {
  test.each([
    ['npm run test:unit', ['npm', 'run', 'test:unit']],
    ['  go   test ./... ', ['go', 'test', './...']],
    [`pytest -k "a and b" 'c d'`, ['pytest', '-k', 'a and b', 'c d']],
    [`run --name="x y"`, ['run', '--name=x y']],
    [`say "it \\"works\\""`, ['say', 'it "works"']],
    [`grep 'a|b'`, ['grep', 'a|b']],
  ])('%s is split', (text, words) => {
    expect(splitCommand(text)).toEqual(words);
  });

  test.each(['npm test | tee x', 'a && b', 'echo $HOME', 'ls *.ts', 'a > b', '`x`'])(
    '%s needs a shell and is refused',
    (text) => {
      expect(() => splitCommand(text)).toThrow('COMMAND_NEEDS_SHELL');
    },
  );

  test.each(['', '   ', 'say "open', "it's"])('%j is refused', (text) => {
    expect(() => splitCommand(text)).toThrow('COMMAND_MALFORMED');
  });
});
