/**
 * Whether a text is as a pattern says: `*` stands for anything within a part, `**` for anything at all. Parts are parted by the
 * separator, and every other character stands for itself.
 */
export function matches(pattern: string, text: string, separator: '.' | '/'): boolean {
  const within = separator === '.' ? '[^.]*' : '[^/]*';
  const body = pattern
    .split(/(\*+)/)
    .map((piece) => (piece === '*' ? within : /^\*+$/.test(piece) ? '.*' : piece.replace(/[\\^$.|?+()[\]{}]/g, '\\$&')))
    .join('');
  return new RegExp(`^${body}$`, 's').test(text);
}

/** Whether a host is one of those a pattern names; `*.shop.example.com` is every host below it, and not the host itself. */
export function isHost(pattern: string, host: string): boolean {
  const [one, other] = [pattern.toLowerCase(), host.toLowerCase()];
  return one.startsWith('*.') ? other.endsWith(one.slice(1)) && other.length > one.length - 1 : one === other;
}
