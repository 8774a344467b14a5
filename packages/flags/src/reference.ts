/** A line of code that names a flag. */
export interface Reference {
  readonly flag: string;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The flag's variants that are named, as texts, within some lines of it. */
  readonly variants: readonly string[];
}

/** How far from a flag's name its variants are looked for. */
const LINES = 10;

const quoted = (line: string, word: string): boolean => ['"', "'", '`'].some((quote) => line.includes(`${quote}${word}${quote}`));

/** Where a text names flags, in quotes as code does. */
export function referencesIn(file: string, text: string, flags: ReadonlyMap<string, readonly string[]>): readonly Reference[] {
  if (![...flags.keys()].some((flag) => text.includes(flag))) return [];
  const lines = text.split('\n');
  return [...flags].flatMap(([flag, variants]) =>
    lines.flatMap((line, at) => {
      if (!quoted(line, flag)) return [];
      const near = lines.slice(Math.max(0, at - LINES), at + LINES + 1);
      const named = variants.filter((variant) => near.some((each) => quoted(each, variant)));
      return [{ flag, file, line: at + 1, variants: named }];
    }),
  );
}
