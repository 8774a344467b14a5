import { matchPackages } from '@slipway/advisories';
import {
  type Base,
  causesOf,
  type Finding,
  findingsOfMatches,
  foundPackage,
  mergeFindings,
  shortestUpgradeBy,
  withExploitation,
} from '@slipway/findings';
import type { Package } from '@slipway/inventory';
import {
  type EntryFault,
  judge,
  type Judged,
  type JudgementFacts,
  type ScanVerdict,
  type Suppression,
  verdictOf,
} from '@slipway/policy';
import { statedOf } from '@slipway/vex';
import type { Facts } from './gather.ts';

/** An upgrade of one package that leaves nothing of it to block. */
export interface Upgrade {
  readonly package: Package;
  /** Undefined when the database names no version without them. */
  readonly to?: string;
  /** The fingerprints of the findings that it clears. */
  readonly clears: readonly string[];
}

/** What a scan comes to. */
export interface Decision {
  readonly verdict: ScanVerdict;
  /** Worst first, what blocks before the rest. */
  readonly judged: readonly Judged[];
  readonly fixed: readonly Finding[];
  readonly upgrades: readonly Upgrade[];
  /** Packages whose versions cannot be compared with an advisory's. */
  readonly unjudged: readonly Package[];
  readonly faults: readonly EntryFault[];
  /** Findings that one VEX document clears and another does not. */
  readonly contradicted: readonly Finding[];
}

function baseOf({ base, baseImage, database, rules }: Facts): Base {
  if (base.kind === 'unasked') return { kind: 'unknown', reason: 'No base was given.' };
  if (base.kind === 'unread') return { kind: 'unknown', reason: base.reason };
  const packages = [...base.packages, ...(baseImage?.packages ?? [])];
  const { matches } = matchPackages(packages, database.advisories);
  return {
    kind: 'compared',
    packages: packages.map(foundPackage),
    findings: withExploitation(mergeFindings(findingsOfMatches(matches)), rules.exploitation),
    at: base.at,
    kinds: ['vulnerability', 'malware'],
  };
}

function statedBy({ rules }: Facts, product: string | undefined): (finding: Finding) => Suppression | undefined {
  return (finding) => {
    const stated = statedOf(finding, rules.statements, product);
    if (stated.kind !== 'cleared') return undefined;
    const { status, why, author, document } = stated.statement;
    return { by: 'vex', reason: [status, why].filter((part) => part !== '').join(': '), owner: `${author} (${document})` };
  };
}

const keyOf = (of: Pick<Package, 'name' | 'version'>, file: string): string => [of.name, of.version, file].join('\0');

type Rules = Omit<JudgementFacts, 'caused'>;

function upgradesOf(judged: readonly Judged[], facts: Facts, rules: Rules): readonly Upgrade[] {
  const blocking = judged.filter(
    ({ effect, finding }) => effect === 'block' && finding.package !== undefined && finding.kind !== 'malware',
  );
  const packages = new Map(facts.packages.map((each) => [keyOf(each, each.location.file), each]));
  const byPackage = Map.groupBy(blocking, ({ finding: { package: of, location } }) =>
    keyOf(of ?? { name: '', version: '' }, location.file),
  );
  const blocks = (finding: Finding): boolean => {
    const [known] = withExploitation([finding], facts.rules.exploitation);
    const { judged: verdicts } = judge({ ...rules, caused: [{ finding: known ?? finding, cause: 'introduced' }] });
    return verdicts[0]?.effect === 'block';
  };
  const shortest = shortestUpgradeBy(facts.database.advisories);
  return [...byPackage].flatMap(([key, own]) => {
    const of = packages.get(key);
    if (of === undefined) return [];
    const fixes = own.flatMap(({ finding }) => finding.fixes);
    const to = shortest(of, fixes, blocks);
    return [{ package: of, clears: own.map(({ finding }) => finding.fingerprint), ...(to !== undefined && { to }) }];
  });
}

const ORDER = { block: 0, report: 1, suppressed: 2 } as const;

/**
 * Judges what was gathered.
 *
 * @param product the package URL of what is scanned, by which VEX documents know it
 * @param more what other engines found
 */
export function decideScan(facts: Facts, product?: string, more: readonly Finding[] = []): Decision {
  const { matches, unjudged } = matchPackages(facts.packages, facts.database.advisories);
  const found = withExploitation(mergeFindings([...findingsOfMatches(matches), ...more]), facts.rules.exploitation);
  const { knownBefore, baseImage } = facts;
  const known = { ...(knownBefore && { knownBefore }), ...(baseImage && { baseLayers: baseImage.layers }) };
  const { caused, fixed } = causesOf(found, { base: baseOf(facts), ...known });
  const { policy, ignore, statements } = facts.rules;
  const rules: Rules = { policy, ignore, stated: statedBy(facts, product), now: facts.now };
  const { judged, faults } = judge({ ...rules, caused });
  return {
    verdict: verdictOf({ judged, looked: facts.packages.length + more.length, unjudged: unjudged.length + facts.notes.length }),
    judged: judged.toSorted((a, b) => ORDER[a.effect] - ORDER[b.effect]),
    fixed,
    upgrades: upgradesOf(judged, facts, rules),
    unjudged,
    faults,
    contradicted: found.filter((finding) => statedOf(finding, statements, product).kind === 'contradicted'),
  };
}
