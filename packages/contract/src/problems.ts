import type { SourceDocument } from '@slipway/config';
import type { Problem } from '@slipway/failure';
import { GENERATORS } from './generator.ts';
import { isMessage } from './message.ts';
import { compilePattern } from './pattern.ts';
import { isWholePath, MATCHERS, STATUS_CLASSES } from './rules.ts';
import { isTemporalFormat } from './temporal.ts';
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

function formatProblem(matcher: Tree, match: string): string | undefined {
  const format = matcher['format'] ?? matcher[match];
  if (format === undefined || (typeof format === 'string' && isTemporalFormat(format))) return undefined;
  return `has the format ${JSON.stringify(format)}, in which a letter means nothing; quote text in it: 'T'`;
}

/** What is wrong with what a known matcher needs beside its name. */
function matcherProblem(matcher: Tree, match: unknown): string | undefined {
  const { min, max, status } = matcher as { min?: unknown; max?: unknown; status?: unknown };
  if (match === 'regex') return patternProblem(matcher);
  if ((match === 'include' || match === 'contentType') && typeof matcher['value'] !== 'string') return 'has no "value"';
  if (['date', 'time', 'datetime', 'timestamp'].includes(String(match))) return formatProblem(matcher, String(match));
  if ((match === 'eachKey' || match === 'eachValue') && items(matcher['rules']).length === 0) return 'has no "rules"';
  if (match === 'arrayContains' && items(matcher['variants']).length === 0) return 'has no "variants"';
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
  // The example that a matcher carries is data, whatever it looks like.
  const entries = Object.entries(node).filter(([key]) => match === undefined || key !== 'value');
  return entries.flatMap(([key, value]) => [
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

function generatorProblems(node: unknown, path: Path, source: SourceDocument): readonly Problem[] {
  if (!isTree(node)) return [];
  const { type } = node;
  if (typeof type === 'string' && !GENERATORS.includes(type)) {
    const message = `The contract uses the generator "${type}", which is not known here.`;
    const remedy = `Use one of ${GENERATORS.join(', ')}.`;
    return [{ code: 'CONTRACT_GENERATOR_UNKNOWN', message, remedy, location: source.locate(path) }];
  }
  return Object.entries(node).flatMap(([key, value]) => generatorProblems(value, [...path, key], source));
}

/** A body of several parts has a boundary of its own each time, and nothing here reads it yet. */
function bodyProblems(part: Tree, path: Path, source: SourceDocument): readonly Problem[] {
  const headers = Object.entries(tree(part['headers'])).filter(([name]) => name.toLowerCase() === 'content-type');
  const type = [tree(part['body'])['contentType'], ...headers.map(([, value]) => [value].flat()[0])].find(
    (each) => typeof each === 'string',
  );
  if (!/^multipart\//i.test(String(type)) || part['body'] === undefined) return [];
  const message = `A body of the type ${String(type)} cannot be judged here.`;
  const remedy = 'Leave its body out of the contract, and state status and headers.';
  return [{ code: 'CONTRACT_BODY_UNKNOWN', message, remedy, location: source.locate([...path, 'body']) }];
}

function messageProblems(raw: unknown, path: Path, source: SourceDocument): readonly Problem[] {
  const { response, contents, matchingRules } = tree(raw);
  const part = isMessage(raw) && response !== undefined ? tree(items(response)[0]) : tree(raw);
  const missing = isTree(raw) && part['contents'] === undefined && contents === undefined;
  return [
    ...(missing ? [{ code: 'CONTRACT_MALFORMED', message: 'A message needs its contents.', location: source.locate(path) }] : []),
    ...ruleProblems(matchingRules ?? part['matchingRules'], [...path, 'matchingRules'], source),
  ];
}

function interactionProblems(raw: unknown, path: Path, source: SourceDocument): readonly Problem[] {
  const { type, request, response, providerStates } = tree(raw);
  const at = (code: string, message: string): readonly Problem[] => [{ code, message, location: source.locate(path) }];
  if (isMessage(raw)) return messageProblems(raw, path, source);
  if (type !== undefined && type !== 'Synchronous/HTTP')
    return at('CONTRACT_INTERACTION_UNKNOWN', `Interactions of the type ${String(type)} cannot be verified here.`);
  if (!isTree(request) || !isTree(response)) return at('CONTRACT_MALFORMED', 'An interaction needs a request and a response.');
  const nameless = items(providerStates).some((state) => typeof tree(state)['name'] !== 'string');
  return [
    ...(nameless ? at('CONTRACT_MALFORMED', 'A provider state of this interaction has no name.') : []),
    ...ruleProblems(response['matchingRules'], [...path, 'response', 'matchingRules'], source),
    ...generatorProblems(request['generators'], [...path, 'request', 'generators'], source),
    ...bodyProblems(response, [...path, 'response'], source),
  ];
}

/** Everything about a pact that keeps it from being verified, each on its line. */
export function contractProblems(source: SourceDocument): readonly Problem[] {
  const root = tree(source.value);
  const interactions = items(root['interactions']);
  const messages = items(root['messages']);
  const problem = (code: string, message: string, path: Path): Problem => ({ code, message, location: source.locate(path) });
  const nameless = ['consumer', 'provider'].filter((side) => typeof tree(root[side])['name'] !== 'string');
  return [
    ...nameless.map((side) => problem('CONTRACT_MALFORMED', `This is not a pact: it names no ${side}.`, [side])),
    ...(interactions.length === 0 && messages.length === 0
      ? [problem('CONTRACT_EMPTY', 'The contract holds no interaction, so it proves nothing.', ['interactions'])]
      : []),
    ...interactions.flatMap((raw, index) => interactionProblems(raw, ['interactions', index], source)),
    ...messages.flatMap((raw, index) => messageProblems(raw, ['messages', index], source)),
  ];
}
