import { createHash } from 'node:crypto';
import { configReferences, type ConfigReference, type KubeObject, renameConfigReferences } from '@slipway/kubernetes';

/** On a copy: the name of what it is a copy of. */
export const COPY_OF = 'slipway.dev/copy-of';
const HASH_LENGTH = 10;
const NAME_MAX = 253;
/** A Job's template cannot be changed, so it keeps the names that it was written with. */
const FOLLOWERS = ['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob', 'Rollout'];

/** JSON that is the same for the same value, in whatever order its fields were written. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
}

/** The name of a copy: that of the original and the start of the hash of what it holds. */
function copyName({ kind, metadata: { name }, type, data, binaryData, stringData }: KubeObject): string {
  const hash = createHash('sha256').update(canonical({ kind, type, data, binaryData, stringData }));
  return `${name.slice(0, NAME_MAX - HASH_LENGTH - 1)}-${hash.digest('hex').slice(0, HASH_LENGTH)}`;
}

function copyOf(object: KubeObject): KubeObject {
  const { name, annotations, ...metadata } = object.metadata;
  return {
    ...object,
    metadata: { ...metadata, name: copyName(object), annotations: { ...annotations, [COPY_OF]: name } },
    immutable: true,
  };
}

const keyOf = (kind: string, name: string, namespace = ''): string => `${kind}/${namespace}/${name}`;

/**
 * Gives the workloads of a set copies of the set's own ConfigMaps and Secrets, which are named by what they hold and cannot
 * be changed. So a change of configuration is a change of the pods: it rolls out, is judged and goes back as an image does,
 * and pods of the old release keep what they were started with.
 *
 * The originals stay, for whatever else reads them; a copy stands before what uses it, beside its original.
 */
export function withConfigCopies<T extends { readonly object: KubeObject }>(items: readonly T[]): readonly T[] {
  const workloads = items.filter(({ object }) => FOLLOWERS.includes(object.kind));
  const used = new Set(
    workloads.flatMap(({ object }) =>
      configReferences(object).map(({ kind, name }) => keyOf(kind, name, object.metadata.namespace)),
    ),
  );
  const copies = new Map(
    items.flatMap(({ object }) => {
      const key = keyOf(object.kind, object.metadata.name, object.metadata.namespace);
      return used.has(key) ? [[key, copyOf(object)] as const] : [];
    }),
  );
  return items.flatMap((item) => {
    const { object } = item;
    const { name, namespace } = object.metadata;
    const copy = copies.get(keyOf(object.kind, name, namespace));
    if (copy !== undefined) return [item, { ...item, object: copy }];
    if (!FOLLOWERS.includes(object.kind)) return [item];
    const rename = (to: ConfigReference): string => copies.get(keyOf(to.kind, to.name, namespace))?.metadata.name ?? to.name;
    return [{ ...item, object: renameConfigReferences(object, rename) }];
  });
}
