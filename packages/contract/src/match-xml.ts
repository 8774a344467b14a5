import { textValue } from './form.ts';
import type { Mismatch } from './match.ts';
import { matcherProblem } from './matcher.ts';
import { type Rule, type Rules, ruleAt } from './rules.ts';
import { shown } from './value.ts';
import type { XmlElement } from './xml.ts';

/** Where an element is: by the names alone, and with its number among those of its name, as rules may name either. */
interface Place {
  readonly names: readonly string[];
  readonly numbered: readonly string[];
}

const below = ({ names, numbered }: Place, ...steps: readonly string[]): Place => ({
  names: [...names, ...steps],
  numbered: [...numbered, ...steps],
});

const nth = ({ names, numbered }: Place, index: number): Place => ({ names, numbered: [...numbered, String(index)] });

const ruleOf = (rules: Rules, { names, numbered }: Place): Rule | undefined => ruleAt(rules, numbered) ?? ruleAt(rules, names);

function textMismatches(rules: Rules, place: Place, expected: string, actual: string): readonly Mismatch[] {
  const rule = ruleOf(rules, place);
  const path = place.names;
  if (rule === undefined)
    return expected === actual ? [] : [{ path, message: `must be ${shown(expected)}, and is ${shown(actual)}` }];
  return rule.matchers.flatMap((matcher) => {
    const problem = matcherProblem(matcher, expected, textValue(matcher, actual));
    return problem === undefined ? [] : [{ path, message: problem }];
  });
}

function attributeMismatches(rules: Rules, place: Place, expected: XmlElement, actual: XmlElement): readonly Mismatch[] {
  return [...expected.attributes].flatMap(([name, value]) => {
    const given = actual.attributes.get(name);
    const at = below(place, `@${name}`);
    return given === undefined ? [{ path: at.names, message: 'is missing' }] : textMismatches(rules, at, value, given);
  });
}

function countProblem(rule: Rule | undefined, expected: number, actual: number): string | undefined {
  const sized = rule?.matchers.find((matcher) => matcher.match === 'type');
  const [min, max] = [sized?.min ?? (sized === undefined ? expected : 1), sized?.max];
  if (actual === 0 && min > 0) return 'is missing';
  if (actual < min) return `must be there at least ${min} times, and is there ${actual} times`;
  return max !== undefined && actual > max ? `must be there at most ${max} times, and is there ${actual} times` : undefined;
}

/** The children of one name: each as the example's at its place, and what is beyond those as the first when a rule allows more. */
function groupMismatches(
  rules: Rules,
  place: Place,
  expected: readonly XmlElement[],
  actual: readonly XmlElement[],
): readonly Mismatch[] {
  const rule = ruleOf(rules, place);
  const problem = countProblem(rule, expected.length, actual.length);
  if (problem !== undefined) return [{ path: place.names, message: problem }];
  const judged = rule === undefined ? actual.slice(0, expected.length) : actual;
  return judged.flatMap((element, index) => {
    const example = expected[index] ?? expected[0];
    return example === undefined ? [] : elementMismatches(rules, nth(place, index), example, element);
  });
}

function childMismatches(rules: Rules, place: Place, expected: XmlElement, actual: XmlElement): readonly Mismatch[] {
  return [...Map.groupBy(expected.children, ({ identity }) => identity)].flatMap(([identity, wanted]) => {
    const given = actual.children.filter((child) => child.identity === identity);
    return groupMismatches(rules, below(place, wanted[0]?.name ?? ''), wanted, given);
  });
}

function elementMismatches(rules: Rules, place: Place, expected: XmlElement, actual: XmlElement): readonly Mismatch[] {
  // An element that holds elements may be written with white space between them; only a leaf's text, or a mixture's, counts.
  const text = textMismatches(rules, below(place, '#text'), expected.text, actual.text);
  return [...attributeMismatches(rules, place, expected, actual), ...text, ...childMismatches(rules, place, expected, actual)];
}

/**
 * Matches an XML document with a contract's example under its rules.
 *
 * Names are compared by their namespace, whatever the prefix; children in any order; more of them may be there than the
 * example has. Rules name elements, `['@attribute']` and `['#text']`.
 */
export function matchXml(rules: Rules, expected: XmlElement, actual: XmlElement): readonly Mismatch[] {
  if (expected.identity !== actual.identity)
    return [{ path: [expected.name], message: `must be the root element, and the root is ${actual.name}` }];
  return elementMismatches(rules, { names: [expected.name], numbered: [expected.name] }, expected, actual);
}
