import { expect, test } from '@jest/globals';
import { disarm } from './disarm.ts';

test.each([
  ['::add-mask::x', ': :add-mask::x'],
  ['fine\n  ::error::x', 'fine\n  : :error::x'],
  ['a\r\n::stop-commands::t', 'a\r\n: :stop-commands::t'],
  ['x ##[error]y', 'x ## [error]y'],
  ['std::vector and a::b', 'std::vector and a::b'],
])('%j becomes %j', (text, harmless) => {
  expect(disarm(text)).toBe(harmless);
});
