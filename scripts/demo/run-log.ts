/** One job of a run. */
export interface JobRun {
  /** The pipeline's job that called it, such as `2 · Test`. */
  readonly stage: string;
  readonly name: string;
  readonly result: 'success' | 'failure';
  readonly startedMs: number;
  readonly endedMs: number;
}

/** One annotation that a step made. */
export interface Annotation {
  readonly level: string;
  readonly stage: string;
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
}

/** What act's log says of a run. */
export interface RunLog {
  readonly jobs: readonly JobRun[];
  readonly annotations: readonly Annotation[];
  /** Markdown that steps wrote to their job summaries. */
  readonly summaries: readonly { readonly stage: string; readonly markdown: string }[];
}

interface Line {
  readonly job?: string;
  readonly time?: string;
  readonly jobResult?: 'success' | 'failure';
  readonly command?: string;
  readonly arg?: string;
  readonly content?: string;
  readonly kvPairs?: Readonly<Record<string, string>>;
}

function parseLine(text: string): Line {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return {};
  }
}

/** act names a job by the calls that led to it: `2 · Test/Slipway test/Unit tests of x`. */
function split(job: string): { stage: string; name: string } {
  const [stage = '', ...rest] = job.trim().split('/');
  return { stage, name: rest.at(-1)?.trim() ?? stage };
}

function jobsOf(lines: readonly Line[]): readonly JobRun[] {
  const started = new Map<string, number>();
  return lines.flatMap(({ job, time, jobResult }) => {
    if (job === undefined || time === undefined || !/^\d/.test(job)) return [];
    if (!started.has(job)) started.set(job, Date.parse(time));
    if (jobResult === undefined) return [];
    return [{ ...split(job), result: jobResult, startedMs: started.get(job) ?? 0, endedMs: Date.parse(time) }];
  });
}

function annotationOf({ job = '', command = '', arg = '', kvPairs = {} }: Line): Annotation {
  const line = Number(kvPairs['line']);
  return {
    level: command,
    stage: split(job).stage,
    title: kvPairs['title'] ?? '',
    message: arg,
    ...(kvPairs['file'] !== undefined && { file: kvPairs['file'] }),
    ...(line > 0 && { line }),
  };
}

/** Reads the lines that act prints with `--json`. */
export function parseRunLog(text: string): RunLog {
  const lines = text.split('\n').map(parseLine);
  return {
    jobs: jobsOf(lines),
    annotations: lines.filter(({ command }) => command === 'error' || command === 'warning').map(annotationOf),
    summaries: lines.flatMap(({ command, content, job = '' }) =>
      command === 'summary' && content !== undefined ? [{ stage: split(job).stage, markdown: content }] : [],
    ),
  };
}
