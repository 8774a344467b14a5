import type { OutputsOf } from '@slipway/metadata';
import { type Answer, errorRate, type Release, type Tally, tallyOf, type WatchReason } from '@slipway/rollout';
import type { Annotation, Json, Outcome, Verdict } from '@slipway/runner';
import { type Block, code, details, list, paragraph, table } from '@slipway/summary';
import type { action } from './action.ts';
import { type Decision, isBad } from './decision.ts';
import type { Performed } from './perform.ts';
import { rateChart, slowChart } from './rates.ts';
import type { Recovery } from './recovery.ts';
import type { Scene } from './scene.ts';
import type { Watched } from './watch.ts';

type Definition = typeof action;

/** Everything that happened, to be told. */
export interface Story {
  readonly scene: Scene;
  readonly watched: Watched;
  readonly decision: Decision;
  readonly performed: Performed;
}

const percent = (tally: Tally): string => `${(errorRate(tally) * 100).toFixed(2)} %`;
const seconds = (ms: number): string => `${Math.round(ms / 1000)} s`;

function decisionName({ decision, performed: { deed } }: Story): string {
  if (decision.kind === 'inconclusive') return decision.reason;
  return ['rolled-back', 'rollback-failed', 'both-bad'].includes(deed.kind) ? deed.kind : decision.kind;
}

function verdictOf({ scene, decision, performed }: Story): Verdict {
  if (isBad(decision)) return 'fail';
  if (decision.kind === 'healthy') return performed.deed.kind === 'promoted' ? 'pass' : 'inconclusive';
  return performed.deed.kind === 'promoted' && scene.inputs.onInconclusive === 'pass' ? 'pass' : 'inconclusive';
}

const RECOVERIES: Readonly<Record<Recovery['kind'], string>> = {
  recovered: ', and the errors ended with it',
  unseen: '; whether that helped could not be seen',
  unwatched: '',
  bad: '',
};

function recoveryText({ kind }: Recovery, decision: Decision): string {
  return kind === 'recovered' && decision.kind === 'slower' ? ', and answers without new errors' : RECOVERIES[kind];
}

function deedText({ decision, performed: { deed } }: Story): string {
  switch (deed.kind) {
    case 'rolled-back':
      return `rolled back to release ${deed.release.id}, ready after ${seconds(deed.elapsedMs)}${recoveryText(deed.recovery, decision)}`;
    case 'both-bad':
      return `rolled back to release ${deed.release.id}, but ${deed.why}. Both are bad, and nothing more is undone: look for what they share`;
    case 'rollback-failed':
      return `it could not be rolled back: ${deed.why}`;
    case 'promoted':
      return 'it is now recorded as good';
    case 'nothing':
      return `nothing was rolled back${deed.why === undefined ? '' : `: ${deed.why}`}`;
  }
}

function headlineOf(story: Story): string {
  const { scene, decision, watched } = story;
  const name = `${scene.inputs.service} release ${scene.release.id}`;
  if (decision.kind === 'healthy') return `${name} is healthy: ${watched.verdict.why}; ${deedText(story)}.`;
  if (isBad(decision)) {
    const what = decision.kind === 'slower' ? 'is slower' : 'regressed';
    return `${name} ${what}: ${decision.cause.message}; ${deedText(story)}.`;
  }
  return `Could not tell whether ${name} is healthy: ${decision.why}; ${deedText(story)}. It goes on running.`;
}

function row(name: string, release: Release | undefined, tally: Tally): readonly (string | { code: string })[] {
  const [requests, errors] = [tally.requests, tally.errors].map((count) => String(Math.round(count)));
  const rate = tally.requests > 0 ? percent(tally) : '-';
  return [
    name,
    release === undefined ? '-' : String(release.id),
    { code: release?.image ?? '-' },
    { code: release?.commit?.slice(0, 12) ?? '-' },
    requests ?? '',
    errors ?? '',
    rate,
  ];
}

function versionsTable({ scene, watched: { verdict } }: Story): Block {
  const head = ['version', 'release', 'image', 'commit', 'requests', 'errors', 'error rate'];
  return table(head, [row('new', scene.release, verdict.fresh), row('old', scene.good, verdict.old)]);
}

const MONTH_SECONDS = 30 * 24 * 3600;

const MINUTE_MS = 60_000;

/** What the release's errors cost of what may fail in 30 days at the present traffic, and would have cost with every further minute. */
function budgetText({ scene: { inputs }, watched: { verdict, samples, policy } }: Story): string | undefined {
  const { requests, errors } = verdict.fresh;
  const watchedMs = samples.nowMs - samples.startedMs;
  const allowed = 1 - inputs.objective;
  if (requests <= 0 || watchedMs <= 0 || allowed <= 0) return undefined;
  const month = (requests / watchedMs) * 1000 * MONTH_SECONDS * allowed;
  // Trouble may have begun late: what goes on is what the last minute was.
  const lately = Math.min(MINUTE_MS, watchedMs);
  const before = tallyOf(samples, policy, 'new', samples.nowMs - lately).errors;
  const [spent, minute] = [errors, ((errors - (lately < MINUTE_MS ? 0 : before)) / lately) * MINUTE_MS].map(
    (count) => `${((count / month) * 100).toFixed(2)} %`,
  );
  const objective = `${Number((inputs.objective * 100).toFixed(4))} %`;
  return `Its errors cost ${spent} of the error budget of 30 days (${objective}, at this traffic), and each further minute would have cost ${minute}.`;
}

/** How long the release served, from its record to the end of what was done, and what share of its requests failed. */
function costText(story: Story): string {
  const { scene, watched, performed } = story;
  const servedMs = performed.atMs - Date.parse(scene.release.at);
  const served = `Release ${scene.release.id} served for ${seconds(servedMs)}; ${percent(watched.verdict.fresh)} of its requests failed.`;
  return [served, budgetText(story) ?? []].flat().join(' ');
}

const MEASURES: Readonly<Record<Answer['by'], string>> = {
  chance: 'chance alone',
  dispersion: 'the unrest of the half hour before',
  placebo: 'the windows of the day before',
};
const QUESTIONS: Readonly<Record<WatchReason, string>> = {
  overLimit: 'over the limit',
  worseThanBefore: 'more errors than before',
  slower: 'slower than before',
  probesFail: 'requests of our own fail',
};

const times = (value: number): string => (value >= 1e4 ? value.toExponential(0) : value.toFixed(value < 10 ? 2 : 0));

/** What was asked, how strong the evidence was at the end and what it was measured against. */
function questionsTable({ watched: { verdict } }: Story): Block {
  const rows = verdict.answers.map(({ reason, evidence, needed, by, windows, dispersion, boundaries }) => [
    `${QUESTIONS[reason]}${boundaries === undefined ? '' : ` (${boundaries.join(', ')})`}`,
    times(evidence),
    times(needed),
    `${MEASURES[by]}${windows === undefined ? '' : `, ${windows} of them`}${by === 'dispersion' ? `, ${times(dispersion ?? 1)} times that of chance` : ''}`,
  ]);
  return table(['question', 'evidence', 'enough is', 'measured against'], rows);
}

/** What a watch that found nothing would have found. */
function worthText({ watched: { verdict } }: Story): readonly Block[] {
  if (verdict.visible === undefined) return [];
  const share = `${(verdict.visible * 100).toFixed(verdict.visible < 0.1 ? 2 : 0)} %`;
  const seen = `With this traffic, ${share} of errors from the beginning would have been called a regression (at 95 %); less might not have been.`;
  return [paragraph([verdict.visible >= 1 ? 'With this traffic, not even an outage would have been seen.' : seen])];
}

function evidenceBlocks({ performed: { evidence } }: Story): readonly Block[] {
  if (evidence === undefined) return [];
  const logs = evidence.containers.flatMap(({ pod, container, log, previousLog }) => [
    ...(previousLog === undefined ? [] : [details(`Log of ${pod}/${container}, the run before`, [code(previousLog)])]),
    ...(log === undefined ? [] : [details(`Log of ${pod}/${container}`, [code(log)])]),
  ]);
  return evidence.events.length === 0 ? logs : [...logs, details('Events', [list(evidence.events.map((event) => [event]))])];
}

function outputsOf(story: Story): OutputsOf<Definition> {
  const { scene, watched, decision, performed } = story;
  const { fresh } = watched.verdict;
  return {
    decision: decisionName(story),
    errorRate: fresh.requests > 0 ? errorRate(fresh).toFixed(4) : undefined,
    requests: String(Math.round(fresh.requests)),
    decisions: JSON.stringify({ [scene.inputs.service]: decisionName(story) }),
    release: String(scene.release.id),
    rolledBackTo: 'release' in performed.deed ? String(performed.deed.release.id) : undefined,
    cause: isBad(decision) ? `${decision.cause.class}/${decision.cause.reason}` : undefined,
  };
}

function annotationsOf(story: Story): readonly Annotation[] {
  if (!isBad(story.decision)) return [];
  const { cause } = story.decision;
  return [{ level: 'error', title: `${cause.reason} (${cause.class})`, message: headlineOf(story) }];
}

function dataOf(story: Story): Json {
  const { watched, performed } = story;
  const { state, why, fresh, old, evidence } = watched.verdict;
  return {
    verdict: { state, why, evidence, new: { ...fresh }, old: { ...old } },
    watchedMs: watched.samples.nowMs - watched.samples.startedMs,
    failedLooks: watched.looks.filter(({ problem }) => problem !== undefined).length,
    deed: performed.deed.kind,
    evidence: performed.evidence && {
      containers: performed.evidence.containers.map((each) => ({ ...each })),
      events: performed.evidence.events,
    },
  };
}

/** The outcome of a watch. */
export function report(story: Story): Outcome<Definition> {
  const { watched, decision } = story;
  const bad = isBad(decision);
  const why = bad ? decision.cause.message : decision.kind === 'healthy' ? watched.verdict.why : decision.why;
  const decided = decisionName(story);
  return {
    verdict: verdictOf(story),
    headline: headlineOf(story),
    outputs: outputsOf(story),
    annotations: annotationsOf(story),
    summary: [
      paragraph([{ bold: decided }, `: ${why}.`]),
      rateChart(watched.samples, watched.policy, decided),
      ...slowChart(watched.samples, watched.policy, watched.verdict.answers, decided),
      versionsTable(story),
      questionsTable(story),
      ...worthText(story),
      ...(bad ? [paragraph([costText(story)])] : []),
      ...evidenceBlocks(story),
    ],
    data: dataOf(story),
  };
}
