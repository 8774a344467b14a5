import { posix } from 'node:path';
import { Failure } from '@slipway/failure';
import type { Entry, Files } from '../files.ts';

function listOf(content: ReadonlyMap<string, Uint8Array>, folder: string): readonly Entry[] {
  const names = new Map<string, Entry['kind']>();
  for (const path of content.keys()) {
    if (!path.startsWith(`${folder}/`)) continue;
    const [name = '', ...rest] = path.slice(folder.length + 1).split('/');
    names.set(name, rest.length > 0 ? 'folder' : 'file');
  }
  return [...names].map(([name, kind]) => ({ name, kind })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function bytesOf(content: string | Uint8Array | AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  if (typeof content === 'string') return Buffer.from(content);
  if (content instanceof Uint8Array) return content;
  const pieces: Uint8Array[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Files in memory, under the workspace `/workspace`. */
export function memoryFiles(initial: Readonly<Record<string, string | Uint8Array>> = {}): Files {
  const content = new Map<string, Uint8Array>();
  const at = (path: string): string => posix.resolve('/workspace', path);
  const put = (path: string, value: string | Uint8Array): void => {
    content.set(at(path), typeof value === 'string' ? Buffer.from(value) : value);
  };
  const get = (path: string): Uint8Array => {
    const found = content.get(at(path));
    if (found === undefined) throw new Failure({ code: 'FILE_NOT_FOUND', message: `There is no file ${path}.` });
    return found;
  };
  for (const [path, value] of Object.entries(initial)) put(path, value);
  return {
    resolve: at,
    readText: async (path) => Buffer.from(get(path)).toString('utf8'),
    readBytes: async (path) => get(path),
    write: async (path, value) => put(path, await bytesOf(value)),
    claim: async (path, text) => {
      if (content.has(at(path))) return false;
      put(path, text);
      return true;
    },
    append: async (path, text) => put(path, Buffer.concat([content.get(at(path)) ?? Buffer.alloc(0), Buffer.from(text)])),
    exists: async (path) => content.has(at(path)) || listOf(content, at(path)).length > 0,
    list: async (path) => listOf(content, at(path)),
    glob: async (pattern) =>
      [...content.keys()]
        .filter((path) => posix.matchesGlob(path, at(pattern)))
        .map((path) => posix.relative('/workspace', path))
        .sort(),
    size: async (path) => get(path).length,
    remove: async (path) => {
      for (const each of [...content.keys()]) if (each === at(path) || each.startsWith(`${at(path)}/`)) content.delete(each);
    },
    realPath: async (path) => {
      if (at(path) !== '/workspace' && !content.has(at(path)) && listOf(content, at(path)).length === 0) get(path);
      return at(path);
    },
    async *stream(path, from = 0) {
      yield get(path).subarray(from);
    },
  };
}
