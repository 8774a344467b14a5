import type { Product } from './statement.ts';

interface RawProduct {
  readonly product_id?: string;
  readonly name?: string;
  readonly product_identification_helper?: { readonly purl?: string };
}

interface Branch {
  readonly branches?: readonly Branch[];
  readonly product?: RawProduct;
}

/** The products of a CSAF document: https://docs.oasis-open.org/csaf/csaf/v2.0/os/csaf-v2.0-os.html#322-product-tree-property */
export interface ProductTree {
  readonly branches?: readonly Branch[];
  readonly full_product_names?: readonly RawProduct[];
  readonly relationships?: readonly {
    readonly full_product_name?: RawProduct;
    readonly product_reference?: string;
    readonly relates_to_product_reference?: string;
  }[];
}

const text = { type: 'string' };
const members = (properties: Readonly<Record<string, object>>): object => ({ type: 'object', properties });
const many = (name: string): object => ({ type: 'array', items: { $ref: `#/definitions/${name}` } });

/** What is read of a product tree, as definitions of a JSON Schema. */
export const TREE = {
  product: members({
    product_id: text,
    name: text,
    product_identification_helper: members({ purl: text }),
  }),
  branch: members({ branches: many('branch'), product: { $ref: '#/definitions/product' } }),
  relationship: members({
    full_product_name: { $ref: '#/definitions/product' },
    product_reference: text,
    relates_to_product_reference: text,
  }),
  tree: members({ branches: many('branch'), full_product_names: many('product'), relationships: many('relationship') }),
};

/** The products by the ids by which the rest of the document names them. */
export type Catalogue = ReadonlyMap<string, Product>;

function products(branches: readonly Branch[]): readonly RawProduct[] {
  return branches.flatMap((branch) => [...(branch.product ? [branch.product] : []), ...products(branch.branches ?? [])]);
}

/** The products of a tree. One that is a part of another, by a relationship, is that other with the part as its component. */
export function catalogueOf({ branches = [], full_product_names: names = [], relationships = [] }: ProductTree): Catalogue {
  const catalogue = new Map<string, Product>();
  for (const { product_id: id, name = '', product_identification_helper: known } of [...products(branches), ...names])
    if (id !== undefined) catalogue.set(id, { id: known?.purl ?? name, components: [] });
  for (const {
    full_product_name: joined,
    product_reference: part = '',
    relates_to_product_reference: whole = '',
  } of relationships) {
    const [component, product] = [catalogue.get(part), catalogue.get(whole)];
    if (joined?.product_id === undefined || component === undefined || product === undefined) continue;
    catalogue.set(joined.product_id, { id: product.id, components: [component.id] });
  }
  return catalogue;
}
