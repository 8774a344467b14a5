import type { Block } from './block.ts';
import type { Chart } from './chart.ts';
import { renderLegend, renderMermaid } from './mermaid.ts';
import { renderSvg } from './svg.ts';

/**
 * A line chart, drawn for each place it is shown in. It is drawn here, not where blocks are rendered, so that a
 * bundle holds the drawing libraries only where a chart is made.
 */
export const chart = (value: Chart): Block => ({
  kind: 'chart',
  svg: renderSvg(value),
  mermaid: renderMermaid(value),
  legend: renderLegend(value),
});
