import { annotationBatches, type CheckAnnotation, type CheckRuns, fitSummary, outcomeOfRefusal } from '@slipway/github';
import { type Connection, read } from './connection.ts';
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

/** Check runs of a repository, over the REST API. */
export function checkRunsOver(connection: Connection): CheckRuns {
  const { octokit, at, token, world } = connection;
  const { checks } = octokit.rest;
  return {
    listCheckRuns: (sha, name) =>
      read(
        connection,
        () => checks.listForRef({ ...at, ref: sha, check_name: name, filter: 'latest', status: 'completed' }),
        ({ data }) => data.check_runs.map((run) => run.external_id ?? ''),
      ),
    createCheckRun: async ({ sha, name, conclusion, title, summary, annotations, externalId }) => {
      const [first = [], ...rest] = annotationBatches(annotations);
      const output = { title, summary: fitSummary(summary) };
      // It is concluded from the first request on, and has its id of content only with the last: a run that is cut off
      // in between keeps nobody's pull request waiting, and is written anew by the next.
      const made = await patiently(
        () =>
          checks.create({
            ...at,
            name,
            head_sha: sha,
            status: 'completed',
            conclusion,
            output: { ...output, annotations: first.map(sent) },
            ...(rest.length === 0 && { external_id: externalId }),
          }),
        token,
        world,
      );
      if ('refusal' in made) return outcomeOfRefusal(made.refusal);
      for (const [index, batch] of rest.entries()) {
        const more = {
          ...at,
          check_run_id: made.value.data.id,
          output: { ...output, annotations: batch.map(sent) },
          ...(index === rest.length - 1 && { external_id: externalId }),
        };
        const outcome = await write(() => checks.update(more), token, world);
        if (outcome.kind !== 'written') return outcome;
      }
      return { kind: 'written' };
    },
  };
}
