import type { Node } from '../document/node.ts';
import type { Conjunction } from '../schema/alternatives.ts';

/** Who writes the values: the consumer of the API in a request, its provider in a response. */
export type Direction = 'request' | 'response';

/** How values are judged: all that may be written in a direction, or one answer that was seen, of which everything is known. */
export type View = Direction | 'answer';

/** Why some value of one schema is no value of another. */
export type Kind =
  | 'nothing'
  | 'type'
  | 'null'
  | 'enum'
  | 'format'
  | 'pattern'
  | 'minimum'
  | 'maximum'
  | 'multiple'
  | 'min-length'
  | 'max-length'
  | 'min-items'
  | 'max-items'
  | 'unique-items'
  | 'min-properties'
  | 'max-properties'
  | 'property-missing'
  | 'property-optional'
  | 'property-forbidden'
  | 'property-ignored'
  | 'property-dropped'
  | 'additional-properties'
  | 'items'
  | 'alternative'
  | 'overlap'
  | 'discriminator'
  | 'keyword'
  | 'unproven';

/** One reason: what is given, what is wanted, and where each stands when it stands somewhere. */
export interface Reason {
  readonly kind: Kind;
  /** What the narrower side's values may be, in words. */
  readonly given: string;
  /** What the wider side's values must be, in words. */
  readonly wanted: string;
  /** The property it is about, when it is about one of the schema's own. */
  readonly property?: string;
  readonly sub?: Node;
  readonly sup?: Node;
}

/** A pair of schemas within two others: a property, an item. */
export interface Edge {
  readonly step: string;
  readonly sub: Conjunction;
  readonly sup: Conjunction;
}

/** What keeps one schema from being within another: reasons of its own, and pairs below it that must hold too. */
export interface Relation {
  readonly reasons: Reason[];
  readonly edges: Edge[];
}

/** Kinds that tell of a loss without any value being wrong. */
const HARMLESS: ReadonlySet<Kind> = new Set(['property-ignored', 'property-dropped', 'unproven']);

/** Whether a reason means that some value is wrong. */
export const isWrong = ({ kind }: Pick<Reason, 'kind'>): boolean => !HARMLESS.has(kind);
