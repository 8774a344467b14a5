export { escapeHtml } from './escape.ts';
export type { Block, Cell, Inline } from './block.ts';
export { code, details, heading, list, paragraph, table } from './block.ts';
export type { Chart, Mark, Point, Series } from './chart.ts';
export { chart } from './drawing.ts';
export { renderHtml } from './html.ts';
export { renderMarkdown } from './markdown.ts';
export { renderMermaid } from './mermaid.ts';
export { renderSvg } from './svg.ts';
