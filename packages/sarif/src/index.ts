export type { Sarif, SarifOptions } from './sarif.ts';
export { renderSarif } from './sarif.ts';
export { LIMITS } from './limits.ts';
