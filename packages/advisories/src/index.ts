export type { Advisory, Affected, Range, RangeEvent, StatedScore } from './advisory.ts';
export { malformedAdvisory, parseAdvisory } from './advisory.ts';
export type { Match, Matches } from './match.ts';
export { known, matchPackages } from './match.ts';
