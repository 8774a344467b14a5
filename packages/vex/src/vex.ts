import { parseSource } from '@slipway/config';
import { type Finding, purlCovers } from '@slipway/findings';
import { parseCsaf } from './csaf.ts';
import { parseOpenVex } from './openvex.ts';
import type { Product, Statement, VexDocument } from './statement.ts';

/**
 * Reads a VEX document, OpenVEX or CSAF.
 *
 * @throws Failure with every problem, each with its line: a document that is neither is judged as OpenVEX.
 */
export function parseVex(file: string, content: string): VexDocument {
  const root = parseSource(file, content).value;
  const isCsaf = typeof root === 'object' && root !== null && 'document' in root && !('@context' in root);
  return isCsaf ? parseCsaf(file, content) : parseOpenVex(file, content);
}

/** The statements in force: of one document in several versions only the newest says anything. */
export function inForce(documents: readonly VexDocument[]): readonly Statement[] {
  const newest = new Map<string, VexDocument>();
  for (const document of documents) {
    const known = newest.get(document.id);
    if (known === undefined || document.version > known.version) newest.set(document.id, document);
  }
  return [...newest.values()].flatMap(({ statements }) => statements);
}

/** Whether a statement's product is what is scanned, or the package in which something was found. */
function isAbout({ id, components }: Product, package_: string, product: string | undefined): boolean {
  const scanned = product !== undefined && (id === product || purlCovers(id, product));
  if (components.length === 0) return scanned || purlCovers(id, package_);
  return scanned && components.some((component) => purlCovers(component, package_));
}

/** What the documents say of a finding. */
export type Stated =
  | { readonly kind: 'nothing' }
  /** Not affected, or fixed: it can be set aside. */
  | { readonly kind: 'cleared'; readonly statement: Statement }
  /** Affected, or still looked into. */
  | { readonly kind: 'standing'; readonly statement: Statement }
  /** One document clears it and another does not, so that it stands. */
  | { readonly kind: 'contradicted'; readonly statements: readonly Statement[] };

const clears = ({ status }: Statement): boolean => status === 'not_affected' || status === 'fixed';

/** Of each document the statement that was made last; of two at the same time, the one that stands further down. */
function latestOfEach(statements: readonly Statement[]): readonly Statement[] {
  return [...Map.groupBy(statements, ({ document }) => document).values()].flatMap((own) =>
    own.toSorted((a, b) => a.at - b.at).slice(-1),
  );
}

/**
 * What statements say of a finding.
 *
 * @param product the package URL of what is scanned, such as `pkg:oci/orders@sha256:…`
 */
export function statedOf({ id, aliases, package: of }: Finding, statements: readonly Statement[], product?: string): Stated {
  const purl = of?.purl;
  if (purl === undefined) return { kind: 'nothing' };
  const names = new Set([id, ...aliases].map((name) => name.toUpperCase()));
  const relevant = statements.filter(
    (each) => each.names.some((name) => names.has(name)) && each.products.some((about) => isAbout(about, purl, product)),
  );
  const latest = latestOfEach(relevant);
  const [cleared, standing] = [latest.find(clears), latest.find((each) => !clears(each))];
  if (cleared !== undefined && standing !== undefined) return { kind: 'contradicted', statements: latest };
  if (standing !== undefined) return { kind: 'standing', statement: standing };
  return cleared === undefined ? { kind: 'nothing' } : { kind: 'cleared', statement: cleared };
}
