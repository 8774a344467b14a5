/** A piece of running text. A plain string is shown as it is: nothing in it is markup. */
export type Inline =
  | string
  | { readonly code: string }
  | { readonly bold: string }
  | { readonly link: string; readonly href: string };

/** What a table cell holds. */
export type Cell = Inline | readonly Inline[];

/** One block of a job summary, independent of how it is shown. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'code'; readonly text: string; readonly language: string }
  | { readonly kind: 'details'; readonly title: string; readonly blocks: readonly Block[] }
  | { readonly kind: 'chart'; readonly svg: string; readonly mermaid: string; readonly legend: string };

/** A heading; level 1 is the largest. */
export const heading = (level: number, text: string): Block => ({ kind: 'heading', level, text });

/** A paragraph. */
export const paragraph = (text: readonly Inline[]): Block => ({ kind: 'paragraph', text });

/** A bulleted list. */
export const list = (items: readonly (readonly Inline[])[]): Block => ({ kind: 'list', items });

/** A table. */
export const table = (head: readonly string[], rows: readonly (readonly Cell[])[]): Block => ({ kind: 'table', head, rows });

/** Text in a fixed-width box, such as a log. */
export const code = (text: string, language = ''): Block => ({ kind: 'code', text, language });

/** Blocks that are folded away under a title. */
export const details = (title: string, blocks: readonly Block[]): Block => ({ kind: 'details', title, blocks });
