import { expect, test } from '@jest/globals';
import { renderJUnit } from './render.ts';
import { parseJUnit } from './report.ts';

test('what is written is read again, whatever characters it has', () => {
  const detail = 'expected "<a>" & more\n]]> \u0000 \ud800 ✓';
  const text = renderJUnit('smoke <1>', [
    { name: 'a & "b"', kind: 'passed', seconds: 0.25, detail: '' },
    { name: 'c', kind: 'failed', seconds: 1, detail, file: 'x/<y>.yml', line: 7 },
    { name: 'd', kind: 'skipped', seconds: 0, detail: '' },
  ]);
  const { cases } = parseJUnit('out.xml', text);
  expect(cases[0]).toMatchObject({ name: 'smoke <1> › a & "b"', result: 'passed', seconds: 0.25 });
  expect(cases[1]).toMatchObject({ result: 'failed', file: 'x/<y>.yml', line: 7 });
  expect(cases[1]?.detail).toContain('expected "<a>" & more\n]]> \ufffd \ufffd ✓');
  expect(text).toContain('tests="3" failures="1" errors="0" skipped="1"');
  expect(cases[2]).toMatchObject({ name: 'smoke <1> › d', result: 'skipped' });
});
