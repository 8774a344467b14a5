import { child, children, descend, type Node, resolve } from '../document/node.ts';
import type { Media } from './api.ts';

/** A media type without what does not tell types apart: case, blanks and the charset. */
export function normaliseType(type: string): string {
  const [essence = '', ...parameters] = type.split(';').map((part) => part.trim().toLowerCase());
  return [essence, ...parameters.filter((part) => part !== '' && !part.startsWith('charset='))].join(';');
}

/** The media types of a `content` object. */
export function readContent(content: Node | undefined): readonly Media[] {
  return children(content).map(([type, node]) => {
    const at = resolve(node);
    const schema = child(at, 'schema') ?? child(at, 'itemSchema');
    return { type: normaliseType(type), at: node, ...(schema !== undefined && { schema }) };
  });
}

/** The media types that Swagger 2.0 lists beside a body; what is listed at the operation replaces the description's list. */
export function readListed(key: 'consumes' | 'produces', operation: Node, root: Node): readonly Node[] {
  const own = child(operation, key) ?? child(root, key);
  return children(own).flatMap(([, node]) => (typeof node.value === 'string' ? [node] : []));
}

/** The media of a body of Swagger 2.0: one schema under every listed type. */
export function mediaOf(schema: Node | undefined, listed: readonly Node[], at: Node): readonly Media[] {
  if (schema === undefined) return [];
  if (listed.length === 0) return [{ type: '*/*', schema, at }];
  return listed.map((node) => ({ type: normaliseType(String(node.value)), schema, at: node }));
}

/** The schema that the form fields of Swagger 2.0 come to. */
export function formSchema(fields: readonly Node[], operation: Node): Node {
  const named = fields.map((field) => [String(child(field, 'name')?.value), field.value] as const);
  const required = fields.filter((field) => child(field, 'required')?.value === true);
  const value = {
    type: 'object',
    properties: Object.fromEntries(named),
    ...(required.length > 0 && { required: required.map((field) => child(field, 'name')?.value) }),
  };
  const parameters = child(operation, 'parameters');
  return { ...(parameters ?? operation), value };
}

/** The servers' paths, of which a host in front and a trailing slash are no part. */
export function basePathsOf(...levels: readonly (Node | undefined)[]): readonly string[] {
  const servers = levels
    .map((level) => (level === undefined ? undefined : child(level, 'servers')))
    .find((node) => children(node).length > 0);
  const paths = children(servers).map(([, server]) => pathOfUrl(withDefaults(server)));
  return paths.length === 0 ? [''] : [...new Set(paths)];
}

function withDefaults(server: Node): string {
  const url = String(child(server, 'url')?.value ?? '');
  return url.replace(/\{([^}]+)\}/g, (whole, name: string) => {
    const preset = descend(server, ['variables', name, 'default'])?.value;
    return preset === undefined ? whole : String(preset);
  });
}

function pathOfUrl(url: string): string {
  const path = url.replace(/^([a-z][a-z0-9+.-]*:)?\/\/[^/]*/i, '').replace(/[?#].*$/, '');
  return path.replace(/\/+$/, '').replace(/^(?=[^/])/, '/');
}

/** The base path of Swagger 2.0. */
export function swaggerBasePath(root: Node): readonly string[] {
  const path = child(root, 'basePath')?.value;
  return [typeof path === 'string' ? pathOfUrl(path) : ''];
}
