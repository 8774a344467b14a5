import {
  advise,
  type Application,
  type ArgoCd,
  type Memory,
  type Reason,
  shareOf,
  START,
  type Stance,
  stanceOf,
} from '@slipway/argocd';
import { Failure } from '@slipway/failure';
import { KubernetesFailure } from '@slipway/kubernetes';
import type { Clock, Log } from '@slipway/system';
import type { Entry } from '@slipway/write-back';
import type { History } from './history.ts';
import type { Request } from './request.ts';

/** How the wait for one application ended. */
export type End =
  | { readonly kind: 'live'; readonly revision: string; readonly stumbled: boolean }
  | { readonly kind: 'superseded'; readonly by: Entry; readonly revision: string }
  | { readonly kind: 'failed'; readonly reason: Reason; readonly stance: Stance; readonly application: Application }
  | { readonly kind: 'absent' };

/** An application with how its wait ended. */
export interface Waited {
  readonly name: string;
  readonly end: End;
  /** Since the wait began. */
  readonly afterMs: number;
}

/** What a wait needs. */
export interface World {
  readonly argocd: ArgoCd;
  readonly history: History;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly sync: boolean;
}

const LOOK_MS = 2000;
/** How often Argo CD is told to look at the repository while it has not seen the commit. */
const REFRESH_MS = 10_000;

interface Watched {
  memory: Memory;
  refreshed: number | undefined;
  said: string | undefined;
}

/** A server that is away may come back; what it refuses, it will refuse again. */
const mayPass = (error: unknown): boolean =>
  error instanceof KubernetesFailure
    ? error.status >= 500 || error.status === 429
    : error instanceof Failure && (error.code === 'ARGOCD_UNREACHABLE' || error.code.startsWith('HTTP_'));

const wordsOf = (stance: Stance): string =>
  stance.kind === 'live' ? `runs the image, ${stance.health}` : stance.kind.replaceAll('-', ' ');

async function refreshIfUnseen(name: string, stance: Stance, watched: Watched, { argocd, clock }: World): Promise<void> {
  if (stance.kind !== 'unseen') return;
  if (watched.refreshed !== undefined && clock.now() - watched.refreshed < REFRESH_MS) return;
  watched.refreshed = clock.now();
  await argocd.refresh(name);
}

async function lookAt(name: string, request: Request, watched: Watched, world: World): Promise<End | undefined> {
  const { argocd, history, clock, log, sync } = world;
  const application = await argocd.application(name);
  if (application === undefined) return { kind: 'absent' };
  const { compared, operated } = shareOf(application, request.url);
  await history.learn([...compared, ...operated]);
  const stance = stanceOf(application, { ...request, repository: request.url, contains: history.contains });
  const words = wordsOf(stance);
  if (words !== watched.said) log.info(`${name}: ${words}`);
  watched.said = words;
  const seen = compared.find((revision) => history.contains(revision));
  const by = seen === undefined || stance.kind === 'live' ? undefined : await history.newer(seen);
  if (by !== undefined && seen !== undefined) return { kind: 'superseded', by, revision: seen };
  await refreshIfUnseen(name, stance, watched, world);
  const window = stance.kind === 'out-of-sync' ? await argocd.closedWindow(application) : undefined;
  const health = application.status?.health?.status ?? 'Unknown';
  const { memory, advice } = advise({ stance, health, window, now: clock.now() }, watched.memory, request.patience, sync);
  watched.memory = memory;
  if (advice.kind === 'sync') await argocd.sync(name);
  if (advice.kind === 'failed') return { kind: 'failed', reason: advice.reason, stance, application };
  if (advice.kind === 'done')
    return { kind: 'live', revision: stance.kind === 'live' ? stance.revision : '', stumbled: advice.stumbled };
  return undefined;
}

/**
 * Waits for every application, looking at each every two seconds.
 *
 * A server that does not answer is asked again until the time is over. Rejects with what it said last then, with anything
 * that no second try can mend at once, and with CANCELLED.
 */
export async function waitFor(request: Request, world: World): Promise<readonly Waited[]> {
  const { clock, log, signal } = world;
  const started = clock.now();
  const open = new Map<string, Watched>(
    request.applications.map((name) => [name, { memory: START, refreshed: undefined, said: undefined }]),
  );
  const ended: Waited[] = [];
  while (open.size > 0) {
    if (signal.aborted) throw new Failure({ code: 'CANCELLED', message: 'The run was cancelled. Argo CD goes on by itself.' });
    for (const [name, watched] of open) {
      try {
        const end = await lookAt(name, request, watched, world);
        if (end === undefined) continue;
        open.delete(name);
        ended.push({ name, end, afterMs: clock.now() - started });
      } catch (error) {
        if (!mayPass(error) || clock.now() - started >= request.patience.timeoutMs) throw error;
        log.info(`${name}: ${error instanceof Error ? error.message : String(error)} Trying again.`);
      }
    }
    if (open.size > 0) await clock.sleep(LOOK_MS, signal).catch(() => undefined);
  }
  return request.applications.flatMap((name) => ended.filter((each) => each.name === name));
}
