import { COPY_OF } from './config-copy.ts';
import { groupOf, type KubeObject, type Target, targetOf } from '@slipway/kubernetes';
import { isColoured } from './progressive/colour.ts';
import type { Ledger } from './release.ts';

/** Says on an object which service's deploys own it. */
export const SERVICE = 'slipway.dev/service';
/** On an object: `true` lets it be pruned though its kind is kept, `false` keeps it. */
const PRUNE = 'slipway.dev/prune';
/** What holds data or other objects goes only by an explicit word. */
const KEPT_KINDS = ['Namespace', 'CustomResourceDefinition', 'PersistentVolumeClaim', 'PersistentVolume'];
const LEAST_LIMIT = 3;
const LIMIT_SHARE = 0.2;

/** What a deploy would delete: what earlier releases applied and this one does not name any more. */
export type PrunePlan =
  | { readonly kind: 'some'; readonly targets: readonly Target[]; readonly kept: readonly Kept[] }
  | { readonly kind: 'too-many'; readonly targets: readonly Target[]; readonly limit: number };

/** An object that stays though no manifest names it, and why. */
export interface Kept {
  readonly target: Target;
  readonly why: string;
}

/** The same object whichever version of its group it is written in. */
const keyOf = ({ apiVersion, kind, namespace = '', name }: Target): string =>
  `${groupOf(apiVersion)}/${kind}/${namespace}/${name}`;

/** Every object that a recorded release applied and that is not among `objects`; the latest record of each. */
export function leftOver(ledger: Ledger, objects: readonly KubeObject[]): readonly KubeObject[] {
  const named = new Set(objects.map((object) => keyOf(targetOf(object))));
  const recorded = new Map(
    ledger.releases.flatMap((release) => release.objects.map((object) => [keyOf(targetOf(object)), object] as const)),
  );
  return [...recorded].filter(([key]) => !named.has(key)).map(([, object]) => object);
}

/** Why an object that is left over stays; undefined when it may go. */
export function whyKept(live: KubeObject, service: string): string | undefined {
  const { annotations = {} } = live.metadata;
  const owner = annotations[SERVICE];
  if (owner !== service) return owner === undefined ? 'it does not say that it is ours' : `it belongs to ${owner}`;
  if (annotations[PRUNE] === 'false') return `its annotation ${PRUNE} is false`;
  const held = KEPT_KINDS.includes(live.kind) && annotations[PRUNE] !== 'true';
  return held ? `a ${live.kind} is never deleted without the annotation ${PRUNE}: "true"` : undefined;
}

/** Copies come and go with every change of configuration, previews with the strategy; they are ours alone, and no loss. */
function isOurs(object: KubeObject): boolean {
  return object.metadata.annotations?.[COPY_OF] !== undefined || (object.kind === 'Service' && isColoured(object));
}

/**
 * What of the objects that are left over and still there may go.
 *
 * @param known how many objects the service has in all, which the limit is a fifth of, and three at least
 * @param limit a limit of the caller's own
 */
export function planPrune(live: readonly KubeObject[], service: string, known: number, limit?: number): PrunePlan {
  const judged = live.map((object) => ({ target: targetOf(object), why: whyKept(object, service) }));
  const targets = judged.filter(({ why }) => why === undefined).map(({ target }) => target);
  const counted = live.filter((object) => !isOurs(object) && whyKept(object, service) === undefined);
  const most = limit ?? Math.max(LEAST_LIMIT, Math.floor(known * LIMIT_SHARE));
  if (counted.length > most) return { kind: 'too-many', targets: counted.map(targetOf), limit: most };
  return { kind: 'some', targets, kept: judged.flatMap(({ target, why }) => (why === undefined ? [] : [{ target, why }])) };
}
