import { type Inclusion, type Media, normaliseType, type Response, type Spot } from '@slipway/openapi';
import { mediaFor, parseJson } from './body.ts';
import type { LiveAnswer } from './live.ts';
import { bestReading, type LiveFinding, valueFindings } from './live-value.ts';
import { readings } from './parameter.ts';

const RULE = 'answer-body';

/** A body's text, when its bytes are text at all. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The media type that an answer falls under; parameters that the description does not name tell no types apart. */
function mediaOf({ media }: Response, type: string): Media | undefined {
  return mediaFor(media, type) ?? mediaFor(media, type.split(';')[0] ?? type);
}

/** What is judged by nothing but its type may be anything that is written as bytes. */
const isBytes = (type: string): boolean => /^(image|audio|video|font)\/|^application\/(octet-stream|pdf|zip|gzip)/.test(type);

function contentFindings(media: Media, type: string, body: Uint8Array, spot: Spot, inclusion: Inclusion): readonly LiveFinding[] {
  const { schema } = media;
  if (schema === undefined || isBytes(type)) return [];
  const text = decoded(body);
  const judge = (value: unknown) => valueFindings(value, schema, { rule: RULE, spot, inclusion });
  if (/[/+]json(;|$)/.test(type)) {
    const parsed = text === undefined ? undefined : parseJson(text);
    if (parsed !== undefined) return judge(parsed.value);
    return [{ rule: `${RULE}-wrong`, kind: 'wrong', spot, words: `must be JSON, and is none`, at: media.at }];
  }
  if (text !== undefined && /^text\/plain/.test(type)) return bestReading(readings(text), judge);
  const words = `could not be judged: schemas of ${type} are not reasoned about`;
  return [{ rule: `${RULE}-unjudged`, kind: 'unjudged', spot, words, at: media.at }];
}

/** What the description says otherwise of an answer's media type and body. */
export function bodyDeviations(
  described: Response,
  { method, status, headers, body }: LiveAnswer,
  spot: Spot,
  inclusion: Inclusion,
): readonly LiveFinding[] {
  // HTTP: these are answered without a body, whatever is described (RFC 9110, 6.4.1).
  const bodiless = method === 'HEAD' || status === 204 || status === 304;
  const types = described.media.map((each) => each.type).join(' or ');
  const written = headers['content-type'];
  if (bodiless) return [];
  if (described.media.length === 0) {
    if (body.length === 0) return [];
    const words = 'could not be judged: it is there, and the description says nothing of it';
    return [{ rule: `${RULE}-undocumented`, kind: 'unjudged', spot, words, at: described.at }];
  }
  if (body.length === 0)
    return [{ rule: `${RULE}-missing`, kind: 'wrong', spot, words: `must be ${types}, and is empty`, at: described.at }];
  const type = written === undefined ? undefined : normaliseType(written);
  const media = type === undefined ? undefined : mediaOf(described, type);
  if (type === undefined || media === undefined) {
    const words = `must be ${types}, and is ${type ?? 'of no stated type'}`;
    return [{ rule: 'answer-media-type-undocumented', kind: 'wrong', spot, words, at: described.at }];
  }
  return contentFindings(media, type, body, { ...spot, media: media.type }, inclusion);
}
