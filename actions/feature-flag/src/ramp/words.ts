import type { Answer } from '@slipway/rollout';
import type { Step } from './step.ts';

const times = (value: number): string => (value >= 1e4 ? value.toExponential(0) : value.toFixed(value < 10 ? 2 : 0));

/** How strong the evidence on a step was, and what would have been enough of it; as odds against a feature that is fine. */
export function oddsOf({ evidence, needed }: Pick<Answer, 'evidence' | 'needed'>): string {
  return `${times(evidence)} of ${times(needed)}`;
}

/** What a step's end rests on, on one line, as it is kept with the change that follows on it. */
export function evidenceOf({ share, end, verdict, startedMs, endedMs }: Step): string | undefined {
  if (!('why' in end)) return undefined;
  const evidence = verdict === undefined ? '' : ` (evidence ${oddsOf(verdict)} that is needed)`;
  return `${share} % for ${Math.round((endedMs - startedMs) / 1000)} s: ${end.why}${evidence}`;
}
