/** One attempt of a workflow run, as GitHub numbers them. */
export interface HolderRun {
  /** `owner/name`. */
  readonly repository: string;
  readonly runId: number;
  readonly attempt: number;
}

/** Who deploys: a process, and where it is one the attempt of the workflow run that it belongs to. */
export interface Holder {
  readonly run?: HolderRun;
  /** Told to no other process: two jobs of one run are two holders. */
  readonly process: string;
}

/** What a run knows of itself; a process on a laptop knows nothing of it. */
export interface OwnRun {
  readonly repository?: string;
  readonly runId?: string;
  readonly runAttempt?: string;
}

/** We as a holder; `process` is told to nobody else. */
export function ownHolder({ repository, runId, runAttempt = '1' }: OwnRun, process: string): Holder {
  if (repository === undefined || runId === undefined) return { process };
  return { run: { repository, runId: Number(runId), attempt: Number(runAttempt) }, process };
}

const RUN = /^([\w.-]+\/[\w.-]+)\/actions\/runs\/(\d+)\/attempts\/(\d+)$/;

/** The holder in one line, as it stands in the lock for people to read: the run's own path on GitHub, then the process. */
export function formatHolder({ run, process }: Holder): string {
  const where = run === undefined ? 'outside-github' : `${run.repository}/actions/runs/${run.runId}/attempts/${run.attempt}`;
  return `${where} ${process}`;
}

/** Reads what {@link formatHolder} wrote; a holder that something else wrote has no run. */
export function parseHolder(text: string): Holder {
  const [where = '', process = ''] = text.split(' ');
  const [, repository, runId, attempt] = RUN.exec(where) ?? [];
  if (repository === undefined) return { process: process === '' ? text : process };
  return { run: { repository, runId: Number(runId), attempt: Number(attempt) }, process };
}
