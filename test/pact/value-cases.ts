import { bodies, rule } from './bodies.ts';
import type { Case } from './oracle.ts';

/** Values that a provider might give. */
export const VALUES = [
  '1',
  '1.0',
  '1.5',
  '-3',
  '1e2',
  '1e-2',
  '9007199254740993',
  '"1"',
  '"1.5"',
  '"abc"',
  '"true"',
  '"1.2.3"',
  '""',
  'true',
  'false',
  'null',
  '[]',
  '{}',
  '[1]',
  '{"b":1}',
];
const EXAMPLES: readonly unknown[] = [1, 1.5, 'abc', '1.2.3', true, null, [1], { b: 1 }];
const SIMPLE = ['type', 'integer', 'decimal', 'number', 'boolean', 'null', 'equality', 'notEmpty', 'semver'];

/** Single values under every simple matcher. */
export function scalars(): readonly Case[] {
  const actual = VALUES.map((value) => `{"a":${value}}`);
  return EXAMPLES.flatMap((example, index) => [
    ...bodies(`example ${index} without a rule`, { a: example }, {}, actual),
    ...SIMPLE.flatMap((match) => bodies(`example ${index} under ${match}`, { a: example }, { '$.a': rule({ match }) }, actual)),
  ]);
}

/** Single values under patterns and parts of texts. */
export function texts(): readonly Case[] {
  const actual = VALUES.map((value) => `{"a":${value}}`);
  const patterns = ['\\d+', '[a-z]+', '^a', 'a|abc', '(?i)ABC', '[[:alpha:]]+', '.*', '\\w{3}', 'tr.e', '\\S+'];
  return [
    ...patterns.flatMap((regex, index) =>
      bodies(`pattern ${index}`, { a: 'abc' }, { '$.a': rule({ match: 'regex', regex }) }, actual),
    ),
    ...['1', 'b', 'abc'].flatMap((value) =>
      bodies(`include ${value}`, { a: 'abc' }, { '$.a': rule({ match: 'include', value }) }, actual),
    ),
  ];
}

const MOMENTS = [
  '2024-02-29',
  '2023-02-29',
  '2024-2-9',
  '29/02/2024',
  '31/04/2024',
  '9 Feb 2024',
  '10:20:30',
  '10:20',
  '24:00:00',
  '23:59:60',
  '10:20:30.123',
  '1:20 PM',
  '13:20 PM',
  '2024-02-09T10:20:30',
  '2024-02-09T10:20:30Z',
  '2024-02-09T10:20:30+01:00',
  '2024-02-09T10:20:30+0100',
  '2024-02-09T10:20:30.123Z',
  '2024-02-09 10:20:30',
  'Fri, 9 Feb 2024',
];
const FORMATS: Readonly<Record<string, readonly string[]>> = {
  date: ['', 'yyyy-MM-dd', 'dd/MM/yyyy', 'd MMM yyyy', 'EEE, d MMM yyyy', 'yy-MM-dd'],
  time: ['', 'HH:mm:ss', 'HH:mm', 'hh:mm a', 'HH:mm:ss.SSS'],
  timestamp: [
    "yyyy-MM-dd'T'HH:mm:ss",
    "yyyy-MM-dd'T'HH:mm:ssX",
    "yyyy-MM-dd'T'HH:mm:ssXXX",
    "yyyy-MM-dd'T'HH:mm:ssZ",
    "yyyy-MM-dd'T'HH:mm:ss.SSSX",
    'yyyy-MM-dd HH:mm:ss',
    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'",
  ],
};

/** Dates and times in every common format. */
export function moments(): readonly Case[] {
  const actual = MOMENTS.map((text) => JSON.stringify({ a: text }));
  return Object.entries(FORMATS).flatMap(([match, formats]) =>
    formats.flatMap((format, index) =>
      bodies(`${match} ${index}`, { a: MOMENTS[0] }, { '$.a': rule({ match, ...(format !== '' && { format }) }) }, actual),
    ),
  );
}
