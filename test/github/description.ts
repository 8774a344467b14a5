import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: { readonly type?: string };
}

interface Schema {
  readonly type?: string;
  readonly properties?: object;
}

interface Content {
  readonly content?: { readonly 'application/json'?: { readonly schema: Schema } };
}

interface Operation {
  readonly operationId: string;
  readonly externalDocs: { readonly url: string };
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: Content & { readonly required?: boolean };
  readonly responses: Readonly<Record<string, Content>>;
}

interface Document {
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly parameters: Readonly<Record<string, Parameter>> };
}

/** One route of GitHub's own description. */
export interface Route {
  /** GitHub's name of it, such as `repos/create-commit-status`. */
  readonly id: string;
  readonly documentation: string;
  readonly method: string;
  readonly pattern: RegExp;
  readonly query: readonly Parameter[];
  readonly body: ValidateFunction | undefined;
  /** The judges of the answers, by status. */
  readonly answers: ReadonlyMap<number, ValidateFunction>;
}

/** OpenAPI 3.0 lets anything be null that says `nullable`; JSON Schema's judge knows the word beside a type only. */
function withNull(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('nullable' in value) || 'type' in value) return value;
  const { nullable: _nullable, ...schema } = value;
  return { anyOf: [schema, { type: 'null' }] };
}

const text = readFileSync(join(import.meta.dirname, 'openapi.json'), 'utf8');
const document = JSON.parse(text, withNull) as Document;

/** The version of the package that the description was cut from. */
export const DESCRIPTION_VERSION = document.info.version;

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema(document, 'github');

/** References in the description are to its own root, which ajv knows by the name it was added with. */
function compile(schema: Schema, closed: boolean): ValidateFunction {
  const rooted = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"github#/')) as Schema;
  // The description lets unknown fields pass, and so does GitHub: they are silently lost, which is what a test must tell.
  return ajv.compile(closed && rooted.properties !== undefined ? { additionalProperties: false, ...rooted } : rooted);
}

function patternOf(path: string): RegExp {
  const parts = path.split('/').map((part) => {
    if (!part.startsWith('{')) return part;
    // A branch may have slashes; an owner, a repository and a commit's id have none.
    return part === '{ref}' ? `(?<ref>.+)` : `(?<${part.slice(1, -1)}>[^/]+)`;
  });
  return new RegExp(`^${parts.join('/')}$`);
}

function parameterOf(parameter: NonNullable<Operation['parameters']>[number]): Parameter | undefined {
  return '$ref' in parameter ? document.components.parameters[parameter.$ref.split('/').at(-1) ?? ''] : parameter;
}

function routeOf(path: string, method: string, operation: Operation): Route {
  const parameters = (operation.parameters ?? []).map(parameterOf).filter((each) => each !== undefined);
  const body = operation.requestBody?.content?.['application/json']?.schema;
  const answers = Object.entries(operation.responses).flatMap(([status, { content }]): [number, ValidateFunction][] => {
    const schema = content?.['application/json']?.schema;
    return schema === undefined ? [] : [[Number(status), compile(schema, false)]];
  });
  return {
    id: operation.operationId,
    documentation: operation.externalDocs.url,
    method: method.toUpperCase(),
    pattern: patternOf(path),
    query: parameters.filter((parameter) => parameter.in === 'query'),
    body: body && compile(body, true),
    answers: new Map(answers),
  };
}

/** Every route that the stand-in knows. */
export const ROUTES: readonly Route[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => routeOf(path, method, operation)),
);

/** The least that a schema lets be: what is required, empty. */
function least(schema: Least): unknown {
  if (schema.$ref !== undefined) return least(at(schema.$ref));
  const [first] = schema.enum ?? [];
  if (first !== undefined) return first;
  const [choice] = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (schema.nullable === true || choice?.type === 'null') return null;
  if (choice !== undefined) return least(choice);
  if (schema.allOf !== undefined) return Object.assign({}, ...schema.allOf.map(least));
  if (schema.type === 'object' || schema.properties !== undefined)
    return Object.fromEntries((schema.required ?? []).map((name) => [name, least(schema.properties?.[name] ?? {})]));
  return { array: [], boolean: false, integer: 1, number: 1, string: 'text' }[schema.type ?? 'string'] ?? null;
}

interface Least {
  readonly $ref?: string;
  readonly type?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Least[];
  readonly oneOf?: readonly Least[];
  readonly allOf?: readonly Least[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Least>>;
}

function at(reference: string): Least {
  const keys = reference.replace('#/', '').split('/');
  return keys.reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>>)[key], document) as Least;
}

/** The least that GitHub's own description takes for one of its things, such as `pull-request`; the caller fills in what matters. */
export function leastOf(name: string): Readonly<Record<string, unknown>> {
  return least({ $ref: `#/components/schemas/${name}` }) as Readonly<Record<string, unknown>>;
}

/** What ajv found, in words. */
export function tellErrors(judge: ValidateFunction): readonly string[] {
  return (judge.errors ?? []).map(({ instancePath, message, params }) => {
    const field = 'additionalProperty' in params ? ` (${String(params['additionalProperty'])})` : '';
    return `${instancePath === '' ? 'body' : instancePath.slice(1)} ${message ?? 'is wrong'}${field}`;
  });
}
