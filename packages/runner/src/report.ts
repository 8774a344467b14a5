import type { Problem } from '@slipway/failure';
import type { Annotation, Json, Verdict } from './outcome.ts';

/** The report of one run: the same document as a file on a runner and with `--json` on a laptop. */
export interface Report {
  readonly schema: 'slipway.report/v1';
  readonly action: string;
  /** `error` when the run could not be carried out: see `problems`. */
  readonly verdict: Verdict | 'error';
  readonly headline: string;
  readonly problems: readonly Problem[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly annotations: readonly Annotation[];
  readonly data: Json;
  readonly durationMs: number;
}
