import type { Json } from './description.ts';
import { type Random, random } from './random.ts';

/** One field of a body, flat or one level down (`card.number`). */
export interface Field {
  readonly name: string;
  readonly kind: 'text' | 'number' | 'list';
  readonly required: boolean;
}

/** One operation of a made-up provider. */
export interface Offer {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly request: readonly Field[];
  readonly response: readonly Field[];
  readonly query: readonly string[];
  readonly header: string;
}

const VALUES = ['open', 'paid', 'failed'];
const NAMES = ['id', 'amount', 'note', 'total', 'state', 'kind', 'card.number', 'card.holder', 'address.city', 'count'];
const KINDS: readonly Field['kind'][] = ['text', 'number', 'list'];

/** A value that fits a field. */
export function exampleOf({ kind }: Field): unknown {
  return kind === 'number' ? 7 : kind === 'list' ? 'paid' : 'some text';
}

const schemaOf = ({ kind }: Field): Json =>
  kind === 'number'
    ? { type: 'integer', minimum: 0, maximum: 1000 }
    : kind === 'list'
      ? { type: 'string', enum: VALUES }
      : { type: 'string', maxLength: 100 };

function fields(choose: Random, required: boolean): readonly Field[] {
  const names = NAMES.filter(() => choose.chance(0.6));
  return ['status', ...names].map((name) => ({ name, kind: choose.pick(KINDS), required: required || choose.chance(0.4) }));
}

/** The operations of one provider. */
export function makeOffers(seed: number): readonly Offer[] {
  const choose = random(seed + 1);
  return ['charges', 'refunds', 'invoices'].map((name, index) => ({
    method: index === 1 ? 'GET' : 'POST',
    path: `/${name}`,
    request: index === 1 ? [] : fields(choose, false),
    response: fields(choose, true),
    query: index === 1 ? ['limit', 'after'] : [],
    header: 'x-rate',
  }));
}

/** An object of flat names; a dot is one level down. */
export function nest(entries: readonly (readonly [string, unknown])[]): Json {
  const root: Json = {};
  for (const [name, value] of entries) {
    const [first = '', second] = name.split('.');
    if (second === undefined) root[first] = value;
    else root[first] = { ...((root[first] as Json | undefined) ?? {}), [second]: value };
  }
  return root;
}

function objectOf(all: readonly Field[]): Json {
  const groups = [...new Set(all.map(({ name }) => name.split('.')[0] ?? ''))];
  const properties = groups.map((group) => {
    const own = all.find(({ name }) => name === group);
    const inner = all
      .filter(({ name }) => name.startsWith(`${group}.`))
      .map((field) => ({ ...field, name: field.name.split('.')[1] ?? '' }));
    return [group, own === undefined ? objectOf(inner) : schemaOf(own)] as const;
  });
  const required = groups.filter((group) =>
    all.some(({ name, required: must }) => must && (name === group || name.startsWith(`${group}.`))),
  );
  return { type: 'object', properties: Object.fromEntries(properties), ...(required.length > 0 && { required }) };
}

/** The provider's description. */
export function describeProvider(offers: readonly Offer[]): Json {
  const paths = offers.map(({ method, path, request, response, query, header }) => {
    const content = (all: readonly Field[]): Json => ({ 'application/json': { schema: objectOf(all) } });
    const operation = {
      parameters: query.map((name) => ({ name, in: 'query', schema: { type: 'integer', maximum: 50 } })),
      ...(request.length > 0 && { requestBody: { required: true, content: content(request) } }),
      responses: {
        '200': {
          description: 'Done.',
          headers: { [header]: { required: true, schema: { type: 'integer' } } },
          content: content(response),
        },
      },
    };
    return [path, { [method.toLowerCase()]: operation }] as const;
  });
  return { openapi: '3.0.3', info: { title: 'provider', version: '1' }, paths: Object.fromEntries(paths) };
}
