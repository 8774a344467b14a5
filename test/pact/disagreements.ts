import type { Case } from './oracle.ts';

/** Cases in which Pact's own verifier and ours differ, and why ours is kept as it is. */
export interface Disagreement {
  readonly what: string;
  readonly why: string;
  readonly pact: 'keeps' | 'breaks';
  readonly covers: (each: Case) => boolean;
}

const named =
  (pattern: RegExp, body: RegExp = /[\s\S]*/) =>
  (each: Case) =>
    pattern.test(each.name) && body.test(each.actual.body);

export const DISAGREEMENTS: readonly Disagreement[] = [
  {
    what: '1.0 where the example is 1, compared as equal',
    why: 'Both texts stand for the same number, and whatever reads them as JSON gets the same; no consumer can break by it.',
    pact: 'breaks',
    covers: named(/^example 0 (without a rule|under equality)/, /:1\.0\}/),
  },
  {
    what: 'a rule about a single value whose own example is a list or an object: values that the rule accepts',
    why: 'The contract contradicts itself; the rule is what the consumer says that it accepts, so the rule decides.',
    pact: 'breaks',
    covers: named(/^example [67] under (integer|decimal|number|boolean|null|semver)/),
  },
  {
    what: 'the same, with a list whose items the rule accepts',
    why: 'Pact asks the rule of the items; the rule names the list itself, which is no number, truth value or version.',
    pact: 'keeps',
    covers: named(/^example 6 under (integer|decimal|number|boolean|semver)/, /:\[/),
  },
  {
    what: 'a list or an object where a pattern is asked for',
    why: 'Pact lets the pattern judge the JSON text of the list. A consumer that was promised a text that fits a pattern breaks.',
    pact: 'keeps',
    covers: named(/^pattern [69] /, /:[[{]/),
  },
  {
    what: 'a pattern and a number with an exponent',
    why: 'Pact writes 1e2 as 100.0 first; ours judges what the provider wrote.',
    pact: 'breaks',
    covers: named(/^pattern 7 /, /1e2/),
  },
  {
    what: 'one of two rules is enough, and one of them is met',
    why: 'Pact hands "null or type" on to the parts, and holds null itself against the type of the example.',
    pact: 'breaks',
    covers: named(/^one or null/),
  },
  {
    what: 'an element that the example does not have, below a rule by type',
    why: 'Without the rule Pact allows it as well, and a rule by type asks for less, not more.',
    pact: 'breaks',
    covers: named(/^xml from its root/, /<c\/>/),
  },
];
