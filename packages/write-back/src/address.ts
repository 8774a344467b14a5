import type { Problem } from '@slipway/failure';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** What is wrong with an address, if anything; the address itself is not told, for it may hold a password. */
function complaintOf(url: URL | undefined, hasToken: boolean): readonly [message: string, remedy: string] | undefined {
  if (url === undefined || !['https:', 'http:', 'file:'].includes(url.protocol))
    return [
      'The input "repository" is neither owner/name nor an https address.',
      'Write, for example, org/config; ssh is not supported.',
    ];
  if (url.username !== '' || url.password !== '')
    return [
      'The input "repository" holds a user name or a password, which would be seen by whoever lists processes.',
      'Give "token".',
    ];
  if (url.protocol === 'http:' && !LOOPBACK.has(url.hostname))
    return ['The input "repository" is an http address, where anyone on the way could read the token.', 'Write https.'];
  if (url.protocol === 'https:' && !hasToken) return ['No token is given for the configuration repository.', 'Give "token".'];
  return undefined;
}

/**
 * The address of a repository; `owner/name` is taken from the run's own GitHub server.
 *
 * What is wrong with it goes to `problems`.
 */
export function parseAddress(text: string, hasToken: boolean, serverUrl: string, problems: Problem[]): string {
  const named = /^[\w.-]+\/[\w.-]+$/.test(text);
  const url = parseUrl(named ? `${serverUrl}/${text}.git` : text);
  const complaint = complaintOf(url, hasToken);
  if (complaint !== undefined) problems.push({ code: 'REPOSITORY_MALFORMED', message: complaint[0], remedy: complaint[1] });
  return url?.href ?? '';
}
