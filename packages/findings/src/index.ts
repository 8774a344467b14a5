export type { Exploitation } from './exploitation.ts';
export { parseEpss, parseExploited, withExploitation } from './exploitation.ts';
export type { Finding, FoundPackage, Kind, Reported, Sighting } from './finding.ts';
export { findingOf, KINDS } from './finding.ts';
export { findingsOfMatches, foundPackage, isMalware, OWN_ENGINE } from './matched.ts';
export { mergeFindings, worstFirst } from './merge.ts';
export { isPurl, purlCovers, purlOf } from './purl.ts';
export type { Rating, Severity } from './severity.ts';
export { decisive, levelOf, rankOf, ratingOfVector, ratingOfWord, SEVERITIES } from './severity.ts';
