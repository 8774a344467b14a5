import { child, children, type Node, resolve, textOf } from '../document/node.ts';
import type { Body, Operation, Parameter, Requirement, Response } from './api.ts';
import { basePathsOf, formSchema, mediaOf, readContent, readListed, swaggerBasePath } from './media.ts';
import { readHeaders, readParameters } from './parameter.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

function readBody(operation: Node, path: Node, root: Node): Body | undefined {
  const given = child(operation, 'requestBody');
  if (given !== undefined) {
    const node = resolve(given);
    return { required: child(node, 'required')?.value === true, media: readContent(child(node, 'content')), at: given };
  }
  if (operation.documents.version !== '2.0') return undefined;
  const all = [...children(child(path, 'parameters')), ...children(child(operation, 'parameters'))].map(([, each]) =>
    resolve(each),
  );
  const [body] = all.filter((each) => child(each, 'in')?.value === 'body');
  const listed = readListed('consumes', operation, root);
  if (body !== undefined) {
    const required = child(body, 'required')?.value === true;
    return { required, media: mediaOf(child(body, 'schema'), listed, body), at: body };
  }
  const fields = all.filter((each) => child(each, 'in')?.value === 'formData');
  const [first] = fields;
  if (first === undefined) return undefined;
  const required = fields.some((field) => child(field, 'required')?.value === true);
  return { required, media: mediaOf(formSchema(fields, operation), listed, first), at: first };
}

function readResponses(operation: Node, root: Node): readonly Response[] {
  return children(child(operation, 'responses')).flatMap(([status, given]) => {
    if (status.startsWith('x-')) return [];
    const node = resolve(given);
    const media =
      operation.documents.version === '2.0'
        ? mediaOf(child(node, 'schema'), readListed('produces', operation, root), given)
        : readContent(child(node, 'content'));
    return [
      {
        status: status.toUpperCase().replace('DEFAULT', 'default'),
        headers: readHeaders(child(node, 'headers')),
        media,
        at: given,
      },
    ];
  });
}

function readSecurity(operation: Node, root: Node): readonly Requirement[] {
  return children(child(operation, 'security') ?? child(root, 'security')).map(([, at]) => ({
    at,
    schemes: new Map(children(at).map(([name, scopes]) => [name, children(scopes).map(([, scope]) => String(scope.value))])),
  }));
}

function readSunset(operation: Node): Pick<Operation, 'sunset'> {
  const at = child(operation, 'x-sunset');
  // YAML reads a bare date as text, and a JSON writer may have put anything there.
  return at === undefined ? {} : { sunset: { text: String(at.value), at } };
}

function readCallbacks(operation: Node, root: Node): readonly Operation[] {
  return children(child(operation, 'callbacks')).flatMap(([name, given]) =>
    children(resolve(given)).flatMap(([expression, item]) => readPath(`${name} ${expression}`, item, root)),
  );
}

function readOperation(method: string, path: string, item: Node, operation: Node, root: Node): Operation {
  const body = readBody(operation, item, root);
  const id = textOf(operation, 'operationId');
  const inBody = (parameter: Parameter): boolean => ['body', 'formData'].includes(parameter.in as string);
  return {
    method: method.toUpperCase(),
    path,
    parameters: readParameters(item, operation).filter((parameter) => !inBody(parameter)),
    responses: readResponses(operation, root),
    security: readSecurity(operation, root),
    deprecated: child(operation, 'deprecated')?.value === true,
    callbacks: readCallbacks(operation, root),
    basePaths: operation.documents.version === '2.0' ? swaggerBasePath(root) : basePathsOf(operation, item, root),
    at: operation,
    ...readSunset(operation),
    ...(id !== undefined && { id }),
    ...(body !== undefined && { body }),
  };
}

/** The operations of one path. */
export function readPath(path: string, given: Node, root: Node): readonly Operation[] {
  const item = resolve(given);
  const own = METHODS.flatMap((method) => {
    const operation = child(item, method);
    return operation === undefined ? [] : [[method, operation] as const];
  });
  const more = children(child(item, 'additionalOperations'));
  return [...own, ...more].map(([method, operation]) => readOperation(method, path, item, operation, root));
}
