import { describe, expect, test } from '@jest/globals';
import {
  type Block,
  type Chart,
  chart,
  code,
  details,
  heading,
  list,
  paragraph,
  renderHtml,
  renderMarkdown,
  renderMermaid,
  renderSvg,
  table,
} from './index.ts';

const HOSTILE = '<script>alert(1)</script> **bold** [x](http://evil) | `tick` @team #1 \\';
const CHART: Chart = {
  title: 'Errors',
  xLabel: 'seconds',
  yLabel: '%',
  series: [
    {
      name: 'new',
      points: [
        { x: 0, y: 0 },
        { x: 10, y: 30 },
      ],
    },
    {
      name: 'old',
      points: [
        { x: 0, y: 1 },
        { x: 5, y: 1 },
      ],
    },
  ],
  marks: [{ x: 10, label: 'rolled back' }],
  limit: { y: 5, label: 'limit' },
};

test('a link ends where it is meant to, whatever its address', () => {
  const href = 'https://a.example/a|b> <img src=x>\n`c`\\';
  expect(renderMarkdown([table(['x'], [[{ link: 'x', href }]])])).toContain(
    '| [x](<https://a.example/a%7Cb%3E%20%3Cimg%20src=x%3E%0A%60c%60%5C>) |',
  );
});

describe('Markdown', () => {
  test('shows a hostile text as text, wherever it stands', () => {
    const blocks: Block[] = [heading(2, HOSTILE), paragraph([HOSTILE]), table([HOSTILE], [[HOSTILE]]), list([[HOSTILE]])];
    const markdown = renderMarkdown(blocks);
    expect(markdown).not.toMatch(/(?<!\\)<script>|(?<!\\)\*\*bold|(?<!\\)\[x\]|(?<!\\)@team/);
  });

  test('shows the title of a folded part as text, too', () => {
    expect(renderMarkdown([details('<b>x</b> & y', [])])).toContain('<summary>&#60;b&#62;x&#60;/b&#62; &#38; y</summary>');
  });

  test('keeps a table row on one line', () => {
    expect(renderMarkdown([table(['a'], [['one\ntwo'], [{ code: 'x|y' }]])])).toBe(
      '| a |\n| --- |\n| one<br>two |\n| `x\\|y` |\n',
    );
  });

  test('fences code with more ticks than it holds', () => {
    expect(renderMarkdown([code('a ``` b')])).toBe('````\na ``` b\n````\n');
    expect(renderMarkdown([paragraph([{ code: 'a`b' }])])).toBe('``a`b``\n');
  });

  test("stays within the runner's limit, and says that something is cut", () => {
    const markdown = renderMarkdown(Array.from({ length: 30 }, () => code('x'.repeat(50_000))));
    expect(Buffer.byteLength(markdown)).toBeLessThan(1024 * 1024);
    expect(markdown).toContain('does not fit');
  });
});

describe('HTML', () => {
  test('holds no markup but its own', () => {
    const html = renderHtml([paragraph([HOSTILE, { link: 'x', href: 'javascript:alert(1)' }]), code(HOSTILE)], HOSTILE);
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('javascript:');
  });

  test('draws charts as SVG', () => {
    expect(renderHtml([chart(CHART)], 't')).toContain('<svg');
  });
});

describe('a chart', () => {
  test('in Mermaid has one value of every series at every x, and says limit and mark', () => {
    const mermaid = renderMermaid(CHART);
    expect(mermaid).toContain('x-axis "seconds" [0, 5, 10]');
    expect(mermaid).toContain('line [0, 0, 30]');
    expect(mermaid).toContain('line [1, 1, 1]');
    expect(mermaid).toContain('line [5, 5, 5]');
    expect(renderMarkdown([chart(CHART)])).toContain('blue: new · red: old · orange: limit · rolled back at 10');
  });

  test('in SVG shows names, limit and mark, and nothing that is not a number', () => {
    const svg = renderSvg(CHART);
    for (const text of ['new', 'old', 'limit', 'rolled back', 'Errors']) expect(svg).toContain(text);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  test('without a single point is still an image', () => {
    const empty = { ...CHART, series: [{ name: 'new', points: [] }], marks: [] };
    expect(renderSvg(empty)).not.toMatch(/NaN|Infinity|undefined/);
    expect(renderMermaid(empty)).toContain('xychart-beta');
  });
});
