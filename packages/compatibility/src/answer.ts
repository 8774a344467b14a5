import { type Interaction, STATUS_CLASSES } from '@slipway/contract';
import {
  accepts,
  type Inclusion,
  isWrong,
  nameOf,
  normaliseType,
  type Operation,
  type Response,
  responseFor,
  type Spot,
} from '@slipway/openapi';
import { mediaFor } from './body.ts';
import type { Finding } from './conflict.ts';
import { exampleSchema, readerSchema, schemaNode } from './reader.ts';
import { patternNames } from './reader-pattern.ts';
import { bodyPlace, found } from './wording.ts';

function fitting({ response }: Interaction, { responses }: Operation): Response | undefined {
  const own = responseFor(responses, String(response.status));
  const [matcher] = response.rules.status.flatMap(({ matchers }) => matchers);
  if (own !== undefined || matcher?.match !== 'statusCode') return own;
  const wanted = matcher.status;
  const [from, to] = typeof wanted === 'string' ? (STATUS_CLASSES[wanted] ?? [0, 0]) : [0, 0];
  const fits = (status: number): boolean =>
    typeof wanted === 'string' ? status >= from && status <= to : wanted.includes(status);
  return responses.find(({ status }) => fits(Number(status)));
}

function headerFindings({ response }: Interaction, described: Response, spot: Spot, inclusion: Inclusion): readonly Finding[] {
  return Object.entries(response.headers).flatMap(([name, text]): readonly Finding[] => {
    if (name === 'content-type') return [];
    const at: Spot = { ...spot, part: `header ${name}` };
    const place = ['headers', name];
    const header = described.headers.find((each) => each.name === name);
    if (header === undefined)
      return [
        {
          rule: 'contract-answer-unpromised',
          spot: at,
          words: 'is read, and the provider does not answer it',
          place,
          at: described.at,
        },
      ];
    if (!header.required)
      return [
        {
          rule: 'contract-answer-unpromised',
          severity: 'warning',
          spot: at,
          words: 'is read, and the provider may leave it out',
          place,
          at: header.at,
        },
      ];
    if (header.schema === undefined) return [];
    const schema = [header.schema];
    const values = /^-?\d+(\.\d+)?$/.test(text) ? [Number(text), text] : [text];
    const tried = values.map((value) => inclusion.reasons([schemaNode(exampleSchema(value))], schema));
    return found(tried.find((each) => each.length === 0) ?? tried[0] ?? [], at, 'contract-answer-impossible', () => place);
  });
}

/** What is read of a body must be promised, and the example must be an answer that there can be. */
function readFindings(
  { response }: Interaction,
  schema: NonNullable<Response['media'][number]['schema']>,
  spot: Spot,
  inclusion: Inclusion,
): readonly Finding[] {
  const reader = schemaNode(readerSchema(response.body, response.rules.body));
  const names = patternNames(response.rules.body);
  const promised = inclusion
    .reasons([schema], [reader])
    .map((each) => ({ ...each, reason: { ...each.reason, wanted: names.get(each.reason.wanted) ?? each.reason.wanted } }));
  const unread = new Set(['property-missing', 'property-optional', 'property-dropped', 'min-properties']);
  const possible = inclusion
    .reasons([schemaNode(exampleSchema(response.body))], [schema])
    .filter(({ reason }) => isWrong(reason) && !unread.has(reason.kind));
  const impossible = possible.map((each): Finding => {
    const [one] = found([each], { ...spot, side: 'request' }, 'contract-answer-impossible', bodyPlace);
    const words = `is ${each.reason.given} in the example, and the provider answers ${each.reason.wanted}`;
    return {
      ...one,
      rule: 'contract-answer-impossible',
      spot: { ...spot, path: each.path },
      words,
      place: bodyPlace(each.path),
      at: each.reason.sup,
    };
  });
  const told = found(promised, spot, 'contract-answer-unpromised', bodyPlace);
  const seen = new Set(told.filter(({ severity }) => severity === 'error').map(({ spot: { path } }) => path.join('.')));
  return [...told, ...impossible.filter(({ spot: { path } }) => !seen.has(path.join('.')))];
}

function bodyFindings(interaction: Interaction, described: Response, spot: Spot, inclusion: Inclusion): readonly Finding[] {
  const { body, headers, contentType } = interaction.response;
  if (body === undefined || body === null) return [];
  const written = headers['content-type'] ?? contentType;
  const type = normaliseType(written ?? (typeof body === 'string' ? '*/*' : 'application/json'));
  if (described.media.length === 0)
    return [
      {
        rule: 'contract-answer-unpromised',
        spot,
        words: 'is read, and the provider answers none',
        place: ['body'],
        at: described.at,
      },
    ];
  const media = mediaFor(described.media, type);
  if (media === undefined) {
    const words = `is read as ${type}, and the provider answers ${described.media.map((each) => each.type).join(' or ')}`;
    const place = headers['content-type'] === undefined ? ['body'] : ['headers', 'content-type'];
    return [{ rule: 'contract-media-type-unpromised', spot, words, place, at: described.at }];
  }
  if (media.schema === undefined || !/[/+]json|\*\/\*/.test(type)) return [];
  return readFindings(interaction, media.schema, { ...spot, media: media.type }, inclusion);
}

function acceptFindings({ request }: Interaction, described: Response, spot: Spot): readonly Finding[] {
  const accepted = request.headers['accept']?.split(',').map((type) => normaliseType(type.replace(/;\s*q=[\d.]+/i, ''))) ?? [];
  if (accepted.length === 0 || described.media.length === 0) return [];
  if (described.media.some(({ type }) => accepted.some((range) => accepts(range, type)))) return [];
  const words = `is accepted as ${accepted.join(' or ')}, and the provider answers ${described.media.map(({ type }) => type).join(' or ')}`;
  return [{ rule: 'contract-media-type-unpromised', spot, words, place: [], at: described.at }];
}

/** What a contract reads of an answer that the description does not promise. */
export function answerFindings(interaction: Interaction, operation: Operation, inclusion: Inclusion): readonly Finding[] {
  const status = String(interaction.response.status);
  const spot: Spot = { operation: nameOf(operation), side: 'response', status, part: 'body', path: [] };
  const described = fitting(interaction, operation);
  if (described === undefined) {
    const known = operation.responses.map((each) => each.status).join(', ') || 'none';
    const words = `is expected, and the provider answers ${known}`;
    return [
      { rule: 'contract-status-unpromised', spot: { ...spot, part: 'status' }, words, place: ['status'], at: operation.at },
    ];
  }
  return [
    ...acceptFindings(interaction, described, spot),
    ...headerFindings(interaction, described, spot, inclusion),
    ...bodyFindings(interaction, described, spot, inclusion),
  ];
}
