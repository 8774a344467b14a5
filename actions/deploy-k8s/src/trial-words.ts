import { type PlayedStep, stepWords } from '@slipway/rollout';
import type { Json } from '@slipway/runner';
import { type Block, details, paragraph, table } from '@slipway/summary';
import type { Trial, Tried } from './trial.ts';

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;
const seconds = (ms: number): string => `${Math.round(ms / 1000)} s`;

function stepRow(step: PlayedStep, index: number): readonly string[] {
  const { weight, pauseMs, passed } = step;
  const pods = stepWords(step).replace(/^asked [^:]*: /, '');
  return [String(index + 1), percent(weight), pods, seconds(pauseMs), passed ? 'good' : 'not'];
}

/** What was tried, and how far it came. */
export function triedBlocks(tried: Tried | undefined): readonly Block[] {
  if (tried === undefined) return [];
  if (tried.kind === 'blue-green') {
    const from = tried.from ?? 'pods of no colour';
    return [
      paragraph([tried.switched ? `Requests were led from ${from} to ${tried.to}.` : `No request was led to ${tried.to}.`]),
    ];
  }
  const title = `Canary (${tried.steps.filter(({ passed }) => passed).length} of ${tried.total} steps were good)`;
  return [details(title, [table(['step', 'asked', 'pods', 'pause', 'was'], tried.steps.map(stepRow))])];
}

/** What a plan says of the trial. */
export function trialBlocks(trial: Trial | undefined): readonly Block[] {
  if (trial === undefined) return [];
  if (trial.kind === 'none') return [paragraph([`Nothing is tried first: ${trial.why}.`])];
  if (trial.kind === 'blue-green') {
    return [paragraph([`Comes up as ${trial.to}; then requests are led there from ${trial.from ?? 'pods of no colour'}.`])];
  }
  const names = trial.play.deployments.map(({ metadata }) => metadata.name).join(', ');
  const steps = trial.play.steps.map(({ weight, pauseMs }) => `${percent(weight)} for ${seconds(pauseMs)}`).join(', then ');
  return [paragraph([`Tried first beside the old pods of ${names}: ${steps}.`])];
}

/** Where in its trial a release failed; empty when it was not there. */
export function failedStep(tried: Tried | undefined): string {
  if (tried?.kind === 'blue-green')
    return tried.switched ? ` after the switch to ${tried.to}` : ` before the switch to ${tried.to}`;
  const index = tried?.steps.findIndex(({ passed }) => !passed) ?? -1;
  return tried === undefined || index < 0 ? '' : ` at step ${index + 1} of ${tried.total} of its canary`;
}

/** What was tried, as data. */
export function triedData(tried: Tried): Json {
  if (tried.kind === 'blue-green')
    return { strategy: tried.kind, to: tried.to, from: tried.from ?? null, switched: tried.switched };
  const steps = tried.steps.map(({ shares, ...step }) => ({ ...step, shares: shares.map((share) => ({ ...share })) }));
  return { strategy: tried.kind, steps, total: tried.total };
}
