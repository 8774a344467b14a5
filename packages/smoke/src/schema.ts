import type { ConfigSchema } from '@slipway/config';
import { TROUBLES } from './retry.ts';
import type { Retry, Until } from './retry.ts';
import type { Capture, Expectation, Method } from './suite.ts';

type Scalars = Readonly<Record<string, string | number | boolean>>;

/** A request as a suite writes it. */
export type RawRequest = { readonly [M in Method]?: string } & {
  readonly name: string;
  readonly query?: Scalars;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly json?: unknown;
  readonly form?: Scalars;
  readonly group?: string;
  readonly timeoutMs?: number;
  readonly follow?: number;
  readonly repeat?: number;
  readonly weight?: number;
  readonly capture?: Readonly<Record<string, Capture>>;
  readonly retry?: Retry;
  readonly until?: Until;
  readonly expect?: Expectation;
};

/** A suite as it is written. */
export interface RawSuite {
  readonly version: 1;
  readonly parallel?: number;
  readonly retry?: Retry;
  readonly setup?: readonly RawRequest[];
  readonly requests: readonly RawRequest[];
  readonly cleanup?: readonly RawRequest[];
}

/** The verbs, in the order in which messages name them. */
export const METHODS: readonly Method[] = ['get', 'post', 'put', 'patch', 'delete', 'head'];

const text = { type: 'string', minLength: 1 };
const positive = { type: 'integer', minimum: 1 };
const natural = { type: 'integer', minimum: 0 };

/** An object of just these keys. */
const only = (properties: object, rest: object = {}) => ({ type: 'object', additionalProperties: false, properties, ...rest });
const mapOf = (additionalProperties: object) => ({ type: 'object', additionalProperties });

const TEXTS = mapOf({ type: 'string' });
const SCALARS = mapOf({ type: ['string', 'number', 'boolean'] });
const ONE_STATUS = { type: ['integer', 'string'], minimum: 100, maximum: 599, pattern: '^[1-5]xx$' };
const STATUS = { ...ONE_STATUS, type: ['integer', 'string', 'array'], minItems: 1, items: ONE_STATUS };
const HEADER = { ...only({ equals: { type: 'string' }, matches: text, absent: { const: true } }), type: ['string', 'object'] };

/** A placeholder may stand in a name or an address as anywhere else. */
const NAME = { type: 'string', pattern: '^([A-Za-z0-9_.-]|\\{\\{[^{}]*\\}\\})+$' };
const ADDRESS = { type: 'string', pattern: '^(\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*|.*\\{\\{.*\\}\\}.*)$' };

const RETRY = only(
  { on: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: [...TROUBLES] } }, withinMs: positive },
  { required: ['on', 'withinMs'] },
);

const PATH_RULE = only(
  {
    equals: {},
    matches: text,
    type: { enum: ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'] },
    exists: { type: 'boolean' },
    count: natural,
  },
  { minProperties: 1 },
);

const EXPECT = only(
  {
    status: STATUS,
    headers: mapOf(HEADER),
    body: text,
    matches: text,
    sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    json: {},
    paths: mapOf(PATH_RULE),
    schema: { type: 'object' },
    withinMs: positive,
    percentiles: only({ p50: positive, p90: positive, p95: positive, p99: positive }, { minProperties: 1 }),
    redirects: only({ count: natural, to: text }, { minProperties: 1 }),
    dns: only({ name: NAME, addresses: { type: 'array', minItems: 1, uniqueItems: true, items: ADDRESS }, cname: NAME }),
    tls: only({ daysLeft: natural, issuer: text }, { minProperties: 1 }),
  },
  { minProperties: 1 },
);

const CAPTURE = only({ json: text, header: text, regex: text, secret: { type: 'boolean' } });

const REQUEST = only(
  {
    name: text,
    ...Object.fromEntries(METHODS.map((method) => [method, { type: 'string' }])),
    query: SCALARS,
    headers: TEXTS,
    body: { type: 'string' },
    json: {},
    form: SCALARS,
    group: text,
    timeoutMs: positive,
    follow: { type: 'integer', minimum: 0, maximum: 20 },
    repeat: { type: 'integer', minimum: 1, maximum: 1000 },
    weight: { type: 'integer', minimum: 0, maximum: 1000 },
    capture: mapOf(CAPTURE),
    retry: RETRY,
    until: only({ withinMs: positive, everyMs: positive }, { required: ['withinMs', 'everyMs'] }),
    expect: EXPECT,
  },
  { required: ['name'] },
);

/** The shape of a suite. */
export const SUITE: ConfigSchema<RawSuite> = {
  schema: only(
    {
      version: { const: 1 },
      parallel: { type: 'integer', minimum: 1, maximum: 32 },
      retry: RETRY,
      setup: { type: 'array', items: REQUEST },
      requests: { type: 'array', minItems: 1, items: REQUEST },
      cleanup: { type: 'array', items: REQUEST },
    },
    { required: ['version', 'requests'] },
  ),
};
