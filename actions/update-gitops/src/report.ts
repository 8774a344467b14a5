import type { Change } from '@slipway/config-edit';
import type { InputsOf } from '@slipway/metadata';
import type { Outcome } from '@slipway/runner';
import { type Block, code, paragraph, table } from '@slipway/summary';
import type { Written } from '@slipway/write-back';
import type { action } from './action.ts';
import type { Request } from './request.ts';

type Inputs = InputsOf<typeof action>;

function headlineOf({ service, file }: Inputs, written: Written<Change>): string {
  const { attempts } = written;
  const tries = attempts === 1 ? 'the first attempt' : `attempt ${attempts}`;
  if (written.kind === 'written') return `${service} was written to ${file} as ${written.commit.slice(0, 12)}, at ${tries}.`;
  if (written.kind === 'planned')
    return `${service} would change ${written.changes.length} values of ${file}; nothing was written.`;
  if (written.kind === 'unchanged') return `${file} has this image of ${service} already; nothing was written.`;
  const { run, commit } = written.by;
  return `Superseded: the newer run ${run.id} (attempt ${run.attempt}) wrote ${service} as ${commit.slice(0, 12)}; nothing was written.`;
}

/** The changes as a person reads them in a review. */
function diffOf(changes: readonly Change[]): string {
  return changes
    .toSorted((a, b) => a.line - b.line)
    .map(({ what, from, to, line }) => `@@ line ${line} @@\n-${what}: ${from}\n+${what}: ${to}`)
    .join('\n');
}

function summaryOf(inputs: Inputs, { image }: Request, written: Written<Change>): readonly Block[] {
  const rows = [
    ['repository', `${inputs.repository}, branch ${inputs.branch}`],
    ['file', [{ code: inputs.file }]],
    ['digest', [{ code: image.digest }]],
    ['attempts', String(written.attempts)],
  ] as const;
  const changes = 'changes' in written ? written.changes : [];
  const diff = changes.length === 0 ? [] : [code(diffOf(changes), 'diff')];
  return [paragraph([headlineOf(inputs, written)]), table(['', ''], rows), ...diff];
}

/** Tells how the write ended. A newer run's write is a good end: its image is the one that is to run. */
export function report(inputs: Inputs, request: Request, written: Written<Change>): Outcome<typeof action> {
  const commit = written.kind === 'written' || written.kind === 'unchanged' ? written.commit : undefined;
  const { kind, attempts } = written;
  return {
    verdict: 'pass',
    headline: headlineOf(inputs, written),
    outputs: { outcome: kind, changed: String(kind === 'written'), commit, attempts: String(attempts) },
    summary: summaryOf(inputs, request, written),
    data: {
      outcome: kind,
      attempts,
      service: inputs.service,
      file: inputs.file,
      digest: request.image.digest,
      commit: commit ?? null,
      ...(kind === 'superseded' && { by: { ...written.by, run: { ...written.by.run } } }),
      ...('changes' in written && { changes: written.changes.map((change) => ({ ...change })) }),
    },
  };
}
