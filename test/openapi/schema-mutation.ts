import type { Json } from './description.ts';
import { change, drop, type Edit, type Mutation, revise, set, setIn, setNumber } from './edit.ts';
import { isJson, objectSchemas, objects, typed } from './site.ts';

const propertiesOf = (schema: Json): Json => schema['properties'] as Json;
const requiredOf = (schema: Json): string[] => (Array.isArray(schema['required']) ? (schema['required'] as string[]) : []);
const lists = (description: Json): Json[] => objects(description, (each) => Array.isArray(each['enum']));
const unions = (description: Json): Json[] => objects(description, (each) => Array.isArray(each['oneOf']));

const flag =
  (name: string): Edit =>
  (schema, choose) => {
    const property = propertiesOf(schema)[choose.pick(Object.keys(propertiesOf(schema)))];
    if (isJson(property) && !('$ref' in property)) property[name] = true;
  };

/** What a team may do to its schemas, by what it is called. */
export const SCHEMA_MUTATIONS: Readonly<Record<string, Mutation>> = {
  'remove a property': change(objectSchemas, (schema, choose) => {
    const name = choose.pick(Object.keys(propertiesOf(schema)));
    delete propertiesOf(schema)[name];
    schema['required'] = requiredOf(schema).filter((each) => each !== name);
    if (requiredOf(schema).length === 0) delete schema['required'];
  }),
  'add an optional property': change(objectSchemas, setIn(['properties', 'added'], { type: 'string' })),
  'add a required property': change(objectSchemas, (schema) => {
    propertiesOf(schema)['added'] = { type: 'string' };
    schema['required'] = [...requiredOf(schema), 'added'];
  }),
  'require a property': change(objectSchemas, (schema, choose) => {
    const name = choose.pick(Object.keys(propertiesOf(schema)));
    schema['required'] = [...new Set([...requiredOf(schema), name])];
  }),
  'make a property optional': change(objectSchemas, (schema, choose) => {
    if (requiredOf(schema).length === 0) return;
    const name = choose.pick(requiredOf(schema));
    schema['required'] = requiredOf(schema).filter((each) => each !== name);
    if (requiredOf(schema).length === 0) delete schema['required'];
  }),
  'close an object': change(objectSchemas, set('additionalProperties', false)),
  'open an object': change(objectSchemas, drop('additionalProperties')),
  'turn an integer into text': change(
    (d) => typed(d, 'integer'),
    (schema) => {
      for (const key of ['minimum', 'maximum']) delete schema[key];
      schema['type'] = 'string';
    },
  ),
  'turn an integer into a number': change((d) => typed(d, 'integer'), set('type', 'number')),
  'turn a number into an integer': change((d) => typed(d, 'number'), set('type', 'integer')),
  'add a value to a list': change(
    lists,
    revise('enum', (list) => [...list, 'added']),
  ),
  'take a value from a list': change(
    lists,
    revise('enum', (list) => list.slice(1)),
  ),
  'list values': change(
    (d) => typed(d, 'string').filter((each) => !('enum' in each) && !('pattern' in each) && !('format' in each)),
    set('enum', ['a', 'b']),
  ),
  'list no values': change(lists, drop('enum')),
  'raise a minimum': change((d) => typed(d, 'integer'), setNumber('minimum', 1, 1)),
  'lower a minimum': change((d) => typed(d, 'integer'), setNumber('minimum', -1, -5)),
  'drop a minimum': change((d) => typed(d, 'integer'), drop('minimum')),
  'raise a maximum': change((d) => typed(d, 'integer'), setNumber('maximum', 10, 1000)),
  'lower a maximum': change((d) => typed(d, 'integer'), setNumber('maximum', -10, 50)),
  'drop a maximum': change((d) => typed(d, 'integer'), drop('maximum')),
  'exclude the minimum': change((d) => typed(d, 'integer').filter((each) => 'minimum' in each), set('exclusiveMinimum', true)),
  'lengthen a text': change((d) => typed(d, 'string'), setNumber('maxLength', 10, 500)),
  'shorten a text': change((d) => typed(d, 'string'), setNumber('maxLength', -5, 10)),
  'drop the length of a text': change((d) => typed(d, 'string'), drop('maxLength')),
  'ask for a longer text': change((d) => typed(d, 'string'), setNumber('minLength', 1, 2)),
  'let texts be shorter': change((d) => typed(d, 'string'), drop('minLength')),
  'add a pattern': change((d) => typed(d, 'string').filter((each) => !('pattern' in each)), set('pattern', '^x')),
  'change a pattern': change((d) => typed(d, 'string').filter((each) => 'pattern' in each), set('pattern', '^y+$')),
  'drop a pattern': change((d) => typed(d, 'string'), drop('pattern')),
  'add a format': change((d) => typed(d, 'string').filter((each) => !('format' in each)), set('format', 'uuid')),
  'drop a format': change((d) => typed(d, 'string'), drop('format')),
  'change a format': change((d) => typed(d, 'string').filter((each) => 'format' in each), set('format', 'hostname')),
  'let null in': change(
    (d) => objects(d, (each) => typeof each['type'] === 'string' && !('in' in each) && !('scheme' in each)),
    set('nullable', true),
  ),
  'make it read only': change(objectSchemas, flag('readOnly')),
  'make it write only': change(objectSchemas, flag('writeOnly')),
  'ask for more items': change((d) => typed(d, 'array'), setNumber('minItems', 1, 1)),
  'ask for fewer items': change((d) => typed(d, 'array'), drop('minItems')),
  'let fewer items be': change((d) => typed(d, 'array'), setNumber('maxItems', -5, 20)),
  'let more items be': change((d) => typed(d, 'array'), drop('maxItems')),
  'ask for each item once': change((d) => typed(d, 'array'), set('uniqueItems', true)),
  'change the step': change((d) => typed(d, 'number'), set('multipleOf', 7)),
  'drop the step': change((d) => typed(d, 'number'), drop('multipleOf')),
  'add a branch': change(
    unions,
    revise('oneOf', (list) => [...list, { type: 'boolean' }]),
  ),
  'take a branch': change(
    unions,
    revise('oneOf', (list) => list.slice(1)),
  ),
  'compose with more': change(
    objectSchemas,
    set('allOf', [{ type: 'object', required: ['more'], properties: { more: { type: 'string' } } }]),
  ),
  'forbid something': change((d) => typed(d, 'string'), set('not', { enum: ['never'] })),
  'ask for more properties': change(objectSchemas, set('minProperties', 3)),
  'let fewer properties be': change(objectSchemas, set('maxProperties', 20)),
};
