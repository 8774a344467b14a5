import { parseConfig } from '@slipway/config';
import { failWhen, type Problem } from '@slipway/failure';

/** Fields in which an environment need not be as the one that it mirrors. */
export interface Allowance {
  /** `Kind/name`, with `*`; every object unless told. */
  readonly objects?: string;
  /** A path of fields such as `spec.replicas`, with `*` for one part and `**` for any; the whole object unless told. */
  readonly fields?: string;
  readonly why: string;
}

/** One environment, as it is written down. */
export interface Environment {
  readonly namespace?: string;
  /** Files and folders of manifests, or ... */
  readonly manifests?: readonly string[];
  /** ... the folder of a kustomization, or ... */
  readonly kustomize?: string;
  /** ... that of a chart with its values, or ... */
  readonly 'helm-chart'?: string;
  readonly 'helm-values'?: readonly string[];
  /** ... a file that `mode: snapshot` wrote of what runs. */
  readonly snapshot?: string;
  /** The environment that this one is a mirror of. */
  readonly mirrors?: string;
  readonly 'may-differ'?: readonly Allowance[];
}

/** All environments of a service, and what belongs to one of them alone. */
export interface Environments {
  readonly version: 1;
  readonly environments: Readonly<Record<string, Environment>>;
  /** What nothing but production may name. */
  readonly 'production-only'?: { readonly hosts?: readonly string[]; readonly secrets?: readonly string[] };
  /** Data for tests, in which nothing may be of a real person. */
  readonly 'test-data'?: { readonly files: readonly string[]; readonly 'email-domains'?: readonly string[] };
}

const WORD = { type: 'string', minLength: 1 };
const WORDS = { type: 'array', minItems: 1, items: WORD };

const ENVIRONMENT = {
  type: 'object',
  additionalProperties: false,
  properties: {
    namespace: WORD,
    manifests: WORDS,
    kustomize: WORD,
    'helm-chart': WORD,
    'helm-values': WORDS,
    snapshot: WORD,
    mirrors: WORD,
    'may-differ': {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['why'],
        properties: { objects: WORD, fields: WORD, why: WORD },
      },
    },
  },
};

const SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['version', 'environments'],
  properties: {
    version: { const: 1 },
    environments: { type: 'object', minProperties: 1, additionalProperties: ENVIRONMENT },
    'production-only': { type: 'object', additionalProperties: false, properties: { hosts: WORDS, secrets: WORDS } },
    'test-data': {
      type: 'object',
      additionalProperties: false,
      required: ['files'],
      properties: { files: WORDS, 'email-domains': WORDS },
    },
  },
};

const SOURCES = ['manifests', 'kustomize', 'helm-chart', 'snapshot'] as const;

/** The names of the keys that say where an environment's objects come from, as far as they are given. */
export function sourcesOf(environment: Environment): readonly string[] {
  return SOURCES.filter((name) => environment[name] !== undefined);
}

/** A described file with the place of each of its keys. */
export interface Described {
  readonly value: Environments;
  locate(path: readonly string[]): { readonly file: string; readonly line?: number; readonly column?: number };
}

/**
 * Reads the description of the environments in YAML or JSON.
 *
 * @throws Failure with every problem of the file, each with its line: YAML_SYNTAX, CONFIG_UNKNOWN_KEY, CONFIG_MISSING_KEY,
 * CONFIG_INVALID.
 */
export function parseEnvironments(file: string, text: string): Described {
  const { value, source } = parseConfig<Environments>(file, text, { schema: SCHEMA });
  const names = Object.keys(value.environments);
  const problems: Problem[] = [];
  const say = (path: readonly string[], message: string, remedy: string): void => {
    problems.push({ code: 'CONFIG_INVALID', message, remedy, location: source.locate(path) });
  };
  for (const [name, environment] of Object.entries(value.environments)) {
    const at = ['environments', name];
    const { mirrors, 'helm-values': values, 'may-differ': allowances } = environment;
    if (sourcesOf(environment).length > 1)
      say(at, `${name} has ${sourcesOf(environment).join(' and ')}.`, 'Give one: its objects come from one place.');
    if (values !== undefined && environment['helm-chart'] === undefined)
      say([...at, 'helm-values'], '"helm-values" needs "helm-chart".', 'Name the folder of the chart.');
    if (mirrors !== undefined && (!names.includes(mirrors) || mirrors === name))
      say([...at, 'mirrors'], `"mirrors" is ${JSON.stringify(mirrors)}.`, `The environments are: ${names.join(', ')}.`);
    if (allowances !== undefined && mirrors === undefined)
      say([...at, 'may-differ'], '"may-differ" needs "mirrors".', 'Name the environment that this one is a mirror of.');
  }
  failWhen(problems);
  return { value, locate: (path) => source.locate(path) };
}
