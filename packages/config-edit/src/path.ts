import { Failure } from '@slipway/failure';

/** One step of a path: a key of a map, a position in a list from 0, or the entry whose key has the value. */
export type Step =
  | { readonly kind: 'key'; readonly name: string }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'entry'; readonly key: string; readonly value: string };

const STEP = /^(?:\.?([^.[\]"]+)|\[(\d+)\]|\.?\["([^"]+)"\]|\[([^=\]"]+)=([^\]]*)\])/;

function stepOf([, name, index, quoted, key = '', value = '']: RegExpExecArray): Step {
  if (name !== undefined || quoted !== undefined) return { kind: 'key', name: name ?? quoted ?? '' };
  return index === undefined ? { kind: 'entry', key, value } : { kind: 'index', index: Number(index) };
}

/**
 * Parses a path such as `spec.template.spec.containers[name=app].image`, `args[0]` or `metadata.annotations["a.b/c"]`.
 *
 * `[kind=Deployment]` at the start chooses among the documents of a file.
 *
 * @throws Failure PATH_MALFORMED
 */
export function parsePath(text: string): readonly Step[] {
  const steps: Step[] = [];
  let rest = text;
  while (rest !== '') {
    const match = STEP.exec(rest);
    if (match === null || (steps.length === 0 && rest.startsWith('.'))) break;
    steps.push(stepOf(match));
    rest = rest.slice(match[0].length);
  }
  if (rest === '' && steps.length > 0) return steps;
  throw new Failure({
    code: 'PATH_MALFORMED',
    message: `The path ${JSON.stringify(text)} cannot be read from ${JSON.stringify(rest)} on.`,
    remedy: 'Write keys with dots between them, [0] for a position, [name=app] for an entry and ["a.b"] for a key with a dot.',
  });
}

/** The steps as text. */
export function renderPath(steps: readonly Step[]): string {
  const texts = steps.map((step) => {
    if (step.kind === 'index') return `[${step.index}]`;
    if (step.kind === 'entry') return `[${step.key}=${step.value}]`;
    return /[.[\]"]/.test(step.name) ? `["${step.name}"]` : `.${step.name}`;
  });
  return texts.join('').replace(/^\./, '');
}
