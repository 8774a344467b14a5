import type { Location } from '@slipway/failure';
import type { Retry, Until } from './retry.ts';

/** The verbs a request may be sent with, as a suite writes them. */
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete' | 'head';

/** What a header must be; a plain text is `equals`. */
export interface HeaderRule {
  readonly equals?: string;
  readonly matches?: string;
  readonly absent?: true;
}

/** What every value that a JSONPath selects must be. */
export interface PathRule {
  readonly equals?: unknown;
  readonly matches?: string;
  readonly type?: 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object' | 'null';
  /** Whether the path selects anything; it must unless told otherwise. */
  readonly exists?: boolean;
  /** How many values it selects. */
  readonly count?: number;
}

/** The shares of answers, in percent, for which a limit may be given. */
export type Percentile = 'p50' | 'p90' | 'p95' | 'p99';

/** A status such as 204, or a whole class such as `2xx`. */
export type StatusRule = number | string;

/** What an answer must be. */
export interface Expectation {
  readonly status?: StatusRule | readonly StatusRule[];
  readonly headers?: Readonly<Record<string, string | HeaderRule>>;
  /** The body holds this text. */
  readonly body?: string;
  /** Some part of the body fits this pattern. */
  readonly matches?: string;
  /** The digest of the body's bytes, in lower-case hexadecimal. */
  readonly sha256?: string;
  /** The body is JSON that holds at least this: objects may have more keys, everything named must be equal. */
  readonly json?: unknown;
  /** Rules by JSONPath (RFC 9535). */
  readonly paths?: Readonly<Record<string, PathRule>>;
  /** A JSON Schema (2020-12) for the body. */
  readonly schema?: Readonly<Record<string, unknown>>;
  readonly withinMs?: number;
  /** Limits in milliseconds over the answers to a repeated request. */
  readonly percentiles?: Readonly<Partial<Record<Percentile, number>>>;
  readonly redirects?: { readonly count?: number; readonly to?: string };
  /** A name, that of the service unless told, has addresses: just these, and by way of this alias. */
  readonly dns?: { readonly name?: string; readonly addresses?: readonly string[]; readonly cname?: string };
  readonly tls?: { readonly daysLeft?: number; readonly issuer?: string };
}

/** A value that is taken from an answer for later requests. */
export interface Capture {
  /** JSONPath of one value. */
  readonly json?: string;
  readonly header?: string;
  /** A pattern over the body; its first group, or else all that fits. */
  readonly regex?: string;
  /** Whether the value is hidden in all that leaves the run. */
  readonly secret?: boolean;
}

/** One request of a suite, with the place of each of its parts. Texts may hold `{{name}}` for a captured value. */
export interface SuiteRequest {
  readonly name: string;
  readonly method: Uppercase<Method>;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: { readonly text: string } | { readonly json: unknown } | { readonly form: Readonly<Record<string, string>> };
  /** Requests of one group are sent one after another. */
  readonly group: string;
  readonly timeoutMs?: number;
  /** How many redirects are followed. */
  readonly follow: number;
  readonly repeat: number;
  /** Its part of a load: what only reads has 1 unless told, and what may change something 0. */
  readonly weight: number;
  readonly capture: Readonly<Record<string, Capture>>;
  readonly retry?: Retry;
  readonly until?: Until;
  readonly expect: Expectation;
  readonly location: Location;
  /** The place of a part, such as `['expect', 'status']`; of the nearest there is. */
  locate(path: readonly (string | number)[]): Location;
}

/** A suite: what is prepared, what is judged, what is put away whatever happened. */
export interface Suite {
  readonly setup: readonly SuiteRequest[];
  readonly requests: readonly SuiteRequest[];
  readonly cleanup: readonly SuiteRequest[];
  /** How many groups are worked on at once. */
  readonly parallel: number;
  /** What may be tried again in all requests, and for how long altogether. */
  readonly retry?: Retry;
}
