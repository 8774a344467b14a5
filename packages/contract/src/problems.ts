import type { SourceDocument } from '@slipway/config';
import type { Problem } from '@slipway/failure';
import { compilePattern } from './pattern.ts';
import { isWholePath, MATCHERS, STATUS_CLASSES } from './rules.ts';
import { isTree, items, type Tree, tree } from './tree.ts';

type Path = readonly (string | number)[];

function patternProblem(matcher: Tree): string | undefined {
  const { regex } = matcher;
  if (typeof regex !== 'string') return 'has no "regex"';
  try {
    compilePattern(regex);
    return undefined;
  } catch (error) {
    const reason = String(error).split(': ').at(-1);
    return `has the pattern ${JSON.stringify(regex)}, which is no regular expression: ${reason}`;
  }
}

/** What is wrong with what a known matcher needs beside its name. */
function matcherProblem(matcher: Tree, match: unknown): string | undefined {
  const { min, max, status } = matcher as { min?: unknown; max?: unknown; status?: unknown };
  if (match === 'regex') return patternProblem(matcher);
  if (match === 'include' && typeof matcher['value'] !== 'string') return 'has no "value"';
  if ([min, max].some((limit) => limit !== undefined && typeof limit !== 'number')) return 'has a limit that is no number';
  const known = Array.isArray(status) || Object.keys(STATUS_CLASSES).includes(String(status));
  return match === 'statusCode' && !known
    ? `has a "status" that is none of ${Object.keys(STATUS_CLASSES).join(', ')}`
    : undefined;
}

/** The problems of all matching rules below a node, each on the line of its matcher or expression. */
function ruleProblems(node: unknown, path: Path, source: SourceDocument): readonly Problem[] {
  if (Array.isArray(node)) return node.flatMap((each, index) => ruleProblems(each, [...path, index], source));
  if (!isTree(node)) return [];
  const match = node['match'] ?? ('regex' in node ? 'regex' : undefined);
  if (match !== undefined && !MATCHERS.includes(String(match))) {
    const message = `The contract uses the matcher "${String(match)}", which cannot be judged here.`;
    const remedy = `Use one of ${MATCHERS.join(', ')}.`;
    return [{ code: 'CONTRACT_MATCHER_UNKNOWN', message, remedy, location: source.locate(path) }];
  }
  const wrong = match === undefined ? undefined : matcherProblem(node, match);
  if (wrong !== undefined) {
    const location = source.locate('regex' in node ? [...path, 'regex'] : path);
    return [{ code: 'CONTRACT_MATCHER_MALFORMED', message: `The matcher "${String(match)}" ${wrong}.`, location }];
  }
  return Object.entries(node).flatMap(([key, value]) => [
    ...(key.startsWith('$') && !isWholePath(key)
      ? [
          {
            code: 'CONTRACT_PATH_UNKNOWN',
            message: `The expression ${key} cannot be judged here.`,
            remedy: "Use names, indices and the wildcard: $.items[*].name, $['card token'].",
            location: source.locateKey([...path, key]),
          },
        ]
      : []),
    ...ruleProblems(value, [...path, key], source),
  ]);
}

function interactionProblems(raw: unknown, path: Path, source: SourceDocument): readonly Problem[] {
  const { type, request, response, providerStates } = tree(raw);
  const at = (code: string, message: string): readonly Problem[] => [{ code, message, location: source.locate(path) }];
  if (type !== undefined && type !== 'Synchronous/HTTP')
    return at('CONTRACT_INTERACTION_UNKNOWN', `Interactions of the type ${String(type)} cannot be verified here.`);
  if (!isTree(request) || !isTree(response)) return at('CONTRACT_MALFORMED', 'An interaction needs a request and a response.');
  const nameless = items(providerStates).some((state) => typeof tree(state)['name'] !== 'string');
  return [
    ...(nameless ? at('CONTRACT_MALFORMED', 'A provider state of this interaction has no name.') : []),
    ...ruleProblems(response['matchingRules'], [...path, 'response', 'matchingRules'], source),
  ];
}

/** Everything about a pact that keeps it from being verified, each on its line. */
export function contractProblems(source: SourceDocument): readonly Problem[] {
  const root = tree(source.value);
  const interactions = items(root['interactions']);
  const problem = (code: string, message: string, path: Path): Problem => ({ code, message, location: source.locate(path) });
  const nameless = ['consumer', 'provider'].filter((side) => typeof tree(root[side])['name'] !== 'string');
  return [
    ...nameless.map((side) => problem('CONTRACT_MALFORMED', `This is not a pact: it names no ${side}.`, [side])),
    ...(interactions.length === 0
      ? [problem('CONTRACT_EMPTY', 'The contract holds no interaction, so it proves nothing.', ['interactions'])]
      : []),
    ...interactions.flatMap((raw, index) => interactionProblems(raw, ['interactions', index], source)),
    ...(items(root['messages']).length > 0
      ? [problem('CONTRACT_INTERACTION_UNKNOWN', 'Messages cannot be verified here.', ['messages'])]
      : []),
  ];
}
