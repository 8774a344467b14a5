import { identity, type Prometheus, type RawSeries } from '@slipway/prometheus';
import type { Day, Pair, WorkloadView } from '@slipway/rollout';
import { replicaSetsOf } from '@slipway/rollout';
import { type Asked, bucketOf, counterOf, type Question, questions } from './selector.ts';

const HOUR_MS = 3_600_000;
const HOURS = 24;
const VERSION_OF_ALL = 'old';

/** Which day is read, and how it is cut. */
export interface DayWindow {
  readonly views: readonly WorkloadView[];
  /** ReplicaSets that are left out: the one that is being judged. */
  readonly without: readonly string[];
  /** Its end, by the server's clock. */
  readonly untilMs: number;
  readonly intervalMs: number;
  /** How long after a release's start nothing is counted, for its window would hold that release. */
  readonly durationMs: number;
  readonly boundaries: readonly number[];
}

type Slots = readonly [total: number, bad: number][];

/** The day in slices, filled hour by hour, so that never more than an hour of raw samples is held. */
class DaySlices {
  readonly #fromMs: number;
  readonly #intervalMs: number;
  readonly errors: Slots;
  readonly slow: ReadonlyMap<number, Slots>;
  readonly #last = new Map<string, number>();
  readonly #copies = new Map<string, string>();

  constructor({ untilMs, intervalMs, boundaries }: DayWindow) {
    const length = Math.floor((HOURS * HOUR_MS) / intervalMs);
    const slots = (): Slots => Array.from({ length }, () => [0, 0] as [number, number]);
    this.#fromMs = untilMs - length * intervalMs;
    this.#intervalMs = intervalMs;
    this.errors = slots();
    this.slow = new Map(boundaries.map((boundary) => [boundary, slots()]));
  }

  /** Takes in a series; `baseline` when it may have been there before the first sample. */
  take(raw: RawSeries, question: Question, count: (rise: number, at: number) => void, baseline: boolean): void {
    const [key, whole] = [identity(raw, question, false), identity(raw, question, true)];
    if ((this.#copies.get(key) ?? whole) !== whole) return;
    this.#copies.set(key, whole);
    for (const [atMs, value] of raw.points) {
      const before = this.#last.get(key);
      const rise = before === undefined ? (baseline ? 0 : value) : value >= before ? value - before : value;
      this.#last.set(key, value);
      count(rise, Math.floor((atMs - this.#fromMs) / this.#intervalMs));
    }
  }

  /** Takes out a stretch of time. */
  blank(fromMs: number, toMs: number): void {
    const [from, to] = [fromMs, toMs].map((ms) => Math.floor((ms - this.#fromMs) / this.#intervalMs)) as [number, number];
    for (const slots of [this.errors, ...this.slow.values()])
      for (let index = Math.max(0, from); index <= Math.min(to, slots.length - 1); index += 1) slots[index]?.fill(0);
  }

  day(): Day {
    return {
      errors: this.errors,
      slow: [...this.slow].map(([le, counts]): { le: number; counts: readonly Pair[] } => ({ le, counts })),
    };
  }
}

function add(slots: Slots | undefined, at: number, total: number, bad: number): void {
  const slot = slots?.[at];
  if (slot === undefined) return;
  slot[0] += total;
  slot[1] += bad;
}

function takeOne(
  day: DaySlices,
  raw: RawSeries,
  question: Question,
  podLabel: string,
  sets: readonly string[],
  baseline: boolean,
): void {
  const versions = { fresh: [], [VERSION_OF_ALL]: sets };
  if (question.outcome !== 'buckets') {
    const counter = counterOf(raw, question, podLabel, versions);
    if (counter === undefined) return;
    const [total, bad] = [counter.request ? 1 : 0, counter.error ? 1 : 0];
    day.take(raw, question, (rise, at) => add(day.errors, at, rise * total, rise * bad), baseline);
    return;
  }
  const le = bucketOf(raw, podLabel, versions)?.le;
  if (le === undefined) return;
  const count = (rise: number, at: number): void => {
    if (le !== null) add(day.slow.get(le), at, 0, -rise);
    else for (const slots of day.slow.values()) add(slots, at, rise, rise);
  };
  day.take(raw, question, count, baseline);
}

/**
 * What the versions before served in the day before a moment, from raw counters, slice by slice.
 *
 * Nothing is counted while a version was being watched itself: such a window would be one with a release in it.
 */
export async function dayBefore(source: Prometheus, inputs: Asked, window: DayWindow): Promise<Day> {
  const { views, without, untilMs, boundaries, durationMs } = window;
  const own = views
    .flatMap(({ workload, replicaSets }) => replicaSetsOf(workload, replicaSets))
    .filter(({ metadata }) => !without.includes(metadata.name));
  const sets = own.map(({ metadata }) => metadata.name);
  const day = new DaySlices(window);
  if (sets.length === 0) return day.day();
  const asked = questions({ ...inputs, neighbours: undefined }, { fresh: [], old: sets }, boundaries);
  for (let hour = HOURS - 1; hour >= 0; hour -= 1) {
    for (const question of asked) {
      const { series } = await source.read(question.selector, HOUR_MS / 1000, untilMs - hour * HOUR_MS);
      for (const raw of series) takeOne(day, raw, question, inputs.podLabel, sets, hour === HOURS - 1);
    }
  }
  for (const { metadata } of own) {
    const madeMs = Date.parse(metadata.creationTimestamp ?? '');
    if (!Number.isNaN(madeMs)) day.blank(madeMs, madeMs + durationMs);
  }
  return day.day();
}
