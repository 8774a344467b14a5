import type { Change } from '@slipway/config-edit';
import { outputsFor } from '@slipway/metadata';
import type { Annotation, Outcome } from '@slipway/runner';
import { type Block, code, table } from '@slipway/summary';
import type { Written } from '@slipway/write-back';
import { action } from './action.ts';
import type { Delivered } from './deliver.ts';
import { diffOf } from './diff.ts';
import type { Inputs, Request } from './request.ts';

function writtenWords({ service, file, mode }: Inputs, { commit, attempts }: Extract<AnyWritten, { kind: 'written' }>): string {
  const tries = attempts === 1 ? 'the first attempt' : `attempt ${attempts}`;
  const id = commit.slice(0, 12);
  if (mode === 'lift') return `The hold on the image of ${service} was lifted as ${id}.`;
  return mode === 'rollback'
    ? `${service} went back in ${file} as ${id}, at ${tries}, and the bad image is held.`
    : `${service} was written to ${file} as ${id}, at ${tries}.`;
}

type AnyWritten = Written<Change>;

const UNCHANGED = {
  write: 'has this image already',
  rollback: 'has another image, and this one is held already',
  lift: 'has no hold on this image',
} as const;

function headlineOf(inputs: Inputs, written: AnyWritten): string {
  const { service, file, mode } = inputs;
  switch (written.kind) {
    case 'written':
      return writtenWords(inputs, written);
    case 'planned':
      return `${service} would change ${written.changes.length} values of ${file}; nothing was written.`;
    case 'unchanged':
      return `${file}: ${service} ${UNCHANGED[mode]}; nothing was written.`;
    case 'held': {
      const { hold } = written;
      return `${service} may not run this image: it is held since run ${hold.run.id}, because ${hold.reason}. Nothing was written.`;
    }
    case 'superseded': {
      const { run, commit } = written.by;
      return `Superseded: the newer run ${run.id} (attempt ${run.attempt}) wrote ${service} as ${commit.slice(0, 12)}; nothing was written.`;
    }
  }
}

function summaryOf(inputs: Inputs, { image }: Request, written: AnyWritten): readonly Block[] {
  const rows = [
    ['repository', `${inputs.repository}, branch ${inputs.branch}`],
    ['file', [{ code: inputs.file }]],
    [inputs.mode === 'write' ? 'digest' : 'bad digest', [{ code: image.digest }]],
    ['attempts', String(written.attempts)],
  ] as const;
  const changes = 'changes' in written ? written.changes : [];
  const diff = changes.length === 0 ? [] : [code(diffOf(changes), 'diff')];
  return [table(['', ''], rows), ...diff];
}

/** The digest that the file has after the write, as far as it is known. */
function digestAfter({ mode }: Inputs, { image }: Request, written: AnyWritten): string | undefined {
  if (mode === 'write') return written.kind === 'written' || written.kind === 'unchanged' ? image.digest : undefined;
  if (mode === 'lift' || written.kind !== 'written') return undefined;
  return written.changes.map(({ to }) => /sha256:[0-9a-f]{64}/.exec(to)?.[0]).find((digest) => digest !== undefined);
}

function annotationsOf(inputs: Inputs, written: AnyWritten): readonly Annotation[] {
  if (written.kind !== 'held') return [];
  const remedy = `Bring an image without the fault, or lift the hold: update-gitops with mode: lift and a reason.`;
  return [{ level: 'error', title: 'DIGEST_HELD', message: `${headlineOf(inputs, written)}\n${remedy}` }];
}

/** Tells how the write ended. A newer run's write is a good end: its image is the one that is to run. */
export function report(inputs: Inputs, request: Request, { written, pull, route }: Delivered<Change>): Outcome<typeof action> {
  const commit = written.kind === 'written' || written.kind === 'unchanged' ? written.commit : undefined;
  const { kind, attempts } = written;
  const digest = digestAfter(inputs, request, written);
  return {
    verdict: kind === 'held' ? 'fail' : 'pass',
    headline: pull === undefined ? headlineOf(inputs, written) : `${headlineOf(inputs, written)} It waits in ${pull.url}.`,
    outputs: outputsFor(action, {
      outcome: kind,
      changed: String(kind === 'written'),
      commit,
      attempts: String(attempts),
      pullRequest: pull?.url,
      digest,
      image: digest && `${request.image.repository}@${digest}`,
    }),
    annotations: annotationsOf(inputs, written),
    summary: summaryOf(inputs, request, written),
    data: {
      outcome: kind,
      mode: inputs.mode,
      attempts,
      commitVia: route.via,
      service: inputs.service,
      file: inputs.file,
      digest: request.image.digest,
      commit: commit ?? null,
      ...(kind === 'superseded' && { by: { ...written.by, run: { ...written.by.run } } }),
      ...(kind === 'held' && { hold: { ...written.hold, run: { ...written.hold.run } } }),
      ...('changes' in written && { changes: written.changes.map((change) => ({ ...change })) }),
    },
  };
}
