/** What a commit status can say. `error` means that the check itself could not tell. */
export type StatusState = 'error' | 'failure' | 'pending' | 'success';

/** One commit status. */
export interface CommitStatus {
  readonly sha: string;
  readonly state: StatusState;
  /** Tells this status from those of other systems; GitHub ignores its case. */
  readonly context: string;
  readonly description: string;
  /** Where its reader finds more. */
  readonly targetUrl?: string;
}

/** A commit status as the API takes it. */
export interface CommitStatusBody {
  readonly state: StatusState;
  readonly context: string;
  readonly description: string;
  readonly target_url?: string;
}

const DESCRIPTION_MAX = 140;

/** The text as GitHub takes it for a description: at most 140 characters, and none of the four-byte ones, which it refuses. */
export function fitDescription(text: string): string {
  const fit = [...text.replace(/[\u{10000}-\u{10ffff}]/gu, '').trim()];
  return fit.length <= DESCRIPTION_MAX
    ? fit.join('')
    : `${fit
        .slice(0, DESCRIPTION_MAX - 1)
        .join('')
        .trimEnd()}…`;
}

/** The body of the request that sets the status. */
export function renderCommitStatus({ state, context, description, targetUrl }: CommitStatus): CommitStatusBody {
  return { state, context, description: fitDescription(description), ...(targetUrl !== undefined && { target_url: targetUrl }) };
}
