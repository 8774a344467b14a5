import type { Location } from '@slipway/failure';
import { containersOf, type ContainerPlace, type FieldPath, type Manifest } from '@slipway/kubernetes';
import type { Cause } from '@slipway/rollout';

interface EnvEntry {
  readonly valueFrom?: Readonly<Record<string, { readonly name?: string; readonly key?: string } | undefined>>;
  readonly secretRef?: { readonly name?: string };
  readonly configMapRef?: { readonly name?: string };
}

const listOf = (value: unknown): readonly EnvEntry[] => (Array.isArray(value) ? value : []);

/** Whether a text names this word as a whole. */
function names(text: string, word: string | undefined): boolean {
  return word !== undefined && text.split(/[^A-Za-z0-9._-]+/).some((part) => part === word);
}

function environmentPath({ container, path }: ContainerPlace, message: string): FieldPath | undefined {
  const env = listOf(container['env']);
  const byKey = env.findIndex(({ valueFrom = {} }) =>
    Object.values(valueFrom).some((source) => names(message, source?.key) && names(message, source?.name)),
  );
  const byName = env.findIndex(({ valueFrom = {} }) => Object.values(valueFrom).some((source) => names(message, source?.name)));
  const from = listOf(container['envFrom']).findIndex(
    ({ secretRef, configMapRef }) => names(message, secretRef?.name) || names(message, configMapRef?.name),
  );
  if (byKey >= 0) return [...path, 'env', byKey];
  if (from >= 0) return [...path, 'envFrom', from];
  return byName >= 0 ? [...path, 'env', byName] : undefined;
}

function fieldOf(place: ContainerPlace, cause: Cause): FieldPath {
  const { path } = place;
  switch (cause.reason) {
    case 'OOMKilled':
    case 'Unschedulable':
    case 'QuotaExceeded':
      return [...path, 'resources'];
    case 'NotReady':
      return [...path, 'readinessProbe'];
    case 'CreateContainerConfigError':
      return environmentPath(place, cause.message) ?? path;
    case 'CrashLoopBackOff':
      return [...path, 'command' in place.container ? 'command' : 'image'];
    default:
      return cause.class === 'registry' || cause.reason === 'InvalidImageName' ? [...path, 'image'] : path;
  }
}

/** The manifest line that a cause stands on: the field it is about, or the nearest one around it. */
export function locateCause(manifests: readonly Manifest[], cause: Cause): Location | undefined {
  const workloads = manifests
    .map((manifest) => ({ manifest, places: containersOf(manifest.object) }))
    .filter(({ places }) => places.length > 0);
  const ofPod = workloads.filter(({ manifest }) => cause.pod?.startsWith(`${manifest.object.metadata.name}-`));
  const [chosen] = ofPod.length > 0 ? ofPod : workloads;
  if (chosen === undefined) return undefined;
  const place = chosen.places.find(({ container }) => container.name === cause.container) ?? chosen.places.at(-1);
  return chosen.manifest.locate(place === undefined ? [] : fieldOf(place, cause));
}
