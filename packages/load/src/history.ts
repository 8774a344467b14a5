import { type ConfigSchema, parseConfig } from '@slipway/config';
import { type Figures, type LoadShape, SLICES } from './figures.ts';

/** The figures of earlier releases, oldest first. */
export type Past = readonly Figures[];

/** How many runs are kept: several, because two runs of the same release differ as well. */
const KEPT = 5;

const natural = { type: 'integer', minimum: 0 };
const only = (properties: object, optional: object = {}) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties),
  properties: { ...properties, ...optional },
});

const LATENCY = { type: 'array', minItems: 2, maxItems: 2, items: natural };
const RUN = only(
  {
    mix: { type: 'string' },
    slices: {
      type: 'array',
      minItems: SLICES,
      maxItems: SLICES,
      items: only({ bad: natural, latencies: { type: 'array', items: LATENCY } }),
    },
  },
  { rate: { type: 'number', exclusiveMinimum: 0 }, durationMs: { type: 'number', exclusiveMinimum: 0 } },
);

const HISTORY: ConfigSchema<{ readonly schema: string; readonly runs: Past }> = {
  schema: only({ schema: { const: 'slipway.load/v1' }, runs: { type: 'array', items: RUN } }),
};

/** Parses the figures that earlier runs left. @throws Failure with every problem, each on its line */
export function parseHistory(file: string, text: string): Past {
  return parseConfig(file, text, HISTORY).value.runs;
}

/** The figures as a file, one run a line. */
export function renderHistory(runs: Past): string {
  return `{"schema":"slipway.load/v1","runs":[\n${runs.map((run) => JSON.stringify(run)).join(',\n')}\n]}\n`;
}

/** The runs that had the same load. */
export function comparable(past: Past, { rate, durationMs, mix }: LoadShape): Past {
  return past.filter((run) => run.rate === rate && run.durationMs === durationMs && run.mix === mix);
}

/** The figures of earlier runs of this load with those of one more; the oldest are dropped. */
export function withRun(past: Past, run: Figures): Past {
  return [...comparable(past, run), run].slice(-KEPT);
}
