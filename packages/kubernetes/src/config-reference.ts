import type { KubeObject } from './object.ts';
import { podSpecPath } from './workload.ts';

/** A ConfigMap or Secret that a pod takes something from. */
export interface ConfigReference {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  /** Whether the pod starts without it. */
  readonly optional: boolean;
}

/** Says under which name a reference is to be written; the same name leaves it. */
export type Rename = (reference: ConfigReference) => string;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where a source of configuration names its object: under which field, of which kind, and in which field the name is. */
const SOURCES = [
  ['configMapKeyRef', 'ConfigMap', 'name'],
  ['secretKeyRef', 'Secret', 'name'],
  ['configMapRef', 'ConfigMap', 'name'],
  ['secretRef', 'Secret', 'name'],
  ['configMap', 'ConfigMap', 'name'],
  ['secret', 'Secret', 'secretName'],
] as const;

function renameSource(source: unknown, kind: ConfigReference['kind'], field: string, rename: Rename): unknown {
  // In a projected volume a Secret is named by `name`, in a volume of its own by `secretName`.
  const key = isFields(source) && field in source ? field : 'name';
  if (!isFields(source) || typeof source[key] !== 'string') return source;
  return { ...source, [key]: rename({ kind, name: source[key], optional: source['optional'] === true }) };
}

/** Renames in an entry of `env`, `envFrom`, `volumes` or a projected volume's `sources`. */
function renameEntry(entry: unknown, rename: Rename): unknown {
  if (!isFields(entry)) return entry;
  const renamed: Record<string, unknown> = { ...entry };
  for (const [field, kind, name] of SOURCES) {
    if (field in entry) renamed[field] = renameSource(entry[field], kind, name, rename);
  }
  if ('valueFrom' in entry) renamed['valueFrom'] = renameEntry(entry['valueFrom'], rename);
  if (isFields(entry['projected'])) renamed['projected'] = renameLists(entry['projected'], ['sources'], rename);
  return renamed;
}

function renameLists(holder: Fields, lists: readonly string[], rename: Rename): Fields {
  const renamed: Record<string, unknown> = { ...holder };
  for (const list of lists) {
    if (Array.isArray(holder[list])) renamed[list] = holder[list].map((entry) => renameEntry(entry, rename));
  }
  return renamed;
}

function renameSpec(spec: Fields, rename: Rename): Fields {
  const renamed: Record<string, unknown> = { ...renameLists(spec, ['volumes'], rename) };
  for (const list of ['initContainers', 'containers', 'ephemeralContainers']) {
    if (!Array.isArray(spec[list])) continue;
    renamed[list] = spec[list].map((container: unknown) =>
      isFields(container) ? renameLists(container, ['env', 'envFrom'], rename) : container,
    );
  }
  return renamed;
}

function renameAt(value: unknown, [key, ...rest]: readonly string[], rename: Rename): unknown {
  if (!isFields(value)) return value;
  return key === undefined ? renameSpec(value, rename) : { ...value, [key]: renameAt(value[key], rest, rename) };
}

/** The object with every ConfigMap and Secret that its pods take something from named anew: environment and volumes. */
export function renameConfigReferences(object: KubeObject, rename: Rename): KubeObject {
  const path = podSpecPath(object.kind);
  return path === undefined ? object : (renameAt(object, path, rename) as KubeObject);
}

/** What the object's pods take configuration from. */
export function configReferences(object: KubeObject): readonly ConfigReference[] {
  const found: ConfigReference[] = [];
  renameConfigReferences(object, (reference) => {
    found.push(reference);
    return reference.name;
  });
  return found;
}
