import type { Stance } from './stance.ts';

/** How long what is allowed to last; milliseconds. */
export interface Patience {
  /** The whole wait. */
  readonly timeoutMs: number;
  /** How long an application may be Degraded on its way. */
  readonly graceMs: number;
  /** How long it must stay Healthy. */
  readonly settleMs: number;
  /** How long Argo CD may fail to compare, or the cluster may differ after a sync, before it counts. */
  readonly doubtMs: number;
}

/** What earlier looks left behind. */
export interface Memory {
  readonly startedAt?: number;
  /** Which stance lasts since when; of a live application, with its health. */
  readonly current?: { readonly key: string; readonly since: number };
  /** It was Degraded before our commit was applied, and has not been otherwise since. */
  readonly degradedBefore: boolean;
  /** It was Degraded for a while after our commit was applied. */
  readonly stumbled: boolean;
  readonly askedToSync: boolean;
}

/** What nothing was seen of yet. */
export const START: Memory = { degradedBefore: false, stumbled: false, askedToSync: false };

/** Why a wait failed. */
export type Reason =
  | 'elsewhere'
  | 'incomparable'
  | 'sync-failed'
  | 'auto-sync-off'
  | 'window-closed'
  | 'drifted'
  | 'degraded'
  | 'suspended'
  | 'image-absent'
  | 'timeout';

/** What to do after a look. */
export type Advice =
  | { readonly kind: 'wait' }
  | { readonly kind: 'sync' }
  | { readonly kind: 'done'; readonly stumbled: boolean }
  | { readonly kind: 'failed'; readonly reason: Reason };

/** One look at an application. */
export interface Look {
  readonly stance: Stance;
  /** Its health, whatever its stance. */
  readonly health: string;
  /** Why a sync window keeps it from syncing. */
  readonly window?: string | undefined;
  readonly now: number;
}

const keyOf = (stance: Stance): string => (stance.kind === 'live' ? `live ${stance.health}` : stance.kind);

function remember(look: Look, memory: Memory): Memory {
  const { stance, health, now } = look;
  const key = keyOf(stance);
  const first = memory.startedAt === undefined;
  const live = stance.kind === 'live';
  // Only what was seen before our commit was applied shows that it was not our commit that did it.
  const degradedBefore = health === 'Degraded' && (first ? !live : memory.degradedBefore || (!live && !memory.stumbled));
  return {
    startedAt: memory.startedAt ?? now,
    current: memory.current?.key === key ? memory.current : { key, since: now },
    degradedBefore,
    stumbled: memory.stumbled || (live && health === 'Degraded' && !degradedBefore),
    askedToSync: memory.askedToSync,
  };
}

/** What the stance itself asks for; undefined when waiting is right. */
function decide(look: Look, memory: Memory, patience: Patience, wantsSync: boolean): Advice | undefined {
  const { stance, window, now } = look;
  const lasted = now - (memory.current?.since ?? now);
  const failed = (reason: Reason): Advice => ({ kind: 'failed', reason });
  switch (stance.kind) {
    case 'elsewhere':
      return failed('elsewhere');
    case 'incomparable':
      return lasted >= patience.doubtMs ? failed('incomparable') : undefined;
    case 'sync-failed':
      return failed('sync-failed');
    case 'drifted':
      return lasted >= patience.doubtMs ? failed('drifted') : undefined;
    case 'out-of-sync':
      if (stance.manual && !wantsSync) return failed('auto-sync-off');
      if (window !== undefined) return failed('window-closed');
      return stance.manual && !memory.askedToSync ? { kind: 'sync' } : undefined;
    case 'live':
      if (stance.health === 'Healthy' && lasted >= patience.settleMs) return { kind: 'done', stumbled: memory.stumbled };
      if (stance.health === 'Degraded' && !memory.degradedBefore && lasted >= patience.graceMs) return failed('degraded');
      return undefined;
    default:
      return undefined;
  }
}

/** What a wait that ran out of time comes to, by the last that was seen. */
function outOfTime(stance: Stance): Reason {
  if (stance.kind === 'live' && stance.health === 'Degraded') return 'degraded';
  if (stance.kind === 'live' && stance.health === 'Suspended') return 'suspended';
  return stance.kind === 'image-absent' ? 'image-absent' : 'timeout';
}

/**
 * Decides after a look whether the wait goes on.
 *
 * Degraded is no end by itself: an application that was Degraded before may be mended by our commit and has the whole time, and one
 * that becomes so on its way, as with a slow autoscaler, has the grace.
 */
export function advise(
  look: Look,
  memory: Memory,
  patience: Patience,
  wantsSync: boolean,
): { readonly memory: Memory; readonly advice: Advice } {
  const known = remember(look, memory);
  const decided = decide(look, known, patience, wantsSync);
  if (decided?.kind === 'sync') return { memory: { ...known, askedToSync: true }, advice: decided };
  if (decided !== undefined) return { memory: known, advice: decided };
  const over = look.now - (known.startedAt ?? look.now) >= patience.timeoutMs;
  return { memory: known, advice: over ? { kind: 'failed', reason: outOfTime(look.stance) } : { kind: 'wait' } };
}
