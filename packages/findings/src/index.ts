export type { Advisory, Affected } from './advisory.ts';
export { parseAdvisory } from './advisory.ts';
export type { Finding, Gate } from './finding.ts';
export { findVulnerabilities, gate, unjudged } from './finding.ts';
export { parseNpmLock } from './npm-lock.ts';
export type { Package } from './package.ts';
export type { Severity } from './severity.ts';
export { SEVERITIES, severityOf } from './severity.ts';
