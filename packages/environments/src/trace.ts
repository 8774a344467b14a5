import type { FieldPath, KubeObject, Manifest } from '@slipway/kubernetes';
import { isHost, matches } from './pattern.ts';

/** What nothing but production may name, as far as it is written down. */
export interface ProductionOnly {
  /** Hosts, `*.shop.example.com` for all below one. */
  readonly hosts?: readonly string[];
  /** Names of secrets and their places in a store, with `*` for one part and `**` for any. */
  readonly secrets?: readonly string[];
}

/** A trace of production in another environment. No value of a secret is in it. */
export interface Trace {
  readonly code: 'PRODUCTION_ENDPOINT' | 'PRODUCTION_SECRET' | 'PRODUCTION_SECRET_VALUE' | 'LIVE_KEY';
  /** What was found, as a person says it. */
  readonly what: string;
  readonly manifest: Manifest;
  readonly path: FieldPath;
}

interface Leaf {
  readonly path: FieldPath;
  readonly text: string;
  /** Whether it is a value of a Secret, which is never shown. */
  readonly hidden: boolean;
}

const HOST = /[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?){1,10}/gi;
/** Keys that payment services give out for real money; those for tests say so as well. */
const LIVE_KEY = /\b(?:sk|rk|pk)_live_[A-Za-z0-9]{4}/;
/** Shorter values, such as `true` and port numbers, are the same everywhere by chance. */
const TELLING = 8;

function leavesOf(value: unknown, path: FieldPath, hidden: boolean): readonly Leaf[] {
  if (typeof value === 'string') return [{ path, text: value, hidden }];
  if (typeof value !== 'object' || value === null) return [];
  const entries = Array.isArray(value) ? value.map((each, index) => [index, each] as const) : Object.entries(value);
  return entries.flatMap(([name, each]) => leavesOf(each, [...path, name], hidden));
}

const decoded = (leaf: Leaf): Leaf => ({ ...leaf, text: Buffer.from(leaf.text, 'base64').toString('utf8') });

/** Every text of an object but its own name, Secrets decoded. */
function textsOf({ kind, apiVersion: _, metadata, ...rest }: KubeObject): readonly Leaf[] {
  const { data, stringData, ...others } = rest as Readonly<Record<string, unknown>>;
  const marks = leavesOf({ metadata: { labels: metadata.labels, annotations: metadata.annotations } }, [], false);
  const secret = kind === 'Secret';
  return [
    ...marks,
    ...leavesOf(others, [], false),
    ...leavesOf(data, ['data'], secret).map((leaf) => (secret ? decoded(leaf) : leaf)),
    ...leavesOf(stringData, ['stringData'], secret),
  ];
}

/** Where users reach production: the hosts of its routes and ingresses. */
export function entranceHosts(manifests: readonly Manifest[]): readonly string[] {
  const hosts = manifests.flatMap(({ object }) => {
    const { rules = [], hostnames = [] } = (object['spec'] ?? {}) as {
      readonly rules?: readonly { readonly host?: unknown }[];
      readonly hostnames?: readonly unknown[];
    };
    if (object.kind === 'Ingress') return rules.map(({ host }) => host);
    return object.kind.endsWith('Route') ? hostnames : [];
  });
  return [...new Set(hosts.filter((host): host is string => typeof host === 'string' && host !== ''))];
}

function secretData(manifests: readonly Manifest[]): ReadonlySet<string> {
  const leaves = manifests.filter(({ object }) => object.kind === 'Secret').flatMap(({ object }) => textsOf(object));
  return new Set(leaves.filter(({ hidden, text }) => hidden && text.length >= TELLING).map(({ text }) => text));
}

/**
 * Finds what belongs to production in the objects of another environment: hosts that only production may name and those at which
 * users reach it, secrets that only production may use by name or by value, and keys for real money.
 */
export function productionTraces(
  manifests: readonly Manifest[],
  production: readonly Manifest[],
  { hosts = [], secrets = [] }: ProductionOnly,
): readonly Trace[] {
  const own = new Set(entranceHosts(manifests));
  // A host that both environments serve at is told as such by its route, not by every text that names it.
  const entrances = entranceHosts(production);
  const known = secretData(production);
  return manifests.flatMap((manifest) =>
    textsOf(manifest.object).flatMap(({ path, text, hidden }): readonly Trace[] => {
      const found = [...new Set(text.match(HOST) ?? [])];
      const host = found.find((each) => [...hosts, ...entrances].some((pattern) => isHost(pattern, each)));
      const secret = hidden ? undefined : secrets.find((pattern) => matches(pattern, text, '/'));
      const traces: Trace[] = [];
      if (host !== undefined) {
        const what = own.has(host) && entrances.includes(host) ? `serves at ${host} as production does` : `names ${host}`;
        traces.push({ code: 'PRODUCTION_ENDPOINT', what, manifest, path });
      }
      if (secret !== undefined) traces.push({ code: 'PRODUCTION_SECRET', what: `uses the secret ${text}`, manifest, path });
      if (hidden && known.has(text))
        traces.push({ code: 'PRODUCTION_SECRET_VALUE', what: "has production's value", manifest, path });
      if (LIVE_KEY.test(text)) traces.push({ code: 'LIVE_KEY', what: 'holds a key for real money', manifest, path });
      return traces;
    }),
  );
}
