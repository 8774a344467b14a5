import type { Release } from './story.ts';

/** Columns padded to the widest cell, with a rule below the head. */
export function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, index) =>
    Math.max(...[title, ...rows.map((row) => row[index] ?? '')].map((cell) => cell.length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

/** One row a stage that a release went through: release, stage, verdict, seconds. */
export function stageRows({ name, service, run }: Release): readonly (readonly string[])[] {
  const stages = [...new Set(run.jobs.map(({ stage }) => stage))].sort();
  return stages.map((stage) => {
    const jobs = run.jobs.filter((job) => job.stage === stage);
    const failed = jobs.filter(({ result }) => result === 'failure').map((job) => job.name);
    const seconds =
      (Math.max(...jobs.map(({ endedMs }) => endedMs)) - Math.min(...jobs.map(({ startedMs }) => startedMs))) / 1000;
    return [
      `${name} (${service})`,
      stage,
      failed.length === 0 ? 'passed' : `failed: ${failed.join(', ')}`,
      `${seconds.toFixed(1)} s`,
    ];
  });
}
