import type { KubeObject } from '@slipway/kubernetes';
import { COPY_OF } from '../config-copy.ts';
import type { Ledger, Release } from '../release.ts';
import { referencedBy } from './argo-rollout.ts';

/** On a Service's selector and on pods: which of the two versions that can stand side by side. */
export const COLOUR = 'slipway.dev/colour';
/** On a coloured Deployment: the name that the manifests give it. On a preview: the Service that it shows the next version of. */
export const COLOUR_OF = 'slipway.dev/colour-of';
const POD_HASH = 'pod-template-hash';

/** One of two versions that stand side by side; requests go to one of them. */
export type Colour = 'blue' | 'green';

type Labels = Readonly<Record<string, string>>;
type Fields = Readonly<Record<string, unknown>>;

interface Selecting {
  readonly selector?: { readonly matchLabels?: Labels; readonly [field: string]: unknown };
  readonly template?: { readonly metadata?: { readonly labels?: Labels }; readonly [field: string]: unknown };
  readonly [field: string]: unknown;
}

const specOf = (object: KubeObject): Selecting => (object['spec'] ?? {}) as Selecting;
const selectorOf = (service: KubeObject): Labels => (specOf(service).selector ?? {}) as Labels;
const podLabels = (object: KubeObject): Labels => specOf(object).template?.metadata?.labels ?? {};

const covers = (selector: Labels, labels: Labels): boolean =>
  Object.keys(selector).length > 0 && Object.entries(selector).every(([key, value]) => labels[key] === value);

/** The other of the two. */
export function otherColour(colour: Colour): Colour {
  return colour === 'blue' ? 'green' : 'blue';
}

/** To which colour a Service leads; undefined when to none of them. */
export function colourOf(service: KubeObject | undefined): Colour | undefined {
  const colour = service && selectorOf(service)[COLOUR];
  return colour === 'blue' || colour === 'green' ? colour : undefined;
}

/** The Deployments of a set that can stand there in two versions, because a Service of the set decides who gets requests. */
export function colourable(objects: readonly KubeObject[]): readonly KubeObject[] {
  const services = objects.filter(({ kind }) => kind === 'Service').map(selectorOf);
  const handed = new Set(objects.map((object) => referencedBy(object)?.name));
  return objects.filter(
    (object) =>
      object.kind === 'Deployment' &&
      !handed.has(object.metadata.name) &&
      services.some((selector) => covers(selector, podLabels(object))),
  );
}

/** The Services of a set that lead to Deployments which can stand there in two versions. */
export function switches(objects: readonly KubeObject[]): readonly KubeObject[] {
  const deployments = colourable(objects);
  return objects.filter(
    (object) => object.kind === 'Service' && deployments.some((deployment) => covers(selectorOf(object), podLabels(deployment))),
  );
}

/** The workloads that a Service leads to beside coloured ones: the switch would cut them off. */
export function cutOff(service: KubeObject, objects: readonly KubeObject[]): readonly KubeObject[] {
  const deployments = colourable(objects);
  const others = objects.filter((object) => ['Deployment', 'StatefulSet', 'DaemonSet'].includes(object.kind));
  return others.filter((object) => !deployments.includes(object) && covers(selectorOf(service), podLabels(object)));
}

function colouredDeployment(object: KubeObject, colour: Colour): KubeObject {
  const { selector = {}, template = {}, ...spec } = specOf(object);
  const { name, labels, annotations, ...metadata } = object.metadata;
  const label = { [COLOUR]: colour };
  return {
    ...object,
    metadata: {
      ...metadata,
      name: `${name}-${colour}`,
      labels: { ...labels, ...label },
      annotations: { ...annotations, [COLOUR_OF]: name },
    },
    spec: {
      ...spec,
      selector: { ...selector, matchLabels: { ...selector.matchLabels, ...label } },
      template: { ...template, metadata: { ...template.metadata, labels: { ...template.metadata?.labels, ...label } } },
    },
  };
}

function leadingTo(service: KubeObject, more: Labels): KubeObject {
  return { ...service, spec: { ...specOf(service), selector: { ...selectorOf(service), ...more } } };
}

/** A Service within the cluster that shows the newest version, before requests are led to it too. */
function previewOf(service: KubeObject): KubeObject {
  const { ports = [], clusterIP } = specOf(service) as { readonly ports?: readonly Fields[]; readonly clusterIP?: string };
  const inside = ports.map(({ nodePort: _nodePort, ...port }) => port);
  const { name, namespace, annotations = {} } = service.metadata;
  return {
    ...{ apiVersion: service.apiVersion, kind: service.kind },
    metadata: {
      name: `${name}-preview`,
      ...(namespace !== undefined && { namespace }),
      annotations: { ...annotations, [COLOUR_OF]: name },
    },
    spec: { ports: inside, selector: selectorOf(service), ...(clusterIP === 'None' && { clusterIP }) },
  };
}

/** Points what scales a Deployment at its coloured one. */
function scaling(object: KubeObject, names: ReadonlySet<string>, colour: Colour): KubeObject {
  const spec = specOf(object);
  for (const field of ['scaleTargetRef', 'targetRef']) {
    const to = spec[field] as { readonly kind?: string; readonly name?: string } | undefined;
    if (to?.name === undefined || !names.has(to.name) || (to.kind ?? 'Deployment') !== 'Deployment') continue;
    return { ...object, spec: { ...spec, [field]: { ...to, name: `${to.name}-${colour}` } } };
  }
  return object;
}

/** A budget must count the pods that get requests, not those that stand by. */
function budget(object: KubeObject, deployments: readonly KubeObject[], colour: Colour): KubeObject {
  const { selector = {}, ...spec } = specOf(object);
  if (!deployments.some((deployment) => covers(selector.matchLabels ?? {}, podLabels(deployment)))) return object;
  return { ...object, spec: { ...spec, selector: { ...selector, matchLabels: { ...selector.matchLabels, [COLOUR]: colour } } } };
}

/**
 * A set of which the Deployments that Services lead to are of one colour: under the name of the colour, with pods that say it,
 * and with the Services, autoscalers and budgets pointed at them. Each of those Services gets a preview beside it.
 */
export function inColour<T extends { readonly object: KubeObject }>(items: readonly T[], colour: Colour): readonly T[] {
  const objects = items.map(({ object }) => object);
  const [deployments, services] = [colourable(objects), switches(objects)];
  const names = new Set(deployments.map(({ metadata }) => metadata.name));
  return items.flatMap((item) => {
    const { object } = item;
    const label = { [COLOUR]: colour };
    if (deployments.includes(object)) return [{ ...item, object: colouredDeployment(object, colour) }];
    if (services.includes(object)) {
      const preview = leadingTo(previewOf(object), label);
      return [
        { ...item, object: leadingTo(object, label) },
        { ...item, object: preview },
      ];
    }
    if (object.kind === 'PodDisruptionBudget') return [{ ...item, object: budget(object, deployments, colour) }];
    return [{ ...item, object: scaling(object, names, colour) }];
  });
}

/** A Service that leads to the pods of one template alone, for while another version comes up beside them. */
export function pinned(service: KubeObject, templateHash: string): KubeObject {
  return leadingTo(service, { [POD_HASH]: templateHash });
}

/** Whether an object is one of a coloured Deployment, or a preview. */
export function isColoured({ metadata }: KubeObject): boolean {
  return metadata.annotations?.[COLOUR_OF] !== undefined;
}

/** Whether an object is a Service that leads to a colour, and no preview. */
export function isSwitch(object: KubeObject): boolean {
  return object.kind === 'Service' && !isColoured(object) && colourOf(object) !== undefined;
}

const plainName = ({ metadata }: KubeObject): string => metadata.annotations?.[COLOUR_OF] ?? metadata.name;

/** What of earlier releases is the way back from a set: the Deployments that it takes over from, and their configuration. */
export function wayBack(ledger: Ledger, objects: readonly KubeObject[]): readonly KubeObject[] {
  const own = objects.filter((object) => object.kind === 'Deployment' && isColoured(object));
  const replaced = (object: KubeObject): boolean =>
    object.kind === 'Deployment' &&
    own.some((each) => plainName(each) === plainName(object) && each.metadata.name !== object.metadata.name);
  const runs = ({ state, objects: recorded }: Release): boolean =>
    (state === 'good' || state === 'pending') && recorded.some(replaced);
  const before = ledger.releases.findLast(runs)?.objects ?? [];
  return before.filter((object) => replaced(object) || object.metadata.annotations?.[COPY_OF] !== undefined);
}
