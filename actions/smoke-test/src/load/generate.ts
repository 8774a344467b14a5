import type { Sample } from '@slipway/load';
import type { Clock } from '@slipway/system';

/** One request that is to be sent. */
export interface Arrival<T> {
  /** Milliseconds since the beginning. */
  readonly atMs: number;
  readonly what: T;
}

/** What became of one request. */
export interface Shot extends Sample {
  /** What was wrong with it; a clause. */
  readonly why?: string;
  /** By how many milliseconds this machine itself was late, which is no fault of the service. */
  readonly lagMs: number;
}

/** How a load is sent. */
export interface Range<T> {
  /** Sends one and tells what was wrong with its answer; throws only when the run is cancelled, or for a defect. */
  readonly send: (what: T) => Promise<string | undefined>;
  readonly clock: Clock;
  readonly cancelled: AbortSignal;
  readonly inFlightMax: number;
  /** How long a request waits for its turn before it counts as failed without being sent. */
  readonly patienceMs: number;
}

/** Requests on their way, and those that wait because too many are. */
class Flight<T> {
  readonly shots: Shot[] = [];
  readonly #range: Range<T>;
  readonly #begun: number;
  readonly #running = new Set<Promise<void>>();
  readonly #waiting: Arrival<T>[] = [];
  #first = 0;
  #broken: { readonly error: unknown } | undefined;

  constructor(range: Range<T>) {
    this.#range = range;
    this.#begun = range.clock.now();
  }

  get #elapsed(): number {
    return this.#range.clock.now() - this.#begun;
  }

  async until(atMs: number): Promise<void> {
    const wait = atMs - this.#elapsed;
    if (wait > 0) await this.#range.clock.sleep(wait, this.#range.cancelled);
    this.check();
  }

  check(): void {
    this.#range.cancelled.throwIfAborted();
    if (this.#broken !== undefined) throw this.#broken.error;
  }

  add(arrival: Arrival<T>): void {
    if (this.#running.size < this.#range.inFlightMax) this.#start(arrival, Math.max(0, this.#elapsed - arrival.atMs));
    else this.#waiting.push(arrival);
  }

  async drain(): Promise<void> {
    while (this.#running.size > 0) await Promise.race(this.#running);
    this.check();
  }

  #start(arrival: Arrival<T>, lagMs: number): void {
    const flying = this.#fly(arrival, lagMs).finally(() => {
      this.#running.delete(flying);
      this.#next();
    });
    this.#running.add(flying);
  }

  async #fly({ atMs, what }: Arrival<T>, lagMs: number): Promise<void> {
    try {
      const why = await this.#range.send(what);
      // From the intended start: a service that holds up its callers is slow for those as well who had to wait.
      this.shots.push({
        offsetMs: atMs,
        ms: this.#elapsed - atMs,
        ok: why === undefined,
        lagMs,
        ...(why !== undefined && { why }),
      });
    } catch (error) {
      this.#broken ??= { error };
    }
  }

  #next(): void {
    for (let next = this.#waiting[this.#first]; next !== undefined; next = this.#waiting[this.#first]) {
      this.#first += 1;
      const ms = this.#elapsed - next.atMs;
      if (ms <= this.#range.patienceMs) {
        this.#start(next, 0);
        return;
      }
      const why = `not sent within ${this.#range.patienceMs} ms: ${this.#range.inFlightMax} others were not answered yet`;
      this.shots.push({ offsetMs: next.atMs, ms, ok: false, why, lagMs: 0 });
    }
  }
}

/**
 * Sends a load and waits for all of its answers.
 *
 * Requests start when they are due, whatever became of those before (an open loop): a service that slows down is not asked
 * less. Those that are beyond `inFlightMax` wait for their turn, and their waiting counts as latency.
 */
export async function sendLoad<T>(plan: readonly Arrival<T>[], range: Range<T>): Promise<readonly Shot[]> {
  const flight = new Flight(range);
  for (const arrival of plan) {
    await flight.until(arrival.atMs);
    flight.add(arrival);
  }
  await flight.drain();
  return flight.shots;
}
