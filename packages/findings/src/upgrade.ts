import { type Advisory, matchPackages } from '@slipway/advisories';
import type { Package } from '@slipway/inventory';
import { baseEcosystem, compareVersions, normalizeName } from '@slipway/versions';
import type { Finding } from './finding.ts';
import { findingsOfMatches } from './matched.ts';

/** Every version in which some advisory about the package says that it is fixed, above the one at hand, lowest first. */
function candidates(of: Package, advisories: readonly Advisory[], more: readonly string[]): readonly string[] {
  const [name, version] = [of.source?.name ?? of.name, of.source?.version ?? of.version];
  const keyOf = (ecosystem: string, each: string): string => `${baseEcosystem(ecosystem)}/${normalizeName(ecosystem, each)}`;
  const fixes = advisories
    .flatMap(({ affected }) => affected)
    .filter((affected) => keyOf(affected.ecosystem, affected.name) === keyOf(of.ecosystem, name))
    .flatMap(({ ranges }) => ranges.flatMap(({ events }) => events.flatMap(({ fixed }) => fixed ?? [])));
  return [...new Set([...fixes, ...more])]
    .filter((fix) => (compareVersions(of.ecosystem, fix, version) ?? 0) > 0)
    .sort((a, b) => compareVersions(of.ecosystem, a, b) ?? 0);
}

/**
 * The smallest version of a package of which no advisory says what would block; undefined when the database names none.
 *
 * One advisory's fix may lie within another's range, so all of them are asked of each version.
 *
 * @param fixes versions that other engines call fixed
 * @param blocks whether a finding would block
 */
export function shortestUpgrade(
  of: Package,
  advisories: readonly Advisory[],
  fixes: readonly string[],
  blocks: (finding: Finding) => boolean,
): string | undefined {
  return candidates(of, advisories, fixes).find((version) => {
    const source = of.source === undefined ? {} : { source: { ...of.source, version } };
    const { matches, unjudged } = matchPackages([{ ...of, version, ...source }], advisories);
    return unjudged.length === 0 && !findingsOfMatches(matches).some(blocks);
  });
}
