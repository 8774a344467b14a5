import type { Package } from '@slipway/inventory';
import { baseEcosystem, normalizeName, sameEcosystem } from '@slipway/versions';
import type { Advisory, Affected } from './advisory.ts';
import { fixFor, isAffected } from './range.ts';

/** One advisory that a package is affected by. */
export interface Match {
  readonly package: Package;
  readonly advisory: Advisory;
  /** The lowest version without it; undefined when there is no fix. */
  readonly fix?: string;
}

/** What comes of holding packages against advisories. */
export interface Matches {
  readonly matches: readonly Match[];
  /** The packages that some advisory may affect and whose version cannot be compared with it. */
  readonly unjudged: readonly Package[];
}

/** The name and version under which advisories know a package: those of its source, where a distribution built it from one. */
export function known({ name, version, source }: Package): { readonly name: string; readonly version: string } {
  return source ?? { name, version };
}

function keyOf(ecosystem: string, name: string): string {
  return `${baseEcosystem(ecosystem)}/${normalizeName(ecosystem, name)}`;
}

/** Advisories under the names they affect. A withdrawn advisory affects nothing. */
function byName(advisories: readonly Advisory[]): ReadonlyMap<string, readonly Advisory[]> {
  const index = new Map<string, Advisory[]>();
  for (const advisory of advisories.filter(({ withdrawn }) => !withdrawn))
    for (const key of new Set(advisory.affected.map(({ ecosystem, name }) => keyOf(ecosystem, name)))) {
      const named = index.get(key) ?? [];
      named.push(advisory);
      index.set(key, named);
    }
  return index;
}

/** The entries of an advisory that are about a package, in its release or repository. */
function entriesFor(of: Package, key: string, { affected }: Advisory): readonly Affected[] {
  return affected.filter(({ ecosystem, name }) => keyOf(ecosystem, name) === key && sameEcosystem(ecosystem, of.ecosystem));
}

/** Holds every package against the advisories that name it. */
export function matchPackages(packages: readonly Package[], advisories: readonly Advisory[]): Matches {
  const index = byName(advisories);
  const matches: Match[] = [];
  const unjudged = new Set<Package>();
  for (const of of packages) {
    const { name, version } = known(of);
    const key = keyOf(of.ecosystem, name);
    for (const advisory of index.get(key) ?? []) {
      const entries = entriesFor(of, key, advisory);
      const answers = entries.map((affected) => isAffected(affected, version));
      if (answers.includes(true)) {
        const fix = fixFor(entries, version);
        matches.push({ package: of, advisory, ...(fix !== undefined && { fix }) });
      } else if (answers.includes(undefined)) unjudged.add(of);
    }
  }
  return { matches, unjudged: [...unjudged] };
}
