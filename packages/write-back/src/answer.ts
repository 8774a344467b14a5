/** What git's answer to a fetch or a push means. */
export type Trouble =
  /** Somebody else wrote first; reading again helps. */
  | { readonly kind: 'moved'; readonly said: string }
  /** No answer, or a server in trouble; whether a push was taken is not known. */
  | { readonly kind: 'unreachable'; readonly said: string }
  | { readonly kind: 'unauthorised'; readonly said: string }
  | { readonly kind: 'forbidden'; readonly said: string }
  | { readonly kind: 'absent'; readonly said: string }
  | { readonly kind: 'branch-absent'; readonly said: string }
  /** A rule of the repository, such as a protected branch or a required signature. */
  | { readonly kind: 'ruled-out'; readonly said: string }
  | { readonly kind: 'unknown'; readonly said: string };

// The order counts: a hook's refusal is said beside words that other lines have, too.
// The words are those of git (transport.c, send-pack, receive-pack), libcurl, GitHub (GH006, GH013) and GitLab.
const SIGNS: readonly (readonly [Trouble['kind'], RegExp])[] = [
  ['ruled-out', /GH006|GH013|protected branch|hook declined|rule violations|not allowed to push|shallow update not allowed/i],
  // A certificate that is not trusted now is not trusted in a minute either.
  ['unknown', /certificate|no space left/i],
  ['branch-absent', /couldn't find remote ref/i],
  [
    'moved',
    /fetch first|non-fast-forward|cannot lock ref|incorrect old value|failed to update ref|reference already exists|stale info|is at [0-9a-f]+ but expected|unable to lock|another git process/i,
  ],
  [
    'unauthorised',
    /error: 401|authentication failed|could not read (username|password)|invalid (username|credentials)|bad credentials/i,
  ],
  ['forbidden', /error: 403|permission to .* denied|write access .* not granted|permission denied/i],
  ['absent', /error: 404|repository .*not found|does not appear to be a git repository|does not exist/i],
  [
    'unreachable',
    /error: (408|429|5\d\d)|could not resolve|failed to connect|connection (was )?(reset|refused|timed out|closed)|timed out|rpc failed|hung up|early eof|unexpected disconnect|unable to access|broken pipe/i,
  ],
];

/** The lines that say something, without the advice that git adds. */
function said(output: string): string {
  const lines = output.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '' && !/^(hint:|To |Done$|From )/.test(line)).join('\n');
}

/** Reads what git printed when a fetch or a push failed. */
export function readTrouble(output: string): Trouble {
  const kind = SIGNS.find(([, sign]) => sign.test(output))?.[0] ?? 'unknown';
  return { kind, said: said(output) };
}

/** Whether trying again may help. */
export function isPassing({ kind }: Trouble): boolean {
  return kind === 'moved' || kind === 'unreachable';
}
