import type { Json } from './description.ts';
import { all, answerOf, type Mutant, none, operationOf, requestSchema, responseSchema, without } from './label.ts';
import type { Offer } from './provider.ts';
import { at } from './site.ts';

const makeOf =
  (offer: Offer) =>
  (name: string, edit: Mutant['edit'], breaks: Mutant['breaks']): Mutant => ({ name, edit, offer, breaks });

/** What is done to the body of an operation's request. */
export function bodyMutants(offer: Offer): readonly Mutant[] {
  if (offer.request.length === 0) return [];
  const make = makeOf(offer);
  const required = (description: Json): void => {
    const schema = requestSchema(description, offer);
    at(schema, 'properties')['currency'] = { type: 'string' };
    schema['required'] = [...without(schema['required'], 'currency'), 'currency'];
  };
  const optional = (description: Json): void => {
    at(requestSchema(description, offer), 'properties')['currency'] = { type: 'string' };
  };
  const xml = (description: Json): void => {
    at(operationOf(description, offer), 'requestBody')['content'] = { 'application/xml': {} };
  };
  return [
    make('add a required field to the request', required, all),
    make('add an optional field to the request', optional, none),
    make('take XML instead', xml, all),
  ];
}

/** What is done to an operation's parameters. */
export function parameterMutants(offer: Offer): readonly Mutant[] {
  const make = makeOf(offer);
  const edit = (change: (parameters: readonly Json[]) => readonly Json[]) => (description: Json) => {
    const operation = operationOf(description, offer);
    operation['parameters'] = change(operation['parameters'] as Json[]);
  };
  const added = (required: boolean) =>
    edit((list) => [...list, { name: 'added', in: 'query', required, schema: { type: 'string' } }]);
  return [
    make('add a required parameter', added(true), all),
    make('add an optional parameter', added(false), none),
    ...offer.query.map((name) =>
      make(
        `remove the parameter ${name}`,
        edit((list) => list.filter((each) => each['name'] !== name)),
        ({ query }) => query.includes(name),
      ),
    ),
  ];
}

/** What is done to an operation as a whole. */
export function operationMutants(offer: Offer): readonly Mutant[] {
  const make = makeOf(offer);
  const item = (description: Json): Json => at(at(description, 'paths'), offer.path);
  const move = (description: Json): void => {
    at(description, 'paths')[`/v2${offer.path}`] = item(description);
    delete at(description, 'paths')[offer.path];
  };
  const accepted = (description: Json): void => {
    operationOf(description, offer)['responses'] = { '202': answerOf(description, offer) };
  };
  const credentials = (description: Json): void => {
    description['components'] = { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } };
    operationOf(description, offer)['security'] = [{ key: [] }];
  };
  return [
    make('remove the operation', (d) => void delete item(d)[offer.method.toLowerCase()], all),
    make('move the operation', move, all),
    make('answer 202 instead', accepted, all),
    make('answer XML instead', (d) => Object.assign(answerOf(d, offer), { content: { 'application/xml': {} } }), all),
    make(
      'remove the header',
      (d) => void delete answerOf(d, offer)['headers'],
      ({ readsHeader }) => readsHeader,
    ),
    make('ask for credentials', credentials, all),
    make(
      'add a field to the answer',
      (d) => Object.assign(at(responseSchema(d, offer), 'properties'), { fee: { type: 'integer' } }),
      none,
    ),
    make(
      'add an answer',
      (d) => Object.assign(at(operationOf(d, offer), 'responses'), { '409': { description: 'Conflict.' } }),
      none,
    ),
    make('describe it better', (d) => Object.assign(operationOf(d, offer), { summary: 'Better.' }), none),
  ];
}
