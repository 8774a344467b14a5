import { type Measured, sameStanding, type Standing } from '@slipway/flags';
import { Failure } from '@slipway/failure';
import type { Ports } from '@slipway/runner';
import type { WatchSamples, WatchVerdict } from '@slipway/rollout';
import type { Applied, FlagProvider, Note } from '../provider/provider.ts';
import type { Metric } from './metric.ts';
import { nextOf, type Plan, type StepEnd } from './plan.ts';
import { type Asking, awaitReach } from './reach.ts';
import type { Step } from './step.ts';
import { evidenceOf } from './words.ts';

/** What a ramp is done with. */
export interface Scene {
  readonly flag: string;
  readonly variant: string | undefined;
  readonly plan: Extract<Plan, { kind: 'climb' }>;
  readonly provider: FlagProvider;
  readonly metric: Metric;
  readonly asking: Asking | undefined;
  readonly onBad: 'zero' | 'last-good';
  readonly reason: string | undefined;
}

/** What became of the flag when a step did not go well. */
export type Retreat =
  | { readonly kind: 'none' }
  | { readonly kind: 'back'; readonly share: number; readonly set: Applied; readonly atMs: number }
  | { readonly kind: 'superseded'; readonly found: Standing }
  | { readonly kind: 'failed'; readonly share: number; readonly why: string };

/** A ramp, as it went. */
export interface Climbed {
  readonly startedMs: number;
  readonly steps: readonly Step[];
  readonly retreat: Retreat;
  /** Where the flag stands, as far as is known. */
  readonly share: number;
  readonly samples: WatchSamples;
}

/** How often it is asked whether somebody else moved the flag, in milliseconds; a look at the metric is cheaper. */
const STANDING_MS = 60_000;
const TAKE_BACK_TRIES = 5;
const TAKE_BACK_WAIT_MS = 2000;

type Watched = Pick<Step, 'end' | 'reach'> & { readonly verdict?: WatchVerdict };

function endOf(verdict: WatchVerdict, problem: string | undefined): StepEnd | undefined {
  const { state, why } = verdict;
  if (state === 'watching') return undefined;
  if (state === 'healthy') return { kind: 'proved', why };
  if (state === 'regressed' || state === 'slower') return { kind: 'bad', why };
  return { kind: 'untold', why: problem === undefined ? why : `${why}; ${problem}` };
}

/** Whether the flag stands elsewhere than it was set to. A provider that does not answer has nothing to say. */
async function movedByOthers({ provider, flag, variant }: Scene, expected: Standing): Promise<Standing | undefined> {
  const now = await provider.standing(flag, variant).catch((error: unknown) => {
    if (error instanceof Failure && error.code !== 'FLAG_ABSENT') return expected;
    throw error;
  });
  return sameStanding(now, expected) ? undefined : now;
}

/** A step that is set, to be watched. */
interface SetShare {
  readonly share: number;
  readonly startedMs: number;
  /** Who had the feature at the step before, where somebody was asked. */
  readonly before: Measured | undefined;
  /** How many steps there are. */
  readonly of: number;
}

async function watchUntilTold(
  scene: Scene,
  { share, startedMs, before, of }: SetShare,
  { clock, cancelled, log }: Ports,
): Promise<Watched> {
  const reach = await awaitReach(scene.asking, { before, share, since: startedMs }, clock, cancelled);
  if (cancelled.aborted) return { reach, end: { kind: 'cancelled' } };
  if (reach.kind === 'moved') return { reach, end: { kind: 'bad', why: reach.words } };
  if (reach.kind === 'unreached')
    return { reach, end: { kind: 'untold', why: `the step did not reach its users: ${reach.words}` } };
  const watch = scene.metric.watch(startedMs, of);
  let [askedMs, held] = [clock.now(), ''];
  for (;;) {
    await clock.sleep(scene.metric.policy(of).intervalMs, cancelled).catch(() => undefined);
    if (cancelled.aborted) return { reach, end: { kind: 'cancelled' } };
    const verdict = await watch.look();
    const end = endOf(verdict, scene.metric.problem);
    if (end !== undefined) return { reach, end, verdict };
    if (verdict.why !== held) log.info(`${share} %: ${verdict.why}.`);
    held = verdict.why;
    if (clock.now() - askedMs < STANDING_MS) continue;
    askedMs = clock.now();
    const found = await movedByOthers(scene, { on: true, share });
    if (found !== undefined) return { reach, verdict, end: { kind: 'superseded', found } };
  }
}

/** What is being asked when the run is cancelled is broken off, and breaks in its own way. */
async function watchStep(scene: Scene, set: SetShare, ports: Ports): Promise<Watched> {
  try {
    return await watchUntilTold(scene, set, ports);
  } catch (error) {
    if (!ports.cancelled.aborted) throw error;
    return { reach: { kind: 'unasked' }, end: { kind: 'cancelled' } };
  }
}

function noteOf({ reason }: Scene, what: string, evidence: string | undefined): Note {
  return {
    reason: reason ?? what,
    trailers: [['Ramp', what], ...(evidence === undefined ? [] : [['Evidence', evidence] as const])],
  };
}

/** Goes back, and tries a few times: users have something bad while it is not. */
async function takeBack(scene: Scene, step: Step, share: number, { clock, log, cancelled }: Ports): Promise<Retreat> {
  const { provider, flag, variant } = scene;
  const what = `${step.end.kind === 'bad' ? 'stopped' : 'could not tell'} at ${step.share} %, back to ${share} %`;
  const note = noteOf(scene, what, evidenceOf(step));
  const move = { from: { on: true, share: step.share }, to: { on: true, share }, note };
  for (let attempt = 1; ; attempt += 1) {
    try {
      const moved = await provider.move(flag, variant, move);
      if (moved.kind === 'superseded') return moved;
      return { kind: 'back', share, set: moved, atMs: clock.now() };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      log.info(`Attempt ${attempt} to go back to ${share} %: ${error.message}`);
      if (attempt >= TAKE_BACK_TRIES || cancelled.aborted) return { kind: 'failed', share, why: error.message };
      await clock.sleep(TAKE_BACK_WAIT_MS);
    }
  }
}

type SetStep = Pick<Step, 'set'> | { readonly end: StepEnd };

/** Sets a share. What the provider refuses is no word on the feature: the ramp ends as one that could not tell. */
async function setShare(
  scene: Scene,
  from: Standing,
  share: number,
  evidence: string | undefined,
  { cancelled }: Ports,
): Promise<SetStep> {
  const note = noteOf(scene, `${from.share} % to ${share} %`, evidence);
  try {
    const moved = await scene.provider.move(scene.flag, scene.variant, { from, to: { on: true, share }, note });
    return moved.kind === 'moved' ? { set: moved } : { end: moved };
  } catch (error) {
    if (cancelled.aborted) return { end: { kind: 'cancelled' } };
    if (!(error instanceof Failure)) throw error;
    return { end: { kind: 'untold', why: `${share} % could not be set: ${error.message}` } };
  }
}

const UNSET: Applied = { changed: false, changes: [] };

/** Climbs step by step; nothing is overwritten that somebody else set meanwhile. */
export async function climb(scene: Scene, ports: Ports): Promise<Climbed> {
  const { plan, metric } = scene;
  const { clock, log } = ports;
  const [startedMs, steps]: [number, Step[]] = [clock.now(), []];
  let standing: Standing = plan.found;
  const finish = (retreat: Retreat): Climbed => {
    const share = retreat.kind === 'back' ? retreat.share : retreat.kind === 'superseded' ? retreat.found.share : standing.share;
    return { startedMs, steps, retreat, share, samples: metric.samples(startedMs) };
  };
  for (const [index, share] of plan.steps.entries()) {
    const last = steps.at(-1);
    const stepMs = clock.now();
    const set = await setShare(scene, standing, share, last && evidenceOf(last), ports);
    if ('end' in set) {
      steps.push({ share, startedMs: stepMs, endedMs: clock.now(), reach: { kind: 'unasked' }, set: UNSET, end: set.end });
      return finish(set.end.kind === 'superseded' ? { kind: 'superseded', found: set.end.found } : { kind: 'none' });
    }
    standing = { on: true, share };
    log.info(`${share} % of users have ${scene.flag}${set.set.changed ? '' : ' already'}.`);
    const before = last?.reach.kind === 'reached' ? last.reach.cohort : undefined;
    const watched = await watchStep(scene, { share, startedMs: clock.now(), before, of: plan.steps.length }, ports);
    const step: Step = { share, startedMs: stepMs, endedMs: clock.now(), ...set, ...watched };
    steps.push(step);
    if (step.end.kind === 'superseded') return finish({ kind: 'superseded', found: step.end.found });
    const next = nextOf(step.end, plan, index, scene.onBad);
    if (next.kind === 'back') return finish(await takeBack(scene, step, next.share, ports));
    if (next.kind === 'leave') return finish({ kind: 'none' });
  }
  return finish({ kind: 'none' });
}
