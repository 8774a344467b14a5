import type { Chart, Series } from './chart.ts';

/** Mermaid crowds its axis beyond this many points. */
const MOST_POINTS = 30;

const quote = (text: string): string => `"${text.replaceAll('"', "'").replaceAll('\n', ' ')}"`;
const figure = (value: number): string => String(Number(value.toFixed(3)));

function thinned(xs: readonly number[]): readonly number[] {
  const step = Math.ceil(xs.length / MOST_POINTS);
  return xs.filter((_, index) => index % step === 0 || index === xs.length - 1);
}

/** A series' value at x: that of its last point up to there, for Mermaid wants one value of each series at each x. */
function valueAt(series: Series, x: number): number {
  return series.points.findLast((point) => point.x <= x)?.y ?? series.points[0]?.y ?? 0;
}

/** The chart as a Mermaid `xychart-beta`, which GitHub draws in a job summary; the legend is part of the title. */
export function renderMermaid(chart: Chart): string {
  const xs = thinned([...new Set(chart.series.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b));
  const limits = chart.limit === undefined ? [] : [{ name: chart.limit.label, points: [{ x: 0, y: chart.limit.y }] }];
  const lines = [...chart.series, ...limits];
  const top = Math.max(...lines.flatMap(({ points }) => points.map(({ y }) => y)), 1e-9);
  const marks = (chart.marks ?? []).map(({ x, label }) => `${label} at ${figure(x)}`);
  return [
    'xychart-beta',
    `  title ${quote([chart.title, lines.map(({ name }) => name).join(' / '), ...marks].join(' · '))}`,
    `  x-axis ${quote(chart.xLabel)} [${xs.map(figure).join(', ')}]`,
    `  y-axis ${quote(chart.yLabel)} 0 --> ${figure(top * 1.1)}`,
    ...lines.map((series) => `  line [${xs.map((x) => figure(valueAt(series, x))).join(', ')}]`),
  ].join('\n');
}
