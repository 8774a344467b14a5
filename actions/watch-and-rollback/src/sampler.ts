import { type Prometheus, SeriesReader } from '@slipway/prometheus';
import type { BucketSeries, CounterSeries } from '@slipway/rollout';
import { type Asked, bucketOf, counterOf, type Question, questions, type Versions } from './selector.ts';

/** Collects the samples of a watch, reading by reading. */
export class Sampler extends SeriesReader<Question, CounterSeries | BucketSeries> {
  constructor(source: Prometheus, inputs: Asked, versions: Versions) {
    super(source, {
      questions: () => questions(inputs, versions),
      of: (raw, question) =>
        question.outcome === 'buckets'
          ? bucketOf(raw, inputs.podLabel, versions)
          : counterOf(raw, question, inputs.podLabel, versions),
    });
  }

  get series(): readonly CounterSeries[] {
    return this.kept.filter((each): each is CounterSeries => !('le' in each));
  }

  get buckets(): readonly BucketSeries[] {
    return this.kept.filter((each): each is BucketSeries => 'le' in each);
  }
}
