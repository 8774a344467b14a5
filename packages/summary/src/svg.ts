import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Chart, Point } from './chart.ts';
import { escapeHtml } from './escape.ts';

const SIZE = { width: 760, height: 300, left: 64, right: 24, top: 44, bottom: 64 };
const COLOURS = ['#0969da', '#cf222e', '#8250df', '#1a7f37', '#9a6700'];
const LIMIT_COLOUR = '#bc4c00';

interface Scales {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
}

function scalesOf(chart: Chart): Scales {
  const points = chart.series.flatMap((series) => series.points);
  const xs = [...points.map(({ x }) => x), ...(chart.marks ?? []).map(({ x }) => x)];
  const top = Math.max(...points.map(({ y }) => y), (chart.limit?.y ?? 0) * 1.2, 1e-9);
  const x = scaleLinear([Math.min(...xs, 0), Math.max(...xs, 1)], [SIZE.left, SIZE.width - SIZE.right]);
  const y = scaleLinear([0, top], [SIZE.height - SIZE.bottom, SIZE.top]).nice(5);
  return { x, y, xTicks: x.ticks(8), yTicks: y.ticks(5) };
}

function text(x: number, y: number, value: string, extra = ''): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${extra}>${escapeHtml(value)}</text>`;
}

function axes(chart: Chart, scales: Scales): string {
  const bottom = SIZE.height - SIZE.bottom;
  const horizontal = scales.yTicks.map((tick) => {
    const at = scales.y(tick).toFixed(1);
    const grid = `<line x1="${SIZE.left}" x2="${SIZE.width - SIZE.right}" y1="${at}" y2="${at}" stroke="#d1d9e0"/>`;
    return grid + text(SIZE.left - 8, scales.y(tick) + 4, String(tick), 'text-anchor="end"');
  });
  const vertical = scales.xTicks.map((tick) => text(scales.x(tick), bottom + 18, String(tick), 'text-anchor="middle"'));
  const labels =
    text((SIZE.left + SIZE.width) / 2, bottom + 36, chart.xLabel, 'text-anchor="middle"') + text(8, SIZE.top - 10, chart.yLabel);
  return [...horizontal, ...vertical, labels].join('');
}

function limitLine(chart: Chart, scales: Scales): string {
  if (chart.limit === undefined) return '';
  const at = scales.y(chart.limit.y);
  const stroke = `stroke="${LIMIT_COLOUR}" stroke-dasharray="6 4"`;
  return `<line x1="${SIZE.left}" x2="${SIZE.width - SIZE.right}" y1="${at.toFixed(1)}" y2="${at.toFixed(1)}" ${stroke}/>${text(SIZE.left + 5, at - 5, chart.limit.label, `fill="${LIMIT_COLOUR}"`)}`;
}

function markLines(chart: Chart, scales: Scales): string {
  return (chart.marks ?? [])
    .map(({ x, label }, index) => {
      const at = scales.x(x);
      const anchor = at > SIZE.width * 0.75 ? 'end' : 'start';
      const labelX = anchor === 'end' ? at - 5 : at + 5;
      return `<line x1="${at.toFixed(1)}" x2="${at.toFixed(1)}" y1="${SIZE.top}" y2="${SIZE.height - SIZE.bottom}" stroke="#59636e" stroke-dasharray="2 3"/>${text(labelX, SIZE.top + 12 + index * 15, label, `text-anchor="${anchor}"`)}`;
    })
    .join('');
}

/** The chart as an SVG image of its own, with a title for screen readers. */
export function renderSvg(chart: Chart): string {
  const scales = scalesOf(chart);
  const path = line<Point>(
    (point) => scales.x(point.x),
    (point) => scales.y(point.y),
  );
  const lines = chart.series.map((series, index) => {
    const colour = COLOURS[index % COLOURS.length] ?? '#000';
    const legendX = SIZE.left + index * 220;
    const dots = series.points.map(
      (point) => `<circle cx="${scales.x(point.x).toFixed(1)}" cy="${scales.y(point.y).toFixed(1)}" r="2" fill="${colour}"/>`,
    );
    const legend = `<rect x="${legendX}" y="${SIZE.height - 18}" width="12" height="4" fill="${colour}"/>${text(legendX + 18, SIZE.height - 12, series.name)}`;
    return `<path d="${path(series.points) ?? ''}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}${legend}`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${SIZE.width} ${SIZE.height}" width="${SIZE.width}" height="${SIZE.height}" font-family="system-ui, sans-serif" font-size="12" fill="#1f2328">`,
    `<title>${escapeHtml(chart.title)}</title>`,
    text(SIZE.left, 18, chart.title, 'font-weight="600" font-size="14"'),
    axes(chart, scales),
    limitLine(chart, scales),
    ...lines,
    markLines(chart, scales),
    '</svg>',
  ].join('\n');
}
