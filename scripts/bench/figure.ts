/** One measured figure; names are stable, so that runs can be compared over time. */
export interface Figure {
  readonly bench: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the value is compared with, measured in the same run unless the text says that it is published. */
  readonly peer?: string;
  readonly ratio?: number;
  readonly note?: string;
}

/** The middle of the values, the lower of the two middle ones when they are even in number. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
}

/** A figure as a line for people. */
export function renderFigure({ name, value, unit, peer, ratio, note }: Figure): string {
  const compared = ratio === undefined ? '' : `, ${ratio.toFixed(2)} times ${peer}`;
  return `${name.padEnd(28)} ${value.toFixed(1)} ${unit}${compared}${note === undefined ? '' : ` (${note})`}`;
}
