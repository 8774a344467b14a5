import { parseConfig, type SourceDocument } from '@slipway/config';
import { Failure, type Problem } from '@slipway/failure';
import { timeOf } from './time.ts';
import { type Product, type Statement, STATUSES, type Status, type VexDocument } from './statement.ts';

interface Named {
  readonly '@id'?: string;
  readonly identifiers?: { readonly purl?: string };
}

interface RawStatement {
  readonly vulnerability: string | { readonly name: string; readonly '@id'?: string; readonly aliases?: readonly string[] };
  readonly products: readonly (string | (Named & { readonly subcomponents?: readonly (string | Named)[] }))[];
  readonly status: Status;
  readonly justification?: string;
  readonly impact_statement?: string;
  readonly action_statement?: string;
  readonly timestamp?: string;
}

interface RawDocument {
  readonly '@id': string;
  readonly author: string;
  readonly timestamp: string;
  readonly version: number | string;
  readonly statements: readonly RawStatement[];
}

const text = { type: 'string', minLength: 1 };
const NAMED = { '@id': text, identifiers: { type: 'object', properties: { purl: text } } };

const JUSTIFICATIONS = [
  'component_not_present',
  'vulnerable_code_not_present',
  'vulnerable_code_not_in_execute_path',
  'vulnerable_code_cannot_be_controlled_by_adversary',
  'inline_mitigations_already_exist',
];

const SUBCOMPONENTS = { type: 'array', items: { type: ['string', 'object'], properties: NAMED } };
const STATEMENT = {
  type: 'object',
  required: ['vulnerability', 'products', 'status'],
  properties: {
    vulnerability: {
      type: ['string', 'object'],
      required: ['name'],
      properties: { name: text, '@id': text, aliases: { type: 'array', items: text } },
    },
    products: {
      type: 'array',
      minItems: 1,
      items: { type: ['string', 'object'], properties: { ...NAMED, subcomponents: SUBCOMPONENTS } },
    },
    status: { enum: STATUSES },
    justification: { enum: JUSTIFICATIONS },
    impact_statement: text,
    action_statement: text,
    timestamp: text,
  },
};

/** What is read of https://github.com/openvex/spec/blob/main/openvex_json_schema.json, and what the specification demands of it. */
const SCHEMA = {
  type: 'object',
  required: ['@context', '@id', 'author', 'timestamp', 'version', 'statements'],
  properties: {
    '@context': { type: 'string', pattern: '^https://openvex\\.dev/ns' },
    '@id': text,
    author: text,
    timestamp: text,
    version: { type: ['integer', 'string'] },
    statements: { type: 'array', minItems: 1, items: STATEMENT },
  },
};

const nameOf = (named: string | Named): string =>
  typeof named === 'string' ? named : (named.identifiers?.purl ?? named['@id'] ?? '');

function productOf(raw: RawStatement['products'][number]): Product {
  const components = typeof raw === 'string' ? [] : (raw.subcomponents ?? []);
  return { id: nameOf(raw), components: components.map(nameOf) };
}

function namesOf({ vulnerability: of }: RawStatement): readonly string[] {
  if (typeof of === 'string') return [of.toUpperCase()];
  return [of.name, ...(of.aliases ?? [])].map((name) => name.toUpperCase());
}

function problemsOf({ statements, timestamp }: RawDocument, source: SourceDocument): readonly Problem[] {
  const problem = (message: string, path: readonly (string | number)[]): Problem => ({
    code: 'VEX_MALFORMED',
    message,
    remedy: 'Ask the author of the document to mend it.',
    location: source.locate(path),
  });
  const times = [
    ...(timeOf(timestamp) === undefined ? [problem(`"${timestamp}" is no time.`, ['timestamp'])] : []),
    ...statements.flatMap(({ timestamp: own }, index) =>
      own === undefined || timeOf(own) !== undefined ? [] : [problem(`"${own}" is no time.`, ['statements', index, 'timestamp'])],
    ),
  ];
  // "For statements conveying not_affected, a justification or an impact statement must be given."
  const bare = statements.flatMap(({ status, justification, impact_statement: impact }, index) =>
    status === 'not_affected' && justification === undefined && impact === undefined
      ? [problem('"not_affected" is said without a justification or an impact statement.', ['statements', index])]
      : [],
  );
  const nameless = statements.flatMap(({ products }, index) =>
    products.some((product) => nameOf(product) === '')
      ? [problem('A product has no name.', ['statements', index, 'products'])]
      : [],
  );
  return [...times, ...bare, ...nameless];
}

/**
 * Reads an OpenVEX document.
 *
 * @throws Failure with every problem, each with its line: those of the schema, or VEX_MALFORMED.
 */
export function parseOpenVex(file: string, content: string): VexDocument {
  const { value, source } = parseConfig<RawDocument>(file, content, { schema: SCHEMA });
  const problems = problemsOf(value, source);
  if (problems.length > 0) throw new Failure(problems);
  const statements = value.statements.map(
    (raw, index): Statement => ({
      document: value['@id'],
      author: value.author,
      location: source.locate(['statements', index]),
      at: timeOf(raw.timestamp ?? value.timestamp) ?? 0,
      names: namesOf(raw),
      status: raw.status,
      products: raw.products.map(productOf),
      why: [raw.justification, raw.impact_statement, raw.action_statement].filter((part) => part !== undefined).join(': '),
    }),
  );
  return { id: value['@id'], version: Number(value.version), statements };
}
