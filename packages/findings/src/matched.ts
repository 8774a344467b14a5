import type { Advisory, Match, StatedScore } from '@slipway/advisories';
import type { Package } from '@slipway/inventory';
import { baseEcosystem, normalizeName } from '@slipway/versions';
import { type Finding, findingOf, type FoundPackage, type Kind } from './finding.ts';
import { purlOf } from './purl.ts';
import { type Rating, ratingOfVector, ratingOfWord } from './severity.ts';

/** The name of our own engine among sightings. */
export const OWN_ENGINE = 'slipway';

const ratingOf = ({ type, score }: StatedScore): Rating =>
  type.startsWith('CVSS_') ? ratingOfVector(score) : ratingOfWord(score, type);

/** A package's own scores stand in the place of the advisory's. */
function scoresFor({ ecosystem, name, source }: Package, { affected, severity }: Advisory): readonly StatedScore[] {
  const keyOf = (system: string, of: string): string => `${baseEcosystem(system)}/${normalizeName(system, of)}`;
  const key = keyOf(ecosystem, source?.name ?? name);
  const own = affected.filter((each) => keyOf(each.ecosystem, each.name) === key).flatMap((each) => each.severity);
  return own.length > 0 ? own : severity;
}

function ratingsFor(of: Package, advisory: Advisory): readonly Rating[] {
  const { statedSeverity } = advisory;
  const word = statedSeverity === undefined ? [] : [ratingOfWord(statedSeverity, 'word of the database')];
  return [...scoresFor(of, advisory).map(ratingOf), ...word];
}

/** The OpenSSF names advisories of malicious packages `MAL-…` (https://github.com/ossf/malicious-packages). */
export const isMalware = (ids: readonly string[]): boolean => ids.some((id) => /^MAL-/i.test(id));

const kindOf = ({ id, aliases }: Advisory): Kind => (isMalware([id, ...aliases]) ? 'malware' : 'vulnerability');

/** A package of an inventory as one in which something was found. */
export function foundPackage(of: Package): FoundPackage {
  const { ecosystem, name, version, dev, direct, via, layer } = of;
  const purl = purlOf(ecosystem, name, version);
  return {
    ...{ ecosystem, name, version, dev, direct },
    ...(purl !== undefined && { purl }),
    ...(via !== undefined && { via }),
    ...(layer !== undefined && { layer }),
  };
}

function matched({ package: of, advisory, fix }: Match): Finding {
  const { id, aliases, upstream, summary, published, references } = advisory;
  return findingOf({
    engine: OWN_ENGINE,
    kind: kindOf(advisory),
    id,
    // A distribution's advisory is about the ones that it was made from.
    aliases: [...aliases, ...(upstream.length === 1 ? upstream : [])],
    title: summary,
    package: foundPackage(of),
    location: of.location,
    ratings: ratingsFor(of, advisory),
    fixes: fix === undefined ? [] : [fix],
    references,
    ...(of.manifest !== undefined && { manifest: of.manifest }),
    ...(published !== undefined && { published }),
  });
}

/** The findings that our own matches amount to. */
export const findingsOfMatches = (matches: readonly Match[]): readonly Finding[] => matches.map(matched);
