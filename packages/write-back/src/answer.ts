/** What an answer to a fetch, a push or a request to GitHub's API means. */
export type Trouble =
  /** Somebody else wrote first; reading again helps. */
  | { readonly kind: 'moved'; readonly said: string }
  /** No answer, or a server in trouble; whether a commit was taken is not known. */
  | { readonly kind: 'unreachable'; readonly said: string }
  /** Too much was asked; `waitMs` is how long the server asks to be left alone. */
  | { readonly kind: 'limited'; readonly said: string; readonly waitMs?: number }
  | { readonly kind: 'unauthorised'; readonly said: string }
  /** The token was taken before, and is not any more. */
  | { readonly kind: 'token-ended'; readonly said: string }
  | { readonly kind: 'forbidden'; readonly said: string }
  | { readonly kind: 'absent'; readonly said: string }
  | { readonly kind: 'branch-absent'; readonly said: string }
  /** A rule of the repository, such as a protected branch. */
  | { readonly kind: 'ruled-out'; readonly said: string }
  /** A rule that asks for signed commits. */
  | { readonly kind: 'signature-required'; readonly said: string }
  /** GitHub made the commit and did not sign it. */
  | { readonly kind: 'unsigned'; readonly said: string }
  | { readonly kind: 'disk-full'; readonly said: string }
  | { readonly kind: 'unknown'; readonly said: string };

type Sign = readonly [Trouble['kind'], RegExp];

// The order counts: a hook's refusal is said beside words that other lines have, too.
// The words are those of git (transport.c, send-pack, receive-pack), libcurl, GitHub (GH006, GH013) and GitLab.
const RULES: readonly Sign[] = [
  // A hook that takes too long has judged nothing.
  ['unreachable', /(hook|execution)\b.{0,60}\b(timed out|timeout)/i],
  ['signature-required', /must have verified signatures|commit must be signed|commits? .{0,40}not signed/i],
  ['ruled-out', /GH006|GH013|protected branch|hook declined|rule violations|not allowed to push|shallow update not allowed/i],
];
const MOVED: Sign = [
  'moved',
  /fetch first|non-fast-forward|not a fast forward|cannot lock ref|incorrect old value|failed to update ref|reference (already exists|does not exist|update failed)|stale info|stale_data|expected branch to point to|is at [0-9a-f"]+ but expected|unable to lock|another git process/i,
];
const SIGNS: readonly Sign[] = [
  ...RULES,
  ['disk-full', /no space left on device|disk quota exceeded/i],
  // A certificate that is not trusted now is not trusted in a minute either.
  ['unknown', /certificate/i],
  ['branch-absent', /couldn't find remote ref/i],
  MOVED,
  ['limited', /error: 429|rate limit/i],
  [
    'unauthorised',
    /error: 401|authentication failed|could not read (username|password)|invalid (username|credentials)|bad credentials/i,
  ],
  ['forbidden', /error: 403|permission to .* denied|write access .* not granted|permission denied/i],
  ['absent', /error: 404|repository .*not found|does not appear to be a git repository|does not exist/i],
  [
    'unreachable',
    /error: (408|5\d\d)|could not resolve|failed to connect|connection (was )?(reset|refused|timed out|closed)|timed out|rpc failed|hung up|early eof|unexpected disconnect|unable to access|broken pipe/i,
  ],
];

/** The lines that say something, without the advice that git adds. */
function said(output: string): string {
  const lines = output.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '' && !/^(hint:|To |Done$|From )/.test(line)).join('\n');
}

const kindOf = (text: string, signs: readonly Sign[]): Trouble['kind'] | undefined =>
  signs.find(([, sign]) => sign.test(text))?.[0];

/** Reads what git printed when a fetch or a push failed. */
export function readTrouble(output: string): Trouble {
  return { kind: kindOf(output, SIGNS) ?? 'unknown', said: said(output) };
}

function kindOfStatus(status: number): Trouble['kind'] {
  if (status === 401) return 'unauthorised';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'absent';
  // https://docs.github.com/en/rest/git/refs: what is asked for does not go with what is there.
  if (status === 409) return 'moved';
  return status === 408 || status >= 500 ? 'unreachable' : 'unknown';
}

/**
 * Reads GitHub's refusal of a request.
 *
 * @param status absent when no answer came
 * @param waitMs how long GitHub asks to be left alone, in milliseconds; absent unless a limit was reached
 */
export function readRefusal(status: number | undefined, words: string, waitMs: number | undefined): Trouble {
  if (waitMs !== undefined) return { kind: 'limited', said: words, waitMs };
  if (status === undefined) return { kind: 'unreachable', said: words };
  return { kind: kindOf(words, [...RULES, MOVED]) ?? kindOfStatus(status), said: words };
}

/** A longer time than this, in milliseconds, is not waited for. */
export const LONGEST_LIMIT_MS = 120_000;

/** Whether trying again may help. */
export function isPassing(trouble: Trouble): boolean {
  if (trouble.kind === 'limited') return (trouble.waitMs ?? 0) <= LONGEST_LIMIT_MS;
  return trouble.kind === 'moved' || trouble.kind === 'unreachable';
}
