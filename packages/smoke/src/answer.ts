/** A certificate of the chain that a server showed. */
export interface Certificate {
  readonly subject: string;
  readonly issuer: string;
  /** Milliseconds since the Unix epoch. */
  readonly validUntil: number;
}

/** What the servers of names said of a name. */
export interface Named {
  readonly name: string;
  readonly addresses: readonly string[];
  /** The names that it is an alias of, one after another. */
  readonly aliasOf: readonly string[];
  /** Why they did not say anything, as a clause. */
  readonly untold?: string;
}

/** What came back for a request, in the end. */
export interface Answer {
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** From sending to the body's last byte. */
  readonly ms: number;
  /** The addresses that were followed to, in order. */
  readonly redirects: readonly string[];
  /** The chain of the last server, its own first; none over plain HTTP. */
  readonly certificates: readonly Certificate[];
  /** Of the name that is expected to resolve, when one is. */
  readonly named?: Named;
}

/** One expectation that an answer did not meet. */
export interface Mismatch {
  /** Where the expectation stands in its request, such as `['expect', 'status']`; the request itself when empty. */
  readonly at: readonly (string | number)[];
  /** One sentence without a full stop. */
  readonly message: string;
}

const LONGEST = 200;

/** A value for a message: as JSON, and not much of it. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** The body as text. */
export function textOf({ body }: Answer): string {
  return new TextDecoder().decode(body);
}
