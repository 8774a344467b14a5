import { type Latencies, merged, rounded } from './latency.ts';

/** One request of a load. */
export interface Sample {
  /** When it was meant to start, in milliseconds since the measured time began. */
  readonly offsetMs: number;
  /** From that moment until its answer was whole, or it was given up. */
  readonly ms: number;
  readonly ok: boolean;
}

/** What a load is; only figures of the same one are compared. */
export interface LoadShape {
  /** Requests a second; absent where a script of the team's own decides. */
  readonly rate?: number;
  readonly durationMs?: number;
  /** What is sent in which proportion, in words. */
  readonly mix: string;
}

/** What was measured in one slice of the time. */
export interface SliceFigures {
  readonly bad: number;
  /** Of all requests, the bad ones included. */
  readonly latencies: Latencies;
}

/** What was measured in one run. */
export interface Figures extends LoadShape {
  readonly slices: readonly SliceFigures[];
}

/** How many slices a run is cut into: enough to see trouble that begins late, and to see how much slices differ of themselves. */
export const SLICES = 30;

/** The figures of a run. @param spanMs how long was measured */
export function figuresOf(samples: readonly Sample[], shape: LoadShape, spanMs: number): Figures {
  const parts: Sample[][] = Array.from({ length: SLICES }, () => []);
  for (const sample of samples) {
    const index = Math.floor((sample.offsetMs / spanMs) * SLICES);
    parts[Math.min(SLICES - 1, Math.max(0, index))]?.push(sample);
  }
  const slices = parts.map((part) => ({
    bad: part.filter(({ ok }) => !ok).length,
    latencies: merged(part.map(({ ms }) => [[rounded(ms), 1]])),
  }));
  return { ...shape, slices };
}
