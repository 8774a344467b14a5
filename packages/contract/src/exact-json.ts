import { parse, stringify } from 'lossless-json';

/**
 * A number of a JSON text with the digits it is written with.
 *
 * Contracts tell `1` from `1.0`, and identifiers longer than a double holds are compared digit by digit.
 */
export class ExactNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Without a fraction and without an exponent. */
  get isInteger(): boolean {
    return /^-?\d+$/.test(this.text);
  }

  valueOf(): number {
    return Number(this.text);
  }

  toJSON(): number {
    return Number(this.text);
  }

  /** Whether both stand for the same number: `1`, `1.0` and `1e0` do. */
  equals(other: ExactNumber): boolean {
    if (this.isInteger && other.isInteger) return BigInt(this.text) === BigInt(other.text);
    return Number(this.text) === Number(other.text);
  }
}

/** The value of a JSON text with its numbers as they are written, or why it is none. */
export function parseExactJson(text: string): { readonly value: unknown } | { readonly problem: string } {
  try {
    return { value: parse(text, null, (digits) => new ExactNumber(digits)) };
  } catch (error) {
    if (error instanceof RangeError) return { problem: 'JSON that is not nested too deeply to be read' };
    if (!(error instanceof SyntaxError)) throw error;
    return { problem: /duplicate key/i.test(error.message) ? 'JSON in which no key stands twice' : 'JSON' };
  }
}

/** A JSON text in which every number is written as it was read. */
export function writeExactJson(value: unknown): string {
  const digits = {
    test: (each: unknown) => each instanceof ExactNumber,
    stringify: (each: unknown) => (each as ExactNumber).text,
  };
  return stringify(value, null, undefined, [digits]) ?? 'null';
}
