import type { OutputsOf } from '@slipway/metadata';
import { errorRate, type Release, type Tally } from '@slipway/rollout';
import type { Annotation, Json, Outcome, Verdict } from '@slipway/runner';
import { type Block, code, details, list, paragraph, table } from '@slipway/summary';
import type { action } from './action.ts';
import type { Decision } from './decision.ts';
import type { Performed } from './perform.ts';
import { rateChart } from './rates.ts';
import type { Scene } from './scene.ts';
import { policyOf, type Watched } from './watch.ts';

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
  return deed.kind === 'rolled-back' || deed.kind === 'rollback-failed' ? deed.kind : decision.kind;
}

function verdictOf({ scene, decision, performed }: Story): Verdict {
  if (decision.kind === 'regressed') return 'fail';
  if (decision.kind === 'healthy') return performed.deed.kind === 'promoted' ? 'pass' : 'inconclusive';
  return performed.deed.kind === 'promoted' && scene.inputs.onInconclusive === 'pass' ? 'pass' : 'inconclusive';
}

function deedText({ performed: { deed } }: Story): string {
  switch (deed.kind) {
    case 'rolled-back':
      return `rolled back to release ${deed.release.id}, ready after ${seconds(deed.elapsedMs)}`;
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
  if (decision.kind === 'regressed') return `${name} regressed: ${decision.cause.message}; ${deedText(story)}.`;
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

/** How long the release served, from its record to the end of what was done, and what share of its requests failed. */
function costText({ scene, watched: { verdict }, performed }: Story): string {
  const servedMs = performed.atMs - Date.parse(scene.release.at);
  return `Release ${scene.release.id} served for ${seconds(servedMs)}; ${percent(verdict.fresh)} of its requests failed.`;
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
    release: String(scene.release.id),
    rolledBackTo: performed.deed.kind === 'rolled-back' ? String(performed.deed.release.id) : undefined,
    cause: decision.kind === 'regressed' ? `${decision.cause.class}/${decision.cause.reason}` : undefined,
  };
}

function annotationsOf(story: Story): readonly Annotation[] {
  if (story.decision.kind !== 'regressed') return [];
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
  const { scene, watched, decision } = story;
  const regressed = decision.kind === 'regressed';
  const why = regressed ? decision.cause.message : decision.kind === 'healthy' ? watched.verdict.why : decision.why;
  return {
    verdict: verdictOf(story),
    headline: headlineOf(story),
    outputs: outputsOf(story),
    annotations: annotationsOf(story),
    summary: [
      paragraph([{ bold: decisionName(story) }, `: ${why}.`]),
      rateChart(watched.samples, policyOf(scene.inputs), decisionName(story)),
      versionsTable(story),
      ...(regressed ? [paragraph([costText(story)])] : []),
      ...evidenceBlocks(story),
    ],
    data: dataOf(story),
  };
}
