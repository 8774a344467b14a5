import type { Files } from '@slipway/system';
import { databaseFault } from './fault.ts';

/** One file of an archive, as its central directory lists it. */
export interface ZipEntry {
  readonly name: string;
  /** Where its local header begins. */
  readonly offset: number;
  readonly packed: number;
  readonly size: number;
  readonly checksum: number;
  readonly stored: boolean;
  /** Milliseconds since 1970; the archive keeps local time of its maker, which is taken for UTC. */
  readonly modified: number;
}

/** Signatures and lengths of the parts of an archive (PKWARE's APPNOTE, 4.3). */
const END = 0x06054b50;
const END_LENGTH = 22;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const LOCATOR64_LENGTH = 20;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
const COMMENT_MAX = 0xffff;
const WHOLE = 0xffffffff;

/** Largest advisory that is read; the largest that are published have a few mebibytes. */
const ENTRY_MAX = 32 * 1024 * 1024;
const DIRECTORY_MAX = 512 * 1024 * 1024;

async function stretch(files: Files, path: string, from: number, length: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let held = 0;
  for await (const piece of files.stream(path, from)) {
    pieces.push(piece);
    held += piece.length;
    if (held >= length) break;
  }
  return Buffer.concat(pieces).subarray(0, length);
}

interface Directory {
  readonly offset: number;
  readonly length: number;
  readonly count: number;
}

const malformed = (path: string, why: string) =>
  databaseFault('DATABASE_MALFORMED', path, `This is no whole zip archive: ${why}.`);

/** An archive with more than 65,535 files keeps the true figures in a record of its own. */
async function directory64(files: Files, path: string, tail: Buffer, end: number): Promise<Directory> {
  const locator = end - LOCATOR64_LENGTH;
  if (locator < 0 || tail.readUInt32LE(locator) !== LOCATOR64) throw malformed(path, 'its zip64 locator is missing');
  const record = await stretch(files, path, Number(tail.readBigUInt64LE(locator + 8)), 56);
  if (record.length < 56 || record.readUInt32LE(0) !== END64) throw malformed(path, 'its zip64 record is missing');
  const [count, length, offset] = [24, 40, 48].map((at) => Number(record.readBigUInt64LE(at)));
  return { count: count ?? 0, length: length ?? 0, offset: offset ?? 0 };
}

async function findDirectory(files: Files, path: string, size: number): Promise<Directory> {
  const tail = await stretch(files, path, Math.max(0, size - END_LENGTH - COMMENT_MAX - LOCATOR64_LENGTH), size);
  let end = tail.length - END_LENGTH;
  while (end >= 0 && !(tail.readUInt32LE(end) === END && tail.readUInt16LE(end + 20) === tail.length - end - END_LENGTH)) end--;
  if (end < 0) throw malformed(path, 'its end is missing, so it was cut off or is none');
  const [count, length, offset] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  const large = count === 0xffff || length === WHOLE || offset === WHOLE;
  return large ? directory64(files, path, tail, end) : { count, length, offset };
}

/** Milliseconds since 1970 of a date and a time as DOS packs them. */
function dosTime(date: number, time: number): number {
  const days = [(date >> 9) + 1980, ((date >> 5) & 15) - 1, date & 31] as const;
  return Date.UTC(...days, time >> 11, (time >> 5) & 63, (time & 31) * 2);
}

/** The 64-bit figures of an entry stand in an extra field, in order, for those that the entry itself marks as too large. */
function large(extra: Buffer, values: readonly number[]): readonly number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    return values.map((value) => {
      if (value !== WHOLE || next + 8 > extra.length) return value;
      next += 8;
      return Number(extra.readBigUInt64LE(next - 8));
    });
  }
  return values;
}

function unsafe(path: string, { name, size }: ZipEntry): void {
  const shown = JSON.stringify(name.slice(0, 80));
  const refuse = (why: string) => databaseFault('DATABASE_UNSAFE', path, `The archive's entry ${shown} ${why}.`);
  if (/(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[A-Za-z]:|\0/.test(name)) throw refuse('leads out of the archive');
  if (size > ENTRY_MAX) throw refuse(`has ${size} bytes unpacked; an advisory is read up to ${ENTRY_MAX}`);
}

function entryAt(path: string, bytes: Buffer, at: number): { readonly entry: ZipEntry; readonly end: number } {
  if (at + ENTRY_LENGTH > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw malformed(path, 'its list of files breaks off');
  const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
  const nameEnd = at + ENTRY_LENGTH + (nameLength ?? 0);
  const name = bytes.toString('utf8', at + ENTRY_LENGTH, nameEnd);
  const extra = bytes.subarray(nameEnd, nameEnd + (extraLength ?? 0));
  const short = [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
  const [size = 0, packed = 0, offset = 0] = large(extra, short);
  if ((flags & 1) !== 0) throw malformed(path, `its entry ${name} is encrypted`);
  if (method !== 0 && method !== 8) throw malformed(path, `its entry ${name} is packed by method ${method}, which is not read`);
  const modified = dosTime(bytes.readUInt16LE(at + 14), bytes.readUInt16LE(at + 12));
  const entry = { name, offset, packed, size, checksum: bytes.readUInt32LE(at + 16), stored: method === 0, modified };
  return { entry, end: nameEnd + (extraLength ?? 0) + (commentLength ?? 0) };
}

/** Entries that share bytes are how a small archive unpacks to any size. */
function checkApart(path: string, entries: readonly ZipEntry[], end: number): void {
  for (const [index, { name, offset, packed }] of entries.entries()) {
    const next = entries[index + 1]?.offset ?? end;
    if (offset + 30 + packed > next)
      throw databaseFault('DATABASE_UNSAFE', path, `The archive's entry ${JSON.stringify(name.slice(0, 80))} overlaps the next.`);
  }
}

/**
 * The files of a zip archive in the order in which they lie in it; nothing is unpacked.
 *
 * @throws Failure DATABASE_MALFORMED for what is cut off or no archive, DATABASE_UNSAFE for names that lead out of it and
 * for entries that are larger than any advisory or lie upon each other.
 */
export async function readDirectory(files: Files, path: string): Promise<readonly ZipEntry[]> {
  const size = await files.size(path);
  if (size < END_LENGTH) throw malformed(path, `it has ${size} bytes`);
  const { offset, length, count } = await findDirectory(files, path, size);
  if (length > DIRECTORY_MAX || offset + length > size) throw malformed(path, 'its list of files lies beyond its end');
  const bytes = await stretch(files, path, offset, length);
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count; ) {
    const { entry, end } = entryAt(path, bytes, at);
    unsafe(path, entry);
    entries.push(entry);
    at = end;
  }
  const inOrder = entries.sort((a, b) => a.offset - b.offset);
  checkApart(path, inOrder, offset);
  return inOrder;
}
