import type { Difference } from './port.ts';

const SHOWN = 10;

type Leaf = { readonly field: string; readonly git?: string; readonly live?: string };

const text = (value: unknown): string => {
  const written = typeof value === 'string' ? value : JSON.stringify(value);
  return written.length > 120 ? `${written.slice(0, 119)}…` : written;
};

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function leaves(git: unknown, live: unknown, path: string): readonly Leaf[] {
  if (JSON.stringify(git) === JSON.stringify(live)) return [];
  if (isMap(git) && isMap(live)) {
    const keys = [...new Set([...Object.keys(git), ...Object.keys(live)])];
    return keys.flatMap((key) => leaves(git[key], live[key], path === '' ? key : `${path}.${key}`));
  }
  if (Array.isArray(git) && Array.isArray(live) && git.length === live.length)
    return git.flatMap((each, at) => leaves(each, live[at], `${path}[${at}]`));
  return [{ field: path, ...(git !== undefined && { git: text(git) }), ...(live !== undefined && { live: text(live) }) }];
}

/** The fields in which an object as Git would have it differs from the one in the cluster, at most ten. Values of Secrets are left out. */
export function fieldsThatDiffer(resource: string, git: unknown, live: unknown, secret: boolean): readonly Difference[] {
  const found = leaves(git, live, '').slice(0, SHOWN);
  return found.map((leaf) => ({ resource, ...(secret ? { field: leaf.field } : leaf) }));
}
