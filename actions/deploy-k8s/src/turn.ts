import { randomUUID } from 'node:crypto';
import { Failure } from '@slipway/failure';
import type { ConnectGitHub, GitHub } from '@slipway/github';
import { targetOf } from '@slipway/kubernetes';
import {
  askGitHub,
  currentRelease,
  fenceOff,
  judgeOrder,
  knownCanaries,
  leftOver,
  ledgerStore,
  type Lock,
  ownHolder,
  type RunOrder,
  toCompare,
  underLock,
} from '@slipway/rollout';
import type { Ports, RunContext } from '@slipway/runner';
import { ancestryOf } from './ancestry.ts';
import type { Scene } from './scene.ts';

/** A deploy whose turn it is: what was read since, under which lock, and how it comes in the order of commits. */
export interface Turn {
  readonly scene: Scene;
  readonly lock?: Lock;
  readonly order: RunOrder;
}

type OpenGitHub = ((repository: string) => GitHub) | undefined;

function opener({ inputs }: Scene, connect: ConnectGitHub, ports: Ports, { apiUrl }: RunContext): OpenGitHub {
  const token = inputs.githubToken;
  return token && ((repository) => connect({ apiUrl, repository, token }, ports));
}

async function orderOf({ inputs, ledger }: Scene, open: OpenGitHub, ports: Ports, context: RunContext): Promise<RunOrder> {
  const own = { repository: context.repository, commit: context.sha };
  const live = inputs.staleRun === 'deploy' ? undefined : toCompare(currentRelease(ledger), own);
  if (live?.commit === undefined || own.commit === undefined) return { kind: 'in-order' };
  const github = context.repository === undefined ? undefined : open?.(context.repository);
  return judgeOrder(live, own, await ancestryOf(live.commit, own.commit, ports, github));
}

/** What was the earlier holder's is fenced off, so that nothing it still has on its way can be stored. */
async function takeOver(scene: Scene, lock: Lock, ports: Ports): Promise<Scene> {
  ports.log.info(`Taking over from ${lock.takenFrom}, which ended without giving the lock back.`);
  const ledger = await scene.ledgers.update((now) => now);
  const objects = scene.manifests.map(({ object }) => object);
  const targets = [...objects, ...leftOver(ledger, objects)].map(targetOf);
  await fenceOff(scene.client, [...targets, ...knownCanaries(ledger)], lock);
  return { ...scene, ledger };
}

async function take(scene: Scene, lock: Lock | undefined, open: OpenGitHub, ports: Ports, context: RunContext): Promise<Turn> {
  const ledgers = ledgerStore(scene.client, scene.inputs, lock?.fence);
  const read = { ...scene, ledgers, ledger: await ledgers.read() };
  const held = lock?.takenFrom === undefined ? read : await takeOver(read, lock, ports);
  return { scene: held, order: await orderOf(held, open, ports, context), ...(lock && { lock }) };
}

/** Does the work under the lock, or, without a lock, what a run does that is overtaken by whoever holds it. */
async function whenLocked<T>(
  scene: Scene,
  open: OpenGitHub,
  ports: Ports,
  context: RunContext,
  work: (turn: Turn) => Promise<T>,
): Promise<T> {
  const { inputs, client, parting } = scene;
  const { clock, cancelled } = ports;
  const progress = (line: string): void => ports.log.info(line);
  let order: RunOrder = { kind: 'in-order' };
  // Whoever holds the lock may be newer than we are: it, or its next attempt, must then be let through.
  const wanted = async (): Promise<boolean> => {
    order = await orderOf({ ...scene, ledger: await scene.ledgers.read() }, open, ports, context);
    return order.kind !== 'stale';
  };
  const { service, namespace, lockTimeout: waitMs } = inputs;
  const request = { service, namespace, holder: ownHolder(context, randomUUID()), waitMs, wanted };
  const lockPorts = { client, parting, clock, cancelled, progress, ask: askGitHub(open, clock) };
  const outcome = await underLock(lockPorts, request, async (lock) => work(await take(scene, lock, open, ports, context)));
  if (outcome.kind === 'done') return outcome.value;
  if (outcome.kind === 'not-wanted') return work({ scene, order });
  const waited = `${Math.round(outcome.waitedMs / 1000)} s`;
  throw new Failure({
    code: 'DEPLOY_LOCKED',
    message: `Another run deploys ${service} in ${namespace} and did not end within ${waited}: ${outcome.holder}. Nothing was changed.`,
    remedy: 'Look at that run; run this one again when it is over, or raise "lock-timeout".',
  });
}

/** Waits until no other run deploys the service, does the work, and lets the next one in, however the work ends. */
export async function inTurn<T>(
  scene: Scene,
  connect: ConnectGitHub,
  ports: Ports,
  context: RunContext,
  work: (turn: Turn) => Promise<T>,
): Promise<T> {
  const open = opener(scene, connect, ports, context);
  let begun = false;
  const begin = (turn: Turn): Promise<T> => {
    begun = true;
    return work(turn);
  };
  try {
    if (scene.inputs.lock) return await whenLocked(scene, open, ports, context, begin);
    return await begin(await take(scene, undefined, open, ports, context));
  } catch (error) {
    if (!ports.cancelled.aborted || error instanceof Failure) throw error;
    const message = begun
      ? 'The run was cancelled at its work. Whatever it left, the next run of the service brings it to its end.'
      : 'The run was cancelled before it changed anything.';
    throw new Failure({ code: 'CANCELLED', message }, { cause: error });
  }
}
