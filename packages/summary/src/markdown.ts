import type { Block, Cell, Inline } from './block.ts';

/** A runner refuses a step's summary over 1 MiB as a whole; what is cut is said. */
const LIMIT_BYTES = 1_000_000;

const escapeText = (text: string): string => text.replace(/[\\`*_{}[\]<>|#~$@]/g, (mark) => `\\${mark}`).replaceAll('\r', '');

function fence(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  return '`'.repeat(longest + 1);
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${ticks}${pad}${text.replaceAll('\n', ' ')}${pad}${ticks}`;
}

/** An address with nothing in it that would end the link, the cell it stands in, or its line. */
const addressOf = (href: string): string => href.replace(/[<>|`\\\s\p{Cc}]/gu, encodeURIComponent);

function inline(part: Inline): string {
  if (typeof part === 'string') return escapeText(part);
  if ('code' in part) return codeSpan(part.code);
  if ('bold' in part) return `**${escapeText(part.bold)}**`;
  return `[${escapeText(part.link)}](<${addressOf(part.href)}>)`;
}

const line = (parts: readonly Inline[]): string => parts.map(inline).join('');

function cell(value: Cell): string {
  const parts = Array.isArray(value) ? (value as readonly Inline[]) : [value as Inline];
  const shown = parts.map((part) =>
    typeof part === 'object' && 'code' in part ? inline(part).replaceAll('|', '\\|') : inline(part),
  );
  return shown.join('').replaceAll('\n', '<br>');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function render(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escapeText(block.text)}`;
    case 'paragraph':
      return line(block.text).replaceAll('\n', '  \n');
    case 'list':
      return block.items.map((item) => `- ${line(item).replaceAll('\n', '\n  ')}`).join('\n');
    case 'table':
      return [
        row(block.head.map(escapeText)),
        row(block.head.map(() => '---')),
        ...block.rows.map((cells) => row(cells.map(cell))),
      ].join('\n');
    case 'code':
      return `${fence(block.text)}${block.language}\n${block.text}\n${fence(block.text)}`;
    case 'details':
      return `<details><summary>${block.title.replace(/[<>&]/g, (mark) => `&#${mark.charCodeAt(0)};`)}</summary>\n\n${block.blocks.map(render).join('\n\n')}\n\n</details>`;
    case 'chart':
      return `\`\`\`mermaid\n${block.mermaid}\n\`\`\`\n\n${escapeText(block.legend)}`;
  }
}

/** The blocks as GitHub-flavoured Markdown, cut at a block's end when they would not fit a step's summary. */
export function renderMarkdown(blocks: readonly Block[]): string {
  const shown: string[] = [];
  let bytes = 0;
  for (const text of blocks.map(render)) {
    bytes += Buffer.byteLength(text) + 2;
    if (bytes > LIMIT_BYTES) return [...shown, '_The rest does not fit a job summary; it is in the report._', ''].join('\n\n');
    shown.push(text);
  }
  return `${shown.join('\n\n')}\n`;
}
