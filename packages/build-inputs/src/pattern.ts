const WILD = /[*?[\\]/;

/** A path of the build context in its shortest form, without a slash in front; `.` is the context itself. */
export function cleanPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    // The context is a root: nothing leads out of it.
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.length === 0 ? '.' : parts.join('/');
}

/** One part of a path as an expression, by the rules of Go's `filepath.Match`, which engines use for COPY. */
function partExpression(part: string): string {
  let out = '';
  for (let at = 0; at < part.length; at++) {
    const sign = part[at] ?? '';
    const end = sign === '[' ? part.indexOf(']', at + 2) : -1;
    if (sign === '*') out += '[^/]*';
    else if (sign === '?') out += '[^/]';
    else if (sign === '\\') out += (part[++at] ?? '').replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    else if (end > 0) {
      out += `[${part.slice(at + 1, end).replaceAll('[', '\\[')}]`;
      at = end;
    } else out += sign.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  }
  return out;
}

function expressionOf(parts: readonly string[]): RegExp | undefined {
  try {
    return new RegExp(`^${parts.map(partExpression).join('/')}(?:/|$)`, 's');
  } catch {
    return undefined;
  }
}

/**
 * Tells which paths of a context an instruction's source reads: what it names, and all below it.
 *
 * Where a pattern cannot be told exactly, more paths match, never fewer.
 */
export function patternMatcher(pattern: string): (path: string) => boolean {
  const clean = cleanPath(pattern);
  if (clean === '.') return () => true;
  if (!WILD.test(clean)) return (path) => path === clean || path.startsWith(`${clean}/`);
  const parts = clean.split('/');
  const deep = parts.findIndex((part) => part.includes('**'));
  const expression = expressionOf(deep < 0 ? parts : parts.slice(0, deep));
  return expression === undefined || deep === 0 ? () => true : (path) => expression.test(path);
}
