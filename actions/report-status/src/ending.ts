import { type JobResult, type StatusState, stateOfJobs } from '@slipway/github';
import type { Stage } from './stage.ts';

/** What the stages come to: the state, and one sentence for the developer. */
export interface Ending {
  readonly state: StatusState;
  readonly sentence: string;
}

const spell = ({ number, name }: Stage): string => `stage ${number} (${name})`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A run in which nothing failed; a stage that was left out without a reason we know is never green. */
function quietEnding(stages: readonly Stage[], pullRequest: boolean): Ending {
  const last = stages.findLastIndex(({ result }) => result === 'success');
  const [reached, next] = [stages[last], stages[last + 1]];
  const leftOut = stages.slice(0, last).find(({ result }) => result === 'skipped');
  if (reached === undefined) return { state: 'error', sentence: 'No stage ran.' };
  if (leftOut !== undefined)
    return { state: 'error', sentence: `${capital(spell(reached))} ran, although ${spell(leftOut)} was skipped.` };
  const overtaken = stages.find((stage) => stage.overtaken);
  if (overtaken !== undefined) return { state: 'success', sentence: `A newer commit had overtaken it in ${spell(overtaken)}.` };
  if (next === undefined) return { state: 'success', sentence: 'The release reached production.' };
  if (reached.name === 'test') {
    const sentence = pullRequest ? 'The pull request is built and tested.' : 'Built and tested; this run is not a release.';
    return { state: 'success', sentence };
  }
  return { state: 'error', sentence: `Ended after ${spell(reached)}: ${spell(next)} was skipped.` };
}

/** Says how the pipeline ended; of several bad ends the first in the order of the stages is told. */
export function judgeStages(stages: readonly Stage[], pullRequest: boolean): Ending {
  const state = stateOfJobs(stages.map(({ result }) => result));
  const first = (wanted: JobResult): Stage | undefined => stages.find(({ result }) => result === wanted);
  const [failed, cancelled] = [first('failure'), first('cancelled')];
  if (failed !== undefined) return { state, sentence: `Stopped in ${spell(failed)}.` };
  if (cancelled !== undefined) return { state, sentence: `Cancelled in ${spell(cancelled)}.` };
  return quietEnding(stages, pullRequest);
}
