import { outputsFor } from '@slipway/metadata';
import type { Annotation, Outcome } from '@slipway/runner';
import { type Block, code, table } from '@slipway/summary';
import { action } from './action.ts';
import type { BatchInputs, BatchPart } from './batch.ts';
import type { Delivered } from './deliver.ts';
import { diffOf } from './diff.ts';

type PartOutcome = BatchPart['kind'] | 'planned';

interface Told {
  readonly part: BatchPart;
  readonly outcome: PartOutcome;
}

/** What is said of the whole: the first of these that any service came to. */
const WEIGHT: readonly PartOutcome[] = ['held', 'planned', 'written', 'superseded', 'unchanged'];

function toldOf({ written }: Delivered<BatchPart>): readonly Told[] {
  const parts = 'changes' in written ? (written.changes ?? []) : [];
  return parts.map((part) => ({
    part,
    outcome: part.kind === 'written' && written.kind === 'planned' ? 'planned' : part.kind,
  }));
}

function noteOf({ part }: Told): string {
  switch (part.kind) {
    case 'superseded':
      return `by run ${part.by.run.id} (attempt ${part.by.run.attempt})`;
    case 'held':
      return `since run ${part.hold.run.id}, because ${part.hold.reason}`;
    case 'written':
      return `${part.changes.length} values`;
    case 'unchanged':
      return '';
  }
}

function headlineOf(all: readonly Told[], { written, pull }: Delivered<BatchPart>): string {
  const counts = WEIGHT.flatMap((kind) => {
    const count = all.filter(({ outcome }) => outcome === kind).length;
    return count === 0 ? [] : [`${count} ${kind}`];
  });
  const where = written.kind === 'written' ? ` as ${written.commit.slice(0, 12)}` : '';
  const waits = pull === undefined ? '' : ` They wait in ${pull.url}.`;
  return `Of ${all.length} services: ${counts.join(', ')}${where}.${waits}`;
}

function annotationsOf(all: readonly Told[]): readonly Annotation[] {
  const remedy = 'Bring an image without the fault, or lift the hold: update-gitops with mode: lift and a reason.';
  return all
    .filter(({ outcome }) => outcome === 'held')
    .map((told) => {
      const message = `${told.part.stamp.service} may not run this image: it is held ${noteOf(told)}. It was not written.\n${remedy}`;
      return { level: 'error', title: 'DIGEST_HELD', message };
    });
}

function summaryOf({ repository, branch }: BatchInputs, all: readonly Told[]): readonly Block[] {
  const rows = all.map((told) => {
    const { service, file, digest } = told.part.stamp;
    return [service, [{ code: file }], [{ code: digest.slice(0, 19) }], told.outcome, noteOf(told)] as const;
  });
  const diffs = all.flatMap(({ part }) =>
    part.kind === 'written' ? [`# ${part.stamp.service}: ${part.stamp.file}\n${diffOf(part.changes)}`] : [],
  );
  return [
    table(
      ['', ''],
      [
        ['repository', `${repository}, branch ${branch}`],
        ['services', String(all.length)],
      ],
    ),
    table(['service', 'file', 'digest', 'outcome', ''], rows),
    ...(diffs.length === 0 ? [] : [code(diffs.join('\n'), 'diff')]),
  ];
}

/** Tells how a batch ended, of each service by itself. It is red when any of them is held; the others are written all the same. */
export function reportBatch(inputs: BatchInputs, delivered: Delivered<BatchPart>): Outcome<typeof action> {
  const { written, pull, route } = delivered;
  const all = toldOf(delivered);
  const outcome = WEIGHT.find((kind) => all.some((told) => told.outcome === kind)) ?? 'unchanged';
  const results = all.map(({ part: { stamp }, outcome: own }) => {
    const { service, file, digest } = stamp;
    return { service, file, digest, outcome: own };
  });
  const commit = written.kind === 'written' || written.kind === 'unchanged' ? written.commit : undefined;
  const { attempts } = written;
  return {
    verdict: outcome === 'held' ? 'fail' : 'pass',
    headline: headlineOf(all, delivered),
    outputs: outputsFor(action, {
      outcome,
      changed: String(written.kind === 'written'),
      commit,
      attempts: String(attempts),
      pullRequest: pull?.url,
      results: JSON.stringify(results),
    }),
    annotations: annotationsOf(all),
    summary: summaryOf(inputs, all),
    data: { outcome, mode: inputs.mode, attempts, commitVia: route.via, commit: commit ?? null, results },
  };
}
