import type { Block, Cell, Inline } from './block.ts';
import { escapeHtml } from './escape.ts';

const STYLE = `body{font:14px/1.5 system-ui,sans-serif;color:#1f2328;max-width:860px;margin:24px auto;padding:0 16px}
table{display:block;max-width:100%;width:fit-content;overflow-x:auto;border-collapse:collapse;margin:12px 0}th,td{border:1px solid #d1d9e0;padding:5px 12px;text-align:left;vertical-align:top}
th{background:#f6f8fa}code,pre{font:12px/1.45 ui-monospace,monospace;background:#f6f8fa;border-radius:4px}
code{padding:2px 5px;overflow-wrap:anywhere}td{overflow-wrap:anywhere;min-width:3em}td code{overflow-wrap:break-word}pre{padding:12px;overflow:auto}summary{cursor:pointer}a{color:#0969da}svg{max-width:100%;height:auto}`;

function inline(part: Inline): string {
  if (typeof part === 'string') return escapeHtml(part).replaceAll('\n', '<br>');
  if ('code' in part) return `<code>${escapeHtml(part.code)}</code>`;
  if ('bold' in part) return `<strong>${escapeHtml(part.bold).replaceAll('\n', '<br>')}</strong>`;
  // Only web addresses become links: a javascript: address in a report must stay text.
  return /^https?:\/\//.test(part.href)
    ? `<a href="${escapeHtml(part.href)}">${escapeHtml(part.link)}</a>`
    : escapeHtml(part.link);
}

const line = (parts: readonly Inline[]): string => parts.map(inline).join('');

function cell(value: Cell): string {
  return Array.isArray(value) ? line(value as readonly Inline[]) : inline(value as Inline);
}

function render(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escapeHtml(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${line(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${line(item)}</li>`).join('')}</ul>`;
    case 'table': {
      const head = block.head.map((name) => `<th>${escapeHtml(name)}</th>`).join('');
      const rows = block.rows.map((cells) => `<tr>${cells.map((each) => `<td>${cell(each)}</td>`).join('')}</tr>`).join('');
      return `<table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`;
    }
    case 'code':
      return `<pre>${escapeHtml(block.text)}</pre>`;
    case 'details':
      return `<details><summary>${escapeHtml(block.title)}</summary>${block.blocks.map(render).join('\n')}</details>`;
    case 'chart':
      return block.svg;
  }
}

/** The blocks as one HTML page that needs nothing from elsewhere. */
export function renderHtml(blocks: readonly Block[], title: string): string {
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head>\n<body>\n${blocks.map(render).join('\n')}\n</body></html>\n`;
}
