import { Failure } from '@slipway/failure';

/** What a shell would act on and we pass on as text: a command that holds it would not do what it says. */
const SHELL_MARKS = /[|&;<>`$()*?~]/;

/**
 * Splits a command into program and arguments, with single and double quotes as in a shell and nothing else of one.
 *
 * @throws Failure COMMAND_NEEDS_SHELL for pipes, redirections, variables and patterns outside quotes, and
 * COMMAND_MALFORMED for an open quote or no word at all.
 */
export function splitCommand(command: string, input = 'command'): readonly string[] {
  const words: string[] = [];
  const pattern = /\s*((?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'])+)/gy;
  let end = 0;
  for (const match of command.matchAll(pattern)) {
    const [whole, word = ''] = match;
    end = match.index + whole.length;
    const bare = word.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '');
    const mark = SHELL_MARKS.exec(bare)?.[0];
    if (mark !== undefined) {
      const remedy = 'Put it in a script (for example in package.json) and run that, or quote it.';
      throw new Failure({
        code: 'COMMAND_NEEDS_SHELL',
        message: `Input "${input}" holds "${mark}", which only a shell understands.`,
        remedy,
      });
    }
    words.push(
      word.replace(
        /"((?:[^"\\]|\\.)*)"|'([^']*)'/g,
        (_, double?: string, single?: string) => double?.replace(/\\(.)/g, '$1') ?? single ?? '',
      ),
    );
  }
  if (words.length === 0 || command.slice(end).trim() !== '') {
    throw new Failure({
      code: 'COMMAND_MALFORMED',
      message: `Input "${input}" is ${JSON.stringify(command)}: a quote is open, or there is no word.`,
    });
  }
  return words;
}
