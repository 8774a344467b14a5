import { describe, expect, it } from '@jest/globals';
import { canaryStepProblems, canaryStepsOf } from './canary-steps.ts';

describe('the steps of a canary', () => {
  it('are a weight and a pause each', () => {
    expect(canaryStepsOf(['10%: 1m', '50 % : 1h30m'])).toEqual([
      { weight: 0.1, pauseMs: 60_000 },
      { weight: 0.5, pauseMs: 5_400_000 },
    ]);
    expect(canaryStepProblems(['10%: 1m', '50%: 0s'])).toEqual([]);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['without a unit', ['10: 1m', '20%: 60'], ['Line 1', 'Line 2']],
    ['of nothing, or of more than half', ['0%: 1m', '51%: 1m', '100%: 1m'], ['above 0%', 'at most 50%', 'at most 50%']],
    ['that do not rise', ['20%: 1m', '20%: 1m', '10%: 1m', '30%: 1m'], ['Line 2', 'Line 3']],
    ['that are no steps', ['half', '10%'], ['a percentage, a colon', 'a percentage, a colon|a duration']],
  ])('%s are all told at once', (_, lines, said) => {
    const problems = canaryStepProblems(lines);
    expect(problems).toHaveLength(said.length);
    for (const [index, words] of said.entries()) expect(problems[index]?.message).toMatch(new RegExp(words));
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['CANARY_STEPS_MALFORMED']));
  });
});
