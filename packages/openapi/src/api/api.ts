import type { Documents, Node } from '../document/node.ts';

/** A body's content of one media type. */
export interface Media {
  /** In lower case and without parameters other than those that tell versions apart. */
  readonly type: string;
  readonly schema?: Node;
  readonly at: Node;
}

/** Where a parameter is sent. */
export type Place = 'path' | 'query' | 'header' | 'cookie' | 'querystring';

/** One parameter of an operation, or one header of an answer. */
export interface Parameter {
  readonly name: string;
  readonly in: Place;
  readonly required: boolean;
  readonly schema?: Node;
  /** A parameter that is written as a document of a media type, instead of by a schema alone. */
  readonly media: readonly Media[];
  /** How lists and objects are written, with its default filled in. */
  readonly style: string;
  readonly explode: boolean;
  readonly deprecated: boolean;
  readonly at: Node;
}

/** What a request carries. */
export interface Body {
  readonly required: boolean;
  readonly media: readonly Media[];
  readonly at: Node;
}

/** What an operation answers under one status: a number, a range such as `4XX`, or `default`. */
export interface Response {
  readonly status: string;
  readonly headers: readonly Parameter[];
  readonly media: readonly Media[];
  readonly at: Node;
}

/** Security schemes that together let a request in, with the scopes that each must have. */
export interface Requirement {
  readonly schemes: ReadonlyMap<string, readonly string[]>;
  readonly at: Node;
}

/** One operation, with everything that it inherits from its path and its description. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly id?: string;
  readonly parameters: readonly Parameter[];
  readonly body?: Body;
  readonly responses: readonly Response[];
  /** Any one of them lets a request in; none at all lets every request in. */
  readonly security: readonly Requirement[];
  readonly deprecated: boolean;
  /** The day from which a deprecated operation may be gone, as it is written in `x-sunset`. */
  readonly sunset?: { readonly text: string; readonly at: Node };
  /** Requests that the provider sends in turn. */
  readonly callbacks: readonly Operation[];
  /** Paths of the servers it is reached at, without their trailing slash. */
  readonly basePaths: readonly string[];
  readonly at: Node;
}

/** A description of an API in one model, whatever version it is written in. */
export interface Api {
  readonly documents: Documents;
  readonly operations: readonly Operation[];
  readonly webhooks: readonly Operation[];
  readonly schemes: ReadonlyMap<string, Node>;
  readonly root: Node;
}

/** An operation's name as people say it: `POST /charge`. */
export const nameOf = ({ method, path }: Pick<Operation, 'method' | 'path'>): string => `${method} ${path}`;
