import { Failure, type Problem } from '@slipway/failure';
import { Ajv, type ErrorObject, type SchemaObject } from 'ajv';
import { nearest } from './nearest.ts';
import { parseSource } from './source.ts';
import type { SourceDocument } from './source-document.ts';

/** A JSON Schema whose valid values have the type T. */
export interface ConfigSchema<T> {
  readonly schema: SchemaObject;
  /** Only carries the type. */
  readonly type?: T;
}

const decode = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');
const pathOf = (pointer: string): string[] => pointer.split('/').slice(1).map(decode);

function shown(path: readonly string[]): string {
  return path.length === 0 ? 'The file' : `"${path.join('.')}"`;
}

function unknownKey(source: SourceDocument, path: readonly string[], key: string, known: readonly string[]): Problem {
  const guess = nearest(key, known);
  return {
    code: 'CONFIG_UNKNOWN_KEY',
    message: `Unknown key "${key}"${path.length === 0 ? '' : ` in "${path.join('.')}"`}.`,
    remedy: guess === undefined ? `The keys here are: ${known.join(', ')}.` : `Did you mean "${guess}"?`,
    location: source.locateKey([...path, key]),
  };
}

function knownKeys(error: ErrorObject): readonly string[] {
  const properties = (error.parentSchema as { properties?: Record<string, unknown> } | undefined)?.properties;
  return Object.keys(properties ?? {});
}

function problemOf(source: SourceDocument, error: ErrorObject): Problem {
  const path = pathOf(error.instancePath);
  const params = error.params as Record<string, unknown>;
  if (error.keyword === 'additionalProperties')
    return unknownKey(source, path, String(params['additionalProperty']), knownKeys(error));
  const location = source.locate(path);
  if (error.keyword === 'required') {
    const key = String(params['missingProperty']);
    return { code: 'CONFIG_MISSING_KEY', message: `${shown(path)} lacks the key "${key}".`, remedy: `Add "${key}".`, location };
  }
  const allowed = params['allowedValues'] as readonly unknown[] | undefined;
  const detail =
    allowed === undefined ? error.message : `must be one of ${allowed.map((value) => JSON.stringify(value)).join(', ')}`;
  return { code: 'CONFIG_INVALID', message: `${shown(path)} ${detail ?? 'is not valid'}.`, location };
}

/** Of a schema that offers alternatives, the errors of the alternatives themselves say more than "must match one". */
function worthSaying(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const specific = errors.filter(({ keyword }) => !['oneOf', 'anyOf', 'if'].includes(keyword));
  return specific.length > 0 ? specific : errors;
}

/**
 * Parses a configuration file in YAML or JSON and checks it against a schema.
 *
 * @throws Failure with every problem: YAML_SYNTAX, CONFIG_UNKNOWN_KEY, CONFIG_MISSING_KEY or CONFIG_INVALID, each with
 * file, line and column.
 */
export function parseConfig<T>(file: string, text: string, { schema }: ConfigSchema<T>): { value: T; source: SourceDocument } {
  const source = parseSource(file, text);
  const validate = new Ajv({ allErrors: true, verbose: true, strict: true, allowUnionTypes: true }).compile<T>(schema);
  if (validate(source.value)) return { value: source.value, source };
  const problems = worthSaying(validate.errors ?? []).map((error) => problemOf(source, error));
  const unique = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  throw new Failure([...unique.values()]);
}
