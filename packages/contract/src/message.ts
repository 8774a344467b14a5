import type { SourceDocument } from '@slipway/config';
import type { Location } from '@slipway/failure';
import { type ExpectedBody, matchContent } from './body.ts';
import { mediaTypeOf } from './content.ts';
import { type Interaction, statesOf } from './interaction.ts';
import type { Mismatch } from './match.ts';
import { matcherProblem } from './matcher.ts';
import { rulesOf } from './matching-rules.ts';
import { type Rules, ruleAt } from './rules.ts';
import { isTree, items, type Tree, tree } from './tree.ts';
import { equal, shown } from './value.ts';

/** A message that a consumer reads: what is in it, and what is said about it beside. */
export interface Message {
  readonly description: string;
  readonly states: Interaction['states'];
  readonly pending: boolean;
  /** The question, where the message is the answer to one (a synchronous message). */
  readonly request?: { readonly contents: unknown; readonly metadata: Tree };
  readonly body: ExpectedBody;
  readonly metadata: Tree;
  readonly rules: { readonly body: Rules; readonly metadata: Rules };
  readonly location: Location;
  /** Where a part of the message stands, by its path from the message's root. */
  locate(path: readonly string[]): Location;
}

/** Whether an interaction of version 4 is a message. */
export function isMessage(raw: unknown): boolean {
  return /^(Asynchronous|Synchronous)\/Messages$/.test(String(tree(raw)['type']));
}

interface Place {
  readonly raw: Tree;
  readonly exact: Tree;
  readonly path: readonly (string | number)[];
}

function bodyOf({ raw, exact }: Place, metadata: Tree): ExpectedBody {
  const [contents, exactContents] = [raw['contents'], exact['contents']];
  const stated = String(metadata['contentType'] ?? metadata['content-type'] ?? 'application/json');
  if (!isTree(contents) || !('content' in contents && 'contentType' in contents)) return { value: exactContents, type: stated };
  const type = String(contents['contentType']);
  const { encoded, content } = contents;
  if (encoded !== 'base64' && encoded !== true) return { value: tree(exactContents)['content'], type };
  const bytes = Buffer.from(String(content), 'base64');
  return { value: bytes.toString('utf8'), bytes, type };
}

/** The part that the consumer reads: of a synchronous message its answer, else the message itself. */
function partOf(place: Place): Place {
  if (!('response' in place.raw)) return place;
  return {
    raw: tree(items(place.raw['response'])[0]),
    exact: tree(items(place.exact['response'])[0]),
    path: [...place.path, 'response', 0],
  };
}

function messageOf(place: Place, index: number, source: SourceDocument): Message {
  const { raw, path } = place;
  const part = partOf(place);
  const metadata = tree(part.raw['metadata'] ?? part.raw['metaData']);
  const rules = tree(part.raw['matchingRules']);
  const wrapped = isTree(part.raw['contents']) && 'content' in part.raw['contents'] && 'contentType' in part.raw['contents'];
  const request = tree(raw['request']);
  return {
    description: String(raw['description'] ?? `message ${index + 1}`),
    states: statesOf(raw),
    pending: raw['pending'] === true,
    ...('response' in raw && {
      request: { contents: tree(request['contents'])['content'] ?? request['contents'], metadata: tree(request['metadata']) },
    }),
    body: bodyOf(part, metadata),
    metadata,
    rules: { body: rulesOf(rules['body']), metadata: rulesOf(rules['metadata']) },
    location: source.locate(path),
    locate: ([first = '', ...rest]) =>
      source.locateKey(
        first === 'body' ? [...part.path, 'contents', ...(wrapped ? ['content'] : []), ...rest] : [...part.path, first, ...rest],
      ),
  };
}

/** Every message of a pact: those of version 3 in a list of their own, those of version 4 among the interactions. */
export function messagesOf(root: Tree, exact: Tree, source: SourceDocument): readonly Message[] {
  return (['messages', 'interactions'] as const).flatMap((list) =>
    items(root[list]).flatMap((raw, index) =>
      list === 'messages' || isMessage(raw)
        ? [messageOf({ raw: tree(raw), exact: tree(items(exact[list])[index]), path: [list, index] }, index, source)]
        : [],
    ),
  );
}

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
