import type { Location } from '@slipway/failure';

/** What a document says of a product and a vulnerability (https://openvex.dev, and the VEX profile of CSAF 2.0). */
export const STATUSES = ['not_affected', 'affected', 'fixed', 'under_investigation'] as const;

/** One of the four. */
export type Status = (typeof STATUSES)[number];

/** A product that a statement is about. */
export interface Product {
  /** Its package URL, or any other name by which its maker knows it. */
  readonly id: string;
  /** Package URLs of the parts of it that the statement is about; none when it is about the whole. */
  readonly components: readonly string[];
}

/** One statement about one vulnerability. */
export interface Statement {
  /** The document's own id, and its author. */
  readonly document: string;
  readonly author: string;
  readonly location: Location;
  /** When it was made, in milliseconds since 1970. */
  readonly at: number;
  /** The vulnerability by all its names, in upper case. */
  readonly names: readonly string[];
  readonly status: Status;
  readonly products: readonly Product[];
  /** Why, in the words of the document. */
  readonly why: string;
}

/** A document as it is in force. */
export interface VexDocument {
  readonly id: string;
  /** Higher is newer. */
  readonly version: number;
  readonly statements: readonly Statement[];
}
