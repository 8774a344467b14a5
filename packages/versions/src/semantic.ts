import { byDigits, byMembers, byPrefix, byText, type Comparer, comparerOf, type Order } from './order.ts';

/** A version by Semantic Versioning 2.0.0, or by a relative of it; build metadata is no part of the order. */
export interface SemanticVersion {
  /** Numbers in digits, most significant first. */
  readonly release: readonly string[];
  /** Identifiers of the pre-release; none for a release. */
  readonly pre: readonly string[];
}

const isNumber = (text: string): boolean => /^\d+$/.test(text);

/** The order of two pre-release identifiers (semver.org, 11.4): numbers by value and below words. */
export function byIdentifier(a: string, b: string): Order {
  if (isNumber(a) && isNumber(b)) return byDigits(a, b);
  return isNumber(a) ? -1 : isNumber(b) ? 1 : byText(a, b);
}

/** The order of two lists of pre-release identifiers: none at all is a release and highest, a longer list is higher. */
export function byPreRelease(a: readonly string[], b: readonly string[]): Order {
  if (a.length === 0 || b.length === 0) return Number(a.length === 0) - Number(b.length === 0);
  return byPrefix(a, b, byIdentifier);
}

/** The order of two semantic versions; a number that is not there is zero. */
export const bySemantic = (a: SemanticVersion, b: SemanticVersion): Order =>
  byMembers(a.release, b.release, '0', byDigits) || byPreRelease(a.pre, b.pre);

const NUMBER = '(0|[1-9]\\d*)';
const IDENTIFIER = '(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)';
const TAIL = `(?:-(${IDENTIFIER}(?:\\.${IDENTIFIER})*))?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?`;
const WHOLE = new RegExp(`^${NUMBER}\\.${NUMBER}\\.${NUMBER}${TAIL}$`);

function parseSemantic(text: string): SemanticVersion | undefined {
  const [, major, minor, patch, pre] = WHOLE.exec(text) ?? [];
  if (major === undefined || minor === undefined || patch === undefined) return undefined;
  return { release: [major, minor, patch], pre: pre?.split('.') ?? [] };
}

/** crates.io: Semantic Versioning as it is written, which Cargo demands of every crate. */
export const compareCrates: Comparer = comparerOf(parseSemantic, bySemantic);

const GO = new RegExp(`^v?${NUMBER}(?:\\.${NUMBER}(?:\\.${NUMBER}${TAIL})?)?$`);
const GO_TOOLCHAIN = /^(?:go)?(\d+\.\d+)(?:\.(\d+))?(rc|beta)(\d+)$/;

function parseGo(text: string): SemanticVersion | undefined {
  // Go's own releases are tagged go1.21rc2, and its vulnerability database writes 1.21.0-rc.2.
  const spelt = text.replace(GO_TOOLCHAIN, (_, minor, patch = '0', word, number) => `${minor}.${patch}-${word}.${number}`);
  const [, major, minor = '0', patch = '0', pre] = GO.exec(spelt.replace(/^go(?=\d)/, '')) ?? [];
  return major === undefined ? undefined : { release: [major, minor, patch], pre: pre?.split('.') ?? [] };
}

/**
 * Go, as golang.org/x/mod/semver orders module versions: the `v` may be missing, as advisories leave it out; `v1` and
 * `v1.2` are short; pseudo-versions are pre-releases, and `+incompatible` is build metadata.
 */
export const compareGo: Comparer = comparerOf(parseGo, bySemantic);

const NUGET = /^\s*(\d+(?:\.\d+){0,3})(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z-.]*)?\s*$/;

function parseNuget(text: string): SemanticVersion | undefined {
  const [, release, pre] = NUGET.exec(text) ?? [];
  // Identifiers are compared without regard to case (NuGet.Versioning, VersionComparer).
  return release === undefined ? undefined : { release: release.split('.'), pre: pre?.toUpperCase().split('.') ?? [] };
}

/** NuGet: Semantic Versioning with up to four numbers, and pre-releases without regard to case. */
export const compareNuget: Comparer = comparerOf(parseNuget, bySemantic);
