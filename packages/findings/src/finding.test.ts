import { describe, expect, test } from '@jest/globals';
import { parseAdvisory } from '@slipway/advisories';
import { type Finding, findingsOf, gate } from './finding.ts';

function found(extra: object): Finding | undefined {
  const advisory = parseAdvisory('a.json', JSON.stringify({ id: 'TEST-1', ...extra }));
  const location = { file: 'package-lock.json' };
  return findingsOf([
    { package: { ecosystem: 'npm', name: 'a', version: '1.0.0', dev: false, direct: true, location }, advisory },
  ])[0];
}

describe('severity', () => {
  test.each<[object, string]>([
    [{ severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }] }, 'critical'],
    [{ severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L' }] }, 'moderate'],
    [{ severity: [{ type: 'CVSS_V4', score: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N' }] }, 'critical'],
    [{ database_specific: { severity: 'MODERATE' } }, 'moderate'],
    [{ database_specific: { severity: 'MEDIUM' } }, 'moderate'],
    [{}, 'unknown'],
    [{ severity: [{ type: 'CVSS_V3', score: 'nonsense' }] }, 'unknown'],
  ])('of %j is %s', (extra, severity) => {
    expect(found(extra)?.severity).toBe(severity);
  });

  test('unknown blocks at every level, for it may be any', () => {
    expect(gate([found({}) as Finding], 'critical').blocking).toHaveLength(1);
  });
});
