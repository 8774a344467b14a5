import { type ConfigSchema, parseConfig, parseSource, type SourceDocument } from '@slipway/config';
import { Failure, failWhen, type Location, type Problem } from '@slipway/failure';

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
            ...Object.fromEntries(METHODS.map((method) => [method, { type: 'string' }])),
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

/** What is wrong with the requests beyond the schema, which they need not have passed. */
function suiteMistakes(source: SourceDocument): readonly Problem[] {
  const { requests } = (source.value ?? {}) as { requests?: unknown };
  const entries = (Array.isArray(requests) ? requests : []).map((entry) => Object(entry) as Partial<RawRequest>);
  const names = entries.map(({ name }) => name);
  return entries.flatMap((request, index) => {
    const location = source.locate(['requests', index]);
    const name = request.name === undefined ? 'A request' : `Request "${request.name}"`;
    const methods = METHODS.filter((method) => request[method] !== undefined);
    const problems: Problem[] = [];
    if (methods.length !== 1)
      problems.push({ code: 'SUITE_METHOD', message: `${name} needs exactly one of ${METHODS.join(', ')}.`, location });
    for (const method of methods.filter((each) => !String(request[each]).startsWith('/'))) {
      const message = `${name} is sent to "${request[method]}"; expected a path that begins with "/".`;
      problems.push({ code: 'SUITE_PATH', message, location: source.locate(['requests', index, method]) });
    }
    if (request.body !== undefined && request.json !== undefined)
      problems.push({ code: 'SUITE_BODY', message: `${name} has both "body" and "json".`, location });
    if (request.name !== undefined && names.indexOf(request.name) < index)
      problems.push({ code: 'SUITE_NAME_TWICE', message: `There are two requests named "${request.name}".`, location });
    return problems;
  });
}

function parseRequests(file: string, text: string) {
  const problems = suiteMistakes(parseSource(file, text));
  try {
    const parsed = parseConfig(file, text, SCHEMA);
    failWhen(problems);
    return parsed;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure([...new Set([...error.problems, ...problems])], { cause: error });
  }
}

/**
 * Parses a suite of requests.
 *
 * @throws Failure with every problem, each on its line: syntax, unknown keys, a request without exactly one method, a
 * name that stands twice, an empty suite.
 */
export function parseSuite(file: string, text: string): readonly SuiteRequest[] {
  const { value, source } = parseRequests(file, text);
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
