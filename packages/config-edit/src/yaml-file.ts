import { Failure, type Location } from '@slipway/failure';
import { type Document, LineCounter, type ParsedNode, parseAllDocuments } from 'yaml';

/** A file of YAML documents together with its text, in which every value can be found again. */
export interface YamlFile {
  readonly file: string;
  readonly text: string;
  readonly documents: readonly Document.Parsed<ParsedNode>[];
  /** The place of an offset in the text. */
  locate(offset: number): Location;
}

/** More is no configuration, and the reader is slow. */
const SIZE_MAX = 5_000_000;

function lines(file: string, counter: LineCounter): (offset: number) => Location {
  return (offset) => {
    const { line, col } = counter.linePos(offset);
    return line === 0 ? { file, line: 1 } : { file, line, column: col };
  };
}

function read(file: string, text: string, lineCounter: LineCounter): readonly Document.Parsed<ParsedNode>[] {
  try {
    const documents = parseAllDocuments(text, { keepSourceTokens: true, prettyErrors: false, lineCounter });
    return Array.isArray(documents) ? documents : [];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Failure({ code: 'SOURCE_TOO_DEEP', message: 'This file is nested too deeply to be read.', location: { file } });
  }
}

/**
 * Reads a file of one or more YAML documents.
 *
 * @throws Failure YAML_SYNTAX with every error of syntax and every key that stands twice, SOURCE_TOO_LARGE, SOURCE_TOO_DEEP.
 */
export function openYaml(file: string, text: string): YamlFile {
  if (text.length > SIZE_MAX) {
    const message = `This file has ${text.length} characters; at most ${SIZE_MAX} are read.`;
    throw new Failure({ code: 'SOURCE_TOO_LARGE', message, remedy: 'Split it.', location: { file } });
  }
  const counter = new LineCounter();
  const documents = read(file, text, counter);
  const locate = lines(file, counter);
  const problems = documents.flatMap(({ errors, warnings }) => [...errors, ...warnings]);
  if (problems.length > 0)
    throw new Failure(
      problems.map(({ message, pos }) => ({
        code: 'YAML_SYNTAX',
        message: `This is not valid YAML: ${message.split('\n')[0]}.`,
        remedy: 'Correct it; nothing was written.',
        location: locate(pos[0]),
      })),
    );
  return { file, text, documents, locate };
}
