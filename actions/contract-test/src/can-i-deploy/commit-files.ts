import { posix } from 'node:path';
import { Failure } from '@slipway/failure';
import type { TreeEntry } from '@slipway/github';
import type { Entry, Files } from '@slipway/system';

const readOnly = (): never => {
  throw new Error('A commit is never written.');
};

function entriesOf(paths: Iterable<string>, folder: string): readonly Entry[] {
  const inside = folder === '' ? '' : `${folder}/`;
  const found = new Map<string, Entry['kind']>();
  for (const path of paths) {
    if (!path.startsWith(inside)) continue;
    const [name = '', ...rest] = path.slice(inside.length).split('/');
    found.set(name, rest.length > 0 ? 'folder' : 'file');
  }
  return [...found].map(([name, kind]) => ({ name, kind })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The files of a commit as if they were checked out, each read when it is asked for. */
export function commitFiles(entries: readonly TreeEntry[], readBlob: (id: string) => Promise<Uint8Array>): Files {
  const tree = new Map(entries.map((entry) => [entry.path, entry]));
  const at = (path: string): string => posix.resolve('/', path).slice(1);
  const get = (path: string): TreeEntry => {
    const entry = tree.get(at(path));
    if (entry === undefined) throw new Failure({ code: 'FILE_NOT_FOUND', message: `There is no file ${path} in the commit.` });
    return entry;
  };
  const readBytes = async (path: string): Promise<Uint8Array> => readBlob(get(path).id);
  const list = (path: string): readonly Entry[] => entriesOf(tree.keys(), at(path));
  return {
    readBytes,
    readText: async (path) => Buffer.from(await readBytes(path)).toString('utf8'),
    exists: async (path) => tree.has(at(path)) || list(path).length > 0,
    list: async (path) => list(path),
    glob: async (pattern) => [...tree.keys()].filter((path) => posix.matchesGlob(path, at(pattern))).sort(),
    size: async (path) => get(path).size,
    resolve: (path) => `/${at(path)}`,
    realPath: async (path) => `/${at(path)}`,
    async *stream(path, from = 0) {
      yield (await readBytes(path)).subarray(from);
    },
    write: readOnly,
    claim: readOnly,
    append: readOnly,
    remove: readOnly,
  };
}
