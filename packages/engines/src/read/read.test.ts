import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Failure } from '@slipway/failure';
import type { Finding } from '@slipway/findings';
import { CATALOGUE, type EngineName, ENGINES } from '../engine.ts';
import { readSarif } from './sarif.ts';

const FOLDER = join(import.meta.dirname, '../../../../test/fixtures/engines');
const recorded = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');
const CONTEXT = { root: '/work/repo' };

const REPORTS: Readonly<Record<EngineName, string>> = {
  'osv-scanner': 'osv-scanner-2.5.1.json',
  grype: 'grype-by-schema.json',
  trivy: 'trivy-by-schema.json',
  gitleaks: 'gitleaks-8.30.1.json',
  semgrep: 'semgrep-1.185.0.json',
};

const read = (name: EngineName, text = recorded(REPORTS[name]), digest?: string): readonly Finding[] =>
  CATALOGUE[name].read(text, CONTEXT, digest);

const shown = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ kind, id, aliases, package: of, location, rating, fixes, exploited }) =>
    [
      `${kind} ${id}`,
      ...(aliases.length > 0 ? [`= ${aliases.join(' ')}`] : []),
      ...(of ? [`${of.ecosystem} ${of.name}@${of.version}`] : []),
      `${location.file}:${location.line ?? '-'}`,
      `${rating.level} ${rating.score ?? '-'}`,
      ...(fixes.length > 0 ? [`fixed ${fixes.join(' ')}`] : []),
      ...(exploited ? ['exploited'] : []),
    ].join(' | '),
  );

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'it went well';
  } catch (error) {
    return error instanceof Failure ? error.code : String(error);
  }
};

describe('the report of', () => {
  test.each<[EngineName, readonly string[]]>([
    [
      'osv-scanner',
      [
        'malware | MAL-2025-1 | npm axios@0.21.0 | package-lock.json:- | unknown -',
        'vulnerability | GHSA-jf85-cpcp-j695 | = CVE-2019-10744 | npm lodash@4.17.15 | package-lock.json:- | critical 9.1 | fixed 4.17.21',
      ].map((line) => line.replace(' | ', ' ')),
    ],
    [
      'grype',
      [
        'vulnerability GHSA-jf85-cpcp-j695 | = CVE-2019-10744 | npm lodash@4.17.10 | package-lock.json:- | critical 9.1 | fixed 4.17.12',
        'vulnerability CVE-2023-0286 | Debian:12 libssl3@3.0.1-1 | /var/lib/dpkg/status:- | high - | exploited',
      ],
    ],
    [
      'trivy',
      [
        'vulnerability CVE-2023-0286 | = DSA-5343-1 | Debian:12 libssl3@3.0.1-1 | layout (debian 12.5):- | high 7.4 | fixed 3.0.8-1 3.0.9-1',
        'misconfiguration DS002 | = AVD-DS-0002 | Dockerfile:3 | high -',
        'secret aws-access-key-id | app/.env:2 | critical -',
      ],
    ],
    ['gitleaks', ['secret github-pat | a.js:2 | high -', 'secret aws-access-token | a.js:1 | high -']],
    ['semgrep', ['code eval-of-input | app.js:1 | high -', 'code weak | app.js:2 | moderate -']],
  ])('%s gives its findings in our model', (name, findings) => {
    expect(shown(read(name))).toEqual(findings);
    expect(read(name).every(({ sightings }) => sightings[0]?.engine === name)).toBe(true);
  });

  test('any SARIF file gives its findings, but for what was accepted, passed or is no longer there', () => {
    expect(shown(readSarif(recorded('semgrep-1.185.0.sarif'), CONTEXT))).toEqual([
      'code eval-of-input | app.js:1 | high -',
      'code weak | app.js:2 | moderate -',
    ]);
    const result = (more: object) => ({ ruleId: 'r', message: { text: 'm' }, locations: [], ...more });
    const rules = [{ id: 'r', properties: { 'security-severity': '9.8' } }];
    const log = (more: object, ...results: readonly object[]) =>
      JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 't', rules } }, results, ...more }] });
    const text = log(
      {},
      result({}),
      result({ kind: 'pass' }),
      result({ suppressions: [{ kind: 'inSource' }] }),
      result({ baselineState: 'absent' }),
    );
    expect(shown(readSarif(text, CONTEXT))).toEqual(['code r | :- | critical 9.8']);
    expect(codeOf(() => readSarif(log({ invocations: [{ executionSuccessful: false }] }), CONTEXT))).toBe('ENGINE_FAILED');
    expect(codeOf(() => readSarif(log({ results: undefined }), CONTEXT))).toBe('ENGINE_OUTPUT');
  });

  test('gitleaks and trivy hold the secret itself, and the findings do not', () => {
    const leak = { RuleID: 'r', Description: 'd', File: 'f', StartLine: 1, Fingerprint: 'f:r:1', Secret: 'THE-VALUE-ITSELF' };
    const leaked = read('gitleaks', JSON.stringify([{ ...leak, Match: 'key=THE-VALUE-ITSELF' }]));
    expect(recorded(REPORTS.trivy)).toContain('THE-VALUE-ITSELF');
    expect(JSON.stringify([...leaked, ...read('trivy')])).not.toContain('THE-VALUE');
  });

  test.each<[EngineName, string]>([
    ['grype', `sha256:${'a'.repeat(64)}`],
    ['trivy', `sha256:${'c'.repeat(64)}`],
  ])('%s about another image is refused', (name, digest) => {
    expect(read(name, undefined, digest).length).toBeGreaterThan(0);
    expect(codeOf(() => read(name, undefined, `sha256:${'f'.repeat(64)}`))).toBe('ENGINE_OUTPUT');
  });

  test('semgrep that says it could not do all of its work is an error', () => {
    expect(codeOf(() => read('semgrep', recorded('semgrep-1.185.0-bad-rules.json')))).toBe('ENGINE_FAILED');
  });
});

describe.each([...ENGINES, 'SARIF'] as const)('a report of %s', (name) => {
  const whole = name === 'SARIF' ? recorded('semgrep-1.185.0.sarif') : recorded(REPORTS[name]);
  const parse = (text: string): unknown => (name === 'SARIF' ? readSarif(text, CONTEXT) : read(name, text));

  test('that is cut off anywhere is an error, and never a clean one', () => {
    const trimmed = whole.trimEnd();
    for (let length = 0; length < trimmed.length; length += Math.max(1, Math.floor(trimmed.length / 97)))
      expect(codeOf(() => parse(trimmed.slice(0, length)))).toBe('ENGINE_OUTPUT');
  });

  test.each([
    '',
    ' \n',
    'null',
    '1',
    '"x"',
    '{}',
    '[1]',
    '[{}]',
    '[]garbage',
    '<html></html>',
    '{"results":null}',
    '{"matches":[{}]}',
  ])('that is %j is an error', (text) => {
    expect(codeOf(() => parse(text))).toBe('ENGINE_OUTPUT');
  });
});
