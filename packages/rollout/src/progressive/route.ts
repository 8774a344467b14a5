import { groupOf, type KubeObject } from '@slipway/kubernetes';
import { CANARY_OF, canaryName } from './canary.ts';

const NGINX = 'nginx.ingress.kubernetes.io';
/** Weights are whole numbers in both languages; thousandths are fine enough for every share that can be asked for. */
const WHOLE = 1000;

type Fields = Readonly<Record<string, unknown>>;

interface BackendRef extends Fields {
  readonly kind?: string;
  readonly name?: string;
  readonly weight?: number;
}

interface RouteRule extends Fields {
  readonly backendRefs?: readonly BackendRef[];
}

interface IngressPath extends Fields {
  readonly backend?: { readonly service?: { readonly name?: string; readonly [field: string]: unknown } };
}

interface IngressRule extends Fields {
  readonly http?: { readonly paths?: readonly IngressPath[] };
}

interface RoutingSpec extends Fields {
  readonly ingressClassName?: string;
  readonly rules?: readonly (RouteRule & IngressRule)[];
}

const specOf = (object: KubeObject): RoutingSpec => (object['spec'] ?? {}) as RoutingSpec;

const isHttpRoute = ({ apiVersion, kind }: KubeObject): boolean =>
  kind === 'HTTPRoute' && groupOf(apiVersion) === 'gateway.networking.k8s.io';

function isNginx(object: KubeObject): boolean {
  const named = specOf(object).ingressClassName ?? object.metadata.annotations?.['kubernetes.io/ingress.class'];
  return object.kind === 'Ingress' && groupOf(object.apiVersion) === 'networking.k8s.io' && named === 'nginx';
}

const leadsTo = (ref: BackendRef, service: string): boolean => (ref.kind ?? 'Service') === 'Service' && ref.name === service;

/** Whether a route gives each of its backends a share: an HTTPRoute, or an Ingress of ingress-nginx, that leads to the Service. */
export function weighs(object: KubeObject, service: string): boolean {
  const rules = specOf(object).rules ?? [];
  if (isHttpRoute(object)) return rules.some(({ backendRefs = [] }) => backendRefs.some((ref) => leadsTo(ref, service)));
  return isNginx(object) && rules.some(({ http }) => http?.paths?.some(({ backend }) => backend?.service?.name === service));
}

function split(ref: BackendRef, services: ReadonlySet<string>, weight: number): readonly BackendRef[] {
  const all = (ref.weight ?? 1) * WHOLE;
  if (ref.name === undefined || !services.has(ref.name) || !leadsTo(ref, ref.name)) return [{ ...ref, weight: all }];
  const share = Math.round(all * weight);
  return [
    { ...ref, weight: all - share },
    { ...ref, name: canaryName(ref.name), weight: share },
  ];
}

/** An HTTPRoute that gives the canaries of the Services a share of what the Services have. */
function weighted(route: KubeObject, services: ReadonlySet<string>, weight: number): KubeObject {
  const rules = (specOf(route).rules ?? []).map((rule) => {
    const { backendRefs = [] } = rule;
    const touched = backendRefs.some(({ name = '' }) => services.has(name));
    return touched ? { ...rule, backendRefs: backendRefs.flatMap((ref) => split(ref, services, weight)) } : rule;
  });
  return { ...route, spec: { ...specOf(route), rules } };
}

/**
 * The Ingress by which ingress-nginx gives canaries their share: it has the same rules, and takes everything else from the
 * Ingress that it goes with. https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#canary
 */
function canaryIngress(ingress: KubeObject, services: ReadonlySet<string>, weight: number): KubeObject {
  const rules = (specOf(ingress).rules ?? []).flatMap((rule) => {
    const paths = (rule.http?.paths ?? []).flatMap((path) => {
      const service = path.backend?.service;
      if (service?.name === undefined || !services.has(service.name)) return [];
      return [{ ...path, backend: { service: { ...service, name: canaryName(service.name) } } }];
    });
    return paths.length === 0 ? [] : [{ ...rule, http: { paths } }];
  });
  const { name, namespace, annotations = {} } = ingress.metadata;
  const own = Object.entries(annotations).filter(([key]) => !key.startsWith(NGINX));
  const shares = {
    [`${NGINX}/canary-weight`]: String(Math.round(weight * WHOLE)),
    [`${NGINX}/canary-weight-total`]: String(WHOLE),
  };
  const { ingressClassName } = specOf(ingress);
  return {
    ...{ apiVersion: ingress.apiVersion, kind: ingress.kind },
    metadata: {
      name: canaryName(name),
      ...(namespace !== undefined && { namespace }),
      annotations: { ...Object.fromEntries(own), [CANARY_OF]: name, [`${NGINX}/canary`]: 'true', ...shares },
    },
    spec: { ...(ingressClassName !== undefined && { ingressClassName }), rules },
  };
}

/** A route as it gives canaries of the Services a share from 0 to 1: the HTTPRoute itself, or an Ingress beside the Ingress. */
export function sharing(route: KubeObject, services: ReadonlySet<string>, weight: number): KubeObject {
  return isHttpRoute(route) ? weighted(route, services, weight) : canaryIngress(route, services, weight);
}

/** Whether a route shares by an object beside it, which is to be taken away, and not by its own fields. */
export function sharesBeside(route: KubeObject): boolean {
  return !isHttpRoute(route);
}

/** The Service of a canary's pods alone, within the cluster. */
export function canaryService(service: KubeObject, track: Readonly<Record<string, string>>): KubeObject {
  const { ports = [], selector = {} } = specOf(service) as { readonly ports?: readonly Fields[]; readonly selector?: Fields };
  const { name, namespace, annotations } = service.metadata;
  return {
    ...{ apiVersion: service.apiVersion, kind: service.kind },
    metadata: {
      name: canaryName(name),
      ...(namespace !== undefined && { namespace }),
      annotations: { ...annotations, [CANARY_OF]: name },
    },
    spec: { ports: ports.map(({ nodePort: _nodePort, ...port }) => port), selector: { ...selector, ...track } },
  };
}
