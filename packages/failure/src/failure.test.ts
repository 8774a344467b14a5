import { describe, expect, test } from '@jest/globals';
import { collect, Failure, failWhen, type Problem, renderProblem } from './index.ts';

const problem = (code: string): Problem => ({ code, message: `${code} happened.` });

describe('a problem', () => {
  test.each<[Problem, string]>([
    [problem('A'), 'A happened. [A]'],
    [{ ...problem('A'), remedy: 'Do this.' }, 'A happened. Do this. [A]'],
    [{ ...problem('A'), location: { file: 'x.yml', line: 3, column: 5 } }, 'x.yml:3:5: A happened. [A]'],
    [{ ...problem('A'), location: { file: 'x.yml' } }, 'x.yml: A happened. [A]'],
  ])('%j reads %s', (given, text) => {
    expect(renderProblem(given)).toBe(text);
  });
});

describe('gathering', () => {
  test('joins the problems of every part, and throws once', async () => {
    const problems: Problem[] = [];
    expect(await collect(problems, () => 7)).toBe(7);
    expect(await collect(problems, () => Promise.reject(new Failure(problem('A'))))).toBeUndefined();
    await collect(problems, () => {
      throw new Failure([problem('B'), problem('C')]);
    });
    expect(() => failWhen(problems)).toThrow('A happened. [A]\nB happened. [B]\nC happened. [C]');
    expect(new Failure(problems).code).toBe('A');
  });

  test('lets a defect through', async () => {
    await expect(collect([], () => Promise.reject(new TypeError('ours')))).rejects.toThrow(TypeError);
  });

  test('without problems does nothing', () => {
    expect(() => failWhen([])).not.toThrow();
  });
});
