import { describe, expect, test } from '@jest/globals';
import { Failure, type Problem } from '@slipway/failure';
import { parseConfig } from './config.ts';

const schema = {
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['version', 'requests'],
    properties: {
      version: { const: 1 },
      requests: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['name'],
          properties: { name: { type: 'string' }, retries: { type: 'integer', minimum: 0 } },
        },
      },
    },
  },
};

function problemsOf(text: string): readonly Problem[] {
  try {
    parseConfig('smoke.yml', text, schema);
    return [];
  } catch (error) {
    if (error instanceof Failure) return error.problems;
    throw error;
  }
}

describe('a configuration file', () => {
  test('that is right gives its value', () => {
    expect(parseConfig('smoke.yml', 'version: 1\nrequests:\n  - name: a\n', schema).value).toEqual({
      version: 1,
      requests: [{ name: 'a' }],
    });
  });

  test('with several mistakes gets all of them at once, each on its line and column', () => {
    const problems = problemsOf('version: 1\nrequests:\n  - nmae: health\n    retries: -1\ntimeout: 3\n');
    expect(problems.map(({ code, location }) => [code, location?.line, location?.column])).toEqual([
      ['CONFIG_UNKNOWN_KEY', 5, 1],
      ['CONFIG_MISSING_KEY', 3, 5],
      ['CONFIG_UNKNOWN_KEY', 3, 5],
      ['CONFIG_INVALID', 4, 14],
    ]);
    expect(problems[2]?.remedy).toBe('Did you mean "name"?');
    expect(problems[0]?.remedy).toBe('The keys here are: version, requests.');
  });

  test('with a syntax error says where', () => {
    expect(problemsOf('version: 1\nrequests: [a\n')[0]).toMatchObject({
      code: 'YAML_SYNTAX',
      location: { file: 'smoke.yml', line: 3 },
    });
  });

  test('with a key twice is an error', () => {
    expect(problemsOf('version: 1\nversion: 1\nrequests: []\n')[0]).toMatchObject({ code: 'YAML_SYNTAX', location: { line: 2 } });
  });
});
