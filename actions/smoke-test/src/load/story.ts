import {
  comparable,
  type Figures,
  figuresOf,
  type Judgement,
  judgeLoad,
  type LoadPolicy,
  type LoadShape,
  type Past,
  renderHistory,
  type Sample,
  withRun,
} from '@slipway/load';
import type { Ports } from '@slipway/runner';
import type { ModeInputs } from '../inputs.ts';

/** The inputs by which a load is judged, whoever sent it. */
export type JudgingInputs = Pick<
  ModeInputs<'load'>,
  | 'errorRateMax'
  | 'p50Max'
  | 'p95Max'
  | 'p99Max'
  | 'baseline'
  | 'baselineOut'
  | 'slowerMax'
  | 'slowerFloor'
  | 'falseAlarmMax'
  | 'minRequests'
>;

/** What was measured. */
export interface Measured {
  /** What was sent where, for a headline. */
  readonly what: string;
  readonly spanMs: number;
  /** Those of the measured time; `why` is what was wrong with one, a clause. */
  readonly shots: readonly (Sample & { readonly why?: string })[];
  readonly shape: LoadShape;
  readonly inputs: JudgingInputs;
  /** The figures of earlier releases; undefined when there is no file of them. */
  readonly past: Past | undefined;
  /** Why the figures are not those of the service; a clause. */
  readonly doubt?: string;
}

/** What came of a load, and what is made of it. */
export interface LoadStory extends Measured {
  readonly figures: Figures;
  /** The earlier runs it is compared with. */
  readonly before: Past;
  readonly judgement: Judgement;
}

function policyOf({ p50Max, p95Max, p99Max, slowerFloor, ...inputs }: JudgingInputs): LoadPolicy {
  const latencyMax = {
    ...(p50Max !== undefined && { 50: p50Max }),
    ...(p95Max !== undefined && { 95: p95Max }),
    ...(p99Max !== undefined && { 99: p99Max }),
  };
  return { ...inputs, latencyMax, slowerFloorMs: slowerFloor };
}

/** Judges what was measured. */
export function judged(measured: Measured): LoadStory {
  const { shots, shape, spanMs, inputs, past, doubt } = measured;
  const figures = figuresOf(shots, shape, spanMs);
  const before = comparable(past ?? [], shape);
  const judgement = judgeLoad(figures, before, policyOf(inputs));
  return {
    ...{ ...measured, figures, before },
    judgement: doubt === undefined ? judgement : { ...judgement, verdict: 'could-not-tell', why: doubt },
  };
}

/** Keeps the figures for the next release. What did not pass must not become what that one is compared with. */
export async function keep({ inputs, judgement, past, figures }: LoadStory, { files }: Ports): Promise<void> {
  if (inputs.baselineOut === undefined || judgement.verdict !== 'pass') return;
  await files.write(inputs.baselineOut, renderHistory(withRun(past ?? [], figures)));
}
