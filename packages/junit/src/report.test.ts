import { describe, expect, test } from '@jest/globals';
import { Failure } from '@slipway/failure';
import { parseJUnit } from './report.ts';

describe('a JUnit report', () => {
  test('is read through nested suites, with failures, errors and skips', () => {
    const report = parseJUnit(
      'unit.xml',
      `<?xml version="1.0"?><testsuites><testsuite name="orders" file="orders.test.ts">
        <testcase name="adds" time="0.012"/>
        <testsuite name="totals">
          <testcase name="rounds" time="0.5" file="src/total.test.ts" line="12"><failure message="expected 3 &lt; 4">at src/total.test.ts:12:5</failure></testcase>
          <testcase name="later"><skipped/></testcase>
          <testcase name="breaks"><error><![CDATA[TypeError: x <y>]]></error></testcase>
        </testsuite></testsuite></testsuites>`,
    );
    expect(report.cases.map(({ name, result }) => [name, result])).toEqual([
      ['orders › adds', 'passed'],
      ['orders › totals › rounds', 'failed'],
      ['orders › totals › later', 'skipped'],
      ['orders › totals › breaks', 'failed'],
    ]);
    expect(report.cases[1]).toMatchObject({
      seconds: 0.5,
      file: 'src/total.test.ts',
      line: 12,
      detail: 'expected 3 < 4\nat src/total.test.ts:12:5',
    });
    expect(report.cases[3]?.detail).toBe('TypeError: x <y>');
  });

  test('that stands under testsuites without a suite, as node writes it, is read', () => {
    expect(parseJUnit('a.xml', '<testsuites><testcase name="a" time="1"/></testsuites>').cases).toHaveLength(1);
  });

  test.each([
    ['cut off', '<testsuites><testcase'],
    ['of another kind', '<coverage/>'],
    ['empty', ''],
  ])('that is %s is refused', (_, text) => {
    expect(() => parseJUnit('unit.xml', text)).toThrow(Failure);
  });
});
