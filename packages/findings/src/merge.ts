import { baseEcosystem, compareVersions, normalizeName } from '@slipway/versions';
import type { Finding, FoundPackage, Kind } from './finding.ts';
import { fingerprintOf } from './fingerprint.ts';
import { KINDS } from './finding.ts';
import { decisive, rankOf } from './severity.ts';

/** Findings that may be one and the same stand at the same package in the same file, or at the same line. */
function placeOf({ kind, package: of, location: { file, line } }: Finding): string {
  if (of === undefined) return [kind, file, line].join('\0');
  return [baseEcosystem(of.ecosystem), normalizeName(of.ecosystem, of.name), of.version, file].join('\0');
}

const namesOf = ({ id, aliases }: Finding): readonly string[] => [id, ...aliases].map((name) => name.toUpperCase());

/** Sets of findings that share a name, also over others between them. */
function sameThings(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  let sets: { names: Set<string>; findings: Finding[] }[] = [];
  for (const finding of findings) {
    const own = { names: new Set(namesOf(finding)), findings: [finding] };
    const touching = sets.filter(({ names }) => [...own.names].some((name) => names.has(name)));
    const joined = [...touching, own];
    sets = sets.filter((set) => !touching.includes(set));
    sets.push({
      names: new Set(joined.flatMap(({ names }) => [...names])),
      findings: joined.flatMap((set) => set.findings),
    });
  }
  return sets.map((set) => set.findings);
}

/** The names of databases in the order in which people know them best. */
const BEST_KNOWN = [/^MAL-/i, /^GHSA-/i, /^CVE-/i];
const renown = (id: string): number => {
  const index = BEST_KNOWN.findIndex((pattern) => pattern.test(id));
  return index < 0 ? BEST_KNOWN.length : index;
};

/** What each engine knows of the package; where several know, the first. */
function packageOf(findings: readonly Finding[]): FoundPackage | undefined {
  const known = findings.flatMap(({ package: of }) => of ?? []);
  return known.length === 0 ? undefined : (Object.assign({}, ...known.toReversed()) as FoundPackage);
}

const unique = <T>(all: readonly T[]): readonly T[] => [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];

function fixesOf(findings: readonly Finding[], ecosystem: string): readonly string[] {
  const fixes = [...new Set(findings.flatMap(({ fixes: own }) => own))];
  return fixes.sort((a, b) => compareVersions(ecosystem, a, b) ?? 0);
}

const worstKind = (findings: readonly Finding[]): Kind =>
  KINDS.find((kind) => findings.some((each) => each.kind === kind)) ?? 'code';

function joined(findings: readonly Finding[]): Finding {
  const [best] = findings.toSorted((a, b) => renown(a.id) - renown(b.id) || (a.id < b.id ? -1 : 1));
  const finding = best as Finding;
  if (findings.length === 1) return finding;
  const of = packageOf([finding, ...findings]);
  const ratings = unique(findings.flatMap((each) => each.ratings));
  const kind = worstKind(findings);
  const epss = Math.max(...findings.flatMap((each) => each.epss ?? []));
  const published = findings.flatMap((each) => each.published ?? []).sort()[0];
  const manifest = findings.find((each) => each.manifest !== undefined)?.manifest;
  return {
    ...finding,
    kind,
    aliases: [...new Set(findings.flatMap((each) => [each.id, ...each.aliases]))].filter((id) => id !== finding.id).sort(),
    title: [finding, ...findings].find(({ title }) => title !== '')?.title ?? '',
    rating: decisive(ratings),
    ratings,
    fixes: fixesOf(findings, of?.ecosystem ?? ''),
    references: [...new Set(findings.flatMap((each) => each.references))],
    sightings: unique(findings.flatMap((each) => each.sightings)),
    ...(of !== undefined && {
      package: of,
      fingerprint: fingerprintOf([kind, finding.id, of.ecosystem, of.name, finding.location.file]),
    }),
    ...(manifest !== undefined && { manifest }),
    ...(findings.some((each) => each.exploited !== undefined) && { exploited: findings.some((each) => each.exploited === true) }),
    ...(Number.isFinite(epss) && { epss }),
    ...(published !== undefined && { published }),
  };
}

/** Orders findings worst first: malware, then by severity and score, then by name. */
export function worstFirst(a: Finding, b: Finding): number {
  const malware = (finding: Finding): number => Number(finding.kind === 'malware');
  // What nobody rated may be anything, so it is shown before what is known to be low.
  const rank = ({ rating: { level } }: Finding): number => (level === 'unknown' ? 1.5 : rankOf(level));
  const named = ({ package: of, location, id }: Finding): string =>
    [of?.name ?? location.file, of?.version ?? location.line, id].join('\0');
  return (
    malware(b) - malware(a) ||
    rank(b) - rank(a) ||
    Number(b.exploited ?? false) - Number(a.exploited ?? false) ||
    (b.rating.score ?? 0) - (a.rating.score ?? 0) ||
    (named(a) < named(b) ? -1 : 1)
  );
}

/**
 * The findings of several engines as one list, worst first: what several found under names that lead to each other is one
 * finding, which keeps where each of them saw it and all that they say of it.
 */
export function mergeFindings(findings: readonly Finding[]): readonly Finding[] {
  const places = Map.groupBy(findings, placeOf);
  return [...places.values()].flatMap(sameThings).map(joined).sort(worstFirst);
}
