import { Failure } from '@slipway/failure';
import { type Http, type HttpResponse, type Patience, retrying } from '@slipway/system';
import type { Evaluation, EvaluationError } from './evaluation.ts';

/** Where a server speaks OFREP. */
export interface OfrepServer {
  readonly base: string;
  readonly token: { reveal(): string } | undefined;
}

/** Who is asked for. */
export type EvaluationContext = Readonly<Record<string, unknown>>;

/** What came of asking for all flags at once. */
export type Bulk =
  | {
      readonly kind: 'evaluated';
      readonly flags: ReadonlyMap<string, Evaluation | EvaluationError>;
      readonly etag: string | undefined;
    }
  /** Nothing changed since the answer of the given tag. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'not-offered' };

/** A server that evaluates flags; it can do nothing else. */
export interface Ofrep {
  /**
   * One flag. Rejects with OFREP_FLAG_NOT_FOUND, OFREP_PARSE_ERROR, OFREP_TARGETING_KEY_MISSING, OFREP_INVALID_CONTEXT, OFREP_GENERAL,
   * OFREP_UNAUTHORISED, OFREP_FORBIDDEN, OFREP_RATE_LIMITED, OFREP_FAILED, OFREP_MALFORMED, OFREP_ABSENT or OFREP_UNREACHABLE.
   */
  evaluate(flag: string, context: EvaluationContext): Promise<Evaluation>;
  /** All flags; with the tag of an earlier answer, only where something changed. Rejects as `evaluate` does. */
  evaluateAll(context: EvaluationContext, etag?: string): Promise<Bulk>;
}

const TIMEOUT_MS = 10_000;

const REMEDIES: Readonly<Record<string, string>> = {
  OFREP_FLAG_NOT_FOUND: 'Check "flag", and that the server has the flags of this environment.',
  OFREP_TARGETING_KEY_MISSING:
    'Its rules draw users: without a targeting key nobody is drawn. Give one as "targetingKey=…" in "context".',
  OFREP_INVALID_CONTEXT: 'Correct "context".',
  OFREP_PARSE_ERROR: 'The server cannot read the definition of the flag: check it with mode: lint.',
  OFREP_UNAUTHORISED: 'Give a token that is valid now.',
  OFREP_FORBIDDEN: 'Let the token evaluate flags of this environment.',
  OFREP_RATE_LIMITED: 'Ask less: lower "population", or try again later.',
  OFREP_ABSENT: 'Give the address below which /ofrep/v1 lies.',
};

interface Told {
  readonly key?: string;
  readonly errorCode?: string;
  readonly errorDetails?: string;
  readonly flags?: readonly (Evaluation & Partial<EvaluationError> & { readonly key?: string })[];
}

function codeOf(status: number, { errorCode }: Told): string {
  if (status === 401) return 'OFREP_UNAUTHORISED';
  if (status === 403) return 'OFREP_FORBIDDEN';
  if (status === 404) return errorCode === 'FLAG_NOT_FOUND' ? 'OFREP_FLAG_NOT_FOUND' : 'OFREP_ABSENT';
  if (status === 429) return 'OFREP_RATE_LIMITED';
  const known = ['PARSE_ERROR', 'TARGETING_KEY_MISSING', 'INVALID_CONTEXT', 'GENERAL'];
  if (status === 400 && errorCode !== undefined) return known.includes(errorCode) ? `OFREP_${errorCode}` : 'OFREP_GENERAL';
  return 'OFREP_FAILED';
}

function parsed(text: string): Told | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Told) : undefined;
  } catch {
    return undefined;
  }
}

function refusal(base: string, what: string, { status, headers }: HttpResponse, text: string): Failure {
  const told = parsed(text) ?? {};
  const code = codeOf(status, told);
  const said = [told.errorCode, told.errorDetails ?? (parsed(text) === undefined ? text.slice(0, 200) : undefined)];
  const later = headers['retry-after'];
  const words = [...said, ...(later === undefined ? [] : [`to be asked again ${/^\d+$/.test(later) ? `in ${later} s` : later}`])];
  const message = `${base} answered ${status} when asked ${what}${words.some(Boolean) ? `: ${words.filter(Boolean).join('; ')}` : '.'}`;
  const remedy = REMEDIES[code];
  return new Failure({ code, message, ...(remedy !== undefined && { remedy }) });
}

function understood(base: string, what: string, text: string): Told {
  const told = parsed(text);
  if (told !== undefined) return told;
  const message = `${base} answered with no JSON object when asked ${what}: ${JSON.stringify(text.slice(0, 100))}`;
  throw new Failure({ code: 'OFREP_MALFORMED', message, remedy: REMEDIES['OFREP_ABSENT'] ?? '' });
}

const evaluationOf = ({ value, variant, reason }: Evaluation): Evaluation => ({
  ...(value !== undefined && { value }),
  ...(typeof variant === 'string' && { variant }),
  ...(typeof reason === 'string' && { reason }),
});

function flagsOf({ flags = [] }: Told): ReadonlyMap<string, Evaluation | EvaluationError> {
  return new Map(
    flags.flatMap((each): (readonly [string, Evaluation | EvaluationError])[] => {
      const { key, errorCode, errorDetails } = each;
      if (key === undefined) return [];
      return [[key, errorCode === undefined ? evaluationOf(each) : { errorCode, ...(errorDetails && { errorDetails }) }]];
    }),
  );
}

/**
 * OpenFeature's remote evaluation protocol (https://openfeature.dev/docs/reference/other-technologies/ofrep). What passes, such as
 * 429 with its Retry-After, is waited for as often as `patience` says.
 */
export function ofrep({ base, token }: OfrepServer, http: Http, patience: Patience): Ofrep {
  const root = base.replace(/\/+$/, '');
  // The protocol lets a server ask for either; a client cannot know which.
  const secrets = token === undefined ? {} : { authorization: `Bearer ${token.reveal()}`, 'x-api-key': token.reveal() };
  const post = async (path: string, context: EvaluationContext, etag?: string): Promise<HttpResponse> => {
    const headers = { accept: 'application/json', 'content-type': 'application/json', ...secrets };
    const request = {
      ...({ method: 'POST', url: `${root}/ofrep/v1/evaluate/flags${path}`, timeoutMs: TIMEOUT_MS } as const),
      ...{ headers: { ...headers, ...(etag !== undefined && { 'if-none-match': etag }) }, body: JSON.stringify({ context }) },
      ...(patience.signal && { signal: patience.signal }),
    };
    return retrying(() => http.fetch(request), patience).catch((error: unknown) => {
      if (!(error instanceof Failure) || patience.signal?.aborted === true) throw error;
      const message = `${root} cannot be asked: ${error.message}`;
      throw new Failure({ code: 'OFREP_UNREACHABLE', message, remedy: 'Check the address.' }, { cause: error });
    });
  };
  return {
    evaluate: async (flag, context) => {
      const response = await post(`/${encodeURIComponent(flag)}`, context);
      const text = await response.text();
      if (response.status !== 200) throw refusal(root, `for ${flag}`, response, text);
      return evaluationOf(understood(root, `for ${flag}`, text) as Evaluation);
    },
    evaluateAll: async (context, etag) => {
      const response = await post('', context, etag);
      const text = await response.text();
      if (response.status === 304) return { kind: 'unchanged' };
      if ([404, 405, 501].includes(response.status)) return { kind: 'not-offered' };
      if (response.status !== 200) throw refusal(root, 'for all flags', response, text);
      return { kind: 'evaluated', flags: flagsOf(understood(root, 'for all flags', text)), etag: response.headers['etag'] };
    },
  };
}
