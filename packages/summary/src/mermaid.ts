import type { Chart, Series } from './chart.ts';

/** Mermaid crowds its axis beyond this many points. */
const MOST_POINTS = 20;

/** Mermaid's own colours are too pale to tell lines apart, and it draws no legend: colours are set, and named below. */
const COLOURS = [
  ['#0969da', 'blue'],
  ['#cf222e', 'red'],
  ['#8250df', 'purple'],
  ['#1a7f37', 'green'],
  ['#9a6700', 'brown'],
] as const;
const LIMIT_COLOUR = ['#bc4c00', 'orange'] as const;

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

function linesOf(chart: Chart): readonly (Series & { readonly colour: string; readonly word: string })[] {
  const lines = chart.series.map((series, index) => {
    const [colour, word] = COLOURS[index % COLOURS.length] ?? COLOURS[0];
    return { ...series, colour, word };
  });
  const [colour, word] = LIMIT_COLOUR;
  return chart.limit === undefined
    ? lines
    : [...lines, { name: chart.limit.label, points: [{ x: 0, y: chart.limit.y }], colour, word }];
}

/** What the colours and the marks of the Mermaid chart mean, in one line. */
export function renderLegend(chart: Chart): string {
  const names = linesOf(chart).map(({ name, word }) => `${word}: ${name}`);
  const marks = (chart.marks ?? []).map(({ x, label }) => `${label} at ${figure(x)}`);
  return [...names, ...marks].join(' · ');
}

/** The chart as a Mermaid `xychart-beta`, which GitHub draws in a job summary. */
export function renderMermaid(chart: Chart): string {
  const xs = thinned([...new Set(chart.series.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b));
  const lines = linesOf(chart);
  const top = Math.max(...lines.flatMap(({ points }) => points.map(({ y }) => y)), 1e-9);
  const palette = lines.map(({ colour }) => colour).join(', ');
  return [
    `%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "${palette}"}}}}%%`,
    'xychart-beta',
    `  title ${quote(chart.title)}`,
    `  x-axis ${quote(chart.xLabel)} [${xs.map(figure).join(', ')}]`,
    `  y-axis ${quote(chart.yLabel)} 0 --> ${figure(top * 1.1)}`,
    ...lines.map((series) => `  line [${xs.map((x) => figure(valueAt(series, x))).join(', ')}]`),
  ].join('\n');
}
