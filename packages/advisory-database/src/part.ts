import { createHash } from 'node:crypto';
import type { Advisory } from '@slipway/advisories';
import { concurrently, type Files } from '@slipway/system';
import { ByteWindow } from './byte-window.ts';
import { databaseFault } from './fault.ts';
import { look, type Wanted } from './selection.ts';
import { readEntry } from './zip-content.ts';
import { readDirectory } from './zip-directory.ts';

/** One archive or folder of a database. */
export interface Part {
  readonly file: string;
  /** The ecosystem it is for; undefined when it may hold any. */
  readonly ecosystem?: string;
  /** The digest that it must have, where that is known. */
  readonly expected?: string;
}

/** What was found in one part. */
export interface PartContent extends Part {
  readonly digest: string;
  /** How many advisories it holds. */
  readonly count: number;
  /** The newest change that it tells of, in milliseconds since 1970. */
  readonly newest: number;
  /** The base ecosystems that it holds advisories of, or is for. */
  readonly ecosystems: ReadonlySet<string>;
  /** Those that may be about the packages. */
  readonly advisories: readonly Advisory[];
}

const isAdvisory = (name: string): boolean => name.endsWith('.json');

class Sightings {
  readonly advisories: Advisory[] = [];
  readonly ecosystems = new Set<string>();
  newest = 0;

  constructor({ ecosystem }: Part) {
    if (ecosystem !== undefined) this.ecosystems.add(ecosystem);
  }

  add(file: string, bytes: Buffer, wanted: Wanted): void {
    const { advisory, modified = 0, ecosystems } = look(file, bytes, wanted);
    if (advisory !== undefined) this.advisories.push(advisory);
    for (const each of ecosystems) this.ecosystems.add(each);
    this.newest = Math.max(this.newest, modified);
  }
}

/**
 * Reads an archive of advisories once from its beginning to its end; what it holds at a time is one piece of the archive.
 *
 * @throws Failure DATABASE_MALFORMED, DATABASE_UNSAFE or DATABASE_EMPTY.
 */
export async function readArchive(part: Part, wanted: Wanted, files: Files): Promise<PartContent> {
  const { file } = part;
  const entries = (await readDirectory(files, file)).filter(({ name }) => isAdvisory(name));
  if (entries.length === 0) throw databaseFault('DATABASE_EMPTY', file, 'The archive holds no advisory.');
  const window = new ByteWindow(file, files.stream(file));
  const found = new Sightings(part);
  for (const entry of entries) found.add(`${file}/${entry.name}`, await readEntry(file, window, entry), wanted);
  const packed = entries.reduce((latest, { modified }) => Math.max(latest, modified), 0);
  const digest = await window.digest();
  if (part.expected !== undefined && digest !== part.expected)
    throw databaseFault('DATABASE_DIGEST', file, `The archive has the digest ${digest}, and it should have ${part.expected}.`);
  return {
    ...part,
    digest,
    count: entries.length,
    newest: Math.max(found.newest, packed),
    advisories: found.advisories,
    ecosystems: found.ecosystems,
  };
}

const FILES_AT_ONCE = 16;

/**
 * Reads the advisories that lie as files in a folder.
 *
 * @throws Failure DATABASE_MALFORMED or DATABASE_UNSAFE.
 */
export async function readFolder(part: Part, wanted: Wanted, files: Files): Promise<PartContent> {
  const names = (await files.list(part.file)).filter(({ kind, name }) => kind === 'file' && isAdvisory(name));
  const found = new Sightings(part);
  const digests = await concurrently(FILES_AT_ONCE, names, async ({ name }) => {
    const path = `${part.file}/${name}`;
    const size = await files.size(path);
    if (size > FILE_MAX)
      throw databaseFault('DATABASE_UNSAFE', path, `The advisory has ${size} bytes; one is read up to ${FILE_MAX}.`);
    const bytes = Buffer.from(await files.readBytes(path));
    found.add(path, bytes, wanted);
    return `${name} ${createHash('sha256').update(bytes).digest('hex')}\n`;
  });
  const digest = `sha256:${createHash('sha256').update(digests.join('')).digest('hex')}`;
  return {
    ...part,
    digest,
    count: names.length,
    newest: found.newest,
    advisories: found.advisories,
    ecosystems: found.ecosystems,
  };
}

const FILE_MAX = 32 * 1024 * 1024;
