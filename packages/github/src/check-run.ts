import type { WriteOutcome } from './outcome.ts';
import type { ReadOutcome } from './read.ts';

/** A remark of a check run on a line; lines count from 1. */
export interface CheckAnnotation {
  readonly path: string;
  readonly line: number;
  readonly level: 'failure' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

/** A check run of a commit, which has ended. */
export interface CheckRun {
  readonly sha: string;
  readonly name: string;
  readonly conclusion: 'success' | 'failure' | 'neutral';
  readonly title: string;
  /** Markdown. */
  readonly summary: string;
  readonly annotations: readonly CheckAnnotation[];
  /** The same for the same content, so that a second run of a job adds nothing. */
  readonly externalId: string;
}

/** A check run that is there. */
export interface KnownCheckRun {
  /** Later ones have larger numbers. */
  readonly id: number;
  /** The id of its content; empty while its annotations are not all there. */
  readonly externalId: string;
}

/** The id of content of a check run for which a newer one stands. */
export const SUPERSEDED = 'superseded';

/** What a check run says for which a newer one stands. Its conclusion stays, for it must not let through what the newer stops. */
export const SUPERSEDED_OUTPUT = {
  title: 'Superseded',
  summary: 'A newer check run of this name on the same commit stands for this one.',
} as const;

/** The check runs of a repository. GitHub takes none away, and of one name the newest counts. */
export interface CheckRuns {
  /** All completed check runs of that name on a commit, newest first. */
  listCheckRuns(sha: string, name: string): Promise<ReadOutcome<readonly KnownCheckRun[]>>;
  /** Writes a check run that is concluded and has no annotations yet; without any, it is whole. Gives its id. */
  createCheckRun(run: CheckRun): Promise<WriteOutcome & { readonly id?: number }>;
  /** Appends all annotations, in as many requests as they take; with the last, the run is whole. */
  annotateCheckRun(id: number, run: CheckRun): Promise<WriteOutcome>;
  /** Has a check run say that a newer one stands for it. */
  supersedeCheckRun(id: number): Promise<WriteOutcome>;
}

/** https://docs.github.com/en/rest/checks/runs#create-a-check-run */
export const ANNOTATIONS_A_REQUEST = 50;

const MOST_SUMMARY = 65_535;
const CUT = '\n\nThere is more than fits here; the job summary has all of it.';

/** A summary within the limit of GitHub, cut at a line, with a word about it. */
export function fitSummary(summary: string, most = MOST_SUMMARY): string {
  // Counted in bytes, which are never fewer than whatever GitHub counts.
  const bytes = new TextEncoder().encode(summary);
  if (bytes.length <= most) return summary;
  const kept = new TextDecoder().decode(bytes.slice(0, most - CUT.length));
  const lastLine = kept.lastIndexOf('\n');
  return kept.slice(0, lastLine < 0 ? kept.length - 1 : lastLine) + CUT;
}

/** The annotations in the batches in which GitHub takes them; at least one batch, which may be empty. */
export function annotationBatches(annotations: readonly CheckAnnotation[]): readonly (readonly CheckAnnotation[])[] {
  const count = Math.max(1, Math.ceil(annotations.length / ANNOTATIONS_A_REQUEST));
  return Array.from({ length: count }, (_, index) =>
    annotations.slice(index * ANNOTATIONS_A_REQUEST, (index + 1) * ANNOTATIONS_A_REQUEST),
  );
}
