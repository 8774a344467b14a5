import type { FieldPath, KubeObject, Manifest } from '@slipway/kubernetes';
import type { Allowance } from './description.ts';
import { matches } from './pattern.ts';

/** One thing in which two environments are not the same. */
export interface Difference {
  /** `Kind/name`. */
  readonly object: string;
  /** Parts joined by dots, entries of a list by their name in brackets; empty for a whole object. */
  readonly field: string;
  /** What stands in the mirror; undefined where nothing does. */
  readonly here: string | undefined;
  readonly there: string | undefined;
  /** Where it stands in the mirror, as near as can be. */
  readonly place: { readonly manifest: Manifest; readonly path: FieldPath } | undefined;
}

/** The differences, those that may be and those that may not, and the allowances that no difference needed. */
export interface Drift {
  readonly unexpected: readonly Difference[];
  readonly allowed: readonly (Difference & { readonly why: string })[];
  readonly unused: readonly number[];
}

const SHOWN = 80;
/** What Kubernetes itself knows the entries of a list by: the merge keys of its API. */
const LIST_KEYS = ['name', 'containerPort', 'mountPath', 'port', 'host', 'key', 'ip', 'topologyKey'];

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

const nameOf = ({ kind, metadata }: KubeObject): string => `${kind}/${metadata.name}`;

function shownOf(value: unknown, secret: boolean): string | undefined {
  if (value === undefined) return undefined;
  if (secret) return 'a value that is not shown';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}

/** The key by which the entries of both lists are known, each by another value; undefined when they go by their place. */
function keyOf(lists: readonly (readonly unknown[])[]): string | undefined {
  return LIST_KEYS.find((key) =>
    lists.every((list) => {
      const values = list.map((entry) => (isTree(entry) ? entry[key] : undefined));
      return values.every((value) => value !== undefined) && new Set(values).size === values.length;
    }),
  );
}

interface At {
  readonly object: string;
  readonly field: string;
  readonly path: FieldPath;
  readonly manifest: Manifest | undefined;
  readonly secret: boolean;
}

function listed(here: readonly unknown[], there: readonly unknown[], at: At): readonly Difference[] {
  const key = keyOf([here, there]);
  const names = (list: readonly unknown[]): Map<string, number> =>
    new Map(list.map((entry, index) => [key === undefined ? String(index) : String((entry as Tree)[key]), index]));
  const [own, others] = [names(here), names(there)];
  return [...new Set([...own.keys(), ...others.keys()])].flatMap((name) => {
    const [index, other] = [own.get(name), others.get(name)];
    const next = { ...at, field: `${at.field}[${name}]`, path: index === undefined ? at.path : [...at.path, index] };
    return compared(index === undefined ? undefined : here[index], other === undefined ? undefined : there[other], next);
  });
}

function compared(here: unknown, there: unknown, at: At): readonly Difference[] {
  if (isTree(here) && isTree(there)) {
    return [...new Set([...Object.keys(here), ...Object.keys(there)])].flatMap((name) =>
      compared(here[name], there[name], {
        ...at,
        field: at.field === '' ? name : `${at.field}.${name}`,
        path: here[name] === undefined ? at.path : [...at.path, name],
        secret: at.secret || (at.object.startsWith('Secret/') && at.field === '' && /^(data|stringData)$/.test(name)),
      }),
    );
  }
  if (Array.isArray(here) && Array.isArray(there)) return listed(here, there, at);
  if (here === there) return [];
  const { object, field, manifest, path, secret } = at;
  const place = manifest === undefined ? undefined : { manifest, path };
  return [{ object, field, here: shownOf(here, secret), there: shownOf(there, secret), place }];
}

/** What a place is for, and so is never the same in two environments. */
function comparable({ metadata: { name, labels, annotations }, ...rest }: KubeObject): Tree {
  return { ...rest, metadata: { name, ...(labels && { labels }), ...(annotations && { annotations }) } };
}

function whole(manifest: Manifest, side: 'here' | 'there'): Difference {
  const object = nameOf(manifest.object);
  const both = { object, field: '', here: undefined, there: undefined };
  return side === 'here'
    ? { ...both, here: 'there', place: { manifest, path: [] } }
    : { ...both, there: 'there', place: undefined };
}

/**
 * Everything in which the objects of a mirror are not those of what it mirrors.
 *
 * Objects are known by kind and name, and entries of lists by the keys that Kubernetes merges them by; the namespace is a matter of
 * the place. No value of a Secret is shown.
 */
export function differences(mirror: readonly Manifest[], original: readonly Manifest[]): readonly Difference[] {
  const named = (manifests: readonly Manifest[]): Map<string, Manifest> =>
    new Map(manifests.map((manifest) => [nameOf(manifest.object), manifest]));
  const [own, others] = [named(mirror), named(original)];
  return [...new Set([...own.keys(), ...others.keys()])].sort().flatMap((object) => {
    const [here, there] = [own.get(object), others.get(object)];
    if (here === undefined) return there === undefined ? [] : [whole(there, 'there')];
    if (there === undefined) return [whole(here, 'here')];
    const at = { object, field: '', path: [], manifest: here, secret: false };
    return compared(comparable(here.object), comparable(there.object), at);
  });
}

/** A field that is allowed to differ is so with everything below it. */
const allows = ({ objects = '*/*', fields = '**' }: Allowance, { object, field }: Difference): boolean =>
  matches(objects, object, '/') && [fields, `${fields}.**`, `${fields}[**`].some((pattern) => matches(pattern, field, '.'));

/** Parts the differences by what is allowed; the first allowance that fits gives the reason. */
export function judgeDrift(found: readonly Difference[], allowances: readonly Allowance[]): Drift {
  const used = new Set<number>();
  const parted = found.map((difference) => {
    const index = allowances.findIndex((allowance) => allows(allowance, difference));
    if (index >= 0) used.add(index);
    return { difference, why: allowances[index]?.why };
  });
  return {
    unexpected: parted.flatMap(({ difference, why }) => (why === undefined ? [difference] : [])),
    allowed: parted.flatMap(({ difference, why }) => (why === undefined ? [] : [{ ...difference, why }])),
    unused: allowances.flatMap((_, index) => (used.has(index) ? [] : [index])),
  };
}
