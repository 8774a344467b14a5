import { describe, expect, test } from '@jest/globals';
import { inspect } from 'node:util';
import {
  choice,
  defineAction,
  duration,
  flag,
  type Input,
  inputName,
  integer,
  list,
  number,
  pairs,
  parseInputs,
  percent,
  renderActionYml,
  renderHelp,
  renderInputsTable,
  renderModesTable,
  Secret,
  secret,
  size,
  text,
} from './index.ts';

const example = defineAction({
  name: 'example',
  title: 'Example',
  description: 'Shows | how "it" is done',
  branding: { icon: 'box', color: 'blue' },
  inputs: {
    service: text('The service', { required: true, example: 'order' }),
    errorRateMax: percent('The limit', { default: '5%' }),
    mode: choice('The mode', ['fast', 'slow'], { default: 'fast' }),
    token: secret('The token'),
    replicas: integer('How many', { min: 1, max: 9 }),
  },
  outputs: { imageDigest: 'The digest' },
  permissions: { contents: 'read' },
  contradictions: ({ mode, replicas }) =>
    mode === 'slow' && replicas === 1 ? [{ code: 'INPUT_CONTRADICTION', message: 'slow needs two' }] : [],
});

const moded = defineAction({
  name: 'moded',
  title: 'Moded',
  description: 'Does one of two things',
  branding: { icon: 'box', color: 'blue' },
  inputs: {
    service: text('The service', { required: true }),
    url: text('Where it runs', { default: 'http://x' }),
    base: text('The old file', { required: true }),
    head: text('The new file', { required: true }),
    strict: flag('Both', { default: 'false' }),
  },
  outputs: {},
  permissions: {},
  modes: {
    verify: { description: 'Asks the service', inputs: ['service', 'url', 'strict'] },
    diff: { description: 'Compares two files', inputs: ['base', 'head', 'strict'], arguments: ['base', 'head'] },
  },
});

const parse = (given: Record<string, string>) => parseInputs(example, (name) => given[name] ?? '');
const value = (input: Input<unknown>, raw: string): unknown => {
  const parsed = input.parse(raw);
  return parsed.ok ? parsed.value : `expected ${parsed.expected}`;
};

describe('one kind of input', () => {
  test.each<[string, Input<unknown>, string, unknown]>([
    ['flag', flag(''), 'True', true],
    ['flag', flag(''), 'false', false],
    ['flag', flag(''), 'yes', 'expected true or false'],
    ['duration', duration(''), '1h30m', 5_400_000],
    ['duration', duration(''), '250ms', 250],
    ['duration', duration(''), '1.5s', 1500],
    ['duration', duration(''), '90', 'expected a duration such as 30s, 5m or 1h30m'],
    ['duration', duration(''), '5 minutes', 'expected a duration such as 30s, 5m or 1h30m'],
    ['size', size(''), '200MB', 200_000_000],
    ['size', size(''), '1.5 GiB', 1_610_612_736],
    ['size', size(''), '200', 'expected a size such as 200MB or 1.5GiB (units: B, kB, MB, GB, KiB, MiB, GiB)'],
    ['size', size(''), '2mb', 'expected a size such as 200MB or 1.5GiB (units: B, kB, MB, GB, KiB, MiB, GiB)'],
    ['percent', percent(''), '0.5%', 0.005],
    [
      'percent',
      percent(''),
      '5',
      'expected a percentage from 0% to 100%, with its % sign: 5 could mean 5%, or 500% as a fraction of 1',
    ],
    [
      'percent',
      percent(''),
      '0.05',
      'expected a percentage from 0% to 100%, with its % sign: 0.05 could mean 0.05%, or 5% as a fraction of 1',
    ],
    ['percent', percent(''), '101%', 'expected a percentage from 0% to 100%, with its % sign'],
    ['integer', integer('', { min: 1 }), '0', 'expected a whole number of at least 1'],
    ['integer', integer('', { min: 1 }), '3', 3],
    ['integer', integer('', {}), '3.5', 'expected a whole number'],
    ['number', number('', { min: 0, max: 1 }), '0.25', 0.25],
    ['number', number('', { min: 0, max: 1 }), 'NaN', 'expected a number from 0 to 1'],
    ['list', list(''), 'a\r\n\n  b  \n', ['a', 'b']],
    ['pairs', pairs(''), 'A=1\nB=x=y\n', { A: '1', B: 'x=y' }],
    ['pairs', pairs(''), 'A', 'expected lines of NAME=value, and "A" has no "="'],
    ['pairs', pairs(''), 'A=1\nA=2', 'expected each name once, and A is given twice'],
    ['choice', choice('', ['a', 'b']), 'c', 'expected one of a, b'],
  ])('%s', (_, input, raw, expected) => {
    expect(value(input, raw)).toEqual(expected);
  });
});

describe('inputs', () => {
  test('are parsed under their own types, with defaults, and absent when empty', () => {
    const parsed = parse({ service: ' order ', replicas: '2' });
    expect(parsed).toEqual({
      ok: true,
      inputs: { service: 'order', errorRateMax: 0.05, mode: 'fast', token: undefined, replicas: 2 },
    });
  });

  test('give every problem at once: missing, and malformed although there is a default', () => {
    const parsed = parse({ 'error-rate-max': '5', mode: 'quick', replicas: '12' });
    expect(parsed.ok ? [] : parsed.problems.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'INPUT_MISSING: Input "service" is required.',
      'INPUT_MALFORMED: Input "error-rate-max" is "5"; expected a percentage from 0% to 100%, with its % sign: 5 could mean 5%, or 500% as a fraction of 1.',
      'INPUT_MALFORMED: Input "mode" is "quick"; expected one of fast, slow.',
      'INPUT_MALFORMED: Input "replicas" is "12"; expected a whole number from 1 to 9.',
    ]);
  });

  test('that contradict each other are told once each alone is right', () => {
    const parsed = parse({ service: 'x', mode: 'slow', replicas: '1' });
    expect(parsed).toEqual({ ok: false, problems: [{ code: 'INPUT_CONTRADICTION', message: 'slow needs two' }] });
  });

  test('have names in kebab case', () => {
    expect(inputName('errorRateMax')).toBe('error-rate-max');
  });
});

describe('an action with modes', () => {
  const parseModed = (given: Record<string, string>) => parseInputs(moded, (name) => given[name] ?? '');
  const codes = (given: Record<string, string>) => {
    const parsed = parseModed(given);
    return parsed.ok ? [] : parsed.problems.map(({ code, message }) => `${code}: ${message}`);
  };

  test('does the first unasked, and is given the inputs of its mode only', () => {
    expect(parseModed({ service: 'order' })).toEqual({
      ok: true,
      inputs: { mode: 'verify', service: 'order', url: 'http://x', strict: false },
    });
    const diff = parseModed({ mode: 'diff', base: 'a', head: 'b', url: 'http://x' });
    expect(diff).toEqual({ ok: true, inputs: { mode: 'diff', base: 'a', head: 'b', strict: false } });
    if (diff.ok && diff.inputs.mode === 'diff') expect(diff.inputs.base).toBe('a');
  });

  test('names what is missing in the mode, and what means nothing there', () => {
    expect(codes({ mode: 'diff', base: 'a', service: 'order' })).toEqual([
      'INPUT_UNUSED: Input "service" means nothing to the mode diff; it belongs to verify.',
      'INPUT_MISSING: Input "head" is required.',
    ]);
    expect(codes({ mode: 'constructor' })).toContain(
      'INPUT_MALFORMED: Input "mode" is "constructor"; expected one of verify, diff.',
    );
  });

  test('requires of every caller only what every mode needs, and says which mode takes what', () => {
    expect(renderActionYml(moded)).toContain('  base:\n    description: "The old file (mode diff)"\n    required: false\n');
    expect(renderActionYml(moded)).toContain('  strict:\n    description: "Both"\n');
    expect(renderInputsTable(moded)).toContain('| `base` | text | **required** | `diff` | The old file |');
    expect(renderInputsTable(moded)).toContain('| `mode` | `verify`, `diff` | `verify` | all | What to do |');
    expect(renderModesTable(moded)).toContain('| `diff` | Compares two files | `slipway moded diff BASE HEAD` |');
  });

  test('has help of its own for each', () => {
    expect(renderHelp(moded)).toContain('slipway moded [MODE]');
    expect(renderHelp(moded)).toContain('The old file (required; diff only)');
    const help = renderHelp(moded, 'diff');
    expect(help).toContain('Usage: slipway moded diff BASE HEAD [--input value ...]');
    expect(help).not.toContain('--service');
  });
});

describe('a secret', () => {
  test('shows nowhere but where it is revealed', () => {
    const hidden = new Secret('hunter2');
    expect(`${hidden} ${JSON.stringify({ hidden })} ${inspect(hidden)} ${String(Object.values(hidden))}`).not.toContain(
      'hunter2',
    );
    expect(hidden.reveal()).toBe('hunter2');
  });
});

describe('what is generated', () => {
  test('action.yml holds every input once, with its default', () => {
    expect(renderActionYml(example)).toContain(
      '  error-rate-max:\n    description: "The limit"\n    required: false\n    default: "5%"\n',
    );
    expect(renderActionYml(example)).toContain('description: "The mode One of: fast, slow."');
    expect(renderActionYml(example)).toContain('using: "node24"');
  });

  test('a table keeps its columns whatever a text holds', () => {
    expect(renderInputsTable({ inputs: { a: text('one | two') } })).toContain('| `a` | text |  | one \\| two |');
  });

  test('help names how a secret is given', () => {
    expect(renderHelp(example)).toContain('--token <env:NAME|file:PATH>');
  });
});
