import { type ConfigSchema, parseConfig } from '@slipway/config';
import { failWhen, type Location, type Problem } from '@slipway/failure';

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

interface RawDependency {
  readonly name: string;
  readonly run?: readonly string[];
  readonly image?: string;
  readonly compose?: string;
  readonly ports?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly workingDirectory?: string;
  readonly ready: { readonly http?: string; readonly tcp?: string; readonly log?: string; readonly within?: string };
}

const ENTRY = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'ready'],
  properties: {
    name: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]*$' },
    run: { type: 'array', minItems: 1, items: { type: 'string' } },
    image: { type: 'string', minLength: 1 },
    compose: { type: 'string', minLength: 1 },
    ports: { type: 'array', items: { type: 'string', pattern: '^([0-9.]+:)?[0-9]+:[0-9]+$' } },
    env: { type: 'object', additionalProperties: { type: 'string' } },
    workingDirectory: { type: 'string' },
    ready: {
      type: 'object',
      additionalProperties: false,
      properties: {
        http: { type: 'string', pattern: '^https?://' },
        tcp: { type: 'string', pattern: '^[^:]+:[0-9]+$' },
        log: { type: 'string', minLength: 1 },
        within: { type: 'string', pattern: '^[0-9]+(ms|s|m)$' },
      },
    },
  },
};

const object = (key: string, schema: object) => ({
  type: 'object',
  additionalProperties: false,
  required: ['version', key],
  properties: { version: { const: 1 }, [key]: schema },
});

const DEPENDENCIES: ConfigSchema<{ readonly dependencies: readonly RawDependency[] }> = {
  schema: object('dependencies', { type: 'array', minItems: 1, items: ENTRY }),
};

const PROVIDER: ConfigSchema<{ readonly provider: RawDependency }> = { schema: object('provider', ENTRY) };

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

function problemsOf(raw: RawDependency, at: (...path: string[]) => Location): readonly Problem[] {
  const ways = [raw.run, raw.image, raw.compose].filter((way) => way !== undefined);
  const signs = [raw.ready.http, raw.ready.tcp, raw.ready.log].filter((sign) => sign !== undefined);
  const problems: Problem[] = [];
  if (ways.length !== 1) {
    problems.push({
      code: 'DEPENDENCY_KIND',
      message: `"${raw.name}" needs exactly one of run, image, compose.`,
      location: at(),
    });
  }
  if (signs.length !== 1) {
    const message = `"${raw.name}" needs exactly one of http, tcp, log under "ready".`;
    problems.push({ code: 'DEPENDENCY_READY', message, location: at('ready') });
  }
  for (const [key, kind] of [
    ['ports', 'image'],
    ['workingDirectory', 'run'],
  ] as const) {
    const message = `"${raw.name}" has "${key}", which only "${kind}" takes.`;
    if (raw[key] !== undefined && raw[kind] === undefined) problems.push({ code: 'DEPENDENCY_KEY', message, location: at(key) });
  }
  return problems;
}

function dependencyOf(raw: RawDependency, location: Location): Dependency {
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

/**
 * Parses the file of dependencies.
 *
 * @throws Failure with every problem on its line: syntax, unknown keys, none or several of run, image and compose, no
 * way to tell readiness, a name that stands twice.
 */
export function parseDependencies(file: string, text: string): readonly Dependency[] {
  const { value, source } = parseConfig(file, text, DEPENDENCIES);
  const names = value.dependencies.map(({ name }) => name);
  const problems = value.dependencies.flatMap((raw, index) => {
    const at = (...path: string[]): Location => source.locate(['dependencies', index, ...path]);
    const message = `There are two dependencies named "${raw.name}".`;
    const twice = names.indexOf(raw.name) === index ? [] : [{ code: 'DEPENDENCY_TWICE', message, location: at('name') }];
    return [...problemsOf(raw, at), ...twice];
  });
  failWhen(problems);
  return value.dependencies.map((raw, index) => dependencyOf(raw, source.locate(['dependencies', index])));
}

/** Parses the file that says how a service is started to be verified; the same problems as for dependencies. */
export function parseProvider(file: string, text: string): Dependency {
  const { value, source } = parseConfig(file, text, PROVIDER);
  failWhen(problemsOf(value.provider, (...path) => source.locate(['provider', ...path])));
  return dependencyOf(value.provider, source.locate(['provider']));
}
