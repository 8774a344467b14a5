import type { Interaction } from '@slipway/contract';
import { accepts, type Inclusion, type Media, nameOf, normaliseType, type Spot } from '@slipway/openapi';
import type { Finding } from './conflict.ts';
import { exampleSchema, schemaNode } from './reader.ts';
import type { Route } from './route.ts';
import { bodyPlace, found } from './wording.ts';

const isJson = (type: string): boolean => /[/+]json(;|$)/.test(type) || type === '*/*';

/** The media type of a description that a type falls under. */
export function mediaFor(media: readonly Media[], type: string): Media | undefined {
  return (
    media.find((each) => each.type === type) ??
    media.find((each) => accepts(each.type, type)) ??
    media.find((each) => accepts(type, each.type))
  );
}

/** The value of a JSON body; undefined when it is none. */
export function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

/** What is wrong with the body of a contract's request. */
export function bodyFindings({ request }: Interaction, { operation }: Route, inclusion: Inclusion): readonly Finding[] {
  const spot: Spot = { operation: nameOf(operation), side: 'request', part: 'body', path: [] };
  const { body } = operation;
  if (request.body === undefined) {
    if (body?.required !== true) return [];
    return [{ rule: 'contract-body-missing', spot, words: 'is required, and is not sent', place: [], at: body.at }];
  }
  if (body === undefined) {
    const words = 'is sent, and the provider takes none';
    return [{ rule: 'contract-body-unknown', severity: 'warning', spot, words, place: ['body'], at: operation.at }];
  }
  const parsed = parseJson(request.body);
  const written = request.headers['content-type'] ?? request.contentType;
  const type = normaliseType(written ?? (parsed === undefined ? 'text/plain' : 'application/json'));
  const media = mediaFor(body.media, type);
  if (media === undefined && body.media.length > 0) {
    const words = `is ${type}, and the provider takes ${body.media.map((each) => each.type).join(' or ')}`;
    return [
      {
        rule: 'contract-media-type-refused',
        spot,
        words,
        place: written === undefined ? ['body'] : ['headers', 'content-type'],
        at: body.at,
      },
    ];
  }
  if (media?.schema === undefined || !isJson(type)) return [];
  if (parsed === undefined)
    return [{ rule: 'contract-body-refused', spot, words: 'must be JSON', place: ['body'], at: media.at }];
  const reasons = inclusion.reasons([schemaNode(exampleSchema(parsed.value))], [media.schema]);
  return found(reasons, { ...spot, media: type }, 'contract-body-refused', bodyPlace);
}
