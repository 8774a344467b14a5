/** What a failed rollout stands on, which decides whether the old release would do better. */
export type CauseClass = 'app' | 'config' | 'capacity' | 'platform' | 'policy' | 'registry';

/** Why a rollout fails: one sentence, and where to look. */
export interface Cause {
  readonly class: CauseClass;
  /** One word in the cluster's own language, such as `CrashLoopBackOff`. */
  readonly reason: string;
  readonly message: string;
  readonly pod?: string;
  readonly container?: string;
}

/**
 * A trace of trouble in the new version, and how long it must last before it counts.
 * A grace of Infinity never ends a rollout; it explains one that ran out of time.
 */
export interface Signal {
  readonly cause: Cause;
  readonly graceMs: number;
}

/** When each signal was first seen, by its key, in milliseconds. */
export type Sightings = ReadonlyMap<string, number>;

/** The signal's identity: the same trouble of the same container stays one signal. */
export function signalKey({ cause }: Signal): string {
  return [cause.reason, cause.pod ?? '', cause.container ?? ''].join('/');
}

/** Keeps when each signal began; one that has gone is forgotten. */
export function sight(before: Sightings, signals: readonly Signal[], nowMs: number): Sightings {
  return new Map(signals.map((signal) => [signalKey(signal), before.get(signalKey(signal)) ?? nowMs]));
}
