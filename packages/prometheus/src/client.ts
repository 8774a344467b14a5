import { Failure } from '@slipway/failure';
import type { Http } from '@slipway/system';

/** One series of raw samples. */
export interface RawSeries {
  readonly labels: Readonly<Record<string, string>>;
  readonly points: readonly (readonly [atMs: number, value: number])[];
}

/** What one reading gave. */
export interface Reading {
  readonly series: readonly RawSeries[];
  /** The server's clock, when it tells. */
  readonly serverMs: number | undefined;
}

/** Reads raw samples; a server that does not answer as it should is a Failure. */
export interface Prometheus {
  /** The samples of a selector in the seconds up to a moment of the server's clock, up to now by default. */
  read(selector: string, seconds: number, untilMs?: number): Promise<Reading>;
}

interface Answer {
  readonly status?: string;
  readonly error?: string;
  readonly warnings?: readonly string[];
  readonly data?: {
    readonly resultType?: string;
    readonly result?: readonly {
      readonly metric: Readonly<Record<string, string>>;
      readonly values?: readonly (readonly [number, string])[];
    }[];
  };
}

const TIMEOUT_MS = 10_000;

function parseAnswer(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return { status: 'error', error: `no JSON, but ${JSON.stringify(text.slice(0, 100))}` };
  }
}

function failure(status: number, error: string | undefined): Failure {
  const message = `Prometheus answered ${status}: ${error ?? 'no reason given'}.`;
  const denied = status === 401 || status === 403;
  const code = denied ? 'PROMETHEUS_DENIED' : status === 400 || status === 422 ? 'PROMETHEUS_QUERY' : 'PROMETHEUS_FAILED';
  const remedy = denied
    ? 'Check "prometheus-token", or the file that "prometheus-token-path" names.'
    : 'Check "prometheus-url" and the query inputs.';
  return new Failure({ code, message, remedy });
}

/** Where Prometheus is, and until when it is asked. */
export interface Address {
  readonly url: string;
  /** Gives the bearer token, if there is one; asked again when the server does not take the one before. */
  token(): Promise<string | undefined>;
  readonly signal: AbortSignal;
}

const UNAUTHORIZED = 401;
/** More series than this are no service's: the selector is too wide. */
const SERIES_MAX = 10_000;

/** What makes an answer unfit to be counted, though it is one. */
function unfit({ warnings = [], data }: Answer): Failure | undefined {
  const { resultType = 'matrix', result = [] } = data ?? {};
  if (warnings.length > 0) {
    const message = `Prometheus answered with a part of the samples alone: ${warnings[0]}.`;
    return new Failure({ code: 'PROMETHEUS_PARTIAL', message, remedy: 'Look at the stores behind it.' });
  }
  if (resultType !== 'matrix' || result.length > SERIES_MAX) {
    const what =
      resultType === 'matrix' ? `${result.length} series, more than ${SERIES_MAX}` : `a ${resultType} instead of series`;
    const message = `Prometheus answered with ${what}.`;
    return new Failure({ code: 'PROMETHEUS_QUERY', message, remedy: 'Name the counter of this service alone.' });
  }
  return undefined;
}

/** A counter that is not a number counts nothing; taken as one it would make every figure after it none, and no figure is over a limit. */
const isCount = ([, value]: readonly [atMs: number, value: number]): boolean => Number.isFinite(value);

async function ask(http: Http, { url, signal }: Address, body: string, token: string | undefined) {
  const response = await http.fetch({
    method: 'POST',
    url: `${url.replace(/\/+$/, '')}/api/v1/query`,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...{ body, timeoutMs: TIMEOUT_MS, signal },
  });
  return { status: response.status, date: Date.parse(response.headers['date'] ?? ''), text: await response.text() };
}

/** Prometheus over its HTTP API. */
export function prometheus(http: Http, address: Address): Prometheus {
  let token: string | undefined;
  const asked = async (body: string): ReturnType<typeof ask> => {
    token ??= await address.token();
    const first = await ask(http, address, body, token);
    if (first.status !== UNAUTHORIZED || token === undefined) return first;
    // A token may run out in the middle of a watch.
    const before = token;
    token = await address.token();
    return token === before ? first : ask(http, address, body, token);
  };
  return {
    read: async (selector, seconds, untilMs) => {
      // A range selector gives the samples as they were scraped; a function over it would lose a new series' first ones.
      const query = new URLSearchParams({ query: `${selector}[${Math.ceil(seconds)}s]` });
      if (untilMs !== undefined) query.set('time', String(untilMs / 1000));
      const { status, date, text } = await asked(query.toString());
      const answer = parseAnswer(text);
      if (status !== 200 || answer.status !== 'success') throw failure(status, answer.error);
      const wrong = unfit(answer);
      if (wrong !== undefined) throw wrong;
      return {
        serverMs: Number.isNaN(date) ? undefined : date,
        series: (answer.data?.result ?? []).map(({ metric, values = [] }) => ({
          labels: metric,
          points: values.map(([at, value]) => [Math.round(at * 1000), Number(value)] as const).filter(isCount),
        })),
      };
    },
  };
}
