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

/** One thing that must run beside the tests. */
export interface Dependency {
  readonly name: string;
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly workingDirectory?: string;
  readonly ready: Readiness;
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

/** The command that runs a dependency in the foreground; values of variables stay out of argv. */
function commandOf(raw: RawDependency): readonly string[] {
  if (raw.run !== undefined) return raw.run;
  if (raw.compose !== undefined) return ['docker', 'compose', '--file', raw.compose, 'up', '--abort-on-container-exit'];
  // Without published ports the container shares the runner's network, which also works where Docker has no bridge.
  const network = raw.ports === undefined ? ['--network', 'host'] : raw.ports.flatMap((port) => ['--publish', port]);
  const variables = Object.keys(raw.env ?? {}).flatMap((name) => ['--env', name]);
  return ['docker', 'run', '--rm', '--init', ...network, ...variables, raw.image ?? ''];
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
  return problems;
}

function dependencyOf(raw: RawDependency): Dependency {
  const { within = '60s', ...signs } = raw.ready;
  return {
    name: raw.name,
    command: commandOf(raw),
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
  return value.dependencies.map(dependencyOf);
}

/** Parses the file that says how a service is started to be verified; the same problems as for dependencies. */
export function parseProvider(file: string, text: string): Dependency {
  const { value, source } = parseConfig(file, text, PROVIDER);
  failWhen(problemsOf(value.provider, (...path) => source.locate(['provider', ...path])));
  return dependencyOf(value.provider);
}
