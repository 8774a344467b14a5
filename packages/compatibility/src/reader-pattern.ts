import { type Matcher, type Rules, temporalPattern } from '@slipway/contract';
import { literal } from './literal.ts';

/** Semantic versions by the grammar of https://semver.org, without a v in front. */
const NUMBER = '(?:0|[1-9]\\d*)';
const IDENTIFIER = '(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)';
const SEMVER = `^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-${IDENTIFIER}(?:\\.${IDENTIFIER})*)?(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?$`;

/**
 * The pattern that texts of a matcher fit; undefined for one that is about more than how a text is written.
 *
 * Of a type that bytes show no pattern can tell. Its pattern looks ahead, which is not judged: so what is asked is told, and
 * nothing is said of it.
 */
export function patternOf(matcher: Matcher): string | undefined {
  switch (matcher.match) {
    case 'regex':
      return `^(?:${matcher.regex})$`;
    case 'include':
      return literal(matcher.value);
    case 'semver':
      return SEMVER;
    case 'date':
    case 'time':
    case 'datetime':
      return temporalPattern(matcher.format);
    case 'contentType':
      return `(?=${literal(matcher.value)})`;
    default:
      return undefined;
  }
}

const TEMPORAL = { date: 'a date', time: 'a time', datetime: 'a date and time' } as const;

function wordsFor(matcher: Matcher): string | undefined {
  switch (matcher.match) {
    case 'semver':
      return 'a semantic version';
    case 'date':
    case 'time':
    case 'datetime':
      return `${TEMPORAL[matcher.match]} written as ${matcher.format}`;
    case 'include':
      return `a text with ${JSON.stringify(matcher.value)} in it`;
    case 'contentType':
      return `content of the type ${matcher.value}`;
    default:
      return undefined;
  }
}

function inner(matcher: Matcher): readonly Matcher[] {
  if (matcher.match === 'eachKey' || matcher.match === 'eachValue') return matcher.matchers.flatMap(inner);
  if (matcher.match === 'arrayContains') return matcher.variants.flatMap(({ rules }) => matchersOf(rules));
  return [matcher];
}

const matchersOf = (rules: Rules): readonly Matcher[] => rules.flatMap(({ matchers }) => matchers.flatMap(inner));

/** What people call the patterns that some rules come to, by the words that a comparison has for them: `like …`. */
export function patternNames(rules: Rules): ReadonlyMap<string, string> {
  const named = matchersOf(rules).flatMap((matcher) => {
    const [pattern, words] = [patternOf(matcher), wordsFor(matcher)];
    return pattern === undefined || words === undefined ? [] : [[`like ${pattern}`, words] as const];
  });
  return new Map(named);
}
