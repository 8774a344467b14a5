import type { Inclusion, Parameter, Response, Spot } from '@slipway/openapi';
import { parseJson } from './body.ts';
import type { LiveAnswer } from './live.ts';
import { bestReading, type LiveFinding, valueFindings } from './live-value.ts';
import { readings } from './parameter.ts';

const RULE = 'answer-header';

/** What a header's text may stand for: one value, a list, or an object in either of its two spellings. */
function headerReadings(text: string): readonly unknown[] {
  const parts = text.split(',').map((part) => part.trim());
  const pairs = parts.map((part) => part.split('=') as [string, string?]);
  const flat = parts.flatMap((name, index) => (index % 2 === 0 ? [[name, parts[index + 1] ?? '']] : []));
  const objects = pairs.every(([, value]) => value !== undefined) ? [pairs] : parts.length % 2 === 0 ? [flat] : [];
  return [
    ...readings(text),
    parts,
    parts.map((part) => readings(part)[0]),
    ...objects.map((entries) => Object.fromEntries(entries.map(([name, value = '']) => [name, readings(value)[0]]))),
  ];
}

function judged(header: Parameter, text: string, spot: Spot, inclusion: Inclusion): readonly LiveFinding[] {
  const [document] = header.media;
  const schema = header.schema ?? document?.schema;
  if (schema === undefined) return [];
  const values = header.schema === undefined ? [parseJson(text)?.value ?? text] : headerReadings(text);
  return bestReading(values, (value) => valueFindings(value, schema, { rule: RULE, spot, inclusion })).slice(0, 1);
}

/** What the description says otherwise of an answer's headers; those that it does not name are none of its business. */
export function headerDeviations(
  described: Response,
  { headers }: LiveAnswer,
  whole: Spot,
  inclusion: Inclusion,
): readonly LiveFinding[] {
  return described.headers.flatMap((header): readonly LiveFinding[] => {
    // OpenAPI: a description of this header is passed over; the media types say what it is.
    if (header.name === 'content-type') return [];
    const spot: Spot = { ...whole, part: `header ${header.name}` };
    const text = headers[header.name.toLowerCase()];
    if (text !== undefined) return judged(header, text, spot, inclusion);
    if (!header.required) return [];
    return [{ rule: `${RULE}-missing`, kind: 'wrong', spot, words: 'must be there, and is missing', at: header.at }];
  });
}
