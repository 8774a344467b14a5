import { createHash } from 'node:crypto';
import { parseFlags } from '../flag-file.ts';
import { evaluateByFlagd } from '../population.ts';

/** One answer of a server. */
export interface OfrepAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One question to it. */
export interface OfrepQuestion {
  readonly method: string | undefined;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

const json = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): OfrepAnswer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
});

/**
 * A server of OFREP as flagd would be one: it evaluates a file in flagd's format by flagd's own evaluator.
 *
 * @param flags the file as it is now
 * @param token the bearer token that is asked for, if one is
 */
export function ofrepAnswer(flags: string, { method, path, headers, body }: OfrepQuestion, token?: string): OfrepAnswer {
  const [, key] = /^\/ofrep\/v1\/evaluate\/flags(?:\/([^/?]+))?$/.exec(path) ?? [undefined, undefined];
  if (method !== 'POST' || !path.startsWith('/ofrep/v1/evaluate/flags')) return { status: 404, headers: {}, body: 'no page' };
  if (token !== undefined && headers['authorization'] !== `Bearer ${token}`) return { status: 401, headers: {}, body: '' };
  const { context = {} } = JSON.parse(body) as { context?: Record<string, unknown> };
  const known = parseFlags('flags.json', flags).flags;
  const answerOf = (name: string) => {
    const flag = known.get(name);
    if (flag === undefined) return { key: name, errorCode: 'FLAG_NOT_FOUND', errorDetails: `no flag ${name}` };
    const fractional = JSON.stringify(flag.targeting ?? '').includes('"fractional"');
    if (fractional && flag.state === 'ENABLED' && context['targetingKey'] === undefined)
      return { key: name, errorCode: 'TARGETING_KEY_MISSING', errorDetails: 'the rules draw users' };
    return { key: name, ...evaluateByFlagd(name, flag, context) };
  };
  if (key === undefined) {
    const answer = { flags: [...known.keys()].map(answerOf) };
    const etag = `"${createHash('sha256').update(JSON.stringify(answer)).digest('hex').slice(0, 16)}"`;
    return headers['if-none-match'] === etag ? { status: 304, headers: { etag }, body: '' } : json(200, answer, { etag });
  }
  const answer = answerOf(decodeURIComponent(key));
  if (!('errorCode' in answer)) return json(200, answer);
  return json(answer.errorCode === 'FLAG_NOT_FOUND' ? 404 : 400, answer);
}
