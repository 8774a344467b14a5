import type { Demands, Source } from './demand.ts';
import type { IgnoreRules } from './ignore.ts';
import { cleanPath, patternMatcher } from './pattern.ts';
import type { TreeEntry } from './tree.ts';

const LINK = '120000';

/** Which paths of the context a build reads, and the source that reads each. */
export interface Selection {
  /** The first source that reads a path, which need not exist; undefined when none does, or the ignore file leaves it out. */
  readonly readerOf: (path: string) => Source | undefined;
}

/** Whether a source is a link or leads through one; what it then reads lies where the link points to. */
function throughLink(pattern: string, links: readonly string[]): boolean {
  const clean = cleanPath(pattern);
  const matches = patternMatcher(clean);
  return links.some((link) => clean.startsWith(`${link}/`) || (matches(link) && !link.startsWith(`${clean}/`)));
}

/** The selection of a build's files among those of its context; paths are from the context. */
export function selectionOf(
  { sources }: Pick<Demands, 'sources'>,
  ignored: IgnoreRules,
  entries: ReadonlyMap<string, TreeEntry>,
): Selection {
  const links = [...entries].filter(([, { mode }]) => mode === LINK).map(([path]) => path);
  const readers = sources.map((source) => {
    // Links are followed by the engine, so all of the context may be meant.
    const pattern = cleanPath(source.pattern) !== '.' && throughLink(source.pattern, links) ? '.' : source.pattern;
    return { source, matches: patternMatcher(pattern) };
  });
  return {
    readerOf: (path) => {
      const reader = readers.find(({ matches }) => matches(path))?.source;
      return reader === undefined || ignored(path) ? undefined : reader;
    },
  };
}
