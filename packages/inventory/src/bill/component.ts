import type { Location } from '@slipway/failure';
import { type Node, trace } from '../graph.ts';
import { type Note, type PackageList, packageList } from '../package-list.ts';
import { readPackageUrl } from './package-url.ts';

/** One component of a bill of materials, whatever the format. */
export interface Component {
  /** By which other components name it; unique within the bill. */
  readonly key: string;
  readonly name: string;
  readonly version: string | undefined;
  readonly url: string | undefined;
  readonly dev: boolean;
  readonly location: Location;
}

/** What a bill says of which component needs which. */
export interface Needs {
  /** The keys of what the bill is about, which is itself no package of it. */
  readonly subjects: readonly string[];
  readonly of: ReadonlyMap<string, readonly string[]>;
}

/** Adds what one component needs to what it was known to need before. */
export function addNeed(needs: Map<string, string[]>, key: string, needed: readonly string[]): void {
  const known = needs.get(key);
  if (known === undefined) needs.set(key, [...needed]);
  else known.push(...needed);
}

function nodeOf({ key, name, version, url, dev, location }: Component, needs: Needs): Node | Note {
  const note = (why: string): Note => ({ message: `${name}${version === undefined ? '' : ` ${version}`}: ${why}.`, location });
  if (url === undefined) return note('it has no package URL, so that advisories cannot be looked up');
  const named = readPackageUrl(url, version);
  if ('why' in named) return note(named.why);
  if (named.version === undefined) return note('it has no version');
  return { key, needs: needs.of.get(key) ?? [], package: { ...named.package, version: named.version, dev, location } };
}

/** The packages of a bill of materials; a component that is none, or has no version, becomes a note. */
export function packagesOf(components: readonly Component[], needs: Needs): PackageList {
  const nodes: Node[] = [];
  const notes: Note[] = [];
  for (const component of components) {
    const read = nodeOf(component, needs);
    if ('message' in read) notes.push(read);
    else nodes.push(read);
  }
  const direct = needs.subjects.flatMap((subject) => needs.of.get(subject) ?? []);
  return packageList(trace(nodes, { direct }), notes);
}
