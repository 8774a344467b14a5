import type { OutputsOf } from '@slipway/metadata';
import { objectName } from '@slipway/kubernetes';
import { currentRelease, type Evidence, lastGood, type Release } from '@slipway/rollout';
import type { Annotation, Json, Outcome } from '@slipway/runner';
import { type Block, code, details, list, paragraph, table } from '@slipway/summary';
import type { action } from './action.ts';
import type { Plan } from './advance.ts';
import { failedStep, trialBlocks, triedBlocks, triedData } from './trial-words.ts';
import { changedSince } from './changed-since.ts';

import type { Ending, Undoing } from './ending.ts';
import { locateCause } from './finding.ts';
import type { LeftOver } from './left-over.ts';
import { orderAnnotations, releaseWords } from './order-words.ts';
import { type Step, stepName } from './plan.ts';
import { renderRole } from './role.ts';
import type { Scene } from './scene.ts';
import type { Happening } from './timeline.ts';
import type { Told } from './tell-github.ts';
import type { Turn } from './turn.ts';

type Definition = typeof action;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

function planTable(steps: readonly Step[]): Block {
  const rows = steps.map((step) => [
    stepName(step),
    step.change,
    step.why ?? { code: step.fields.join(', ') || '-' },
    `${step.manifest.file}:${step.manifest.locate([]).line ?? 1}`,
  ]);
  return details(`Objects (${steps.length})`, [table(['object', 'change', 'fields', 'manifest'], rows)]);
}

function leftOverBlocks({ plan: { targets, kept } }: LeftOver): readonly Block[] {
  const gone = targets.map((target) => [objectName(target), 'delete', 'no manifest names it any more']);
  const stays = kept.map(({ target, why }) => [objectName(target), 'keep', why]);
  const rows = [...gone, ...stays];
  return rows.length === 0 ? [] : [details(`Left over (${rows.length})`, [table(['object', 'change', 'why'], rows)])];
}

function releaseTable(scene: Scene, release: string | undefined): Block {
  const before = currentRelease(scene.ledger);
  const rows = [
    ['this release', release ?? '-', { code: scene.inputs.image }],
    ['before', before === undefined ? '-' : String(before.id), { code: before?.image ?? '-' }],
  ];
  return table(['', 'release', 'image'], rows);
}

function evidenceBlocks({ containers, events }: Evidence): readonly Block[] {
  const logs = containers.flatMap(({ pod, container, log, previousLog }) => [
    ...(previousLog === undefined ? [] : [details(`Log of ${pod}/${container}, the run before`, [code(previousLog)])]),
    ...(log === undefined || log === previousLog ? [] : [details(`Log of ${pod}/${container}`, [code(log)])]),
  ]);
  return events.length === 0 ? logs : [...logs, details('Events', [list(events.map((event) => [event]))])];
}

function timelineBlock(happenings: readonly Happening[]): Block {
  const rows = happenings.map(({ afterMs, what }) => [`+${seconds(afterMs)}`, what]);
  return details('Timeline', [table(['after', 'what'], rows)]);
}

/** What this release changed of the last one that was good: the first place to look for the cause. */
function changeBlocks({ ledger, manifests, redact }: Scene): readonly Block[] {
  const good = lastGood(ledger);
  if (good === undefined) return [];
  const changes = changedSince(
    good.objects,
    manifests.map(({ object }) => object),
    redact,
  );
  const rows = changes.map(({ object, field, before, after }) => [
    [`${object}\n`, { code: field }],
    { code: before },
    { code: after },
  ]);
  const title = `Changed since ${releaseWords(good)} (${rows.length})`;
  return [details(title, [table(['what', 'before', 'now'], rows)])];
}

function undoingText(undoing: Undoing): string {
  switch (undoing.state) {
    case 'kept':
      return `nothing was rolled back: ${undoing.why}`;
    case 'untouched':
      return `${undoing.what} was taken away, and ${undoing.release === undefined ? 'what ran before' : `release ${undoing.release.id}`} was never touched`;
    case 'restored':
      return `rolled back to release ${undoing.release.id}, which is ready again after ${seconds(undoing.elapsedMs)}`;
    case 'broken':
      return `the rollback to release ${undoing.release.id} did not succeed: ${undoing.why}`;
  }
}

function headlineOf({ inputs }: Scene, ending: Ending, changes: number): string {
  const release = ending.release === undefined ? inputs.service : `${inputs.service} release ${ending.release.id}`;
  if (ending.state === 'unknown') {
    return `Could not tell whether ${release} runs in ${inputs.namespace}: ${ending.why}. It is left as it is.`;
  }
  if (ending.state === 'paused') {
    return `${release} was handed to Argo Rollouts in ${inputs.namespace}, and waits for a person: ${ending.why}. Its record is pending until a deploy finds it promoted.`;
  }
  if (ending.state === 'failed') {
    const { cause } = ending.evidence;
    return `${release} failed in ${inputs.namespace}${failedStep(ending.tried)} (${cause.class}: ${cause.reason}): ${cause.message}; ${undoingText(ending.undoing)}.`;
  }
  const changed = changes === 0 ? 'nothing to change' : `${changes} ${changes === 1 ? 'object' : 'objects'} changed`;
  const gone = ending.pruned.length === 0 ? '' : `, ${ending.pruned.length} deleted`;
  return `${release} runs in ${inputs.namespace}: ${changed}${gone}, ready and stable after ${seconds(ending.elapsedMs)}.`;
}

function annotationsOf(scene: Scene, ending: Ending): readonly Annotation[] {
  if (ending.state !== 'failed') return [];
  const { cause } = ending.evidence;
  const { file, line } = locateCause(scene.manifests, cause) ?? {};
  const where = cause.pod === undefined ? '' : ` (pod ${cause.pod}, container ${cause.container ?? '-'})`;
  const last = ending.evidence.containers.map(({ log, previousLog }) => previousLog ?? log).find((text) => text !== undefined);
  const tail = last === undefined || last === '' ? '' : `\nLast lines of its log:\n${last.split('\n').slice(-5).join('\n')}`;
  return [
    {
      level: 'error',
      title: `${cause.reason} (${cause.class})`,
      message: `${cause.message}${where}${tail}`,
      ...(file !== undefined && { file }),
      ...(line !== undefined && { line }),
    },
  ];
}

function outputsOf(scene: Scene, ending: Ending | undefined, changed: boolean): OutputsOf<Definition> {
  const cause = ending?.state === 'failed' ? ending.evidence.cause : undefined;
  const undoing = ending?.state === 'failed' ? ending.undoing : undefined;
  const before = currentRelease(scene.ledger);
  return {
    release: ending?.release?.id.toString(),
    previousRelease: before?.id === ending?.release?.id ? undefined : before?.id.toString(),
    image: scene.inputs.image,
    changed: String(changed),
    skipped: 'false',
    paused: String(ending?.state === 'paused'),
    pruned: ending?.state === 'deployed' ? String(ending.pruned.length) : undefined,
    cause: cause && `${cause.class}/${cause.reason}`,
    rolledBackTo: undoing?.state === 'restored' || undoing?.state === 'untouched' ? undoing.release?.id.toString() : undefined,
    url: scene.inputs.environmentUrl,
    deployment: undefined,
  };
}

function planData(steps: readonly Step[]): Json {
  return steps.map((step) => ({
    object: stepName(step),
    change: step.change,
    fields: step.fields,
    ...(step.why && { why: step.why }),
  }));
}

function evidenceData({ cause, containers, events }: Evidence): Json {
  return { cause: { ...cause }, containers: containers.map((each) => ({ ...each })), events };
}

/** The outcome of a dry run. */
export function reportPlan(scene: Scene, { steps, leftOver, trial }: Plan): Outcome<Definition> {
  const changes = steps.filter(({ change }) => change !== 'same').length;
  const { targets } = leftOver.plan;
  const unjudged = steps.filter(({ change }) => change === 'unknown').length;
  const guessed = unjudged === 0 ? '' : `, ${unjudged} of them unseen by the server`;
  const gone = targets.length === 0 ? '' : `, and ${targets.length} more would be deleted`;
  const { service, namespace } = scene.inputs;
  const headline = `${changes} of ${steps.length} objects of ${service} would change in ${namespace}${guessed}${gone}; nothing was changed.`;
  const outputs = outputsOf(scene, undefined, false);
  const role = renderRole(service, namespace, scene.needs);
  const data = { plan: planData(steps), prune: targets.map(objectName), role };
  return {
    verdict: 'pass',
    headline,
    outputs,
    summary: [
      planTable(steps),
      ...trialBlocks(trial),
      ...leftOverBlocks(leftOver),
      details('The least rights that this needs', [code(role, 'yaml')]),
    ],
    data,
  };
}

/** The outcome of a run that a newer one has overtaken: nothing is left for it to do. */
export function reportStale(scene: Scene, live: Release): Outcome<Definition> {
  const { service, namespace } = scene.inputs;
  const outputs = outputsOf(scene, undefined, false);
  return {
    verdict: 'pass',
    headline: `Skipped: ${releaseWords(live)} of ${service} runs in ${namespace} already, and this run's commit is older. To go back on purpose, set stale-run: deploy.`,
    outputs: { ...outputs, skipped: 'true', release: String(live.id), previousRelease: undefined, image: live.image },
    annotations: [
      { level: 'notice', title: 'Not deployed', message: `${service}: a newer commit, ${releaseWords(live)}, runs already.` },
    ],
  };
}

function verdictOf({ inputs }: Scene, { state }: Ending): Outcome<Definition>['verdict'] {
  if (state === 'paused') return inputs.onPause;
  return state === 'deployed' ? 'pass' : state === 'failed' ? 'fail' : 'inconclusive';
}

/** The outcome of a deploy. */
export function reportDeploy({ scene, order, lock }: Turn, { steps, leftOver }: Plan, told: Told): Outcome<Definition> {
  const { ending, deployment, remarks } = told;
  const changes = steps.filter(({ change }) => change !== 'same').length;
  const failed = ending.state === 'failed' ? ending : undefined;
  const tried = 'tried' in ending ? ending.tried : undefined;
  return {
    verdict: verdictOf(scene, ending),
    headline: headlineOf(scene, ending, changes),
    outputs: { ...outputsOf(scene, ending, changes > 0), deployment: deployment?.toString() },
    annotations: [...annotationsOf(scene, ending), ...orderAnnotations(order), ...scene.remarks, ...remarks],
    summary: [
      ...(failed ? [paragraph(['After the failure ', { bold: undoingText(failed.undoing) }, '.'])] : []),
      releaseTable(scene, ending.release?.id.toString()),
      ...triedBlocks(tried),
      ...(failed ? [...changeBlocks(scene), timelineBlock(failed.timeline), ...evidenceBlocks(failed.evidence)] : []),
      ...(lock?.takenFrom === undefined
        ? []
        : [paragraph(['Taken over from ', { code: lock.takenFrom }, ', which ended without giving the lock back.'])]),
      planTable(steps),
      ...leftOverBlocks(leftOver),
    ],
    data: {
      plan: planData(steps),
      ...(tried && { tried: triedData(tried) }),
      ...(ending.state === 'deployed' && { pruned: ending.pruned.map(objectName) }),
      ...(failed && {
        evidence: evidenceData(failed.evidence),
        timeline: failed.timeline.map((each) => ({ ...each })),
        rollback: { state: failed.undoing.state, text: undoingText(failed.undoing) },
      }),
    },
  };
}
