import { bodies, rule, type Rules } from './bodies.ts';
import type { Case } from './oracle.ts';

const LISTS = ['[]', '["a"]', '["a","b"]', '["a","b","c"]', '[1]', '["a",1]', '{}', '"a"', 'null', '[["a"]]'];

/** Lists under limits, variants and rules on their items. */
export function lists(): readonly Case[] {
  const actual = LISTS.map((list) => `{"l":${list}}`);
  const type = (limits: object): Rules => ({ '$.l': rule({ match: 'type', ...limits }) });
  const variants = (...rules: object[]): Rules => ({
    '$.l': rule({ match: 'arrayContains', variants: rules.map((each, index) => ({ index, rules: each })) }),
  });
  return [
    ...bodies('a list', { l: ['a'] }, {}, actual),
    ...bodies('an empty list', { l: [] }, {}, actual),
    ...[{}, { min: 1 }, { min: 2 }, { max: 2 }, { min: 1, max: 2 }].flatMap((limits, index) =>
      bodies(`a list by type ${index}`, { l: ['a'] }, type(limits), actual),
    ),
    ...bodies('an empty list by type', { l: [] }, type({}), actual),
    ...bodies('two items by type', { l: ['a', 'b'] }, type({}), actual),
    ...bodies('items under a wildcard', { l: ['a'] }, { '$.l[*]': rule({ match: 'type' }) }, actual),
    ...bodies('a list that holds', { l: ['a'] }, variants({}), actual),
    ...bodies('a list that holds by type', { l: ['a'] }, variants({ $: rule({ match: 'type' }) }), actual),
    ...bodies('a list that holds two', { l: ['a', 'b'] }, variants({}, {}), actual),
    ...bodies('each value a text', { l: ['a'] }, { '$.l': rule({ match: 'eachValue', rules: [{ match: 'type' }] }) }, actual),
    ...bodies('a filled list', { l: ['a'] }, { '$.l': rule({ match: 'notEmpty' }) }, actual),
  ];
}

const OBJECTS = [
  '{}',
  '{"k1":{"n":1}}',
  '{"z9":{"n":2}}',
  '{"zz":{"n":2}}',
  '{"k1":{"n":"x"}}',
  '{"z9":{}}',
  '{"z9":{"n":1,"m":2}}',
  '{"k1":{"n":1},"z9":{"n":2.5}}',
  '{"k1":7}',
  '[]',
  '[{"n":1}]',
  'null',
  '"k1"',
];

/** Objects under rules on keys, values and parts. */
export function objects(): readonly Case[] {
  const actual = OBJECTS.map((object) => `{"o":${object}}`);
  const example = { o: { k1: { n: 1 } } };
  const eachKey = { match: 'eachKey', rules: [{ match: 'regex', regex: '[a-z]\\d' }], value: 'k1' };
  const eachValue = { match: 'eachValue', rules: [{ match: 'type' }] };
  return [
    ...bodies('an object', example, {}, actual),
    ...bodies('an object by type', example, { '$.o': rule({ match: 'type' }) }, actual),
    ...bodies('an empty object', { o: {} }, {}, actual),
    ...bodies('an object by type from its root', example, { $: rule({ match: 'type' }) }, actual),
    ...bodies('an object that is equal', example, { '$.o': rule({ match: 'equality' }) }, actual),
    ...bodies('each key', example, { '$.o': rule(eachKey) }, actual),
    ...bodies('each value', example, { '$.o': rule(eachValue) }, actual),
    ...bodies('each key and value', example, { '$.o': rule(eachKey, eachValue) }, actual),
    ...bodies('values', example, { '$.o': rule({ match: 'values' }), '$.o.*.n': rule({ match: 'integer' }) }, actual),
    ...bodies('a wildcard key', example, { '$.o.*.n': rule({ match: 'integer' }) }, actual),
    ...bodies('a filled object', example, { '$.o': rule({ match: 'notEmpty' }) }, actual),
    ...bodies('one or null', example, { '$.o': { combine: 'OR', matchers: [{ match: 'type' }, { match: 'null' }] } }, actual),
  ];
}
