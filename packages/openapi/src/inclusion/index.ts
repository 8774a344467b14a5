export type { Found } from './inclusion.ts';
export { Inclusion } from './inclusion.ts';
export type { Direction, Kind, Reason } from './reason.ts';
export { isWrong } from './reason.ts';
