import { describe, expect, test } from '@jest/globals';
import { memoryGitHub } from '@slipway/github/memory';
import { runAction } from '@slipway/runner';
import { type MemoryHost, memoryHost } from '@slipway/runner/memory';
import { memoryClock, memoryFiles } from '@slipway/system/memory';
import { renderMarkdown } from '@slipway/summary';
import { action } from '../action.ts';
import { FORMATS } from '../formats.ts';
import type { ScanResult } from '../result.ts';
import { runWith } from '../run.ts';

const NOW = Date.parse('2026-06-10T12:00:00Z');
const lock = (names: readonly string[]): string =>
  JSON.stringify({
    lockfileVersion: 3,
    packages: {
      '': { dependencies: Object.fromEntries(names.map((name) => [name, '*'])) },
      ...Object.fromEntries(names.map((name) => [`node_modules/${name}`, { version: '1.0.0' }])),
    },
  });
const advisory = (id: string, name: string, extra: object = {}): string =>
  JSON.stringify({
    ...{ id, modified: '2026-06-10T00:00:00Z', summary: `${id} leaks.`, database_specific: { severity: 'HIGH' } },
    affected: [
      { package: { ecosystem: 'npm', name }, ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '2.0.0' }] }] },
    ],
    ...extra,
  });

const FILES = {
  'package-lock.json': lock(['a', 'b']),
  'osv/npm/A.json': advisory('GHSA-A', 'a', { aliases: ['CVE-2026-1000'] }),
  'osv/npm/B.json': advisory('GHSA-B', 'b', { database_specific: { severity: 'LOW' } }),
};

type Scanned = MemoryHost & { readonly exitCode: number; readonly result: ScanResult; readonly effects: readonly string[] };

async function scan(files: Record<string, string | Uint8Array>, inputs: Record<string, string> = {}): Promise<Scanned> {
  const all = memoryFiles({ ...FILES, ...files });
  const host = memoryHost({ database: 'osv', ...inputs }, { files: all, clock: memoryClock(NOW) });
  const exitCode = await runAction(
    action,
    runWith(() => memoryGitHub()),
    host,
  );
  const result = host.written.reports[0]?.data as unknown as ScanResult;
  const effects = (result?.findings ?? []).map(({ finding, effect, by }) => `${finding.id} ${effect} (${by})`);
  return { ...host, exitCode, result, effects };
}

const problems = ({ written }: Scanned): readonly string[] =>
  (written.reports[0]?.problems ?? []).map(({ code, location }) => `${code} ${location?.file ?? ''}:${location?.line ?? ''}`);

describe('the gate', () => {
  const POLICIES = {
    default: {},
    'a low limit': { 'fail-on': 'low' },
    'a policy that lets all pass': { policy: 'lenient.yml' },
    'an ignore file': { 'ignore-file': 'ignore.yml' },
  };
  const EXTRA = {
    'lenient.yml': 'rules: []\notherwise: report\n',
    'ignore.yml': 'ignore: [{ id: GHSA-A, package: a, reason: x, owner: me, expires: 2026-12-31 }]\n',
  };
  const EXPECTED: Readonly<Record<keyof typeof POLICIES, number>> = {
    default: 1,
    'a low limit': 1,
    'a policy that lets all pass': 0,
    'an ignore file': 0,
  };

  test.each(Object.entries(POLICIES))('says the same in every form: %s', async (name, inputs) => {
    const each = await Promise.all(FORMATS.map((format) => scan(EXTRA, { ...inputs, formats: format })));
    const all = await scan(EXTRA, { ...inputs, formats: FORMATS.join('\n') });
    const expected = EXPECTED[name as keyof typeof POLICIES];
    expect([...each, all].map(({ exitCode }) => exitCode)).toEqual(Array(FORMATS.length + 1).fill(expected));
    for (const { written } of each)
      expect({ ...written.outputs, files: '', sarif: '' }).toEqual({ ...all.written.outputs, files: '', sarif: '' });
  });

  test('comes last: every form is there although the scan fails', async () => {
    const { written, ports, exitCode } = await scan({}, { formats: FORMATS.join('\n'), service: 'orders' });
    expect(exitCode).toBe(1);
    const paths = (written.outputs['files'] ?? '').split('\n').map((line) => line.split('=') as [string, string]);
    expect(paths.map(([format]) => format)).toEqual([...FORMATS]);
    for (const [format, path] of paths) {
      const text = await ports.files.readText(path);
      expect([format, text.includes('GHSA-A'), text.includes('GHSA-B')]).toEqual([format, true, true]);
    }
    const [, junit = ''] = paths.find(([format]) => format === 'junit') ?? [];
    expect(await ports.files.readText(junit)).toContain('tests="2" failures="1"');
  });

  test('takes no form that there is not, and no two limits', async () => {
    expect(problems(await scan({}, { formats: 'sarif\npdf', policy: 'p.yml', 'fail-on': 'low' }))).toEqual([
      'INPUT_CONTRADICTION :',
      'INPUT_MALFORMED :',
    ]);
  });

  test('tells all that is wrong with every file at once', async () => {
    const files = {
      'policy.yml': 'rules: [{ name: a, effect: explode }]\notherwise: report\n',
      'ignore.yml': 'ignore:\n  - { id: A, package: a, reason: x, owner: me, expires: 2026-02-30 }\n',
      'vex.json': '{"@context":"https://openvex.dev/ns/v0.2.0"}',
      'kev.json': '{}',
      'epss.csv': 'nothing\n',
      'package-lock.json': '{',
    };
    const inputs = {
      policy: 'policy.yml',
      'ignore-file': 'ignore.yml',
      vex: 'vex.json\nno/*.json',
      'known-exploited': 'kev.json',
      epss: 'epss.csv',
    };
    const scanned = await scan(files, inputs);
    expect(scanned.written.outputs['verdict']).toBe('error');
    expect(new Set(problems(scanned).map((each) => each.split(':')[0]))).toEqual(
      new Set([
        'LOCKFILE_MALFORMED package-lock.json',
        'CONFIG_INVALID policy.yml',
        'IGNORE_DATE ignore.yml',
        'VEX_MISSING ',
        'CONFIG_MISSING_KEY vex.json',
        'CONFIG_MISSING_KEY kev.json',
        'EPSS_MALFORMED epss.csv',
      ]),
    );
  });
});

describe('severity at the gate', () => {
  const V3 = (score: string) => ({ severity: [{ type: 'CVSS_V3', score }], database_specific: {} });
  test.each<[string, object, string]>([
    ['nobody rates', { database_specific: {} }, 'block'],
    ['CVSS 2 says 7.5', { severity: [{ type: 'CVSS_V2', score: 'AV:N/AC:L/Au:N/C:P/I:P/A:P' }] }, 'block'],
    ['CVSS 3 says 5.5', V3('CVSS:3.0/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N'), 'report'],
    ['CVSS 3.1 says 9.8', V3('CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'), 'block'],
    [
      'CVSS 4 says 9.3',
      { severity: [{ type: 'CVSS_V4', score: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N' }] },
      'block',
    ],
    ['a malformed vector rates', V3('CVSS:3.1/AV:X'), 'block'],
    ['a word calls high', {}, 'block'],
    ['a word calls moderate', { database_specific: { severity: 'MODERATE' } }, 'report'],
  ])('of what %s', async (_, extra, effect) => {
    const { effects } = await scan({ 'osv/npm/A.json': advisory('GHSA-A', 'a', extra) });
    expect(effects.find((each) => each.startsWith('GHSA-A'))).toContain(` ${effect} `);
  });

  test('of two advisories that are one by an alias and contradict each other is the worst', async () => {
    const other = advisory('PYSEC-1', 'a', { aliases: ['CVE-2026-1000'], database_specific: { severity: 'CRITICAL' } });
    const { result } = await scan({ 'osv/npm/C.json': other });
    expect(result.findings.map(({ finding }) => [finding.id, finding.rating.level, finding.sightings.length])).toEqual([
      ['GHSA-A', 'critical', 2],
      ['GHSA-B', 'low', 1],
    ]);
  });
});

describe('what is set aside', () => {
  const entry = (extra: object = {}): Record<string, string> => ({
    'ignore.yml': JSON.stringify(
      {
        ignore: [{ id: 'CVE-2026-1000', package: 'a', reason: 'never called', owner: 'team-a', expires: '2026-06-10', ...extra }],
      },
      null,
      1,
    ),
  });
  const IGNORE = { 'ignore-file': 'ignore.yml' };

  test('stops nothing, and is shown with its reason and its owner', async () => {
    const { exitCode, effects, written } = await scan(entry(), IGNORE);
    expect([exitCode, ...effects]).toEqual([0, 'GHSA-B report (no rule applies)', 'GHSA-A suppressed (the ignore file)']);
    expect(renderMarkdown(written.summary)).toMatch(/never called \| team-a \| 2026-06-10/);
    expect(written.outputs).toMatchObject({ suppressed: '1', findings: '2', blocking: '0' });
  });

  test('is so no more once it has expired, which is said on its line', async () => {
    const { exitCode, written } = await scan(entry({ expires: '2026-06-08' }), IGNORE);
    expect(exitCode).toBe(1);
    expect(written.annotations).toContainEqual(
      expect.objectContaining({
        title: 'Ignore file: expired',
        file: 'ignore.yml',
        line: 3,
        message: expect.stringContaining('team-a answers for it'),
      }),
    );
  });

  test('is told when it is not there at all', async () => {
    const { exitCode, written } = await scan(entry({ id: 'CVE-2020-1' }), IGNORE);
    expect(exitCode).toBe(1);
    expect(written.annotations.map(({ title }) => title)).toContain('Ignore file: unused');
  });

  test('is never malware', async () => {
    const files = { ...entry(), 'osv/npm/A.json': advisory('MAL-2026-1', 'a', { aliases: ['CVE-2026-1000'] }) };
    const { exitCode, effects, written } = await scan(files, IGNORE);
    expect([exitCode, effects[0]]).toEqual([1, 'MAL-2026-1 block (malware always blocks)']);
    expect(written.annotations.map(({ level, title }) => `${level} ${title}`)).toContain('error Ignore file: malware');
    expect(written.annotations[0]).toMatchObject({
      title: 'malware: a@1.0.0 (MAL-2026-1)',
      message: expect.stringContaining('Remove a, and treat what it could read as leaked.'),
    });
  });

  const vex = (statement: object, author = 'Ada', id = 'https://a/1'): string =>
    JSON.stringify({
      ...{ '@context': 'https://openvex.dev/ns/v0.2.0', '@id': id, author, timestamp: '2026-01-01T00:00:00Z', version: 1 },
      statements: [{ vulnerability: { name: 'CVE-2026-1000' }, products: [{ '@id': 'pkg:npm/a@1.0.0' }], ...statement }],
    });
  const CLEARS = { status: 'not_affected', justification: 'vulnerable_code_not_present' };

  test('can be so by VEX, with its justification', async () => {
    const { exitCode, written } = await scan({ 'vex/a.json': vex(CLEARS) }, { vex: 'vex/*.json' });
    expect(exitCode).toBe(0);
    expect(renderMarkdown(written.summary)).toContain('not\\_affected: vulnerable\\_code\\_not\\_present');
  });

  test.each<[string, Record<string, string>, Record<string, string>, string]>([
    [
      'another product',
      { 'vex/a.json': vex({ ...CLEARS, products: [{ '@id': 'pkg:oci/bills' }] }) },
      { product: 'pkg:oci/orders' },
      '',
    ],
    ['an author who is not believed', { 'vex/a.json': vex(CLEARS, 'Mallory') }, { 'vex-authors': 'Ada' }, 'VEX: author'],
    [
      'two documents that contradict each other',
      { 'vex/a.json': vex(CLEARS), 'vex/b.json': vex({ status: 'affected' }, 'Bob', 'https://b/1') },
      {},
      'VEX: contradiction',
    ],
    ['one that looks into it', { 'vex/a.json': vex({ status: 'under_investigation' }) }, {}, ''],
  ])('is not by %s', async (_, files, inputs, title) => {
    const { exitCode, written } = await scan(files, { vex: 'vex/*.json', ...inputs });
    expect(exitCode).toBe(1);
    expect(written.annotations.map((each) => each.title).filter((each) => each.startsWith('VEX'))).toEqual(
      title === '' ? [] : [title],
    );
  });
});

describe('what is known of exploitation', () => {
  test('reaches the policy, by an alias', async () => {
    const files = {
      'osv/npm/A.json': advisory('GHSA-A', 'a', { aliases: ['CVE-2026-1000'], database_specific: { severity: 'LOW' } }),
      'kev.json': '{"vulnerabilities":[{"cveID":"CVE-2026-1000"}]}',
      'epss.csv': 'cve,epss,percentile\nCVE-2026-1000,0.5,0.9\n',
    };
    const { effects, result } = await scan(files, { 'known-exploited': 'kev.json', epss: 'epss.csv' });
    expect(effects).toEqual(['GHSA-A block (known to be exploited)', 'GHSA-B report (no rule applies)']);
    expect(result.findings[0]?.finding).toMatchObject({ exploited: true, epss: 0.5 });
    expect((await scan(files)).exitCode).toBe(0);
  });
});

describe('the database', () => {
  test.each<[string, Record<string, string>, string]>([
    ['another digest', { 'database-digest': 'sha256:0' }, 'DATABASE_DIGEST'],
    ['one that is too old', { 'max-database-age': '1h' }, 'DATABASE_STALE'],
  ])('%s is an error, never clean', async (_, inputs, code) => {
    const scanned = await scan({}, inputs);
    expect([
      scanned.exitCode,
      scanned.written.outputs['verdict'],
      ...problems(scanned).map((each) => each.split(' ')[0]),
    ]).toEqual([1, 'error', code]);
  });

  test('of the future is an error, never clean', async () => {
    const scanned = await scan({ 'osv/npm/F.json': advisory('F', 'x', { modified: '2026-07-01T00:00:00Z' }) });
    expect(problems(scanned)).toEqual(['DATABASE_FUTURE :']);
  });

  test('tells its id and its age', async () => {
    const first = await scan({});
    expect(first.written.outputs).toMatchObject({
      'database-age': '12',
      'database-id': expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });
    const again = await scan({}, { 'database-digest': first.written.outputs['database-id'] ?? '', 'max-database-age': '13h' });
    expect(again.exitCode).toBe(1);
    expect(again.written.outputs['verdict']).toBe('fail');
  });
});
