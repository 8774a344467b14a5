import { describe, expect, test } from '@jest/globals';
import {
  climbProblems,
  editFlag,
  editFlagBy,
  lintFlags,
  parseFlags,
  referencesIn,
  stalenessOf,
  standingOf,
  type FlagEdit,
} from './index.ts';

const NOW = Date.parse('2026-06-03T10:00:00Z');
const META = { owner: 'payments', expires: '2026-12-31' };

type Entries = readonly (readonly [string, number])[];

const flag = (shares: Entries | undefined, more: object = {}) => ({
  state: 'ENABLED',
  variants: { on: true, off: false },
  defaultVariant: 'off',
  ...(shares && { targeting: { fractional: shares } }),
  metadata: META,
  ...more,
});

const fileOf = (flags: object) => parseFlags('flags.json', JSON.stringify({ flags }, null, 2));

function lint(before: object | undefined, after: object, code: Readonly<Record<string, string>> = {}, dark = false) {
  const [base, head] = [before && fileOf(before), fileOf(after)];
  const names = new Map([...(base?.flags ?? []), ...head.flags].map(([key, { variants }]) => [key, Object.keys(variants)]));
  for (const [key, { variants }] of base?.flags ?? []) names.set(key, Object.keys(variants));
  const references = Object.entries(code).flatMap(([file, text]) => referencesIn(file, text, names));
  return lintFlags({ base, head, references, dark, now: NOW });
}
const codes = (...args: Parameters<typeof lint>): readonly string[] => lint(...args).map(({ code }) => code);

describe('the cohort of a percentage', () => {
  test('grows without moving anybody', () => {
    const steps = [1, 10, 25, 50, 100];
    for (const [index, step] of steps.slice(1).entries()) {
      const [from, to] = [steps[index] ?? 0, step].map((on) => ({
        a: flag([
          ['on', on],
          ['off', 100 - on],
        ]),
      }));
      expect(codes(from, to ?? {})).toEqual([]);
    }
  });

  test('is drawn anew when the order of its variants is turned round', () => {
    const [fault] = lint(
      {
        a: flag([
          ['on', 10],
          ['off', 90],
        ]),
      },
      {
        a: flag([
          ['off', 75],
          ['on', 25],
        ]),
      },
    );
    expect(fault).toMatchObject({ code: 'FLAG_COHORT_MOVED', level: 'error', location: { file: 'flags.json' } });
    expect(fault?.message).toMatch(
      /^100 % of the users who have "on" of "a" lose it by this change \(\d+ of \d+ drawn users\), and its share explains 0.0 %/,
    );
  });

  const three = (a: number, b: number, c: number) => ({
    x: flag(
      [
        ['one', a],
        ['two', b],
        ['off', c],
      ],
      { variants: { one: 'a', two: 'b', off: 'c' } },
    ),
  });

  test('of three variants moves whom the first one pushes away', () => {
    expect(codes(three(30, 10, 60), three(20, 20, 60))).toEqual([]);
    const [fault] = lint(three(30, 10, 60), three(40, 20, 40));
    expect([fault?.code, fault?.message]).toEqual([
      'FLAG_COHORT_MOVED',
      expect.stringContaining('100 % of the users who have "two"'),
    ]);
  });

  test('is drawn anew by another name', () => {
    const [fault] = lint(
      {
        a: flag([
          ['on', 25],
          ['off', 75],
        ]),
      },
      {
        b: flag([
          ['on', 25],
          ['off', 75],
        ]),
      },
    );
    expect(fault?.code).toBe('FLAG_RENAMED');
    expect(fault?.message).toMatch(/7[0-9] % of the users who have "on" lose it/);
  });

  test('may shrink, and be switched off', () => {
    expect(
      codes(
        {
          a: flag([
            ['on', 50],
            ['off', 50],
          ]),
        },
        {
          a: flag([
            ['on', 10],
            ['off', 90],
          ]),
        },
      ),
    ).toEqual([]);
    expect(
      codes(
        {
          a: flag([
            ['on', 50],
            ['off', 50],
          ]),
        },
        {
          a: flag(
            [
              ['on', 50],
              ['off', 50],
            ],
            { state: 'DISABLED' },
          ),
        },
      ),
    ).toEqual([]);
  });

  test('that asks for what nobody has is told', () => {
    const rules = { if: [{ '!!': { var: 'email' } }, { fractional: [{ var: 'email' }, ['on', 50], ['off', 50]] }, 'off'] };
    expect(codes(undefined, { a: flag(undefined, { targeting: rules }) })).toEqual(['FLAG_KEY_UNUSUAL']);
  });
});

describe('what code still needs', () => {
  const before = { a: flag(undefined, { variants: { x: 'x', y: 'y' }, defaultVariant: 'x' }) };

  test('a variant that it names may not go', () => {
    const after = { a: flag(undefined, { variants: { x: 'x' }, defaultVariant: 'x' }) };
    const [fault] = lint(before, after, { 'src/a.ts': `\nconst v = flags.get("a");\nif (v === 'y') go();` });
    expect([fault?.code, fault?.message]).toEqual(['FLAG_VARIANT_IN_USE', expect.stringContaining('src/a.ts:2')]);
    expect(codes(before, after, { 'src/a.ts': 'flags.get("a")', 'src/b.ts': "'y'" })).toEqual([]);
  });

  test('a flag that it asks for may not go, and none may change its type', () => {
    expect(codes(before, {}, { 'src/a.ts': "get('a')" })).toEqual(['FLAG_IN_USE']);
    expect(codes(before, {})).toEqual([]);
    expect(codes(before, { a: flag(undefined) })).toEqual(['FLAG_TYPE_CHANGED']);
  });
});

test('a new flag is off where that is asked for, unless it is a kill switch', () => {
  const on = { a: flag(undefined, { defaultVariant: 'on' }) };
  expect(codes({}, on, {}, true)).toEqual(['FLAG_NOT_DARK']);
  expect(codes({}, on, {}, false)).toEqual([]);
  expect(codes({}, { a: flag(undefined) }, {}, true)).toEqual([]);
  expect(
    codes({}, { a: flag(undefined, { defaultVariant: 'on', metadata: { owner: 'x', type: 'kill-switch' } }) }, {}, true),
  ).toEqual([]);
});

test('a flag is off where the first code that names it lands, however long it was there', () => {
  const landing = (definition: object, { base = true, dark = true, key = 'a' } = {}) => {
    const file = fileOf({ a: definition });
    const change = { base: base ? file : undefined, head: file, references: [], dark, newInCode: new Set([key]), now: NOW };
    return lintFlags(change).map(({ code, message }) => [code, message]);
  };
  const half = flag([
    ['on', 50],
    ['off', 50],
  ]);
  const said = [
    ['FLAG_NOT_DARK', expect.stringMatching(/^Code names "a" from this change on, and it is on for (49|50|51) % of/)],
  ];
  expect(landing(half)).toEqual(said);
  expect(landing(half, { base: false })).toEqual(said);
  expect(landing(half, { dark: false })).toEqual([]);
  expect(landing(half, { key: 'b' })).toEqual([]);
  expect(landing(flag(undefined))).toEqual([]);
  expect(landing({ ...half, state: 'DISABLED' })).toEqual([]);
});

test('owner and day are asked for', () => {
  expect(codes(undefined, { a: flag(undefined, { metadata: {} }) })).toEqual(['FLAG_OWNER_MISSING', 'FLAG_EXPIRY_MISSING']);
  expect(codes(undefined, { a: flag(undefined, { metadata: { owner: 'x', expires: '2026-06-01' } }) })).toEqual(['FLAG_EXPIRED']);
  expect(codes(undefined, { a: flag(undefined, { metadata: { owner: 'x', expires: '2026-06-03' } }) })).toEqual([]);
  expect(codes(undefined, { a: flag(undefined, { metadata: { owner: 'x', expires: 'soon' } }) })).toEqual([
    'FLAG_EXPIRY_MALFORMED',
  ]);
});

test('a file that flagd would not take is told whole, with lines', () => {
  const text = JSON.stringify(
    {
      flags: {
        a: { state: 'ON', variants: { on: true, x: 'x' }, defaultVariant: 'no' },
        b: { state: 'ENABLED', variants: {} },
        c: flag([
          ['on', 1],
          ['maybe', 2],
        ]),
      },
    },
    null,
    1,
  );
  const failing = () => parseFlags('f.json', text);
  expect(failing).toThrow();
  try {
    failing();
  } catch (error) {
    const { problems } = error as { problems: readonly { message: string; location: { line: number } }[] };
    expect(problems.map(({ message }) => message.slice(0, 30))).toEqual([
      '"state" of "a" is "ON".',
      'The variants of "a" are of sev',
      '"defaultVariant" of "a" is "no',
      '"b" has no "variants".',
      'There is no variant "maybe".',
    ]);
    expect(problems.every(({ location }) => location.line > 2)).toBe(true);
  }
});

describe('an edit', () => {
  const TEXT = `{ "flags": {
  "a": {"state":"ENABLED", "variants": {"on": true, "off": false}, "defaultVariant": "off", // kept
    "targeting": {"fractional": [["on",   10], ["off", 90]]}}
}}`.replace(' // kept', '');

  test.each<[FlagEdit, readonly [string, string][]]>([
    [{ kind: 'state', state: 'DISABLED' }, [['"ENABLED"', '"DISABLED"']]],
    [{ kind: 'default', variant: 'on' }, [['"defaultVariant": "off"', '"defaultVariant": "on"']]],
    [
      { kind: 'percentage', percentage: 25 },
      [
        ['  10]', '  25]'],
        ['90]', '75]'],
      ],
    ],
    [{ kind: 'percentage', variant: 'off', percentage: 90 }, []],
  ])('%j changes its values alone', (edit, replaced) => {
    const { text, changes } = editFlag(parseFlags('f.json', TEXT), 'a', edit);
    expect(text).toBe(replaced.reduce((result, [from, to]) => result.replace(from, to), TEXT));
    expect(changes).toHaveLength(replaced.length);
  });

  test('of YAML keeps its comments and bare words', () => {
    const yaml = 'flags:\n  a:\n    state: ENABLED # now\n    variants: {on: true, off: false}\n    defaultVariant: off\n';
    const file = parseFlags('f.yaml', yaml.replace('defaultVariant: off', 'defaultVariant: "off"'));
    expect(editFlag(file, 'a', { kind: 'state', state: 'DISABLED' }).text).toContain('state: DISABLED # now');
  });

  test.each<[string, string, FlagEdit]>([
    ['FLAG_ABSENT', 'b', { kind: 'state', state: 'DISABLED' }],
    ['FLAG_VARIANT_ABSENT', 'a', { kind: 'default', variant: 'x' }],
  ])('%s', (code, key, edit) => {
    expect(() => editFlag(parseFlags('f.json', TEXT), key, edit)).toThrow(expect.objectContaining({ code }));
  });

  test('of a percentage needs one that two share', () => {
    const edit: FlagEdit = { kind: 'percentage', percentage: 1 };
    expect(() => editFlag(fileOf({ a: flag(undefined) }), 'a', edit)).toThrow(
      expect.objectContaining({ code: 'FLAG_WITHOUT_PERCENTAGE' }),
    );
    const three = {
      a: flag(
        [
          ['on', 1],
          ['off', 1],
          ['x', 1],
        ],
        { variants: { on: true, off: false, x: true } },
      ),
    };
    expect(() => editFlag(fileOf(three), 'a', edit)).toThrow(expect.objectContaining({ code: 'FLAG_SHARES' }));
  });
});

describe('a ramp, looked at beforehand', () => {
  const STEPS = [1, 10, 25, 50, 100];
  const two = (more: object = {}) =>
    flag(
      [
        ['on', 0],
        ['off', 100],
      ],
      more,
    );
  const problems = (definition: object, climb: { variant?: string; drawnBy?: string; steps?: readonly number[] } = {}) =>
    climbProblems(fileOf({ a: definition }), 'a', {
      ...{ variant: climb.variant, steps: climb.steps ?? STEPS, drawnBy: climb.drawnBy ?? 'targetingKey' },
    });
  const drawing = (by: unknown) => two({ targeting: { fractional: [by, ['on', 0], ['off', 100]] } });

  test('moves nobody where two variants share a percentage, whichever of them grows', () => {
    expect(problems(two({ state: 'DISABLED' }))).toEqual([]);
    expect(problems(two(), { variant: 'off' })).toEqual([]);
  });

  test('reaches nobody where the rules draw by what users do not have', () => {
    const [problem] = problems(drawing({ var: 'email' }));
    expect(problem).toMatchObject({ code: 'FLAG_RAMP_KEYLESS', location: { file: 'flags.json', line: 10 } });
    expect(problem?.message).toBe('At 100 % nobody whose context has "targetingKey" alone gets "on" of "a".');
    expect(problems(drawing({ var: 'email' }), { drawnBy: 'email' })).toEqual([]);
  });

  test('moves users as time passes where the rules ask for the time', () => {
    expect(problems(drawing({ cat: [{ var: '$flagd.timestamp' }, { var: 'targetingKey' }] })).map(({ code }) => code)).toEqual([
      'FLAG_COHORT_MOVED',
    ]);
  });

  test('that takes users the feature at a step is told with how many', () => {
    // These rules give it to everybody whom the percentage does not name.
    const rules = {
      if: [
        {
          '==': [
            {
              fractional: [
                ['on', 0],
                ['off', 100],
              ],
            },
            'on',
          ],
        },
        'off',
        'on',
      ],
    };
    const [problem, ...more] = problems(two({ targeting: rules }), { steps: [1, 10, 25] });
    expect([problem?.code, more.length]).toEqual(['FLAG_COHORT_MOVED', 1]);
    expect(problem?.message).toMatch(/^From 1 % to 10 %, \d+ of 19\d\d\d drawn users who have "on" would lose it\.$/);
  });

  test('is of no flag that is shared by three, or by none', () => {
    const three = {
      targeting: {
        fractional: [
          ['on', 1],
          ['off', 1],
          ['on', 1],
        ],
      },
    };
    expect(() => problems(two(three))).toThrow(expect.objectContaining({ code: 'FLAG_SHARES' }));
    expect(() => problems(flag(undefined))).toThrow(expect.objectContaining({ code: 'FLAG_WITHOUT_PERCENTAGE' }));
  });

  test.each<[readonly [number, number], number]>([
    [[25, 75], 25],
    [[1, 3], 25],
    [[0, 100], 0],
    [[0, 0], 0],
    [[1, 2], 33.333333],
  ])('finds of weights %j the share %d', ([on, off], share) => {
    const definition = flag([
      ['on', on],
      ['off', off],
    ]);
    expect(standingOf(fileOf({ a: definition }), 'a')).toEqual({ on: true, share, variant: 'on' });
  });

  test('sets share and state in one edit', () => {
    const file = fileOf({ a: two({ state: 'DISABLED' }) });
    const { text, changes } = editFlagBy(file, 'a', [
      { kind: 'percentage', percentage: 1 },
      { kind: 'state', state: 'ENABLED' },
    ]);
    expect(standingOf(parseFlags('f.json', text), 'a')).toMatchObject({ on: true, share: 1 });
    expect(changes.map(({ to }) => to)).toEqual(['1', '99', '"ENABLED"']);
  });
});

describe('staleness', () => {
  const facts = (definition: object, changedDays: number, used = true) => {
    const { flags } = fileOf({ a: definition });
    const reference = { flag: 'a', file: 'x', line: 1, variants: [] };
    const known = { changedAt: NOW - changedDays * 86_400_000, references: used ? [reference] : [], now: NOW, settledDays: 30 };
    const found = flags.get('a');
    return found === undefined ? [] : stalenessOf({ key: 'a', flag: found, ...known }).map(({ kind }) => kind);
  };

  test.each<[string, object, number, boolean, readonly string[]]>([
    [
      'everybody has it for 30 days',
      flag([
        ['on', 100],
        ['off', 0],
      ]),
      30,
      true,
      ['settled'],
    ],
    [
      'for 29',
      flag([
        ['on', 100],
        ['off', 0],
      ]),
      29,
      true,
      [],
    ],
    [
      'half have it',
      flag([
        ['on', 50],
        ['off', 50],
      ]),
      300,
      true,
      [],
    ],
    [
      'nobody asks for it',
      flag([
        ['on', 50],
        ['off', 50],
      ]),
      1,
      false,
      ['unreferenced'],
    ],
    [
      'its day is over',
      flag(
        [
          ['on', 50],
          ['off', 50],
        ],
        { metadata: { expires: '2026-01-01' } },
      ),
      1,
      true,
      ['expired'],
    ],
    ['a kill switch lies still', flag(undefined, { metadata: { type: 'kill-switch' } }), 900, false, []],
  ])('%s', (_, definition, days, used, expected) => {
    expect(facts(definition, days, used)).toEqual(expected);
  });
});
