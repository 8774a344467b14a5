import { Failure } from '@slipway/failure';
import { parse, TomlError } from 'smol-toml';

/** A TOML text as a value, with the lines on which the tables of a list begin. */
export interface TomlDocument {
  readonly value: Readonly<Record<string, unknown>>;
  /** The line of each `[[name]]`, in order. */
  linesOf(name: string): readonly number[];
}

/**
 * Parses a TOML text.
 *
 * @throws Failure TOML_SYNTAX with the line.
 */
export function parseToml(file: string, text: string): TomlDocument {
  try {
    const value = parse(text);
    return {
      value,
      linesOf: (name) => text.split('\n').flatMap((line, index) => (line.trim() === `[[${name}]]` ? [index + 1] : [])),
    };
  } catch (error) {
    if (!(error instanceof TomlError || error instanceof RangeError)) throw error;
    const message = `This is not valid TOML: ${error.message.split('\n')[0]}`;
    const line = error instanceof TomlError ? { line: error.line, column: error.column } : {};
    throw new Failure({ code: 'TOML_SYNTAX', message, location: { file, ...line } });
  }
}
