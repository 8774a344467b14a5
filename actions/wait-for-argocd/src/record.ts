import { containersOf, type Kubernetes, type KubeObject, KINDS } from '@slipway/kubernetes';
import { currentRelease, type Ledger, ledgerStore, type Release, withRelease, withState } from '@slipway/rollout';
import type { RunContext } from '@slipway/runner';
import type { Clock } from '@slipway/system';
import type { Inputs, Request } from './request.ts';
import type { Waited } from './wait.ts';

/** What a record needs. */
export interface RecordWorld {
  readonly client: Kubernetes;
  readonly clock: Clock;
  readonly context: RunContext;
}

interface Running {
  readonly image: string;
  readonly objects: readonly KubeObject[];
}

/** What a person wrote of an object, without what the cluster keeps with it. */
function written(object: KubeObject): KubeObject {
  const { name, namespace, labels } = object.metadata;
  const { spec } = object as KubeObject & { readonly spec?: unknown };
  const { apiVersion, kind } = object;
  const metadata = { name, ...(namespace !== undefined && { namespace }), ...(labels !== undefined && { labels }) };
  return { apiVersion, kind, metadata, spec } as KubeObject;
}

/** The Deployments that run the image, with the image as they name it. */
async function running({ client }: RecordWorld, namespace: string, { digest }: Request): Promise<Running | undefined> {
  const { items } = await client.list<KubeObject>(KINDS.deployment, { namespace });
  const found = items.flatMap((object) =>
    containersOf({ ...object, ...KINDS.deployment }).flatMap(({ container: { image = '' } }) =>
      image.endsWith(`@${digest}`) ? [{ image, object }] : [],
    ),
  );
  const [first] = found;
  if (first === undefined) return undefined;
  const objects = [...new Set(found.map(({ object }) => object))].map((object) => written({ ...object, ...KINDS.deployment }));
  return { image: first.image, objects };
}

/** The same image again is no new release: a run that is started again finds its own. */
function recorded(ledger: Ledger, draft: Omit<Release, 'id' | 'state'>, state: 'good' | 'pending'): Ledger {
  const current = currentRelease(ledger);
  if (current?.image === draft.image && (current.state === 'good' || current.state === 'pending')) return ledger;
  const next = withRelease(ledger, draft);
  return withState(next, next.current ?? 0, state);
}

/**
 * Records what Argo CD brought as deploy-k8s records what it brings, so that a watch finds it.
 *
 * @returns the release's number; undefined where nothing was to be recorded, or no Deployment runs the image
 */
export async function record(
  { service, namespace, record: state }: Inputs,
  request: Request,
  waited: readonly Waited[],
  world: RecordWorld,
): Promise<number | undefined> {
  if (state === 'none' || namespace === undefined || waited.some(({ end }) => end.kind !== 'live')) return undefined;
  const found = await running(world, namespace, request);
  if (found === undefined) return undefined;
  const { sha, repository, runUrl } = world.context;
  const draft = {
    ...found,
    at: new Date(world.clock.now()).toISOString(),
    ...(sha !== undefined && { commit: sha }),
    ...(repository !== undefined && { repository }),
    ...(runUrl !== undefined && { runUrl }),
  };
  const ledger = await ledgerStore(world.client, { service, namespace }).update((before) => recorded(before, draft, state));
  return ledger.current;
}
