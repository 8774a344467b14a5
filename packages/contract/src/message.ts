import type { SourceDocument } from '@slipway/config';
import type { Location } from '@slipway/failure';
import type { ExpectedBody } from './body.ts';
import { type Interaction, statesOf } from './interaction.ts';
import { contentOf } from './json-text.ts';
import { rulesOf } from './matching-rules.ts';
import type { Rules } from './rules.ts';
import { isTree, items, type Tree, tree } from './tree.ts';

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
  if (encoded !== 'base64' && encoded !== true) return { value: contentOf(tree(exactContents), 'exact'), type };
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
