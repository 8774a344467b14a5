import { baseEcosystem, normalizeName } from '@slipway/versions';
import type { Finding, FoundPackage, Kind } from './finding.ts';

/** Why a finding is there; `unknown` is what could not be told, and counts as introduced. */
export const CAUSES = ['introduced', 'already-there', 'advisory-new', 'base-image', 'unknown'] as const;

/** One of the causes. */
export type Cause = (typeof CAUSES)[number];

/** What a change is compared with, judged on the same database; or why it is compared with nothing. */
export type Base =
  | {
      readonly kind: 'compared';
      readonly packages: readonly FoundPackage[];
      readonly findings: readonly Finding[];
      /** When it was committed, in milliseconds since 1970. */
      readonly at: number;
      /** The kinds of finding that were looked for in it. */
      readonly kinds: readonly Kind[];
    }
  | { readonly kind: 'unknown'; readonly reason: string };

/** What else tells why a finding is there. */
export interface CauseFacts {
  readonly base: Base;
  /** The names of all advisories in an earlier snapshot of the database; absent without one. */
  readonly knownBefore?: ReadonlySet<string>;
  /** How many of an image's layers are its base's. */
  readonly baseLayers?: number;
}

/** A finding and why it is there. */
export interface Caused {
  readonly finding: Finding;
  readonly cause: Cause;
}

/** The findings with their causes, and those of the base that are gone. */
export interface Causes {
  readonly caused: readonly Caused[];
  readonly fixed: readonly Finding[];
}

type Compared = Extract<Base, { kind: 'compared' }>;

/** What is compared, by the keys of packages. */
interface Sides {
  /** Whether the base was looked for in an image, too. */
  readonly layered: boolean;
  readonly packages: ReadonlyMap<string, readonly FoundPackage[]>;
  readonly before: ReadonlyMap<string, readonly Finding[]>;
  readonly now: ReadonlyMap<string, readonly Finding[]>;
}

const keyOf = ({ ecosystem, name }: FoundPackage): string => `${baseEcosystem(ecosystem)}\0${normalizeName(ecosystem, name)}`;

const namesOf = ({ id, aliases }: Finding): readonly string[] => [id, ...aliases].map((name) => name.toUpperCase());

const sharesName = (a: Finding, b: Finding): boolean => {
  const names = new Set(namesOf(a));
  return namesOf(b).some((name) => names.has(name));
};

/** What the base has that may be the same thing as a finding of a package. */
interface Counterparts {
  /** The versions of the package that were affected. */
  readonly affected: ReadonlySet<string>;
  /** Whether the package was there for more than development. */
  readonly running: boolean;
}

function counterpartsOf(finding: Finding, of: FoundPackage, sides: Sides): Counterparts {
  const same = sides.packages.get(keyOf(of)) ?? [];
  const found = (sides.before.get(keyOf(of)) ?? []).filter((each) => sharesName(each, finding));
  // An engine that was not run on the base still says the same of the same version.
  const unchanged = same.filter(({ version }) => version === of.version).map(({ version }) => version);
  const affected = new Set([...unchanged, ...found.map((each) => each.package?.version ?? '')]);
  return { affected, running: same.some(({ version, dev }) => affected.has(version) && dev !== true) };
}

/**
 * Whether a package's finding was there before: in this version, or in one that this version replaces. A further version beside
 * those that were there, or one that is no longer for development only, is introduced.
 */
function wasThere(finding: Finding, of: FoundPackage, sides: Sides): boolean {
  const { affected, running } = counterpartsOf(finding, of, sides);
  if (affected.size === 0 || (!running && of.dev !== true)) return false;
  if (affected.has(of.version)) return true;
  const siblings = (sides.now.get(keyOf(of)) ?? []).filter((each) => sharesName(each, finding));
  const now = new Set(siblings.map((each) => each.package?.version ?? ''));
  const gone = [...affected].filter((version) => !now.has(version)).length;
  const added = [...now].filter((version) => !affected.has(version)).sort();
  return added.indexOf(of.version) < gone;
}

function isNew(finding: Finding, at: number, knownBefore: ReadonlySet<string> | undefined): boolean {
  if (knownBefore !== undefined) return !namesOf(finding).some((name) => knownBefore.has(name));
  return finding.published !== undefined && Date.parse(finding.published) > at;
}

function causeOf(finding: Finding, sides: Sides, { base, knownBefore, baseLayers }: CauseFacts): Cause {
  const { package: of, kind, fingerprint } = finding;
  if (of?.layer !== undefined && of.layer < (baseLayers ?? 0)) return 'base-image';
  if (base.kind === 'unknown' || !base.kinds.includes(kind)) return 'unknown';
  const there = of ? wasThere(finding, of, sides) : base.findings.some((each) => each.fingerprint === fingerprint);
  // An image that is compared with lockfiles alone has much that no change brought.
  if (!there) return of?.layer !== undefined && !sides.layered ? 'unknown' : 'introduced';
  return isNew(finding, base.at, knownBefore) ? 'advisory-new' : 'already-there';
}

/** What the base had and the head has not, each once. */
function fixedOf(head: readonly Finding[], base: Base): readonly Finding[] {
  if (base.kind === 'unknown') return [];
  const same = (a: Finding, b: Finding): boolean =>
    a.package && b.package ? keyOf(a.package) === keyOf(b.package) && sharesName(a, b) : a.fingerprint === b.fingerprint;
  return base.findings.filter((each) => !head.some((now) => same(now, each)));
}

const byPackage = (findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> =>
  Map.groupBy(findings, ({ package: of }) => (of === undefined ? '' : keyOf(of)));

function sidesOf(head: readonly Finding[], base: Base): Sides {
  const compared: Pick<Compared, 'packages' | 'findings'> = base.kind === 'compared' ? base : { packages: [], findings: [] };
  const layered = compared.packages.some(({ layer }) => layer !== undefined);
  return { layered, packages: Map.groupBy(compared.packages, keyOf), before: byPackage(compared.findings), now: byPackage(head) };
}

/** Tells of each finding why it is there, and which of the base's are gone. */
export function causesOf(head: readonly Finding[], facts: CauseFacts): Causes {
  const sides = sidesOf(head, facts.base);
  const caused = head.map((finding) => ({ finding, cause: causeOf(finding, sides, facts) }));
  return { caused, fixed: fixedOf(head, facts.base) };
}
