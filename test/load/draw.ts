import { type Figures, figuresOf, type Sample } from '@slipway/load';
import { changed } from '../detector/cell.ts';
import type { Chance } from '../detector/chance.ts';
import type { Scene } from './scene.ts';

/** A load of a new release, and those of the five before it. */
export interface Drawn {
  readonly run: Figures;
  readonly past: readonly Figures[];
}

/** Latencies are lognormal: a median of 80 ms, and the usual long tail, so that the p95 is 215 ms. */
const MEDIAN_MS = 80;
const SIGMA = 0.6;
/** The p95 when nothing is wrong, in milliseconds: 80 e^(0.6 × 1.645). */
export const USUAL_P95_MS = 214.7;
const TAIL_SHARE = 0.1;
const TAIL_MS = 1000;
const SPAN_MS = 60_000;
const RELEASES = 5;
/** Coefficient of variation of the mood that is held for a burst; its mean is 1. */
const MOOD_CV = 0.3;

/** One run. @param age how many releases ago; 0 is the new one */
function runOf(scene: Scene, age: number, chance: Chance): Figures {
  const { rate, base, change, onset, burst, unrest, creep } = scene;
  const share = 1 / MOOD_CV ** 2;
  const pace = Math.exp(unrest * chance.normal()) * (1 + creep) ** -age;
  let [mood, until] = [1, burst === 0 ? Number.POSITIVE_INFINITY : 0];
  const samples = Array.from({ length: rate * (SPAN_MS / 1000) }, (_, index): Sample => {
    const offsetMs = (index * 1000) / rate;
    if (offsetMs >= until) [mood, until] = [chance.gamma(share, 1 / share), offsetMs + burst * 1000];
    const worse = age === 0 && offsetMs >= onset * SPAN_MS;
    const usual = MEDIAN_MS * pace * mood * Math.exp(SIGMA * chance.normal());
    const longer = worse && change.kind === 'slower' ? usual * change.by : usual;
    const tail = worse && change.kind === 'tail' && chance.uniform() < TAIL_SHARE ? TAIL_MS : 0;
    return { offsetMs, ms: longer + tail, ok: chance.uniform() >= (worse ? changed(base, change) : base) };
  });
  return figuresOf(samples, { rate, durationMs: SPAN_MS, mix: 'GET / ×1' }, SPAN_MS);
}

/** Draws a release's load with those before it, oldest first. */
export function draw(scene: Scene, chance: Chance): Drawn {
  const past = Array.from({ length: RELEASES }, (_, index) => runOf(scene, RELEASES - index, chance));
  return { past, run: runOf(scene, 0, chance) };
}
