import type { Change } from '@slipway/openapi';
import { isJson, objects } from '../openapi/site.ts';
import type { Pair } from '../openapi/pair.ts';
import type { Finding } from './oasdiff.ts';

/** What both said of a pair. */
export interface Judged {
  readonly pair: Pair;
  readonly ours: readonly Change[];
  readonly theirs: readonly Finding[];
}

/** A kind of pair of which one calls a change breaking and the other does not, with who is right and why. */
export interface Disagreement {
  readonly right: 'slipway' | 'oasdiff';
  readonly why: string;
  /** Whether it explains one finding of the one that calls the pair breaking. */
  readonly explains: (finding: string, judged: Judged) => boolean;
}

const told = ({ theirs }: Judged, id: string): boolean => theirs.some((each) => each.id === id);

const listed = ({ pair }: Judged): boolean =>
  objects(pair.head, (each) => Array.isArray(each['enum']) && each['type'] === 'string').length > 0;

/** Findings of ours where oasdiff calls nothing an error. */
export const ONLY_OURS: readonly Disagreement[] = [
  {
    right: 'slipway',
    why: 'A schema that gets a "not" refuses values that were taken; oasdiff has no rule for "not" in a request.',
    explains: (rule, { pair }) =>
      rule === 'request-keyword-narrowed' && objects(pair.head, (each) => isJson(each['not'])).length > 0,
  },
  {
    right: 'slipway',
    why: 'A property that is no longer named in an object that lets no others in is refused; oasdiff warns of a property that is passed over.',
    explains: (rule, judged) => rule === 'request-property-forbidden' && told(judged, 'request-property-removed'),
  },
  {
    right: 'slipway',
    why: 'An object that lets no other property in, and by a new "allOf" requires one, takes nothing any more; merged by oasdiff, the branch is gone.',
    explains: (rule, { pair }) => rule === 'request-property-added-required' && pair.mutations.includes('compose with more'),
  },
];

/** Findings of oasdiff where we call nothing an error. */
export const ONLY_THEIRS: readonly Disagreement[] = [
  {
    right: 'slipway',
    why: 'Every value that the enum lists has the length that is now asked for, so no value is refused that was taken.',
    explains: (id, judged) => /-(min|max)-length-(set|increased|decreased)$/.test(id) && listed(judged),
  },
  {
    right: 'slipway',
    why: 'A branch that becomes number instead of integer takes every integer that it took.',
    explains: (id, { pair }) =>
      id === 'request-property-list-of-types-narrowed' && pair.mutations.includes('turn an integer into a number'),
  },
];
