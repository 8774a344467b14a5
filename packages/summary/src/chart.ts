/** A point; x and y in the units that the chart's labels name. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** One line of a chart. */
export interface Series {
  readonly name: string;
  readonly points: readonly Point[];
}

/** A moment worth a vertical line, such as a decision. */
export interface Mark {
  readonly x: number;
  readonly label: string;
}

/** A line chart, independent of how it is drawn. */
export interface Chart {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly series: readonly Series[];
  readonly marks?: readonly Mark[];
  /** A horizontal line, such as a limit. */
  readonly limit?: { readonly y: number; readonly label: string };
}
