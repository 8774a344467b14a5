import { matchContent } from './body.ts';
import { mediaTypeOf } from './content.ts';
import type { Mismatch } from './match.ts';
import { matcherProblem } from './matcher.ts';
import type { Message } from './message.ts';
import { ruleAt } from './rules.ts';
import type { Tree } from './tree.ts';
import { equal, shown } from './value.ts';

/** A message as the provider gave it. */
export interface ActualMessage {
  readonly bytes: Uint8Array;
  readonly type?: string;
  readonly metadata: Tree;
}

function metadataMismatches({ metadata, rules }: Message, actual: Tree): readonly Mismatch[] {
  return Object.entries(metadata).flatMap(([name, expected]) => {
    const path = ['metadata', name];
    // Judged with the body, whose type it is.
    if (/^content-?type$/i.test(name)) return [];
    if (!Object.hasOwn(actual, name)) return [{ path, message: 'is missing' }];
    const rule = ruleAt(rules.metadata, [name.toLowerCase()]) ?? ruleAt(rules.metadata, [name]);
    if (rule === undefined)
      return equal(expected, actual[name])
        ? []
        : [{ path, message: `must be ${shown(expected)}, and is ${shown(actual[name])}` }];
    return rule.matchers.flatMap((matcher) => {
      const problem = matcherProblem(matcher, expected, actual[name]);
      return problem === undefined ? [] : [{ path, message: problem }];
    });
  });
}

/** Everything in a message that is not as the contract says: metadata and contents. */
export function matchMessage(message: Message, actual: ActualMessage): readonly Mismatch[] {
  const told = actual.metadata['contentType'] ?? actual.metadata['content-type'] ?? actual.type;
  const type = told === undefined ? undefined : String(told);
  const typeWrong =
    type !== undefined && mediaTypeOf(type) !== mediaTypeOf(message.body.type)
      ? [{ path: ['metadata', 'contentType'], message: `must be ${message.body.type}, and is ${type}` }]
      : [];
  const body = matchContent(message.rules.body, message.body, { bytes: actual.bytes, ...(type !== undefined && { type }) });
  const inBody = body.map(({ path, message: words }) => ({ path: ['body', ...path], message: words }));
  return [...typeWrong, ...metadataMismatches(message, actual.metadata), ...inBody];
}
