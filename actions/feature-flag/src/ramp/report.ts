import { outputsFor } from '@slipway/metadata';
import { errorRate, ratePoints } from '@slipway/rollout';
import type { Annotation, Json, Outcome } from '@slipway/runner';
import { type Block, chart, paragraph, table } from '@slipway/summary';
import { action } from '../action.ts';
import type { Climbed, Scene } from './climb.ts';
import type { Step } from './step.ts';
import type { StepEnd } from './plan.ts';
import { evidenceOf, oddsOf } from './words.ts';

type Told = Outcome<typeof action>;

/** Everything that happened, to be told. */
export interface Story {
  readonly scene: Scene;
  readonly climbed: Climbed;
  readonly labelled: boolean;
}

const NAMES: Readonly<Record<StepEnd['kind'], string>> = {
  proved: 'ramped',
  bad: 'stopped',
  untold: 'untold',
  superseded: 'superseded',
  cancelled: 'cancelled',
};

const lastOf = ({ climbed: { steps } }: Story): Step => steps.at(-1) as Step;

/** How the ramp ended, in a word. */
function decisionOf(story: Story): string {
  const { end } = lastOf(story);
  if (end.kind === 'bad' && story.climbed.retreat.kind === 'failed') return 'stop-failed';
  return NAMES[end.kind];
}

const standingWords = ({ on, share }: { readonly on: boolean; readonly share: number }): string => (on ? `at ${share} %` : 'off');

function retreatWords({ climbed: { retreat, share } }: Story): string {
  switch (retreat.kind) {
    case 'back':
      return `it was taken back to ${retreat.share} %`;
    case 'superseded':
      return `somebody else has it ${standingWords(retreat.found)} meanwhile, which was left alone`;
    case 'failed':
      return `it could NOT be taken back to ${retreat.share} %: ${retreat.why}`;
    case 'none':
      return `it stands at ${share} %`;
  }
}

const GO_ON = 'Run the ramp again when that is mended: it goes on from the share that is set.';

function headlineOf(story: Story): string {
  const { flag } = story.scene;
  const { end, share } = lastOf(story);
  switch (end.kind) {
    case 'proved':
      return `${flag} is on for ${share} % of users: ${end.why}.`;
    case 'bad':
      return `${flag} was stopped at ${share} %: ${end.why}; ${retreatWords(story)}.`;
    case 'untold':
      return `Could not tell whether ${flag} is fine at ${share} %: ${end.why}; ${retreatWords(story)}. ${GO_ON}`;
    case 'superseded':
      return `Somebody else moved ${flag} while the ramp was at ${share} %; it is ${standingWords(end.found)} now, and was left alone.`;
    case 'cancelled':
      return `The run was cancelled at ${share} % of ${flag}, which stay. ${GO_ON}`;
  }
}

function errorChart({ scene: { metric }, climbed, labelled }: Story): Block {
  const policy = metric.policy(1);
  const { samples, startedMs, steps } = climbed;
  const at = (ms: number): number => Math.round((ms - startedMs) / 1000);
  const limit = policy.errorRateMax * 100;
  const last = steps.at(-1) as Step;
  return chart({
    title: 'Error rate',
    xLabel: 'seconds since the ramp began',
    yLabel: 'failed requests, %',
    series: [
      { name: labelled ? 'without the feature' : 'before the ramp', points: ratePoints(samples, policy, 'old') },
      { name: labelled ? 'with the feature' : 'the service', points: ratePoints(samples, policy, 'new') },
    ].filter(({ points }) => points.length > 0),
    marks: [
      ...steps.map((step) => ({ x: at(step.startedMs), label: `${step.share} %` })),
      { x: at(last.endedMs), label: NAMES[last.end.kind] },
    ],
    limit: { y: limit, label: `limit ${limit} %` },
  });
}

/** What a step's silence is worth: which share of errors it would have seen, of those with the feature. */
function worthOf({ verdict, share }: Step, labelled: boolean): string {
  if (verdict?.visible === undefined) return '-';
  const among = labelled ? verdict.visible : (verdict.visible * 100) / share;
  return among >= 1 ? 'not even an outage' : `${(among * 100).toFixed(among < 0.1 ? 2 : 0)} % of errors`;
}

function reachWords({ reach }: Step): string {
  if (reach.kind === 'unasked') return '-';
  if (reach.kind !== 'reached') return reach.words;
  return `${(reach.share * 100).toFixed(1)} % after ${(reach.afterMs / 1000).toFixed(1)} s`;
}

function stepsTable({ climbed: { steps }, labelled }: Story): Block {
  const asked = steps.some(({ reach }) => reach.kind !== 'unasked');
  const head = ['step', 'watched', 'requests', 'errors', 'error rate', 'evidence', 'would have seen', 'end'];
  const rows = steps.map((step) => {
    const { share, startedMs, endedMs, verdict, end } = step;
    const fresh = verdict?.fresh ?? { requests: 0, errors: 0 };
    return [
      `${share} %`,
      `${Math.round((endedMs - startedMs) / 1000)} s`,
      String(Math.round(fresh.requests)),
      String(Math.round(fresh.errors)),
      fresh.requests > 0 ? `${(errorRate(fresh) * 100).toFixed(2)} %` : '-',
      verdict === undefined ? '-' : oddsOf(verdict),
      worthOf(step, labelled),
      end.kind === 'proved' ? 'proved' : NAMES[end.kind],
      ...(asked ? [reachWords(step)] : []),
    ];
  });
  return table(asked ? [...head, 'users who get it'] : head, rows);
}

function remarks({ scene: { plan }, labelled }: Story): readonly Block[] {
  const found = `${plan.found.share} % were set before this run began.`;
  const unlabelled = `${found} Without a label that tells the feature's requests, that step is compared with a time that already had it: there the limit alone can stop it.`;
  return plan.resumed ? [paragraph([labelled ? found : unlabelled])] : [];
}

function annotationsOf(story: Story): readonly Annotation[] {
  const decision = decisionOf(story);
  if (decision !== 'stopped' && decision !== 'stop-failed') return [];
  const title = decision === 'stopped' ? 'RAMP_STOPPED' : 'RAMP_NOT_TAKEN_BACK';
  return [{ level: 'error', title, message: headlineOf(story) }];
}

function dataOf({ climbed }: Story): Json {
  const steps = climbed.steps.map((step) => ({
    ...{ share: step.share, startedMs: step.startedMs, endedMs: step.endedMs, end: step.end.kind },
    ...{ evidence: evidenceOf(step), commit: step.set.commit, changes: step.set.changes },
    ...(step.verdict && { requests: step.verdict.fresh.requests, errors: step.verdict.fresh.errors }),
    ...(step.reach.kind === 'reached' && { measured: step.reach.share, reachedMs: step.reach.afterMs }),
  }));
  return { share: climbed.share, retreat: climbed.retreat.kind, steps };
}

/** The outcome of a ramp. */
export function report(story: Story): Told {
  const { climbed } = story;
  const { end } = lastOf(story);
  const sets = [...climbed.steps.map(({ set }) => set), ...(climbed.retreat.kind === 'back' ? [climbed.retreat.set] : [])];
  const reached =
    climbed.retreat.kind === 'back' && end.kind === 'bad' ? climbed.retreat.atMs - lastOf(story).endedMs : undefined;
  return {
    verdict: end.kind === 'proved' ? 'pass' : end.kind === 'bad' ? 'fail' : 'inconclusive',
    headline: headlineOf(story),
    outputs: outputsFor(action, {
      changed: String(sets.some(({ changed }) => changed)),
      commit: sets.findLast(({ commit }) => commit !== undefined)?.commit,
      seconds: reached === undefined ? undefined : (reached / 1000).toFixed(2),
      decision: decisionOf(story),
      share: String(climbed.share),
    }),
    annotations: annotationsOf(story),
    summary: [
      paragraph([{ bold: decisionOf(story) }, `: ${retreatWords(story)}.`]),
      errorChart(story),
      stepsTable(story),
      ...remarks(story),
    ],
    data: dataOf(story),
  };
}
