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
  /** The samples of a selector in the last seconds, by the server's clock. */
  read(selector: string, seconds: number): Promise<Reading>;
}

interface Answer {
  readonly status?: string;
  readonly error?: string;
  readonly data?: {
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
    return { status: 'error', error: text.slice(0, 200) };
  }
}

function failure(status: number, error: string | undefined): Failure {
  const message = `Prometheus answered ${status}: ${error ?? 'no reason given'}.`;
  const denied = status === 401 || status === 403;
  const code = denied ? 'PROMETHEUS_DENIED' : status === 400 || status === 422 ? 'PROMETHEUS_QUERY' : 'PROMETHEUS_FAILED';
  const remedy = denied ? 'Check "prometheus-token".' : 'Check "prometheus-url" and the query inputs.';
  return new Failure({ code, message, remedy });
}

/** Where Prometheus is, and until when it is asked. */
export interface Address {
  readonly url: string;
  readonly token: string | undefined;
  readonly signal: AbortSignal;
}

/** Prometheus over its HTTP API. */
export function prometheus(http: Http, address: Address): Prometheus {
  const base = address.url.replace(/\/+$/, '');
  return {
    read: async (selector, seconds) => {
      // A range selector gives the samples as they were scraped; a function over it would lose a new series' first ones.
      const query = new URLSearchParams({ query: `${selector}[${Math.ceil(seconds)}s]` }).toString();
      const response = await http.fetch({
        method: 'POST',
        url: `${base}/api/v1/query`,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          ...(address.token !== undefined && { authorization: `Bearer ${address.token}` }),
        },
        body: query,
        timeoutMs: TIMEOUT_MS,
        signal: address.signal,
      });
      const answer = parseAnswer(await response.text());
      if (response.status !== 200 || answer.status !== 'success') throw failure(response.status, answer.error);
      const date = Date.parse(response.headers['date'] ?? '');
      return {
        serverMs: Number.isNaN(date) ? undefined : date,
        series: (answer.data?.result ?? []).map(({ metric, values = [] }) => ({
          labels: metric,
          points: values.map(([at, value]) => [Math.round(at * 1000), Number(value)] as const),
        })),
      };
    },
  };
}
