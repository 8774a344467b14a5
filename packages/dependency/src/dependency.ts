import { type ConfigSchema, parseConfig, parseSource, type SourceDocument } from '@slipway/config';
import { Failure, failWhen, type Location, type Problem } from '@slipway/failure';

/** How one learns that a dependency may be used. */
export interface Readiness {
  readonly http?: string;
  /** `host:port` that must accept a connection; read as HTTP that may answer anything. */
  readonly tcp?: string;
  /** Text that must appear in its output. */
  readonly log?: string;
  readonly withinMs: number;
}

/** What a dependency is made of. */
export type Source =
  | { readonly kind: 'process'; readonly command: readonly string[] }
  | { readonly kind: 'image'; readonly image: string; readonly ports?: readonly string[] }
  | { readonly kind: 'compose'; readonly file: string };

/** One thing that must run beside the tests. */
export interface Dependency {
  readonly name: string;
  readonly source: Source;
  readonly env: Readonly<Record<string, string>>;
  readonly workingDirectory?: string;
  readonly ready: Readiness;
  readonly location: Location;
}

/** The same as a file writes it. */
export interface RawDependency {
  readonly name: string;
  readonly run?: readonly string[];
  readonly image?: string;
  readonly compose?: string;
  readonly ports?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly workingDirectory?: string;
  readonly ready: { readonly http?: string; readonly tcp?: string; readonly log?: string; readonly within?: string };
}

/** The schema of one. */
export const ENTRY = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'ready'],
  properties: {
    name: { type: 'string' },
    run: { type: ['array', 'string'], minItems: 1, items: { type: 'string' } },
    image: { type: 'string', minLength: 1 },
    compose: { type: 'string', minLength: 1 },
    ports: { type: 'array', items: { type: 'string' } },
    env: { type: 'object', additionalProperties: { type: 'string' } },
    workingDirectory: { type: 'string' },
    ready: {
      type: 'object',
      additionalProperties: false,
      properties: {
        http: { type: 'string' },
        tcp: { type: 'string' },
        log: { type: 'string', minLength: 1 },
        within: { type: 'string' },
      },
    },
  },
};

/** The schema of a file that holds one key beside its version. */
export const object = (key: string, schema: object) => ({
  type: 'object',
  additionalProperties: false,
  required: ['version', key],
  properties: { version: { const: 1 }, [key]: schema },
});

const UNITS_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000 };

function milliseconds(text: string): number {
  const [, amount, unit = ''] = /^(\d+)(ms|s|m)$/.exec(text) ?? [];
  return Number(amount) * (UNITS_MS[unit] ?? 0);
}

function sourceOf({ run, image, compose, ports }: RawDependency): Source {
  if (run !== undefined) return { kind: 'process', command: run };
  if (compose !== undefined) return { kind: 'compose', file: compose };
  return { kind: 'image', image: image ?? '', ...(ports !== undefined && { ports }) };
}

/** What a file writes, as it is used. */
export function dependencyOf(raw: RawDependency, location: Location): Dependency {
  const { within = '60s', ...signs } = raw.ready;
  return {
    name: raw.name,
    source: sourceOf(raw),
    location,
    env: raw.env ?? {},
    ready: { ...signs, withinMs: milliseconds(within) },
    ...(raw.workingDirectory !== undefined && { workingDirectory: raw.workingDirectory }),
  };
}

/** What the schema refuses, and what is beyond it: together, so that nobody mends a file twice. */
export function parseFile<T>(
  file: string,
  text: string,
  schema: ConfigSchema<T>,
  mistakes: (source: SourceDocument) => readonly Problem[],
) {
  const source = parseSource(file, text);
  const problems = mistakes(source);
  let value: T;
  try {
    ({ value } = parseConfig(file, text, schema));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure([...error.problems, ...problems], { cause: error });
  }
  failWhen(problems);
  return { value, source };
}
