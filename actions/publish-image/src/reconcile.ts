import { collect, Failure, failWhen, type Problem } from '@slipway/failure';
import type { InputsOf } from '@slipway/metadata';
import { type RegistryClient, type Repository, renderReference } from '@slipway/oci';
import type { Ports } from '@slipway/runner';
import type { action } from './action.ts';
import type { Ancestry } from './ancestry.ts';
import type { Order } from './gather.ts';
import { type Moved, moveTag, planMove, type Wish } from './mover.ts';
import { conflictsOf, planPublish } from './plan.ts';
import { publish, rootOf } from './publish.ts';
import type { Registries } from './registries.ts';
import type { Published } from './report.ts';

type Inputs = InputsOf<typeof action>;

/** What a reconciliation needs of the world. */
export interface Tools {
  readonly registries: Registries;
  readonly ancestry: Ancestry;
  readonly ports: Ports;
}

interface Reach {
  readonly client: RegistryClient;
  readonly repository: Repository;
  /** Repositories of the same registry that may have the blobs. */
  readonly mountFrom: readonly string[];
}

function wishesOf({ target, source }: Order, { movingPolicy: policy }: Inputs): readonly Wish[] {
  const root = rootOf(source.tree);
  const commit = target.commit === undefined ? {} : { commit: target.commit };
  return target.movingTags.map((tag) => ({ tag, policy, root, ...commit }));
}

async function reachAll({ target, source }: Order, { registries }: Tools): Promise<readonly Reach[]> {
  const known = [...(source.repository === undefined ? [] : [source.repository]), ...target.repositories];
  return Promise.all(
    target.repositories.map(async (repository, index) => {
      const earlier = known.slice(0, known.length - target.repositories.length + index);
      const near = earlier.filter(({ registry, path }) => registry === repository.registry && path !== repository.path);
      return { repository, mountFrom: near.map(({ path }) => path), client: await registries.client(repository) };
    }),
  );
}

/** Does the work for each repository, also when it fails for another; everything that went wrong is told in the end. */
async function forEach<T>(reaches: readonly Reach[], work: (reach: Reach, index: number) => Promise<T>): Promise<readonly T[]> {
  const problems: Problem[] = [];
  const results: T[] = [];
  for (const [index, reach] of reaches.entries()) {
    const own: Problem[] = [];
    const result = await collect(own, () => work(reach, index));
    if (result !== undefined) results.push(result);
    const where = reaches.length > 1 ? `${renderReference(reach.repository)}: ` : '';
    problems.push(...own.map((problem) => ({ ...problem, message: `${where}${problem.message}` })));
  }
  failWhen(problems);
  return results;
}

/** What stands in the way of a plan: tags that lead to other images, and moving tags that may not move. */
export function objectionsTo({ plan, moves }: Published, { onConflict }: Inputs): readonly Problem[] {
  const refused = moves.flatMap(({ move }) => (move.step === 'refuse' ? [move.problem] : []));
  return [...(onConflict === 'fail' ? conflictsOf(plan) : []), ...refused];
}

/** Asks every repository what it has and lacks; writes nothing. */
export async function planAll(order: Order, inputs: Inputs, tools: Tools): Promise<readonly Published[]> {
  const { target, source, referrers } = order;
  return forEach(await reachAll(order, tools), async ({ client, repository, mountFrom }) => {
    await client.ping();
    const plan = await planPublish(source, target, repository, client, { mountFrom, referrers });
    // A commit that is published as another image claims nothing for this one.
    const wishes = conflictsOf(plan).length > 0 ? [] : wishesOf(order, inputs);
    const moves = [];
    for (const wish of wishes) moves.push(await planMove(wish, client, tools.ancestry));
    return { plan, moves };
  });
}

/** Brings every repository to what its plan says; moving tags come last, once all of them have the image. */
export async function performAll(
  order: Order,
  planned: readonly Published[],
  inputs: Inputs,
  tools: Tools,
): Promise<readonly Published[]> {
  const { ports, ancestry } = tools;
  const reaches = await reachAll(order, tools);
  const uploads = await forEach(reaches, async ({ client, mountFrom }, index) => {
    const plan = planned[index]?.plan;
    if (plan === undefined) throw new Failure({ code: 'PLAN_MISSING', message: 'A repository has no plan.' });
    return publish(plan, order.source, client, mountFrom, ports);
  });
  const wishes = wishesOf(order, inputs);
  const moves = await forEach(reaches, async ({ client }, index) => {
    const moved: Moved[] = [];
    const wanted = new Set(planned[index]?.moves.map(({ tag }) => tag));
    for (const wish of wishes) if (wanted.has(wish.tag)) moved.push(await moveTag(wish, client, ancestry, ports));
    return moved;
  });
  return planned.map((each, index) => ({ ...each, done: { uploaded: uploads[index] ?? [], moved: moves[index] ?? [] } }));
}
