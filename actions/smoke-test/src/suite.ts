import { type ConfigSchema, parseConfig } from '@slipway/config';
import { Failure, type Location } from '@slipway/failure';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete' | 'head';

/** What an answer must be. */
export interface Expectation {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** The body holds this text. */
  readonly body?: string;
  /** The body is JSON that holds at least this: objects may have more keys, everything named must be equal. */
  readonly json?: unknown;
  readonly withinMs?: number;
}

/** One request of a suite, with the place of each of its expectations. */
export interface SuiteRequest {
  readonly name: string;
  readonly method: Uppercase<Method>;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly expect: Expectation;
  readonly location: Location;
  locate(expectation: string): Location;
}

type RawRequest = { readonly [M in Method]?: string } & {
  readonly name: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly json?: unknown;
  readonly expect?: Expectation;
};

const METHODS: readonly Method[] = ['get', 'post', 'put', 'patch', 'delete', 'head'];
const TEXTS = { type: 'object', additionalProperties: { type: 'string' } };

const SCHEMA: ConfigSchema<{ readonly requests: readonly RawRequest[] }> = {
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['version', 'requests'],
    properties: {
      version: { const: 1 },
      requests: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['name'],
          properties: {
            name: { type: 'string', minLength: 1 },
            ...Object.fromEntries(METHODS.map((method) => [method, { type: 'string', pattern: '^/' }])),
            headers: TEXTS,
            body: { type: 'string' },
            json: {},
            expect: {
              type: 'object',
              additionalProperties: false,
              minProperties: 1,
              properties: {
                status: { type: 'integer', minimum: 100, maximum: 599 },
                headers: TEXTS,
                body: { type: 'string', minLength: 1 },
                json: {},
                withinMs: { type: 'integer', minimum: 1 },
              },
            },
          },
        },
      },
    },
  },
};

/**
 * Parses a suite of requests.
 *
 * @throws Failure with every problem, each on its line: syntax, unknown keys, a request without exactly one method, a
 * name that stands twice, an empty suite.
 */
export function parseSuite(file: string, text: string): readonly SuiteRequest[] {
  const { value, source } = parseConfig(file, text, SCHEMA);
  const names = value.requests.map(({ name }) => name);
  const problems = value.requests.flatMap((request, index) => {
    const location = source.locate(['requests', index]);
    const methods = METHODS.filter((method) => request[method] !== undefined);
    return [
      ...(methods.length === 1
        ? []
        : [{ code: 'SUITE_METHOD', message: `Request "${request.name}" needs exactly one of ${METHODS.join(', ')}.`, location }]),
      ...(request.body !== undefined && request.json !== undefined
        ? [{ code: 'SUITE_BODY', message: `Request "${request.name}" has both "body" and "json".`, location }]
        : []),
      ...(names.indexOf(request.name) === index
        ? []
        : [{ code: 'SUITE_NAME_TWICE', message: `There are two requests named "${request.name}".`, location }]),
    ];
  });
  if (problems.length > 0) throw new Failure(problems);
  return value.requests.map((request, index) => {
    const method = METHODS.find((each) => request[each] !== undefined) ?? 'get';
    const json = request.json === undefined ? undefined : JSON.stringify(request.json);
    const body = request.body ?? json;
    return {
      name: request.name,
      method: method.toUpperCase() as Uppercase<Method>,
      path: request[method] ?? '/',
      headers: { ...(json !== undefined && { 'content-type': 'application/json' }), ...request.headers },
      ...(body !== undefined && { body }),
      // A request without expectations still has one: that the service did not fail.
      expect: request.expect ?? { status: 200 },
      location: source.locate(['requests', index]),
      locate: (expectation) => source.locate(['requests', index, 'expect', ...expectation.split('.')]),
    };
  });
}
