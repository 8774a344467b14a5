export type { Product, Statement, Status, VexDocument } from './statement.ts';
export type { Stated } from './vex.ts';
export { inForce, parseVex, statedOf } from './vex.ts';
