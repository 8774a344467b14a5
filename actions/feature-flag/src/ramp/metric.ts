import { Failure } from '@slipway/failure';
import { type Prometheus, SeriesReader } from '@slipway/prometheus';
import { type Tally, tallyOf, WatchJudge, type WatchPolicy, type WatchSamples, type WatchVerdict } from '@slipway/rollout';
import type { Clock } from '@slipway/system';
import {
  type Counter,
  HISTORY_MS,
  type JudgeInputs,
  type MetricInputs,
  policyOf,
  type Question,
  samplesOfStep,
  subjectOf,
} from './samples.ts';

/** A step that is being watched. */
export interface StepWatch {
  /** Reads, and says what the samples so far come to. */
  look(): Promise<WatchVerdict>;
}

/** The metric that guards a ramp. */
export class Metric {
  readonly #reader: SeriesReader<Question, Counter>;
  readonly #inputs: MetricInputs & JudgeInputs;
  readonly #clock: Clock;

  constructor(source: Prometheus, inputs: MetricInputs & JudgeInputs, clock: Clock) {
    this.#reader = new SeriesReader(source, subjectOf(inputs));
    this.#inputs = inputs;
    this.#clock = clock;
  }

  get #labelled(): boolean {
    return this.#inputs.featureLabel !== undefined;
  }

  /** What went wrong at the last reading. */
  get problem(): string | undefined {
    return this.#reader.looks.at(-1)?.problem;
  }

  /** Reads once before anything is changed: a ramp that sees nothing is not begun. Rejects with RAMP_BLIND, PROMETHEUS_QUERY, PROMETHEUS_DENIED. */
  async open(): Promise<void> {
    await this.#read();
    const { problem } = this;
    if (problem === undefined && this.#reader.kept.some(({ request }) => request)) return;
    const { metric } = this.#inputs;
    const message = problem ?? `Prometheus has no series of ${metric} in the last half hour.`;
    const remedy = 'Nothing was changed. A ramp is begun where its metric can be seen: check "prometheus-url" and "metric".';
    throw new Failure({ code: 'RAMP_BLIND', message, remedy });
  }

  async #read(): Promise<void> {
    await this.#reader.read(this.#clock.now(), HISTORY_MS);
  }

  get #nowMs(): number {
    return this.#clock.now() + this.#reader.skewMs;
  }

  /** The samples from a moment of our clock to now. */
  samples(startedMs: number): WatchSamples {
    const times = { startedMs: startedMs + this.#reader.skewMs, nowMs: this.#nowMs };
    return samplesOfStep(this.#reader.kept, this.#labelled, times, this.#inputs.interval);
  }

  /** What was seen of those with the feature, and of the others, in some samples. */
  tallies(samples: WatchSamples): { readonly fresh: Tally; readonly old: Tally } {
    const policy = this.policy(1);
    return { fresh: tallyOf(samples, policy, 'new', samples.nowMs), old: tallyOf(samples, policy, 'old', samples.nowMs) };
  }

  /** How one of so many steps is judged. */
  policy(steps: number, reachedMs = 0): WatchPolicy {
    return policyOf(this.#inputs, this.#labelled, steps, reachedMs);
  }

  /** Begins to watch a step that was set at a moment of our clock. */
  watch(startedMs: number, steps: number): StepWatch {
    const judge = new WatchJudge(this.policy(steps, this.#clock.now() - startedMs));
    return {
      look: async () => {
        await this.#read();
        return judge.judge(this.samples(startedMs));
      },
    };
  }
}
