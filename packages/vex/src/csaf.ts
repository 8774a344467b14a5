import { parseConfig, type SourceDocument } from '@slipway/config';
import { Failure, type Problem } from '@slipway/failure';
import { type Catalogue, catalogueOf, type ProductTree, TREE } from './product-tree.ts';
import type { Product, Statement, Status, VexDocument } from './statement.ts';
import { timeOf } from './time.ts';

interface Remark {
  readonly product_ids?: readonly string[];
  readonly category?: string;
  readonly details?: string;
  readonly label?: string;
}

interface Vulnerability {
  readonly cve?: string;
  readonly ids?: readonly { readonly text: string }[];
  readonly product_status: Readonly<Record<string, readonly string[]>>;
  readonly flags?: readonly Remark[];
  readonly threats?: readonly Remark[];
}

interface RawDocument {
  readonly document: {
    readonly publisher: { readonly name: string };
    readonly tracking: { readonly id: string; readonly version: string; readonly current_release_date: string };
  };
  readonly product_tree: ProductTree;
  readonly vulnerabilities: readonly Vulnerability[];
}

const text = { type: 'string', minLength: 1 };
const texts = { type: 'array', items: text };
const object = (required: Readonly<Record<string, object>>, optional: Readonly<Record<string, object>> = {}): object => ({
  type: 'object',
  required: Object.keys(required),
  properties: { ...required, ...optional },
});

const REMARKS = { type: 'array', items: object({}, { product_ids: texts, category: text, details: text, label: text }) };
const VULNERABILITY = object(
  { product_status: { type: 'object', additionalProperties: texts } },
  { cve: text, ids: { type: 'array', items: object({ text }) }, flags: REMARKS, threats: REMARKS },
);

/** What is read of the VEX profile: https://docs.oasis-open.org/csaf/csaf/v2.0/os/csaf-v2.0-os.html#45-profile-5-vex */
const SCHEMA = {
  definitions: TREE,
  ...object({
    document: object({
      category: { const: 'csaf_vex' },
      publisher: object({ name: text }),
      tracking: object({ id: text, version: text, current_release_date: text }),
    }),
    product_tree: { $ref: '#/definitions/tree' },
    vulnerabilities: { type: 'array', minItems: 1, items: VULNERABILITY },
  }),
};

const GROUPS: Readonly<Record<string, Status>> = {
  known_not_affected: 'not_affected',
  known_affected: 'affected',
  first_affected: 'affected',
  last_affected: 'affected',
  fixed: 'fixed',
  first_fixed: 'fixed',
  under_investigation: 'under_investigation',
};

/** The reason that is given for a product: the flag's label, and the impact that is described. */
function whyOf({ flags = [], threats = [] }: Vulnerability, product: string): string {
  const about = ({ product_ids: ids }: Remark): boolean => ids === undefined || ids.includes(product);
  const labels = flags.filter(about).flatMap(({ label }) => label ?? []);
  const impacts = threats.filter((each) => each.category === 'impact' && about(each)).flatMap(({ details }) => details ?? []);
  return [...labels, ...impacts].join(': ');
}

interface Context {
  readonly raw: RawDocument;
  readonly source: SourceDocument;
  readonly catalogue: Catalogue;
}

function statementsOf({ raw, source, catalogue }: Context, of: Vulnerability, index: number): readonly Statement[] {
  const { publisher, tracking } = raw.document;
  const names = [of.cve, ...(of.ids ?? []).map(({ text: id }) => id)].flatMap((name) => name?.toUpperCase() ?? []);
  return Object.entries(of.product_status).flatMap(([group, products]) => {
    const status = Object.hasOwn(GROUPS, group) ? GROUPS[group] : undefined;
    if (status === undefined) return [];
    return products.map((id, at) => ({
      document: tracking.id,
      author: publisher.name,
      location: source.locate(['vulnerabilities', index, 'product_status', group, at]),
      at: timeOf(tracking.current_release_date) ?? 0,
      names,
      status,
      products: [catalogue.get(id) as Product].filter((product) => product !== undefined),
      why: whyOf(of, id),
    }));
  });
}

function problemsOf({ raw, source, catalogue }: Context, statements: readonly Statement[]): readonly Problem[] {
  const remedy = 'Ask the publisher of the document to mend it.';
  const date = raw.document.tracking.current_release_date;
  const dated =
    timeOf(date) === undefined ? [{ message: `"${date}" is no time.`, location: source.locate(['document', 'tracking']) }] : [];
  const strangers = raw.vulnerabilities.flatMap(({ product_status: groups }, index) =>
    Object.entries(groups).flatMap(([group, ids]) =>
      ids.flatMap((id, at) =>
        catalogue.has(id)
          ? []
          : [
              {
                message: `The product "${id}" stands in no product tree.`,
                location: source.locate(['vulnerabilities', index, 'product_status', group, at]),
              },
            ],
      ),
    ),
  );
  // Section 4.5: for each product that is known not to be affected, an impact statement must exist as a flag or a threat.
  const bare = statements
    .filter(({ status, why }) => status === 'not_affected' && why === '')
    .map(({ location }) => ({ message: '"known_not_affected" is said without a flag or an impact.', location }));
  const nameless = statements
    .filter(({ names }) => names.length === 0)
    .map(({ location }) => ({ message: 'The vulnerability has neither "cve" nor "ids".', location }));
  return [...dated, ...strangers, ...bare, ...nameless].map((problem) => ({ code: 'VEX_MALFORMED', remedy, ...problem }));
}

/**
 * Reads a document of the VEX profile of CSAF 2.0.
 *
 * @throws Failure with every problem, each with its line: those of the schema, or VEX_MALFORMED.
 */
export function parseCsaf(file: string, content: string): VexDocument {
  const { value: raw, source } = parseConfig<RawDocument>(file, content, { schema: SCHEMA });
  const context = { raw, source, catalogue: catalogueOf(raw.product_tree) };
  const statements = raw.vulnerabilities.flatMap((of, index) => statementsOf(context, of, index));
  const problems = problemsOf(context, statements);
  if (problems.length > 0) throw new Failure(problems);
  const { id, version } = raw.document.tracking;
  // A version is a whole number or three of them with dots between.
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return { id, version: major * 1e12 + minor * 1e6 + patch, statements };
}
