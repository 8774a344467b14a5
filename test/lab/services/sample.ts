import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join, relative } from 'node:path';

const FIXTURES = join(import.meta.dirname, '../../fixtures');

/** Texts by their path in a workspace. */
export type Tree = Readonly<Record<string, string>>;

function treeOf(folder: string): Tree {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
  const files = paths.filter((path) => statSync(path).isFile() && !/\/(node_modules|reports)\//.test(path));
  return Object.fromEntries(files.map((path) => [relative(folder, path), readFileSync(path, 'utf8')]));
}

/** A sample service as its repository would be checked out, with a variant's files over its own. */
export function sample(name: 'order-service' | 'payment-service', variant?: string): Tree {
  const over = variant === undefined ? {} : treeOf(join(FIXTURES, 'services/variants', variant));
  return { ...treeOf(join(FIXTURES, 'services', name)), 'reports/.gitkeep': '', ...over };
}

/** The advisories, as they are unpacked below `osv`. */
export function advisories(): Tree {
  const entries = Object.entries(treeOf(join(FIXTURES, 'advisories')));
  return Object.fromEntries(entries.map(([path, text]) => [join('osv', path), text]));
}

/** The files with one text replaced in one of them; throws when it is not there, for then the test would prove nothing. */
export function changed(files: Tree, path: string, from: string, to: string): Tree {
  const text = files[path];
  if (text === undefined || !text.includes(from)) throw new Error(`${path} does not hold ${from}`);
  return { ...files, [path]: text.replaceAll(from, to) };
}

/** The line on which a text stands, from 1. */
export function lineOf(text: string | undefined, part: string): number {
  return (text ?? '').split('\n').findIndex((line) => line.includes(part)) + 1;
}

/** A port that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** The processes whose command line holds a text. */
export function processesWith(text: string): readonly string[] {
  return readdirSync('/proc').filter((pid) => {
    const file = join('/proc', pid, 'cmdline');
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid || !existsSync(file)) return false;
    try {
      return readFileSync(file, 'utf8').includes(text);
    } catch {
      // It ended while we looked.
      return false;
    }
  });
}
