import {
  annotationBatches,
  type CheckAnnotation,
  type CheckRun,
  type CheckRuns,
  fitSummary,
  type KnownCheckRun,
  outcomeOfRefusal,
  type ReadOutcome,
  SUPERSEDED,
  SUPERSEDED_OUTPUT,
} from '@slipway/github';
import { type Connection, hasNext, read } from './connection.ts';
import { patiently, write } from './write.ts';

interface SentAnnotation {
  path: string;
  start_line: number;
  end_line: number;
  annotation_level: CheckAnnotation['level'];
  message: string;
  title: string;
}

const sent = ({ path, line, level, message, title }: CheckAnnotation): SentAnnotation => ({
  path,
  start_line: line,
  end_line: line,
  annotation_level: level,
  message,
  title,
});

const outputOf = ({ title, summary }: CheckRun): { title: string; summary: string } => ({ title, summary: fitSummary(summary) });

/** Nobody runs one job on one commit a thousand times. */
const MOST_PAGES = 10;

async function listAll(connection: Connection, sha: string, name: string): Promise<ReadOutcome<readonly KnownCheckRun[]>> {
  const { octokit, at } = connection;
  const asked = { ...at, ref: sha, check_name: name, filter: 'all' as const, status: 'completed' as const, per_page: 100 };
  const found: KnownCheckRun[] = [];
  for (let page = 1, more = true; more && page <= MOST_PAGES; page++) {
    const listed = await read(
      connection,
      () => octokit.rest.checks.listForRef({ ...asked, page }),
      ({ data, headers }) => ({
        items: data.check_runs.map((run) => ({ id: run.id, externalId: run.external_id ?? '' })),
        more: hasNext(headers.link),
      }),
    );
    if (listed.kind === 'unread') return listed;
    found.push(...listed.value.items);
    more = listed.value.more;
  }
  return { kind: 'read', value: found.sort((a, b) => b.id - a.id) };
}

/** Check runs of a repository, over the REST API. */
export function checkRunsOver(connection: Connection): CheckRuns {
  const { octokit, at, token, world } = connection;
  const { checks } = octokit.rest;
  return {
    listCheckRuns: (sha, name) => listAll(connection, sha, name),
    createCheckRun: async (run) => {
      const { sha, name, conclusion, annotations, externalId } = run;
      // It is concluded from the first request on, and has its id of content only with the last: a run that is cut off
      // in between keeps nobody's pull request waiting, and is written anew by the next.
      const asked = { ...at, name, head_sha: sha, status: 'completed' as const, conclusion, output: outputOf(run) };
      const whole = annotations.length === 0 && { external_id: externalId };
      const made = await patiently(() => checks.create({ ...asked, ...whole }), token, world);
      return 'refusal' in made ? outcomeOfRefusal(made.refusal) : { kind: 'written', id: made.value.data.id };
    },
    annotateCheckRun: async (id, run) => {
      const batches = annotationBatches(run.annotations);
      for (const [index, batch] of batches.entries()) {
        const more = {
          ...at,
          check_run_id: id,
          output: { ...outputOf(run), annotations: batch.map(sent) },
          ...(index === batches.length - 1 && { external_id: run.externalId }),
        };
        const outcome = await write(() => checks.update(more), token, world);
        if (outcome.kind !== 'written') return outcome;
      }
      return { kind: 'written' };
    },
    supersedeCheckRun: (id) =>
      write(
        () => checks.update({ ...at, check_run_id: id, external_id: SUPERSEDED, output: { ...SUPERSEDED_OUTPUT } }),
        token,
        world,
      ),
  };
}
