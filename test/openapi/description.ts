import { type Random, random } from './random.ts';

/** A JSON object that tests build and change. */
export type Json = { [key: string]: unknown };

const NAMES = ['id', 'status', 'amount', 'currency', 'note', 'email', 'created', 'tags', 'address', 'count', 'active', 'owner'];
const RESOURCES = ['charges', 'orders', 'invoices', 'refunds', 'customers', 'cards', 'shipments', 'returns'];

function scalar(choose: Random): Json {
  const kind = choose.below(9);
  if (kind === 0) return { type: 'string' };
  if (kind === 1) return { type: 'string', minLength: 1 + choose.below(3), maxLength: 20 + choose.below(20) };
  if (kind === 2) return { type: 'string', enum: ['open', 'paid', 'failed'].slice(0, 2 + choose.below(2)) };
  if (kind === 3) return { type: 'string', format: choose.pick(['date', 'date-time', 'uuid', 'email']) };
  if (kind === 4) return { type: 'integer', minimum: choose.below(3), maximum: 100 + choose.below(100) };
  if (kind === 5) return { type: 'number', multipleOf: choose.pick([5, 10]) };
  if (kind === 6) return { type: 'string', pattern: choose.pick(['^[a-z]+$', '^txn_']) };
  return kind === 7 ? { type: 'boolean' } : { type: 'integer' };
}

function property(choose: Random, schemas: readonly string[], depth: number): Json {
  const kind = choose.below(12);
  if (kind < 7 || depth > 2) return scalar(choose);
  if (kind === 7)
    return {
      type: 'array',
      items: property(choose, schemas, depth + 1),
      ...(choose.chance(0.4) && { minItems: 1, maxItems: 50 }),
    };
  if (kind === 8) return object(choose, schemas, depth + 1);
  if (kind === 9) return { oneOf: [{ type: 'string', maxLength: 30 }, { type: 'integer' }] };
  return { $ref: `#/components/schemas/${choose.pick(schemas)}` };
}

function object(choose: Random, schemas: readonly string[], depth: number): Json {
  const names = NAMES.filter(() => choose.chance(0.4));
  const used = names.length === 0 ? ['id'] : names;
  return {
    type: 'object',
    required: used
      .filter(() => choose.chance(0.5))
      .concat(used[0] ?? 'id')
      .filter((name, index, all) => all.indexOf(name) === index),
    properties: Object.fromEntries(used.map((name) => [name, property(choose, schemas, depth)])),
    ...(choose.chance(0.1) && { additionalProperties: false }),
  };
}

const content = (schema: Json): Json => ({ 'application/json': { schema } });

function parameters(choose: Random): Json[] {
  const found: Json[] = [];
  if (choose.chance(0.6))
    found.push({
      name: 'limit',
      in: 'query',
      required: choose.chance(0.3),
      schema: { type: 'integer', minimum: 1, maximum: 100 },
    });
  if (choose.chance(0.4)) found.push({ name: 'sort', in: 'query', schema: { type: 'string', enum: ['asc', 'desc'] } });
  if (choose.chance(0.3))
    found.push({ name: 'X-Trace', in: 'header', required: choose.chance(0.3), schema: { type: 'string', maxLength: 64 } });
  return found;
}

function operation(choose: Random, id: string, schemas: readonly string[], withBody: boolean): Json {
  const ref = (): Json => ({ $ref: `#/components/schemas/${choose.pick(schemas)}` });
  const body = choose.chance(0.8) ? ref() : object(choose, schemas, 0);
  const headers = choose.chance(0.4)
    ? { headers: { 'X-Rate': { required: choose.chance(0.6), schema: { type: 'integer', minimum: 0 } } } }
    : {};
  return {
    operationId: id,
    parameters: parameters(choose),
    ...(withBody && { requestBody: { required: choose.chance(0.7), content: content(body) } }),
    ...(choose.chance(0.3) && { security: [{ key: [] }] }),
    responses: {
      [choose.pick(['200', '201'])]: {
        description: 'Done.',
        content: content(choose.chance(0.8) ? ref() : object(choose, schemas, 0)),
        ...headers,
      },
      ...(choose.chance(0.5) && {
        '404': { description: 'There is none.', content: content({ $ref: '#/components/schemas/Problem' }) },
      }),
    },
  };
}

/** A made-up description in OpenAPI 3.0 as teams write them; as large as asked for. */
export function makeDescription(seed: number, resources = 2, schemaCount = 4): Json {
  const choose = random(seed);
  const names = Array.from({ length: schemaCount }, (_, index) => `Schema${index}`);
  const schemas = Object.fromEntries(names.map((name) => [name, object(choose, [...names, 'Problem'], 0)]));
  const paths: Json = {};
  for (let index = 0; index < resources; index += 1) {
    const name = `${RESOURCES[index % RESOURCES.length]}${index < RESOURCES.length ? '' : index}`;
    const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
    paths[`/${name}`] = {
      get: operation(choose, `list-${name}`, names, false),
      post: operation(choose, `add-${name}`, names, true),
    };
    paths[`/${name}/{id}`] = { parameters: [id], get: operation(choose, `show-${name}`, names, false) };
  }
  return {
    openapi: '3.0.3',
    info: { title: 'payment-service', version: '1.0.0' },
    servers: [{ url: 'https://payment.example.com' }],
    paths,
    components: {
      securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' }, token: { type: 'http', scheme: 'bearer' } },
      schemas: {
        ...schemas,
        Problem: { type: 'object', required: ['title'], properties: { title: { type: 'string' }, status: { type: 'integer' } } },
      },
    },
  };
}
