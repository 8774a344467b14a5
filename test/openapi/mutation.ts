import type { Json } from './description.ts';
import { change, drop, type Mutation, otherMedia, revise, set, setIn } from './edit.ts';
import { SCHEMA_MUTATIONS } from './schema-mutation.ts';
import { answers, at, isJson, objects, operations } from './site.ts';

const parameters = (description: Json): Json[] =>
  objects(description, (each) => each['in'] === 'query' || (each['in'] === 'header' && 'schema' in each));
const withParameters = (description: Json): Json[] => operations(description).map(({ operation }) => operation);
const bodies = (description: Json): Json[] =>
  operations(description).flatMap(({ operation }) => (isJson(operation['requestBody']) ? [operation['requestBody']] : []));

const operationMutations: Readonly<Record<string, Mutation>> = {
  'remove an operation': (description, choose) => {
    const { item, method } = choose.pick(operations(description));
    delete item[method];
    return true;
  },
  'remove a path': (description, choose) => delete at(description, 'paths')[choose.pick(Object.keys(at(description, 'paths')))],
  'add an operation': (description) => {
    at(description, 'paths')['/added'] = { get: { responses: { '200': { description: 'Done.' } } } };
    return true;
  },
  'deprecate an operation': change(withParameters, set('deprecated', true)),
  'remove a parameter': change(
    withParameters,
    revise('parameters', (list) => list.slice(1)),
  ),
  'add a parameter': change(
    withParameters,
    revise('parameters', (list) => [...list, { name: 'added', in: 'query', schema: { type: 'string' } }]),
  ),
  'add a required parameter': change(
    withParameters,
    revise('parameters', (list) => [...list, { name: 'added', in: 'query', required: true, schema: { type: 'string' } }]),
  ),
  'require a parameter': change(parameters, set('required', true)),
  'make a parameter optional': change(parameters, set('required', false)),
  'give a parameter a default': change(parameters, setIn(['schema', 'default'], 10)),
  'remove the body': change(withParameters, drop('requestBody')),
  'require the body': change(bodies, set('required', true)),
  'make the body optional': change(bodies, set('required', false)),
  'take another media type too': change(bodies, setIn(['content', 'application/xml'], { schema: { type: 'object' } })),
  'take another media type instead': change(bodies, otherMedia),
  'answer another media type instead': change(answers, otherMedia),
  'answer without a body': change(answers, drop('content')),
  'remove an answer': change(withParameters, (operation) => {
    const responses = at(operation, 'responses');
    delete responses[Object.keys(responses).at(-1) ?? ''];
  }),
  'answer another success': change(withParameters, (operation) => {
    const responses = at(operation, 'responses');
    const [first = '200'] = Object.keys(responses);
    operation['responses'] = { '202': responses[first], ...Object.fromEntries(Object.entries(responses).slice(1)) };
  }),
  'add an answer': change(withParameters, setIn(['responses', '409'], { description: 'Conflict.' })),
  'remove a header': change(answers, drop('headers')),
  'make a header optional': change(
    (d) => answers(d).filter((each) => isJson(each['headers'])),
    setIn(['headers', 'X-Rate', 'required'], false),
  ),
  'add a header': change(answers, setIn(['headers', 'X-Added'], { schema: { type: 'string' } })),
  'ask for credentials': change(withParameters, set('security', [{ key: [] }])),
  'ask for other credentials': change(withParameters, set('security', [{ token: [] }])),
  'ask for no credentials': change(withParameters, drop('security')),
  'let other credentials in': change(withParameters, set('security', [{ key: [] }, { token: [] }])),
  'rename a path parameter': (description) => {
    const paths = at(description, 'paths');
    const [path, item] = Object.entries(paths).find(([name]) => name.includes('{id}')) ?? [];
    if (path === undefined || !isJson(item)) return false;
    delete paths[path];
    paths[path.replace('{id}', '{key}')] = {
      ...item,
      parameters: [{ name: 'key', in: 'path', required: true, schema: { type: 'string' } }],
    };
    return true;
  },
  'describe it better': change(withParameters, set('description', 'Better.')),
  'name it otherwise': change(withParameters, set('operationId', 'other')),
};

/** What a team may do to its description, by what it is called. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = { ...SCHEMA_MUTATIONS, ...operationMutations };
