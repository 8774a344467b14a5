import type { Answer } from '@slipway/system/memory';
import type { HttpRequest } from '@slipway/system';

/** A service whose feature some of its users have, as its counters tell of it. */
export interface Service {
  readonly rps: number;
  /** The share of requests that fail without the feature, at a second since the start of the test. */
  readonly usual: (second: number) => number;
  /** The share that fails with it, by the share of users who have it. */
  readonly featured: (share: number, second: number) => number;
  /** How Prometheus is at a second: it answers, is away, has no series, or has no numbers. */
  readonly prometheus: (second: number) => 'up' | 'away' | 'empty' | 'nan';
  /** Whether Prometheus takes no token, and says which it was given. */
  readonly denies?: boolean;
}

/** Nothing fails, and everything is seen. */
export const FINE: Service = { rps: 20, usual: () => 0.001, featured: () => 0.001, prometheus: () => 'up' };

const SCRAPE_MS = 5000;
const BEFORE_MS = 2_400_000;

type Key = `${'on' | 'off'} ${'200' | '500'}`;
const KEYS: readonly Key[] = ['on 200', 'on 500', 'off 200', 'off 500'];

/** The counters of a service in memory, scraped every five seconds from forty minutes before the start. */
export class CountedService {
  readonly #service: Service;
  readonly #share: () => number;
  readonly #startMs: number;
  readonly #sums: Record<Key, number> = { 'on 200': 0, 'on 500': 0, 'off 200': 0, 'off 500': 0 };
  readonly #scraped: (readonly [atMs: number, sums: Readonly<Record<Key, number>>])[] = [];
  #untilMs: number;

  constructor(service: Service, startMs: number, share: () => number) {
    this.#service = service;
    this.#share = share;
    this.#startMs = startMs;
    this.#untilMs = startMs - BEFORE_MS;
    this.advance(startMs, 0);
  }

  /** Serves and is scraped until a moment. */
  advance(nowMs: number, share = this.#share()): void {
    const { rps, usual, featured } = this.#service;
    for (; this.#untilMs + SCRAPE_MS <= nowMs; this.#untilMs += SCRAPE_MS) {
      const second = (this.#untilMs - this.#startMs) / 1000;
      const [on, off] = [(rps * 5 * share) / 100, rps * 5 * (1 - share / 100)];
      const [onBad, offBad] = [on * featured(share, second), off * usual(second)];
      this.#sums['on 200'] += on - onBad;
      this.#sums['on 500'] += onBad;
      this.#sums['off 200'] += off - offBad;
      this.#sums['off 500'] += offBad;
      this.#scraped.push([this.#untilMs + SCRAPE_MS, { ...this.#sums }]);
    }
  }

  #series(nowMs: number, seconds: number, labelled: boolean): readonly object[] {
    const seen = this.#scraped.filter(([atMs]) => atMs > nowMs - seconds * 1000 && atMs <= nowMs);
    const nan = this.#service.prometheus((nowMs - this.#startMs) / 1000) === 'nan';
    const row = (metric: Readonly<Record<string, string>>, countOf: (sums: Readonly<Record<Key, number>>) => number) => ({
      metric: { pod: 'orders-1', ...metric },
      values: seen.map(([atMs, sums]) => [atMs / 1000, nan && atMs > this.#startMs ? 'NaN' : String(countOf(sums))]),
    });
    if (!labelled)
      return ['200', '500'].map((code) => row({ code }, (sums) => sums[`on ${code}` as Key] + sums[`off ${code}` as Key]));
    // A counter that nothing was counted in is not there yet.
    return KEYS.filter((key) => this.#sums[key] > 0).map((key) => {
      const [checkout = '', code = ''] = key.split(' ');
      return row({ checkout, code }, (sums) => sums[key]);
    });
  }

  /** What Prometheus answers. */
  answer({ body, headers = {} }: HttpRequest, nowMs: number, labelled: boolean): Answer | undefined {
    this.advance(nowMs);
    if (this.#service.denies === true)
      return { status: 401, body: JSON.stringify({ status: 'error', error: `who is ${headers['authorization']}?` }) };
    const state = this.#service.prometheus((nowMs - this.#startMs) / 1000);
    if (state === 'away') return undefined;
    const query = new URLSearchParams(String(body)).get('query') ?? '';
    const seconds = Number(/\[(\d+)s\]$/.exec(query)?.[1]);
    const result = state === 'empty' ? [] : this.#series(nowMs, seconds, labelled);
    return { status: 200, body: JSON.stringify({ status: 'success', data: { resultType: 'matrix', result } }) };
  }
}
