import type { Count } from '@slipway/detector';
import { type Cell, changed, HISTORY_SECONDS, PAST_SECONDS, PODS, WATCH_SECONDS } from './cell.ts';
import type { Chance } from './chance.ts';
import { BOUNDARIES, timesOf } from './times.ts';

/** What one scrape of a pod reads: the counters as they stand, with the second of the watch. */
export interface Scrape {
  readonly at: number;
  readonly good: number;
  readonly bad: number;
  /** The buckets of response times, cumulative, in the order of BOUNDARIES; empty where they are not drawn. */
  readonly within: readonly number[];
}

/** A slice of the past. */
export interface PastSlice extends Count {
  readonly within: readonly number[];
}

/** One drawn watch: the counters of the new pods, and what the old version served before. */
export interface Traffic {
  readonly pods: readonly (readonly Scrape[])[];
  /** Slices of a scrape each, oldest first, for the half hour before the release. */
  readonly history: readonly PastSlice[];
  /** The same for the day before it. */
  readonly past: readonly PastSlice[];
  /** What the neighbours served, before the release and since, in slices of a scrape each; empty where none are watched. */
  readonly neighbours: { readonly history: readonly Count[]; readonly during: readonly Count[] };
}

const CV = 0.5;
const SHAPE = 1 / CV ** 2;

/** The multiplier of the share of errors over time: each value is held for `burst` seconds. */
function noise({ burst }: Cell, chance: Chance): (second: number) => number {
  if (burst === 0) return () => 1;
  const held = new Map<number, number>();
  const phase = chance.uniform() * burst;
  return (second) => {
    const block = Math.floor((second + phase) / burst);
    const value = held.get(block) ?? chance.gamma(SHAPE, 1 / SHAPE);
    held.set(block, value);
    return value;
  };
}

function slicesBefore(cell: Cell, seconds: number, chance: Chance): readonly PastSlice[] {
  const multiplier = noise(cell, chance);
  return Array.from({ length: seconds / cell.scrape }, (_, index) => {
    const total = chance.poisson(cell.rps * cell.scrape);
    const share = Math.min(1, cell.base * multiplier((index + 0.5) * cell.scrape));
    return { total, bad: chance.binomial(total, share), within: cell.timed ? timesOf(total, { kind: 'same' }, 0, chance) : [] };
  });
}

/** How much of the time between two moments lies after the change. */
const partAfter = ({ onset }: Cell, from: number, to: number): number =>
  Math.min(1, Math.max(0, to - Math.max(from, onset)) / (to - from));

/** The share of errors between two moments, where the change may come in between. */
function shareBetween(cell: Cell, from: number, to: number, multiplier: number, touched: boolean): number {
  const after = touched ? partAfter(cell, from, to) : 0;
  const share = (1 - after) * cell.base + after * changed(cell.base, cell.change);
  return Math.min(1, cell.change.kind === 'outage' ? after + (1 - after) * cell.base * multiplier : share * multiplier);
}

/** A pod that is born at 0: it is scraped at a phase of its own. */
function podTrace(cell: Cell, index: number, multiplier: (second: number) => number, chance: Chance): readonly Scrape[] {
  const touched = cell.pods === 'all' || index === 0;
  const restart = index === 0 && cell.restart > 0 ? cell.restart : Number.POSITIVE_INFINITY;
  const scrapes: Scrape[] = [];
  let [from, good, bad, within] = [0, 0, 0, cell.timed ? BOUNDARIES.map(() => 0) : []];
  for (let at = chance.uniform() * cell.scrape; at <= Math.min(WATCH_SECONDS, cell.blindFrom); at += cell.scrape) {
    if (from < restart && at >= restart) [good, bad, from, within] = [0, 0, restart, within.map(() => 0)];
    const total = chance.poisson((cell.rps / PODS) * (at - from));
    const failed = chance.binomial(total, shareBetween(cell, from, at, multiplier((from + at) / 2), touched));
    if (cell.timed) {
      const more = timesOf(total, cell.change, partAfter(cell, from, at), chance);
      within = within.map((before, boundary) => before + (more[boundary] as number));
    }
    [good, bad, from] = [good + total - failed, bad + failed, at];
    scrapes.push({ at, good, bad, within });
  }
  return scrapes;
}

function neighboursOf(cell: Cell, chance: Chance): Traffic['neighbours'] {
  if (!cell.shared) return { history: [], during: [] };
  const four = { ...cell, rps: 4 * cell.rps };
  const during = Array.from({ length: WATCH_SECONDS / cell.scrape }, (_, index) => {
    const total = chance.poisson(four.rps * cell.scrape);
    const share = shareBetween(four, index * cell.scrape, (index + 1) * cell.scrape, 1, true);
    return { total, bad: chance.binomial(total, share) };
  });
  return { history: slicesBefore({ ...four, burst: 0 }, HISTORY_SECONDS, chance), during };
}

/** Draws one watch. The past is drawn only when it is asked for, for it is long. */
export function draw(cell: Cell, chance: Chance, withPast: boolean): Traffic {
  const past = slicesBefore(cell, withPast ? PAST_SECONDS : HISTORY_SECONDS, chance);
  const multiplier = noise(cell, chance);
  return {
    pods: Array.from({ length: PODS }, (_, index) => podTrace(cell, index, multiplier, chance)),
    history: past.slice(-HISTORY_SECONDS / cell.scrape),
    past,
    neighbours: neighboursOf(cell, chance),
  };
}
