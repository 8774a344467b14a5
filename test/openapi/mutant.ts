import type { Consumer, Use } from './consumer.ts';
import type { Json } from './description.ts';
import { type Mutant, none, requestSchema, responseSchema, without } from './label.ts';
import { bodyMutants, operationMutants, parameterMutants } from './operation-mutant.ts';
import type { Field, Offer } from './provider.ts';
import { at, isJson } from './site.ts';

/** The object that holds a field, and the field's own name there. */
function holder(schema: Json, { name }: Field): readonly [Json, string] {
  const [first = '', second] = name.split('.');
  return second === undefined ? [schema, first] : [at(at(schema, 'properties'), first), second];
}

function editField(schema: Json, field: Field, edit: (properties: Json, key: string, owner: Json) => void): void {
  const [owner, key] = holder(schema, field);
  edit(at(owner, 'properties'), key, owner);
}

const remove = (properties: Json, key: string, owner: Json): void => {
  delete properties[key];
  owner['required'] = without(owner['required'], key);
};
const retype = (properties: Json, key: string): void => void Object.assign(properties, { [key]: { type: 'boolean' } });
const reads = (field: Field) => (use: Use) => use.reads.some(({ name }) => name === field.name);
const sends = (field: Field) => (use: Use) => use.sends.some(({ name }) => name === field.name);

function responseMutants(offer: Offer, field: Field): readonly Mutant[] {
  const edit = (change: (properties: Json, key: string, owner: Json) => void) => (description: Json) =>
    editField(responseSchema(description, offer), field, change);
  const make = (name: string, change: Parameters<typeof edit>[0], breaks: Mutant['breaks']): Mutant => ({
    name: `${name} ${field.name} of the answer`,
    edit: edit(change),
    offer,
    breaks,
  });
  const ruled = (use: Use): boolean => use.reads.some(({ name, rule }) => name === field.name && rule !== 'value');
  const patterned = (use: Use): boolean => use.reads.some(({ name, rule }) => name === field.name && rule === 'pattern');
  const list = field.kind === 'list';
  return [
    make('remove', remove, reads(field)),
    make(
      'rename',
      (properties, key, owner) => {
        properties[`${key}_new`] = properties[key];
        remove(properties, key, owner);
      },
      reads(field),
    ),
    make('retype', retype, reads(field)),
    make('make optional', (_, key, owner) => Object.assign(owner, { required: without(owner['required'], key) }), reads(field)),
    make('let null in', (properties, key) => Object.assign(properties[key] as Json, { nullable: true }), ruled),
    make('deprecate', (properties, key) => Object.assign(properties[key] as Json, { deprecated: true }), none),
    ...(list
      ? [
          make(
            'add a value to',
            (properties, key) => Object.assign(properties[key] as Json, { enum: ['open', 'paid', 'failed', 'pending'] }),
            patterned,
          ),
          make(
            'take a value from',
            (properties, key) => Object.assign(properties[key] as Json, { enum: ['open', 'paid'] }),
            none,
          ),
          make(
            'take the example from',
            (properties, key) => Object.assign(properties[key] as Json, { enum: ['open'] }),
            reads(field),
          ),
        ]
      : []),
  ];
}

function requestMutants(offer: Offer, field: Field): readonly Mutant[] {
  const edit = (change: (properties: Json, key: string, owner: Json) => void) => (description: Json) =>
    editField(requestSchema(description, offer), field, change);
  const make = (name: string, change: Parameters<typeof edit>[0], breaks: Mutant['breaks']): Mutant => ({
    name: `${name} ${field.name} of the request`,
    edit: edit(change),
    offer,
    breaks,
  });
  const group = (use: Use): boolean =>
    !field.name.includes('.') || use.sends.some(({ name }) => name.startsWith(`${field.name.split('.')[0]}.`));
  return [
    make('retype', retype, sends(field)),
    make(
      'require',
      (_, key, owner) => Object.assign(owner, { required: [...without(owner['required'], key), key] }),
      (use) => group(use) && !sends(field)(use),
    ),
    make(
      'forbid',
      (properties, key, owner) => {
        remove(properties, key, owner);
        owner['additionalProperties'] = false;
      },
      sends(field),
    ),
    make('let null in', (properties, key) => Object.assign(properties[key] as Json, { nullable: true }), none),
    ...(field.kind === 'number'
      ? [
          make(
            'lower the maximum under the example of',
            (properties, key) => Object.assign(properties[key] as Json, { maximum: 5 }),
            sends(field),
          ),
          make('lower the maximum of', (properties, key) => Object.assign(properties[key] as Json, { maximum: 500 }), none),
        ]
      : []),
    ...(field.kind === 'list'
      ? [
          make(
            'add a value to',
            (properties, key) => Object.assign(properties[key] as Json, { enum: ['open', 'paid', 'failed', 'x'] }),
            none,
          ),
        ]
      : []),
  ];
}

const reorder = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(reorder)
    : isJson(value)
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, each]) => [key, reorder(each)]),
        )
      : value;

/** Everything that is done to one provider. */
export function mutantsOf(offers: readonly Offer[]): readonly Mutant[] {
  return [
    ...offers.flatMap((offer) => [
      ...operationMutants(offer),
      ...bodyMutants(offer),
      ...parameterMutants(offer),
      ...offer.response.flatMap((field) => responseMutants(offer, field)),
      ...offer.request.flatMap((field) => requestMutants(offer, field)),
    ]),
    {
      name: 'add an operation',
      edit: (d) => void Object.assign(at(d, 'paths'), { '/new': { get: { responses: { '200': { description: 'x' } } } } }),
      offer: undefined,
      breaks: none,
    },
    {
      name: 'write it in another order',
      edit: (d) => void Object.assign(d, { paths: reorder(d['paths']) }),
      offer: undefined,
      breaks: none,
    },
    { name: 'call it 3.1', edit: (d) => void Object.assign(d, { openapi: '3.1.0' }), offer: undefined, breaks: none },
  ];
}

/** The consumers that a mutant breaks, by its label. */
export function labelled(mutant: Mutant, consumers: readonly Consumer[]): readonly string[] {
  const breaks = (use: Use): boolean => use.offer === mutant.offer && mutant.breaks(use);
  return consumers
    .filter(({ uses }) => uses.some(breaks))
    .map(({ name }) => name)
    .sort();
}
