export type { Finding, Gate } from './finding.ts';
export { findingsOf, gate } from './finding.ts';
export type { Severity } from './severity.ts';
export { SEVERITIES, severityOf } from './severity.ts';
