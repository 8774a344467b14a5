/** A table in Markdown. */
export function table(head: readonly string[], body: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}

/** A figure in percent, without a needless nought. */
export const percent = (value: number): string => `${Number(value.toFixed(1))} %`;
