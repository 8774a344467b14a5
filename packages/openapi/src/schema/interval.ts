/** Numbers from `min` to `max`; an end that is open does not belong to it. */
export interface Interval {
  readonly min: number;
  readonly max: number;
  readonly minOpen: boolean;
  readonly maxOpen: boolean;
}

/** All numbers. */
export const ALL: Interval = { min: -Infinity, max: Infinity, minOpen: false, maxOpen: false };

/** The numbers that are in both. */
export function intersect(a: Interval, b: Interval): Interval {
  const lower = a.min > b.min || (a.min === b.min && a.minOpen) ? a : b;
  const upper = a.max < b.max || (a.max === b.max && a.maxOpen) ? a : b;
  return { min: lower.min, minOpen: lower.minOpen, max: upper.max, maxOpen: upper.maxOpen };
}

/** The same whole numbers with closed ends: over 0 is from 1. */
export function whole({ min, max, minOpen, maxOpen }: Interval): Interval {
  return {
    min: minOpen && Number.isInteger(min) ? min + 1 : Math.ceil(min),
    max: maxOpen && Number.isInteger(max) ? max - 1 : Math.floor(max),
    minOpen: false,
    maxOpen: false,
  };
}

/** Whether the interval's lower end admits nothing that `outer` does not. */
export const minWithin = (inner: Interval, outer: Interval): boolean =>
  inner.min > outer.min || (inner.min === outer.min && (inner.minOpen || !outer.minOpen));

/** Whether the interval's upper end admits nothing that `outer` does not. */
export const maxWithin = (inner: Interval, outer: Interval): boolean =>
  inner.max < outer.max || (inner.max === outer.max && (inner.maxOpen || !outer.maxOpen));

/** Whether no number is in it. */
export const isEmpty = ({ min, max, minOpen, maxOpen }: Interval): boolean =>
  min > max || (min === max && (minOpen || maxOpen) && Number.isFinite(min));

/** Whether a number is in it. */
export const contains = (interval: Interval, value: number): boolean =>
  minWithin({ ...ALL, min: value }, interval) && maxWithin({ ...ALL, max: value }, interval);
