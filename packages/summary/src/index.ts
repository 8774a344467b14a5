export { escapeHtml } from './escape.ts';
export type { Block, Cell, Inline } from './block.ts';
export { chart, code, details, heading, list, paragraph, table } from './block.ts';
export type { Chart, Mark, Point, Series } from './chart.ts';
export { renderHtml } from './html.ts';
export { renderMarkdown } from './markdown.ts';
export { renderMermaid } from './mermaid.ts';
export { renderSvg } from './svg.ts';
