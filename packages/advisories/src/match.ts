import type { Package } from '@slipway/inventory';
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

const keyOf = ({ ecosystem, name }: Pick<Package, 'ecosystem' | 'name'>): string => `${ecosystem}/${name}`;

/** Advisories under the names they affect. A withdrawn advisory affects nothing. */
function byName(advisories: readonly Advisory[]): ReadonlyMap<string, readonly Advisory[]> {
  const index = new Map<string, Advisory[]>();
  for (const advisory of advisories.filter(({ withdrawn }) => !withdrawn))
    for (const key of new Set(advisory.affected.map(keyOf))) {
      const named = index.get(key) ?? [];
      named.push(advisory);
      index.set(key, named);
    }
  return index;
}

function matchOf(of: Package, advisory: Advisory, entries: readonly Affected[]): Match | undefined {
  if (!entries.some((affected) => isAffected(affected, of.version) === true)) return undefined;
  const fix = entries.map((affected) => fixFor(affected, of.version)).find((each) => each !== undefined);
  return { package: of, advisory, ...(fix !== undefined && { fix }) };
}

/** Holds every package against the advisories that name it. */
export function matchPackages(packages: readonly Package[], advisories: readonly Advisory[]): Matches {
  const index = byName(advisories);
  const matches: Match[] = [];
  const unjudged = new Set<Package>();
  for (const of of packages)
    for (const advisory of index.get(keyOf(of)) ?? []) {
      const entries = advisory.affected.filter((affected) => keyOf(affected) === keyOf(of));
      const match = matchOf(of, advisory, entries);
      if (match !== undefined) matches.push(match);
      if (entries.some((affected) => isAffected(affected, of.version) === undefined)) unjudged.add(of);
    }
  return { matches, unjudged: [...unjudged] };
}
