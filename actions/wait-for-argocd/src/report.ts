import type { Annotation, Outcome } from '@slipway/runner';
import { type Block, code, paragraph, table } from '@slipway/summary';
import type { action } from './action.ts';
import type { Explanation } from './explain.ts';
import type { Inputs, Request } from './request.ts';
import type { End, Waited } from './wait.ts';
import { evidenceOf, wordsOf, wordsOfFailure } from './words.ts';

/** Everything that a report tells of. */
export interface Story {
  readonly inputs: Inputs;
  readonly request: Request;
  readonly waited: readonly Waited[];
  readonly explained: ReadonlyMap<string, Explanation>;
  /** The number under which it was recorded. */
  readonly release: number | undefined;
}

const isBad = ({ kind }: End): boolean => kind === 'failed' || kind === 'absent';
const outcomeOf = (end: End): string => (end.kind === 'failed' ? end.reason : end.kind);
const revisionOf = (end: End): string | undefined => ('revision' in end ? end.revision : undefined);

/** The one that decides: what failed, then what was superseded. */
function decisive(waited: readonly Waited[]): Waited | undefined {
  return waited.find(({ end }) => isBad(end)) ?? waited.find(({ end }) => end.kind === 'superseded') ?? waited[0];
}

const evidenceFor = (name: string, { explained }: Story): readonly string[] =>
  evidenceOf(explained.get(name) ?? { troubles: [], differences: [] });

function annotationsOf(story: Story): readonly Annotation[] {
  return story.waited.flatMap(({ name, end }): readonly Annotation[] => {
    if (end.kind === 'live' && end.stumbled)
      return [
        { level: 'warning', title: 'Degraded on its way', message: `${name} was Degraded for a while before it was Healthy.` },
      ];
    if (end.kind === 'absent')
      return [
        {
          level: 'error',
          title: 'No such application',
          message: `There is no application ${name}. Check "applications" and "argocd-namespace".`,
        },
      ];
    if (end.kind !== 'failed') return [];
    const [what, remedy] = wordsOfFailure(name, end, story.request);
    const evidence = evidenceFor(name, story);
    return [
      { level: 'error', title: `Argo CD: ${end.reason.replaceAll('-', ' ')}`, message: [what, ...evidence, remedy].join('\n') },
    ];
  });
}

function summaryOf(story: Story): readonly Block[] {
  const { inputs, request, waited } = story;
  const rows = waited.map(({ name, end, afterMs }) => [
    name,
    outcomeOf(end).replaceAll('-', ' '),
    [{ code: (revisionOf(end) ?? '').slice(0, 12) }],
    `${Math.round(afterMs / 1000)} s`,
  ]);
  const evidence = waited.flatMap(({ name }) => evidenceFor(name, story));
  return [
    table(['application', 'outcome', 'revision', 'after'], rows),
    ...(evidence.length === 0 ? [] : [code(evidence.join('\n'))]),
    paragraph([
      'Commit ',
      { code: inputs.commit.slice(0, 12) },
      ' of ',
      inputs.repository,
      ', image ',
      { code: `${request.image}@${request.digest}` },
    ]),
  ];
}

function headlineOf({ waited, request }: Story): string {
  const first = decisive(waited);
  if (first === undefined) return 'There was nothing to wait for.';
  const others =
    waited.length === 1
      ? ''
      : ` (${waited.filter(({ end }) => end.kind === 'live').length} of ${waited.length} applications are live)`;
  return `${wordsOf(first, request)}${others}`;
}

/** Tells how the wait ended. That a newer run took over is a good end, and not ours: the output says so. */
export function report(story: Story): Outcome<typeof action> {
  const { waited } = story;
  const first = decisive(waited);
  const outcome = first === undefined ? undefined : outcomeOf(first.end);
  const seconds = Math.max(0, ...waited.map(({ afterMs }) => Math.round(afterMs / 1000)));
  return {
    verdict: waited.some(({ end }) => isBad(end)) || waited.length === 0 ? 'fail' : 'pass',
    headline: headlineOf(story),
    outputs: {
      outcome,
      superseded: String(outcome === 'superseded'),
      revision: waited.map(({ end }) => revisionOf(end)).findLast((revision) => revision !== undefined),
      seconds: String(seconds),
      release: story.release === undefined ? undefined : String(story.release),
    },
    annotations: annotationsOf(story),
    summary: summaryOf(story),
    data: {
      outcome: outcome ?? null,
      commit: story.inputs.commit,
      digest: story.request.digest,
      applications: waited.map(({ name, end, afterMs }) => ({
        name,
        outcome: outcomeOf(end),
        revision: revisionOf(end) ?? null,
        seconds: Math.round(afterMs / 1000),
        evidence: evidenceFor(name, story),
        ...(end.kind === 'superseded' && { by: { commit: end.by.commit, run: { ...end.by.run } } }),
      })),
    },
  };
}
