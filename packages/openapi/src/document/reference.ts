/** What the text of a `$ref` names. */
export type Reference =
  | { readonly kind: 'target'; readonly file: string; readonly path: readonly string[] }
  | { readonly kind: 'anchor'; readonly file: string; readonly name: string }
  | { readonly kind: 'url' }
  | { readonly kind: 'malformed' };

/** The path of a file that another names relative to itself, without `.` and `..` where they can be taken away. */
export function pathFrom(file: string, relative: string): string {
  const absolute = relative.startsWith('/') || (file.startsWith('/') && relative !== '');
  const steps: string[] = [];
  for (const step of [...(relative.startsWith('/') ? [] : file.split('/').slice(0, -1)), ...relative.split('/')]) {
    if (step === '' || step === '.') continue;
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else steps.push(step);
  }
  return `${absolute ? '/' : ''}${steps.join('/')}`;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/**
 * Reads the text of a `$ref`: a file relative to the one it stands in, and a JSON pointer (RFC 6901) or an anchor in it.
 *
 * Both are URI parts, so `%20` is a blank; `~1` is a slash in a step of a pointer.
 */
export function referenceOf(text: string, from: string): Reference {
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(text)) return { kind: 'url' };
  const [before = '', ...after] = text.split('#');
  const [file, fragment] = [decode(before), decode(after.join('#'))];
  if (file === undefined || fragment === undefined || after.length > 1) return { kind: 'malformed' };
  const at = file === '' ? from : pathFrom(from, file);
  if (fragment !== '' && !fragment.startsWith('/')) return { kind: 'anchor', file: at, name: fragment };
  const steps = fragment.split('/').slice(1);
  return { kind: 'target', file: at, path: steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')) };
}
