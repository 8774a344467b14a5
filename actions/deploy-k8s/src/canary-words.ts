import { type PlayedStep, stepWords } from '@slipway/rollout';
import type { Json } from '@slipway/runner';
import { type Block, details, paragraph, table } from '@slipway/summary';
import type { Trial, Tried } from './canary.ts';

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;
const seconds = (ms: number): string => `${Math.round(ms / 1000)} s`;

function stepRow(step: PlayedStep, index: number): readonly string[] {
  const { weight, pauseMs, passed } = step;
  return [
    String(index + 1),
    percent(weight),
    stepWords(step).replace(/^asked [^:]*: /, ''),
    seconds(pauseMs),
    passed ? 'good' : 'not',
  ];
}

/** The steps that a canary went. */
export function triedBlocks(tried: Tried | undefined): readonly Block[] {
  if (tried === undefined) return [];
  const title = `Canary (${tried.steps.filter(({ passed }) => passed).length} of ${tried.total} steps were good)`;
  return [details(title, [table(['step', 'asked', 'pods', 'pause', 'was'], tried.steps.map(stepRow))])];
}

/** What a plan says of the trial. */
export function trialBlocks(trial: Trial | undefined): readonly Block[] {
  if (trial === undefined) return [];
  if (trial.kind === 'none') return [paragraph([`No canary: ${trial.why}.`])];
  const names = trial.play.deployments.map(({ metadata }) => metadata.name).join(', ');
  const steps = trial.play.steps.map(({ weight, pauseMs }) => `${percent(weight)} for ${seconds(pauseMs)}`).join(', then ');
  return [paragraph([`Tried first beside the old pods of ${names}: ${steps}.`])];
}

/** At which step of its canary a release failed; empty when it was not there. */
export function failedStep(tried: Tried | undefined): string {
  const index = tried?.steps.findIndex(({ passed }) => !passed) ?? -1;
  return tried === undefined || index < 0 ? '' : ` at step ${index + 1} of ${tried.total} of its canary`;
}

/** The steps as data. */
export function triedData(tried: Tried): Json {
  const steps = tried.steps.map(({ shares, ...step }) => ({ ...step, shares: shares.map((share) => ({ ...share })) }));
  return { strategy: 'canary', steps, total: tried.total };
}
