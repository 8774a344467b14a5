import { type KubeObject, objectName } from '@slipway/kubernetes';
import { COLOUR_OF, COPY_OF, isColoured, type Redact } from '@slipway/rollout';
import { changedFields } from './plan.ts';

/** One field that differs between two releases, as it may be shown. */
export interface FieldChange {
  readonly object: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

const VALUE_SHOWN = 100;

function valueAt(object: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], object);
}

function show(value: unknown): string {
  if (value === undefined) return '-';
  const whole = typeof value === 'string' ? value : JSON.stringify(value);
  const text = whole.replace(/(sha256:[0-9a-f]{12})[0-9a-f]{52}/g, '$1…');
  return text.length > VALUE_SHOWN ? `${text.slice(0, VALUE_SHOWN)}…` : text;
}

/** Copies say what their originals say, under names that say nothing. */
const isCopy = ({ metadata }: KubeObject): boolean => metadata.annotations?.[COPY_OF] !== undefined;

const isPreview = (object: KubeObject): boolean => object.kind === 'Service' && isColoured(object);

/** Blue and green are versions of one Deployment, whose name the manifests give. */
function plainName(object: KubeObject): string {
  const { name, annotations } = object.metadata;
  return objectName({ ...object, metadata: { ...object.metadata, name: annotations?.[COLOUR_OF] ?? name } });
}

/** What a release changes of an earlier one, field by field; of Secrets the fields alone. */
export function changedSince(
  before: readonly KubeObject[],
  after: readonly KubeObject[],
  redact: Redact,
): readonly FieldChange[] {
  const byName = (objects: readonly KubeObject[]): ReadonlyMap<string, KubeObject> =>
    new Map(objects.filter((object) => !isCopy(object) && !isPreview(object)).map((object) => [plainName(object), object]));
  const [old, now] = [byName(before), byName(after)];
  const names = [...new Set([...old.keys(), ...now.keys()])];
  return names.flatMap((name) => {
    const [was, is] = [old.get(name), now.get(name)];
    if (was === undefined || is === undefined) {
      return [
        { object: name, field: '(all)', before: was === undefined ? '-' : 'there', after: is === undefined ? '-' : 'there' },
      ];
    }
    const hidden = is.kind === 'Secret';
    const shown = (object: KubeObject, field: string): string => (hidden ? '***' : redact(show(valueAt(object, field))));
    return changedFields(was, is).map((field) => ({ object: name, field, before: shown(was, field), after: shown(is, field) }));
  });
}
