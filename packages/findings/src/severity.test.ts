import { describe, expect, test } from '@jest/globals';
import { parseAdvisory } from '@slipway/advisories';
import { type Finding, findingsOfMatches, type Rating, decisive } from './index.ts';

function found(extra: object, ecosystem = 'npm'): Finding {
  const advisory = parseAdvisory('a.json', JSON.stringify({ id: 'TEST-1', ...extra }));
  const location = { file: 'package-lock.json' };
  const of = { ecosystem, name: 'a', version: '1.0.0', dev: false, direct: true, location };
  return findingsOfMatches([{ package: of, advisory }])[0] as Finding;
}

const V2 = 'AV:N/AC:L/Au:N/C:P/I:P/A:P';
const V30 = 'CVSS:3.0/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N';
const V31 = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
const V4 = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N';
const NONE = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N';

describe('the severity of an advisory', () => {
  // The scores are those of FIRST's own calculators.
  test.each<[string, object, Partial<Rating>]>([
    ['CVSS 2', { severity: [{ type: 'CVSS_V2', score: V2 }] }, { level: 'high', score: 7.5, source: 'CVSS 2.0', vector: V2 }],
    ['CVSS 3.0', { severity: [{ type: 'CVSS_V3', score: V30 }] }, { level: 'moderate', score: 5.5, source: 'CVSS 3.0' }],
    ['CVSS 3.1', { severity: [{ type: 'CVSS_V3', score: V31 }] }, { level: 'critical', score: 9.8, source: 'CVSS 3.1' }],
    ['CVSS 4', { severity: [{ type: 'CVSS_V4', score: V4 }] }, { level: 'critical', score: 9.3, source: 'CVSS 4.0' }],
    ['a score of nothing', { severity: [{ type: 'CVSS_V3', score: NONE }] }, { level: 'low', score: 0 }],
    ['a word', { database_specific: { severity: 'HIGH' } }, { level: 'high', source: 'word of the database' }],
    ["GitHub's word", { database_specific: { severity: 'MODERATE' } }, { level: 'moderate' }],
    ["Debian's urgency", { affected: [{ ecosystem_specific: { urgency: 'unimportant' } }] }, { level: 'low' }],
    ['an urgency not given yet', { affected: [{ ecosystem_specific: { urgency: 'not yet assigned' } }] }, { level: 'unknown' }],
    ["Ubuntu's priority", { severity: [{ type: 'Ubuntu', score: 'medium' }] }, { level: 'moderate', source: 'Ubuntu' }],
    ['nothing', {}, { level: 'unknown', source: 'nobody' }],
    [
      'nonsense',
      { severity: [{ type: 'CVSS_V3', score: 'nonsense' }] },
      { level: 'unknown', source: 'malformed vector', vector: 'nonsense' },
    ],
    ['a vector that is cut off', { severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L' }] }, { level: 'unknown' }],
    ['a metric that is not there', { severity: [{ type: 'CVSS_V3', score: V31.replace('AV:N', 'AV:Z') }] }, { level: 'unknown' }],
    ['a word of another member of every object', { database_specific: { severity: 'constructor' } }, { level: 'unknown' }],
    ['two scores', { severity: [V30, V31].map((score) => ({ type: 'CVSS_V3', score })) }, { level: 'critical', score: 9.8 }],
    [
      'a score and a worse word',
      { severity: [{ type: 'CVSS_V3', score: V30 }], database_specific: { severity: 'CRITICAL' } },
      { level: 'moderate' },
    ],
    [
      'a malformed score and a word',
      { severity: [{ type: 'CVSS_V3', score: 'x' }], database_specific: { severity: 'LOW' } },
      { level: 'low' },
    ],
  ])('%s', (_, extra, rating) => {
    expect(found(extra).rating).toMatchObject(rating);
  });

  test('keeps every rating that was given', () => {
    const { ratings } = found({
      severity: [
        { type: 'CVSS_V3', score: 'x' },
        { type: 'CVSS_V3', score: V30 },
      ],
      database_specific: { severity: 'LOW' },
    });
    expect(ratings.map(({ source }) => source)).toEqual(['malformed vector', 'CVSS 3.0', 'word of the database']);
  });

  test("a package's own score stands in the place of the advisory's", () => {
    const affected = [
      { package: { ecosystem: 'npm', name: 'a' }, severity: [{ type: 'CVSS_V3', score: V30 }] },
      { package: { ecosystem: 'npm', name: 'b' }, severity: [{ type: 'CVSS_V3', score: V31 }] },
    ];
    expect(found({ affected, severity: [{ type: 'CVSS_V3', score: V31 }] }).rating.level).toBe('moderate');
  });

  test('of words the worst counts', () => {
    const word = (level: Rating['level']): Rating => ({ level, source: 'x' });
    expect(decisive([word('low'), word('critical'), word('unknown')]).level).toBe('critical');
  });
});
