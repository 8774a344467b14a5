import type { Ports } from '@slipway/runner';
import type { WatchSamples } from '@slipway/rollout';
import type { Inputs } from './scene.ts';

const TIMEOUT_MS = 5000;
/** No more than these are on their way at once, however slow the service is. */
const MOST_OPEN = 20;
const SERVER_ERROR = 500;

/** Requests of our own at a fixed rate, for services that nobody uses yet. */
export class Prober {
  readonly #url: string;
  readonly #everyMs: number;
  readonly #outcomes: [atMs: number, failed: 0 | 1][] = [];
  #open = 0;
  #reached = false;

  constructor({ probeUrl = '', probeRate }: Pick<Inputs, 'probeUrl' | 'probeRate'>) {
    this.#url = probeUrl;
    this.#everyMs = 1000 / probeRate;
  }

  /** Waits as long as told, and sends requests meanwhile, which are not waited for. */
  async during(ms: number, { clock, http, cancelled }: Pick<Ports, 'clock' | 'http' | 'cancelled'>): Promise<void> {
    const count = this.#url === '' ? 1 : Math.max(1, Math.round(ms / this.#everyMs));
    for (let index = 0; index < count; index += 1) {
      if (this.#url !== '' && this.#open < MOST_OPEN) void this.#ask(http, clock.now, cancelled);
      await clock.sleep(ms / count, cancelled);
    }
  }

  /** What came of them, by the clock of Prometheus; undefined where none are sent. */
  seen(skewMs: number): WatchSamples['probes'] {
    if (this.#url === '') return undefined;
    return this.#outcomes.map(([atMs, failed]) => [atMs + skewMs, failed] as const).sort(([a], [b]) => a - b);
  }

  async #ask(http: Ports['http'], now: () => number, signal: AbortSignal): Promise<void> {
    this.#open += 1;
    try {
      const { status } = await http.fetch({ url: this.#url, timeoutMs: TIMEOUT_MS, signal });
      this.#reached = true;
      this.#outcomes.push([now(), status >= SERVER_ERROR ? 1 : 0]);
    } catch {
      // Where no request ever got through, it may be our own way to the service that is missing.
      if (this.#reached && !signal.aborted) this.#outcomes.push([now(), 1]);
    } finally {
      this.#open -= 1;
    }
  }
}
