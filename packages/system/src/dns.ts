/** What the servers of names say of a name. */
export interface NameRecords {
  /** Every address (A and AAAA) that it leads to in the end; none when there is no such name. */
  readonly addresses: readonly string[];
  /** The names that it is an alias of (CNAME), one after another, without a dot at their ends. */
  readonly aliasOf: readonly string[];
}

/** The servers of names. Rejects with a Failure DNS_FAILED when they do not say, which is not the same as no such name. */
export interface Dns {
  records(name: string, signal: AbortSignal): Promise<NameRecords>;
}
