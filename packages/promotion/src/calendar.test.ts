import { describe, expect, test } from '@jest/globals';
import { type Calendar, parseGates, seasonAt, type Window } from './index.ts';

const BERLIN = 'Europe/Berlin';
const at = (windows: readonly Window[], moment: string, zone = BERLIN): string =>
  seasonAt({ zone, windows } satisfies Calendar, Date.parse(moment)).kind;

describe('a freeze', () => {
  const holidays: Window = { reason: 'holidays', from: '2026-12-20', to: '2027-01-02' };

  test.each([
    ['2026-12-19T22:59:59Z', 'open'],
    ['2026-12-19T23:00:00Z', 'frozen'],
    ['2027-01-02T22:59:59Z', 'frozen'],
    ['2027-01-02T23:00:00Z', 'open'],
  ])('of whole days is read on the clocks of its zone: at %s it is %s', (moment, season) => {
    expect(at([holidays], moment)).toBe(season);
  });

  test('of a moment ends with it', () => {
    const window = { reason: 'launch', from: '2026-06-01T16:00', to: '2026-06-01T18:00' };
    expect(['13:59', '14:00', '15:59', '16:00'].map((time) => at([window], `2026-06-01T${time}:00Z`))).toEqual([
      'open',
      'frozen',
      'frozen',
      'open',
    ]);
  });

  const weekend: Window = { reason: 'weekend', days: ['fri'], hours: '16:00-24:00' };

  test('of a weekday keeps its hour on the wall when clocks change', () => {
    // Fridays before and after 29 March 2026, when clocks go forward: 16:00 is 15:00 and 14:00 by UTC.
    expect(
      ['2026-03-27T14:59:00Z', '2026-03-27T15:00:00Z', '2026-04-03T13:59:00Z', '2026-04-03T14:00:00Z'].map((moment) =>
        at([weekend], moment),
      ),
    ).toEqual(['open', 'frozen', 'open', 'frozen']);
  });

  test('of an hour that comes twice holds both times, and of one that does not come never', () => {
    const night = { reason: 'night', hours: '02:00-03:00' };
    // 25 October 2026: 02:30 is 00:30 and 01:30 by UTC. 29 March 2026: after 01:59 comes 03:00.
    expect(['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-10-25T02:00:00Z'].map((moment) => at([night], moment))).toEqual(
      ['frozen', 'frozen', 'open'],
    );
    expect(['2026-03-29T00:59:00Z', '2026-03-29T01:00:00Z'].map((moment) => at([night], moment))).toEqual(['open', 'open']);
  });

  test('over midnight belongs to the day on which it begins', () => {
    const late = { reason: 'late', days: ['fri'], hours: '22:00-06:00' } satisfies Window;
    // Friday 5 June 2026 and the Saturday after.
    expect(
      [
        '2026-06-05T03:00:00Z',
        '2026-06-05T20:00:00Z',
        '2026-06-06T03:59:00Z',
        '2026-06-06T04:00:00Z',
        '2026-06-06T21:00:00Z',
      ].map((moment) => at([late], moment)),
    ).toEqual(['open', 'frozen', 'frozen', 'open', 'open']);
  });

  test('wins over what allows, and where anything allows, only that is open', () => {
    const office: Window = { reason: 'office hours', kind: 'allow', days: ['mon', 'tue', 'wed', 'thu'], hours: '09:00-16:00' };
    expect(at([office], '2026-06-03T08:00:00Z')).toBe('open');
    expect(at([office], '2026-06-03T18:00:00Z')).toBe('frozen');
    expect(at([office, { reason: 'launch', from: '2026-06-03', to: '2026-06-03' }], '2026-06-03T08:00:00Z')).toBe('frozen');
  });
});

describe('a policy', () => {
  const codes = (text: string): string[] => {
    try {
      parseGates('gates.yml', text);
      return [];
    } catch (error) {
      const { problems } = error as { problems: readonly { message: string; location?: { line?: number } }[] };
      return problems.map(({ message, location }) => `${location?.line}: ${message}`);
    }
  };

  test('tells everything that is wrong with it, each with its line', () => {
    const said = codes(
      `time-zone: Mars/Olympus
environments:
  staging:
    soak: 1h
  production:
    after: stagign
    requires:
      - check: smoke
        predicate: x
      - environment: staging
    freeze:
      - reason: nothing
      - { reason: hours, hours: "9:99-10:00" }
`,
    );
    expect(said).toEqual([expect.stringContaining('13: ')]);
    const fixed = codes(
      `time-zone: Mars/Olympus
environments:
  staging:
    soak: 1h
  production:
    after: stagign
    requires:
      - check: smoke
        predicate: x
      - environment: staging
    freeze:
      - reason: nothing
      - { reason: hours, hours: "09:00-09:00" }
      - { reason: order, from: "2026-02-02", to: "2026-01-01" }
`,
    );
    expect(fixed.map((line) => Number.parseInt(line, 10)).toSorted((a, b) => a - b)).toEqual([1, 4, 6, 8, 10, 12, 13, 14]);
  });

  test('needs a time zone where there is a freeze, and no circle', () => {
    expect(codes('environments: { a: { freeze: [{ reason: x, days: [mon] }] } }')[0]).toContain('needs a "time-zone"');
    expect(codes('environments: { a: { after: b }, b: { after: a } }')[0]).toContain('a after b after a');
    expect(codes('environments: { a: { aftr: b } }')[0]).toContain('Unknown key "aftr"');
  });
});
