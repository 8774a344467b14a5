import { parseSource, type SourceDocument } from '@slipway/config';
import { Failure, failWhen, type Problem } from '@slipway/failure';
import { contractProblems } from './problems.ts';
import { parseExactJson } from './exact-json.ts';
import { type Interaction, interactionOf } from './interaction.ts';
import { isMessage, type Message, messagesOf } from './message.ts';
import { oneLine } from './one-line.ts';
import { items, tree } from './tree.ts';

/** What one consumer needs of one provider. */
export interface Contract {
  readonly file: string;
  readonly consumer: string;
  readonly provider: string;
  readonly interactions: readonly Interaction[];
  /** What the provider sends by itself, or answers with, over whatever carries messages. */
  readonly messages: readonly Message[];
}

function notJson(problems: Problem | readonly Problem[], cause: unknown): Failure {
  const remedy = 'Have the consumer write it anew; it may have been cut off.';
  return new Failure(
    [problems].flat().map((problem) => ({ ...problem, code: 'CONTRACT_SYNTAX', remedy })),
    { cause },
  );
}

/** A pact is JSON; the YAML reader is asked for its knowledge of lines, and reads what no other tool would. */
function parseContract(file: string, text: string): SourceDocument {
  let source: SourceDocument;
  try {
    source = parseSource(file, text);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const problems = error.problems.map((problem) => ({ ...problem, message: problem.message.replace('YAML', 'JSON') }));
    throw notJson(problems, error);
  }
  try {
    JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const [, line, column] = /line (\d+) column (\d+)/.exec(reason) ?? [];
    const location = { file, ...(line !== undefined && { line: Number(line), column: Number(column) }) };
    throw notJson({ code: '', message: `This is not valid JSON: ${reason}.`, location }, error);
  }
  return source;
}

/**
 * Parses a pact of version 2, 3 or 4.
 *
 * @throws Failure with every problem on its line: what is not a pact, holds nothing, or could not be judged. None of
 * these is ever taken for an empty contract that passes.
 */
export function parsePact(file: string, text: string): Contract {
  const source = parseContract(file, text);
  failWhen(contractProblems(source));
  const root = tree(source.value);
  const read = parseExactJson(text);
  const exact = 'value' in read ? tree(read.value) : {};
  const interactions = items(root['interactions']).flatMap((raw, index) =>
    isMessage(raw) ? [] : [interactionOf(tree(raw), tree(items(exact['interactions'])[index]), index, source)],
  );
  const name = (side: string): string => oneLine(String(tree(root[side])['name']));
  return {
    file,
    consumer: name('consumer'),
    provider: name('provider'),
    interactions,
    messages: messagesOf(root, exact, source),
  };
}
