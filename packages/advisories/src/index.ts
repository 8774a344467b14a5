export type { Advisory, Affected } from './advisory.ts';
export { parseAdvisory } from './advisory.ts';
export type { Match, Matches } from './match.ts';
export { matchPackages } from './match.ts';
