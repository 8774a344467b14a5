/** What parsing one raw text gives: the value, or what was expected instead. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly expected: string };

/** One input of an action: how it is described, whether it must be there, and how its text becomes a value. */
export interface Input<T> {
  readonly kind: string;
  readonly description: string;
  readonly required: boolean;
  /** Text as it would be written in the workflow; parsed like any other. */
  readonly default?: string;
  readonly example?: string;
  readonly choices?: readonly string[];
  readonly secret?: boolean;
  readonly parse: (raw: string) => Parsed<T>;
}

/** Whether an input must be given, has a default, or may be absent. */
export interface Presence {
  readonly required?: boolean | undefined;
  readonly default?: string | undefined;
  readonly example?: string | undefined;
}

/** An input that may be absent when it is neither required nor has a default. */
export type Present<T, P extends Presence> = P extends { required: true } | { default: string } ? T : T | undefined;
