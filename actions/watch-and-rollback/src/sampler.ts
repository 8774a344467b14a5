import { Failure } from '@slipway/failure';
import type { CounterSeries } from '@slipway/rollout';
import type { Prometheus, RawSeries } from './prometheus.ts';
import { counterOf, type Question, questions, type Versions } from './selector.ts';
import type { Inputs } from './scene.ts';

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

function identity({ labels }: RawSeries, question: Question, copies: boolean): string {
  const kept = Object.entries(labels).filter(([name]) => copies || !COPY_LABELS.has(name));
  return `${question.selector} ${JSON.stringify(kept.sort(([a], [b]) => (a < b ? -1 : 1)))}`;
}

function merged(before: Points, more: Points): Points {
  const last = before.at(-1)?.[0] ?? Number.NEGATIVE_INFINITY;
  return [...before, ...more.filter(([atMs]) => atMs > last)];
}

/** Collects the samples of a watch, reading by reading. */
export class Sampler {
  readonly #source: Prometheus;
  readonly #inputs: Inputs;
  readonly #versions: Versions;
  readonly #series = new Map<string, CounterSeries>();
  readonly #copies = new Map<string, string>();
  readonly looks: Look[] = [];
  #lastReadMs: number | undefined;
  /** How far the server's clock is ahead of ours. */
  #skewMs = 0;

  constructor(source: Prometheus, inputs: Inputs, versions: Versions) {
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

  /** Reads once. A question that is wrong is a Failure; a server that is away is a look with a problem. */
  async read(nowMs: number, lookbackMs: number): Promise<void> {
    const sinceMs = this.#lastReadMs === undefined ? lookbackMs : nowMs - this.#lastReadMs + OVERLAP_SECONDS * 1000;
    try {
      for (const question of questions(this.#inputs, this.#versions)) {
        const reading = await this.#source.read(question.selector, sinceMs / 1000);
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
    const counter = counterOf(raw, question, this.#inputs.podLabel, this.#versions);
    if (counter === undefined) return;
    this.#copies.set(key, whole);
    this.#series.set(key, { ...counter, points: merged(this.#series.get(key)?.points ?? [], counter.points) });
  }
}
