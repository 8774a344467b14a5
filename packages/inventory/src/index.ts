export { parseNpmLock } from './npm-lock.ts';
export type { Package } from './package.ts';
