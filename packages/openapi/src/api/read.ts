import { failWhen, type Problem } from '@slipway/failure';
import { descriptionOf } from '../document/open.ts';
import { child, children, descend, type Documents, isTree, locate, type Node, resolve } from '../document/node.ts';
import type { Api } from './api.ts';
import { readPath } from './operation.ts';

const PLACES = ['path', 'query', 'header', 'cookie', 'querystring', 'body', 'formData'];

function malformed(node: Node, what: string): readonly Problem[] {
  return [{ code: 'OPENAPI_MALFORMED', message: `${what}.`, location: locate(node) }];
}

function parameterProblems(given: Node): readonly Problem[] {
  const node = resolve(given);
  if (!isTree(node.value)) return malformed(given, 'A parameter must be an object');
  const { name, in: place } = node.value;
  if (typeof name !== 'string' || name === '') return malformed(given, 'This parameter has no name');
  return PLACES.includes(String(place))
    ? []
    : malformed(given, `The parameter "${name}" is in "${String(place)}"; expected one of ${PLACES.slice(0, 5).join(', ')}`);
}

function operationProblems(operation: Node): readonly Problem[] {
  if (!isTree(operation.value)) return malformed(operation, 'An operation must be an object');
  const { responses } = operation.value;
  return [
    ...children(child(operation, 'parameters')).flatMap(([, each]) => parameterProblems(each)),
    ...(responses === undefined || isTree(responses)
      ? []
      : malformed(operation, 'The "responses" of an operation must be an object')),
    ...children(child(operation, 'responses')).flatMap(([status, each]) =>
      status.startsWith('x-') || /^([1-5]\d\d|[1-5]XX|default)$/i.test(status)
        ? isTree(resolve(each).value) || status.startsWith('x-')
          ? []
          : malformed(each, `The answer "${status}" must be an object`)
        : malformed(each, `"${status}" is no status; expected a number, a range such as 4XX, or default`),
    ),
  ];
}

const METHOD = /^(get|put|post|delete|options|head|patch|trace|query)$/;

function pathProblems(name: string, given: Node): readonly Problem[] {
  const item = resolve(given);
  if (!isTree(item.value)) return malformed(given, `The path "${name}" must be an object`);
  return [
    ...children(child(item, 'parameters')).flatMap(([, each]) => parameterProblems(each)),
    ...children(item).flatMap(([key, each]) => (METHOD.test(key) ? operationProblems(each) : [])),
  ];
}

/**
 * Reads an opened description into the model that all versions share.
 *
 * @throws Failure OPENAPI_MALFORMED with every part that is not what its place asks for, and OPENAPI_EMPTY for a
 * description without an operation: whatever it is compared with, nothing would be proved.
 */
export function readApi(documents: Documents): Api {
  const root = descriptionOf(documents);
  const paths = children(child(root, 'paths')).filter(([name]) => !name.startsWith('x-'));
  const hooks = children(child(root, 'webhooks') ?? child(root, 'x-webhooks'));
  const notPaths = child(root, 'paths');
  failWhen([
    ...(notPaths === undefined || isTree(notPaths.value) ? [] : malformed(notPaths, '"paths" must be an object')),
    ...[...paths, ...hooks].flatMap(([name, item]) => pathProblems(name, item)),
  ]);
  const operations = paths.flatMap(([path, item]) => readPath(path, item, root));
  const webhooks = hooks.flatMap(([name, item]) => readPath(name, item, root));
  if (operations.length + webhooks.length === 0) {
    const message = 'The description holds no operation, so nothing would be proved.';
    const location = locate(child(root, 'paths') ?? root);
    failWhen([{ code: 'OPENAPI_EMPTY', message, remedy: 'Describe the operations under "paths".', location }]);
  }
  const schemes = descend(root, ['components', 'securitySchemes']) ?? child(root, 'securityDefinitions');
  return {
    documents,
    root,
    operations,
    webhooks,
    schemes: new Map(children(schemes).map(([name, each]) => [name, resolve(each)])),
  };
}
