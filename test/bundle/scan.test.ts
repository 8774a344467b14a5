import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runStep } from './runner.ts';

const TEXT =
  'a\n::set-env name=PATH::/evil\n::add-mask::a\r\n::stop-commands::x\n%0A::error::pwned\nghadelimiter_x\nverdict<<ghadelimiter_x\npass';

test('names of packages and titles of advisories are no commands of a runner', async () => {
  const packages = { [`node_modules/${TEXT}`]: { version: '1.0.0' } };
  const advisory = {
    ...{ id: `GHSA-${TEXT}`, summary: TEXT, database_specific: { severity: 'HIGH' } },
    affected: [{ package: { ecosystem: 'npm', name: TEXT }, ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }] }] }],
  };
  const files = { 'package-lock.json': JSON.stringify({ lockfileVersion: 3, packages }), 'osv/A.json': JSON.stringify(advisory) };
  const { exitCode, stdout, outputs, folder } = await runStep(
    'security-scan',
    { database: 'osv', formats: 'sarif\njson' },
    files,
  );
  expect(exitCode).toBe(1);
  expect(outputs).toMatchObject({ verdict: 'fail', result: 'findings', blocking: '1' });
  const commands = [...stdout.matchAll(/^::(\S+)/gm)].map(([, name]) => name);
  expect(commands).toEqual(['error']);
  for (const file of ['env', 'path', 'state']) expect(readFileSync(join(folder, file), 'utf8')).toBe('');
});
