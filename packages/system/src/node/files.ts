import { createReadStream } from 'node:fs';
import { access, appendFile, glob, mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { Failure } from '@slipway/failure';
import type { Dirent } from 'node:fs';
import type { Entry, Files } from '../files.ts';

/** Large enough that a big file costs few turns of the loop, small enough to hold many at once. */
const PIECE_BYTES = 512 * 1024;

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && codes.includes(String(error.code));
}

const isMissing = (error: unknown): boolean => hasCode(error, 'ENOENT');

async function orMissing<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new Failure(
      { code: 'FILE_NOT_FOUND', message: `There is no file ${path}.`, remedy: 'Check the path; it is taken from the workspace.' },
      { cause: error },
    );
  }
}

function entryOf(entry: Dirent): Entry {
  return { name: entry.name, kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other' };
}

async function listFolder(path: string): Promise<readonly Entry[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.map(entryOf).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  }
}

/** A Failure for what is wrong with the place, and the error itself for anything else, such as a stream that broke. */
function unwritable(path: string, error: unknown): unknown {
  const full = hasCode(error, 'ENOSPC', 'EDQUOT');
  // Node says that a folder is not there when it may not be made on a read-only disk.
  const unmakeable = hasCode(error, 'ENOENT', 'ENOTDIR') && (error as NodeJS.ErrnoException).syscall === 'mkdir';
  if (!full && !unmakeable && !hasCode(error, 'EROFS', 'EACCES', 'EPERM')) return error;
  const problem = full
    ? { code: 'DISK_FULL', message: `${path} cannot be written: no space left.`, remedy: 'Free some space on the runner.' }
    : {
        code: 'FILE_NOT_WRITABLE',
        message: `${path} may not be written.`,
        remedy: 'Write to a folder that this job may change.',
      };
  return new Failure(problem, { cause: error });
}

async function replaceFile(path: string, content: string | Uint8Array | AsyncIterable<Uint8Array>): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    // A pipe or a device, such as /dev/stdout, is written to: a file in its place would take it from everybody else.
    const there = await stat(path).catch(() => undefined);
    if (there !== undefined && !there.isFile() && !there.isDirectory()) {
      await writeFile(path, content);
      return;
    }
    await writeFile(temporary, content);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw unwritable(path, error);
  }
}

async function claimFile(path: string, text: string): Promise<boolean> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw unwritable(path, error);
  }
}

/** A path with slashes, as GitHub shows files on every system, where the system writes another separator. */
export const slashed = (path: string, separator: string): string => (separator === '/' ? path : path.replaceAll(separator, '/'));

async function matching(pattern: string, workspace: string): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const entry of glob(pattern, { cwd: workspace, withFileTypes: true })) {
    if (entry.isFile()) found.push(join(entry.parentPath, entry.name));
  }
  return found.map((path) => slashed(isAbsolute(pattern) ? path : relative(workspace, path), sep)).sort();
}

/** The file system, with relative paths taken from `workspace`. */
export function nodeFiles(workspace: string): Files {
  const at = (path: string): string => resolve(workspace, path);
  return {
    resolve: at,
    readText: (path) => orMissing(path, readFile(at(path), 'utf8')),
    readBytes: (path) => orMissing(path, readFile(at(path))),
    write: (path, content) => replaceFile(at(path), content),
    claim: (path, text) => claimFile(at(path), text),
    append: async (path, text) => {
      await mkdir(dirname(at(path)), { recursive: true });
      await appendFile(at(path), text);
    },
    exists: (path) =>
      access(at(path)).then(
        () => true,
        () => false,
      ),
    list: (path) => listFolder(at(path)),
    glob: (pattern) => matching(pattern, workspace),
    size: async (path) => (await orMissing(path, stat(at(path)))).size,
    remove: (path) => rm(at(path), { recursive: true, force: true }),
    realPath: async (path) => slashed(await orMissing(path, realpath(at(path))), sep),
    stream: (path, from = 0) => createReadStream(at(path), { start: from, highWaterMark: PIECE_BYTES }),
  };
}
