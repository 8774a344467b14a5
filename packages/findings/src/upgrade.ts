import { type Advisory, matchPackages } from '@slipway/advisories';
import type { Package } from '@slipway/inventory';
import { baseEcosystem, compareVersions, normalizeName } from '@slipway/versions';
import type { Finding } from './finding.ts';
import { findingsOfMatches } from './matched.ts';

const keyOf = (ecosystem: string, name: string): string => `${baseEcosystem(ecosystem)}/${normalizeName(ecosystem, name)}`;

const nameOf = ({ name, source }: Package): string => source?.name ?? name;

/** The advisories about each package, by its key. */
function byPackage(advisories: readonly Advisory[]): ReadonlyMap<string, readonly Advisory[]> {
  const index = new Map<string, Advisory[]>();
  for (const advisory of advisories)
    for (const key of new Set(advisory.affected.map(({ ecosystem, name }) => keyOf(ecosystem, name)))) {
      const own = index.get(key) ?? [];
      own.push(advisory);
      index.set(key, own);
    }
  return index;
}

/** Every version in which some advisory about the package says that it is fixed, above the one at hand, lowest first. */
function candidates(of: Package, own: readonly Advisory[], more: readonly string[]): readonly string[] {
  const version = of.source?.version ?? of.version;
  const key = keyOf(of.ecosystem, nameOf(of));
  const fixes = own
    .flatMap(({ affected }) => affected)
    .filter(({ ecosystem, name }) => keyOf(ecosystem, name) === key)
    .flatMap(({ ranges }) => ranges.flatMap(({ events }) => events.flatMap(({ fixed }) => fixed ?? [])));
  return [...new Set([...fixes, ...more])]
    .filter((fix) => (compareVersions(of.ecosystem, fix, version) ?? 0) > 0)
    .sort((a, b) => compareVersions(of.ecosystem, a, b) ?? 0);
}

/**
 * The smallest version of a package of which no advisory says what would block; undefined when the database names none.
 *
 * @param fixes versions that other engines call fixed
 * @param blocks whether a finding would block
 */
export type ShortestUpgrade = (
  of: Package,
  fixes: readonly string[],
  blocks: (finding: Finding) => boolean,
) => string | undefined;

/**
 * Finds shortest upgrades by some advisories. One advisory's fix may lie within another's range, so all of those about the
 * package are asked of each version.
 */
export function shortestUpgradeBy(advisories: readonly Advisory[]): ShortestUpgrade {
  // Once for all packages: there may be thousands of either.
  const index = byPackage(advisories);
  return (of, fixes, blocks) => {
    const own = index.get(keyOf(of.ecosystem, nameOf(of))) ?? [];
    return candidates(of, own, fixes).find((version) => {
      const source = of.source === undefined ? {} : { source: { ...of.source, version } };
      const { matches, unjudged } = matchPackages([{ ...of, version, ...source }], own);
      return unjudged.length === 0 && !findingsOfMatches(matches).some(blocks);
    });
  };
}
