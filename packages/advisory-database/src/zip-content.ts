import { crc32, inflateRawSync } from 'node:zlib';
import type { ByteWindow } from './byte-window.ts';
import { databaseFault } from './fault.ts';
import type { ZipEntry } from './zip-directory.ts';

const HEADER = 0x04034b50;
const HEADER_LENGTH = 30;
/** Below this zlib makes no room; above its own usual, most advisories would leave most of the room unused. */
const CHUNK_MIN = 64;

/**
 * The content of one entry, unpacked and held against its checksum.
 *
 * Unpacked in one call and not through a stream: making a stream takes longer than most advisories.
 *
 * @throws Failure DATABASE_MALFORMED when it is not what the archive's list of files says.
 */
export async function readEntry(file: string, window: ByteWindow, entry: ZipEntry): Promise<Buffer> {
  const fail = (why: string) =>
    databaseFault('DATABASE_MALFORMED', file, `The archive's entry ${JSON.stringify(entry.name)} ${why}.`);
  const header = await window.read(entry.offset, HEADER_LENGTH);
  if (header.readUInt32LE(0) !== HEADER) throw fail('is not where the list of files says');
  const start = entry.offset + HEADER_LENGTH + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = await window.read(start, entry.packed);
  const bytes = entry.stored ? packed : unpacked(packed, entry.size, fail);
  if (bytes.length !== entry.size) throw fail(`has ${bytes.length} bytes, and should have ${entry.size}`);
  if (crc32(bytes) !== entry.checksum) throw fail('has another checksum than it should: it was damaged');
  return bytes;
}

function unpacked(packed: Buffer, size: number, fail: (why: string) => Error): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size), chunkSize: Math.max(CHUNK_MIN, size) });
  } catch (error) {
    throw fail(`cannot be unpacked (${error instanceof Error ? error.message : String(error)})`);
  }
}
