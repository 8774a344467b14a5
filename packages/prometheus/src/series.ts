import { Failure } from '@slipway/failure';
import type { Prometheus, RawSeries } from './client.ts';

/** One attempt to read; `problem` when it failed. */
export interface Look {
  readonly atMs: number;
  readonly problem?: string;
}

/** Labels that tell apart copies of one series: counted twice they would make us twice as sure. */
const COPY_LABELS = new Set(['job', 'replica', 'prometheus', 'prometheus_replica', 'cluster_replica']);
/** How far back a later reading overlaps what was read before, for scrapes that arrive late. */
const OVERLAP_SECONDS = 60;

/** What a series is known by; copies of one series are known by the same, unless they are told apart. */
export function identity({ labels }: RawSeries, { selector }: { readonly selector: string }, copies: boolean): string {
  const kept = Object.entries(labels).filter(([name]) => copies || !COPY_LABELS.has(name));
  return `${selector} ${JSON.stringify(kept.sort(([a], [b]) => (a < b ? -1 : 1)))}`;
}

function merged(before: RawSeries['points'], more: RawSeries['points']): RawSeries['points'] {
  const last = before.at(-1)?.[0] ?? Number.NEGATIVE_INFINITY;
  return [...before, ...more.filter(([atMs]) => atMs > last)];
}

/** What is asked at each reading, and as what its series count. */
export interface Subject<Q, S> {
  questions(): readonly Q[];
  /** The series as it counts; undefined when it does not. */
  of(raw: RawSeries, question: Q): S | undefined;
}

/** Collects the samples of some selectors, reading by reading. */
export class SeriesReader<
  Q extends { readonly selector: string },
  S extends { readonly points: readonly (readonly [atMs: number, value: number])[] },
> {
  readonly #source: Prometheus;
  readonly #subject: Subject<Q, S>;
  readonly #kept = new Map<string, S>();
  readonly #copies = new Map<string, string>();
  readonly looks: Look[] = [];
  #lastReadMs: number | undefined;
  /** How far the server's clock is ahead of ours. */
  #skewMs = 0;

  constructor(source: Prometheus, subject: Subject<Q, S>) {
    this.#source = source;
    this.#subject = subject;
  }

  get skewMs(): number {
    return this.#skewMs;
  }

  /** Every series so far, with all of its samples. */
  get kept(): readonly S[] {
    return [...this.#kept.values()];
  }

  /** Reads once. A question that is wrong is a Failure; a server that is away is a look with a problem. */
  async read(nowMs: number, lookbackMs: number): Promise<void> {
    const sinceMs = this.#lastReadMs === undefined ? lookbackMs : nowMs - this.#lastReadMs + OVERLAP_SECONDS * 1000;
    try {
      const asked = this.#subject.questions();
      const readings = await Promise.all(asked.map(({ selector }) => this.#source.read(selector, sinceMs / 1000)));
      for (const [index, reading] of readings.entries()) {
        const question = asked[index] as Q;
        if (this.#lastReadMs === undefined && reading.serverMs !== undefined) this.#skewMs = reading.serverMs - nowMs;
        for (const raw of reading.series) this.#take(raw, question);
      }
      this.#lastReadMs = nowMs;
      this.looks.push({ atMs: nowMs });
    } catch (error) {
      const wrong = error instanceof Failure && ['PROMETHEUS_QUERY', 'PROMETHEUS_DENIED'].includes(error.code);
      if (!(error instanceof Failure) || (wrong && this.#lastReadMs === undefined)) throw error;
      this.looks.push({ atMs: nowMs, problem: error.message });
    }
  }

  #take(raw: RawSeries, question: Q): void {
    const key = identity(raw, question, false);
    const whole = identity(raw, question, true);
    if ((this.#copies.get(key) ?? whole) !== whole) return;
    const series = this.#subject.of(raw, question);
    if (series === undefined) return;
    this.#kept.set(key, { ...series, points: merged(this.#kept.get(key)?.points ?? [], series.points) });
    this.#copies.set(key, whole);
  }
}
