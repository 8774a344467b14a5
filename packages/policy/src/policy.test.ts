import { describe, expect, test } from '@jest/globals';
import { type Caused, findingOf, ratingOfWord, type Reported } from '@slipway/findings';
import { decide, defaultPolicy, parsePolicy } from './index.ts';

const PACKAGE = { ecosystem: 'npm', name: 'a', version: '1', dev: false };

function caused(word: string, extra: Partial<Reported> = {}, cause: Caused['cause'] = 'introduced'): Caused {
  const ratings = word === '' ? [] : [ratingOfWord(word, 'x')];
  return {
    cause,
    finding: findingOf({
      engine: 'e',
      kind: 'vulnerability',
      id: 'A',
      title: '',
      location: { file: 'f' },
      package: PACKAGE,
      ratings,
      ...extra,
    }),
  };
}

const policy = (rules: string, otherwise = 'report') => parsePolicy('policy.yml', `rules:\n${rules}\notherwise: ${otherwise}\n`);

describe('the default policy', () => {
  test.each<[string, Caused, 'block' | 'report', string]>([
    ['high that is introduced', caused('high'), 'block', 'severity high or higher'],
    ['critical', caused('critical'), 'block', 'severity high or higher'],
    ['moderate', caused('moderate'), 'report', 'no rule applies'],
    ['what nobody rated', caused(''), 'block', 'severity high or higher'],
    ['critical that was there', caused('critical', {}, 'already-there'), 'report', 'not introduced by this change'],
    ['critical whose advisory is new', caused('critical', {}, 'advisory-new'), 'report', 'not introduced by this change'],
    ['critical of the base image', caused('critical', {}, 'base-image'), 'report', 'not introduced by this change'],
    ['critical of unknown cause', caused('critical', {}, 'unknown'), 'block', 'severity high or higher'],
    ['low that is exploited', caused('low', { exploited: true }), 'block', 'known to be exploited'],
    ['a secret of low severity', caused('low', { kind: 'secret' }), 'block', 'a secret'],
    ['malware that was there', caused('low', { kind: 'malware' }, 'already-there'), 'block', 'malware always blocks'],
  ])('%s', (_, finding, effect, by) => {
    expect(decide(defaultPolicy('high'), finding)).toEqual({ effect, by });
  });
});

describe('a condition', () => {
  test.each<[string, Caused, Caused]>([
    ['kind: [code, secret]', caused('', { kind: 'secret' }), caused('')],
    ['cause: [advisory-new]', caused('', {}, 'advisory-new'), caused('')],
    ['severity: [unknown]', caused(''), caused('critical')],
    ['severity: [low, high]', caused('high'), caused('moderate')],
    ['severity-at-least: high', caused(''), caused('moderate')],
    ['environment: development', caused('', { package: { ...PACKAGE, dev: true } }), caused('')],
    ['environment: production', caused(''), caused('', { package: { ...PACKAGE, dev: true } })],
    ['known-exploited: true', caused('', { exploited: true }), caused('')],
    ['known-exploited: false', caused('', { exploited: false }), caused('', { exploited: true })],
    ['epss-at-least: 0.1', caused('', { epss: 0.1 }), caused('', { epss: 0.09 })],
    ['epss-at-least: 0', caused('', { epss: 0 }), caused('')],
    ['fix: available', caused('', { fixes: ['2'] }), caused('')],
    ['fix: none', caused(''), caused('', { fixes: ['2'] })],
  ])('%s', (condition, applies, doesNot) => {
    const one = policy(`  - name: one\n    when: { ${condition} }\n    effect: block`);
    expect([decide(one, applies).effect, decide(one, doesNot).effect]).toEqual(['block', 'report']);
  });

  test('holds when all of its words do, and the first rule that applies decides', () => {
    const two = policy(
      '  - { name: no fix yet, when: { fix: none, environment: development }, effect: report }\n  - { name: all, effect: block }',
    );
    expect(decide(two, caused('', { package: { ...PACKAGE, dev: true } })).by).toBe('no fix yet');
    expect(decide(two, caused('')).by).toBe('all');
  });
});

describe('a policy file', () => {
  test('is told all that is wrong with it, each with its line', () => {
    const text = `rules:
  - name: one
    when: { severity-at-least: severe, colour: red }
    effect: explode
  - effect: block
    when: { epss-at-least: 7 }
`;
    let problems: readonly { code: string; location?: { line?: number } }[] = [];
    try {
      parsePolicy('policy.yml', text);
    } catch (error) {
      problems = (error as { problems: typeof problems }).problems;
    }
    expect(problems.map(({ code, location }) => `${location?.line} ${code}`).sort()).toEqual([
      '1 CONFIG_MISSING_KEY',
      '3 CONFIG_INVALID',
      '3 CONFIG_UNKNOWN_KEY',
      '4 CONFIG_INVALID',
      '5 CONFIG_MISSING_KEY',
      '6 CONFIG_INVALID',
    ]);
  });
});
