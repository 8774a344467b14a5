import { Failure } from '@slipway/failure';
import type { BucketSeries, CounterSeries } from '@slipway/rollout';
import type { Prometheus, RawSeries } from './prometheus.ts';
import { type Asked, bucketOf, counterOf, type Question, questions, type Versions } from './selector.ts';

/** One attempt to read; `problem` when it failed. */
export interface Look {
  readonly atMs: number;
  readonly problem?: string;
}

/** Labels that tell apart copies of one series: counted twice they would make us twice as sure. */
const COPY_LABELS = new Set(['job', 'replica', 'prometheus', 'prometheus_replica', 'cluster_replica']);
/** How far back a later reading overlaps what was read before, for scrapes that arrive late. */
const OVERLAP_SECONDS = 60;

type Points = CounterSeries['points'];

/** What a series is known by; copies of one series are known by the same, unless they are told apart. */
export function identity({ labels }: RawSeries, { selector }: Question, copies: boolean): string {
  const kept = Object.entries(labels).filter(([name]) => copies || !COPY_LABELS.has(name));
  return `${selector} ${JSON.stringify(kept.sort(([a], [b]) => (a < b ? -1 : 1)))}`;
}

function merged(before: Points, more: Points): Points {
  const last = before.at(-1)?.[0] ?? Number.NEGATIVE_INFINITY;
  return [...before, ...more.filter(([atMs]) => atMs > last)];
}

/** Collects the samples of a watch, reading by reading. */
export class Sampler {
  readonly #source: Prometheus;
  readonly #inputs: Asked;
  readonly #versions: Versions;
  readonly #series = new Map<string, CounterSeries>();
  readonly #buckets = new Map<string, BucketSeries>();
  readonly #copies = new Map<string, string>();
  readonly looks: Look[] = [];
  #lastReadMs: number | undefined;
  /** How far the server's clock is ahead of ours. */
  #skewMs = 0;

  constructor(source: Prometheus, inputs: Asked, versions: Versions) {
    this.#source = source;
    this.#inputs = inputs;
    this.#versions = versions;
  }

  get skewMs(): number {
    return this.#skewMs;
  }

  get series(): readonly CounterSeries[] {
    return [...this.#series.values()];
  }

  get buckets(): readonly BucketSeries[] {
    return [...this.#buckets.values()];
  }

  /** Reads once. A question that is wrong is a Failure; a server that is away is a look with a problem. */
  async read(nowMs: number, lookbackMs: number): Promise<void> {
    const sinceMs = this.#lastReadMs === undefined ? lookbackMs : nowMs - this.#lastReadMs + OVERLAP_SECONDS * 1000;
    try {
      const asked = questions(this.#inputs, this.#versions);
      const readings = await Promise.all(asked.map(({ selector }) => this.#source.read(selector, sinceMs / 1000)));
      for (const [index, reading] of readings.entries()) {
        const question = asked[index] as Question;
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

  #take(raw: RawSeries, question: Question): void {
    const key = identity(raw, question, false);
    const whole = identity(raw, question, true);
    if ((this.#copies.get(key) ?? whole) !== whole) return;
    const bucket = question.outcome === 'buckets' ? bucketOf(raw, this.#inputs.podLabel, this.#versions) : undefined;
    const counter = question.outcome === 'buckets' ? undefined : counterOf(raw, question, this.#inputs.podLabel, this.#versions);
    if (bucket !== undefined) keep(this.#buckets, key, bucket);
    if (counter !== undefined) keep(this.#series, key, counter);
    if (bucket !== undefined || counter !== undefined) this.#copies.set(key, whole);
  }
}

function keep<S extends { readonly points: Points }>(series: Map<string, S>, key: string, more: S): void {
  series.set(key, { ...more, points: merged(series.get(key)?.points ?? [], more.points) });
}
