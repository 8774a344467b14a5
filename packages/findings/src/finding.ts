import type { Location } from '@slipway/failure';
import { fingerprintOf } from './fingerprint.ts';
import { decisive, type Rating } from './severity.ts';

/** What can be found, worst first: code that means harm, a secret, a known vulnerability, a weakness in code or in configuration. */
export const KINDS = ['malware', 'secret', 'vulnerability', 'code', 'misconfiguration'] as const;

/** One of the kinds of finding. */
export type Kind = (typeof KINDS)[number];

/** The package in which something was found. */
export interface FoundPackage {
  /** The ecosystem as OSV names it, such as `npm`, `PyPI` or `Debian:12`. */
  readonly ecosystem: string;
  readonly name: string;
  readonly version: string;
  /** Its package URL, where it has one. */
  readonly purl?: string;
  /** Needed for development only; absent when the engine does not tell. */
  readonly dev?: boolean;
  /** Named by the project itself; absent when the engine does not tell. */
  readonly direct?: boolean;
  /** Names from the direct dependency down to this package. */
  readonly via?: readonly string[];
  /** The layer of the image that brought it, lowest first from 0. */
  readonly layer?: number;
}

/** Who found it, under which name, and where: what merging never loses. */
export interface Sighting {
  /** The engine, such as `slipway` or `grype`. */
  readonly engine: string;
  readonly id: string;
  readonly location: Location;
}

/** One thing that was found, whichever engine found it. */
export interface Finding {
  readonly kind: Kind;
  /** The advisory's id, or the rule's. */
  readonly id: string;
  /** Other names of the same thing, without `id`. */
  readonly aliases: readonly string[];
  /** What it is, in one line of plain text. A secret's own value never stands here. */
  readonly title: string;
  readonly package?: FoundPackage;
  /** Where it stands, such as the line of a lockfile. */
  readonly location: Location;
  /** Where the project asks for the direct dependency by which the package comes in. */
  readonly manifest?: Location;
  /** The rating that counts. */
  readonly rating: Rating;
  /** All that were given; the one that counts is among them. */
  readonly ratings: readonly Rating[];
  /** Whether it is known to be exploited in the wild; absent when nobody told. */
  readonly exploited?: boolean;
  /** The probability of it being exploited within 30 days, from 0 to 1 (https://www.first.org/epss). */
  readonly epss?: number;
  /** The versions without it, lowest first; none when there is no fix. */
  readonly fixes: readonly string[];
  /** When it became known, as an RFC 3339 time. */
  readonly published?: string;
  readonly references: readonly string[];
  readonly sightings: readonly Sighting[];
  /** The same as long as it is the same thing at the same file, whatever line or version it moves to. */
  readonly fingerprint: string;
}

/** What an engine says of one finding; the rest follows from it. */
export interface Reported {
  readonly engine: string;
  readonly kind: Kind;
  readonly id: string;
  readonly title: string;
  readonly location: Location;
  readonly aliases?: readonly string[];
  readonly package?: FoundPackage;
  readonly manifest?: Location;
  readonly ratings?: readonly Rating[];
  readonly exploited?: boolean;
  readonly epss?: number;
  readonly fixes?: readonly string[];
  readonly published?: string;
  readonly references?: readonly string[];
  /** Words that tell it from another of the same id in the same file, such as the hash of a secret; never the secret. */
  readonly mark?: readonly string[];
}

/** The words by which a finding is known again: not its line, and not the version, which may both move. */
function wordsOf({ kind, id, package: of, location, mark = [] }: Reported): readonly string[] {
  return [kind, id, of?.ecosystem ?? '', of?.name ?? '', location.file, ...mark];
}

/** The finding that an engine reports, with the rating that counts and its fingerprint. */
export function findingOf(reported: Reported): Finding {
  const { engine, mark: _, ...rest } = reported;
  const ratings = reported.ratings ?? [];
  const rating = decisive(ratings);
  const { id, location } = reported;
  return {
    ...rest,
    aliases: [...new Set(reported.aliases)].filter((alias) => alias !== id),
    fixes: reported.fixes ?? [],
    references: reported.references ?? [],
    rating,
    ratings: ratings.length === 0 ? [rating] : ratings,
    sightings: [{ engine, id, location }],
    fingerprint: fingerprintOf(wordsOf(reported)),
  };
}
