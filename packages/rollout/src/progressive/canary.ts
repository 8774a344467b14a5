import { type KubeObject, objectName, type Target, targetOf } from '@slipway/kubernetes';
import { SERVICE } from '../prune.ts';
import type { Ledger } from '../release.ts';

/** On a canary: the name of the Deployment whose next version it tries. */
export const CANARY_OF = 'slipway.dev/canary-of';
/** On a canary's pods: what tells them from those of the stable release. */
const TRACK = 'slipway.dev/track';
const CANARY = 'canary';

type Labels = Readonly<Record<string, string>>;

interface Selecting {
  readonly selector?: { readonly matchLabels?: Labels; readonly [field: string]: unknown };
  readonly strategy?: { readonly type?: string };
  readonly template?: { readonly metadata?: { readonly labels?: Labels }; readonly [field: string]: unknown };
  readonly [field: string]: unknown;
}

const specOf = (object: KubeObject): Selecting => (object['spec'] ?? {}) as Selecting;

/** The name of a Deployment's canary. */
export function canaryName(name: string): string {
  return `${name}-${CANARY}`;
}

/**
 * The label whose value tells the canary's pods apart. Where the stable selector has the field's usual `track` and no Service
 * asks for it, that one: then the stable selector does not even match the canary's pods.
 */
function trackLabel(deployment: KubeObject, services: readonly KubeObject[]): string {
  const asked = services.some((service) => 'track' in ((specOf(service).selector ?? {}) as object));
  return 'track' in (specOf(deployment).selector?.matchLabels ?? {}) && !asked ? 'track' : TRACK;
}

/** The label that only a canary's pods have. */
export function canaryTrack(deployment: KubeObject, services: readonly KubeObject[]): Readonly<Record<string, string>> {
  return { [trackLabel(deployment, services)]: CANARY };
}

/**
 * The canary of a Deployment: its next version under another name, with pods that the same Services select.
 *
 * A Deployment's selector cannot be changed, so mostly the stable one matches the canary's pods as well. That is no harm: the
 * controllers take no ReplicaSet or pod that has an owner, and a canary is deleted with what it owns, so nothing is ever left
 * without one. The canary's own selector asks for the label that only its pods have.
 */
export function canaryOf(deployment: KubeObject, services: readonly KubeObject[], replicas: number): KubeObject {
  const label = canaryTrack(deployment, services);
  const { selector = {}, template = {}, strategy: _strategy, paused: _paused, ...spec } = specOf(deployment);
  const { name, annotations, labels, ...metadata } = deployment.metadata;
  return {
    ...deployment,
    metadata: {
      ...metadata,
      name: canaryName(name),
      labels: { ...labels, ...label },
      annotations: { ...annotations, [CANARY_OF]: name },
    },
    spec: {
      ...spec,
      replicas,
      selector: { ...selector, matchLabels: { ...selector.matchLabels, ...label } },
      template: { ...template, metadata: { ...template.metadata, labels: { ...template.metadata?.labels, ...label } } },
    },
  };
}

/** Whether a Deployment says of itself that two of its versions may not run at once. */
export function runsAlone(deployment: KubeObject): boolean {
  return specOf(deployment).strategy?.type === 'Recreate';
}

/** Whether an object is a canary that deploys of the service made. */
export function isOwnCanary({ metadata: { annotations = {} } }: KubeObject, service: string): boolean {
  return annotations[CANARY_OF] !== undefined && annotations[SERVICE] === service;
}

/** What the canary of an object is called: of a Deployment, and of a Service or Ingress that leads to it. */
export function canaryTarget(object: KubeObject): Target {
  return { ...targetOf(object), name: canaryName(object.metadata.name) };
}

/** Every canary that a recorded release may have left behind. */
export function knownCanaries(ledger: Ledger): readonly Target[] {
  const all = ledger.releases.flatMap(({ canaries = [] }) => canaries);
  return [...new Map(all.map((target) => [objectName(target), target])).values()];
}
