import { Failure, type Problem } from '@slipway/failure';
import type { Files } from '@slipway/system';
import { extract, type Header } from 'tar-stream';
import { archiveSink, feed } from './feed.ts';

/** What a layout's files may be called; everything else in an archive is refused, whatever it is. */
const LAYOUT_FILE = /^(?:oci-layout|index\.json|manifest\.json|repositories|blobs\/sha256\/[0-9a-f]{64})$/;
const LAYOUT_FOLDER = /^(?:|blobs|blobs\/sha256)$/;
const MAX_ENTRIES = 100_000;

const REMEDY = 'Pack the folder of an OCI layout with "tar --create --directory=FOLDER .", without compression.';

function refuse(archive: string, message: string): Failure {
  return new Failure({ code: 'ARCHIVE_REFUSED', message: `${archive}: ${message}`, remedy: REMEDY });
}

/** What is wrong with one entry of an archive; nothing when it may be unpacked. */
export function entryProblem({
  name,
  type,
  pax,
}: Pick<Header, 'name' | 'pax'> & { readonly type: Header['type'] | null }): Problem | undefined {
  const shown = name.slice(0, 120);
  const problem = (message: string): Problem => ({ code: 'ARCHIVE_REFUSED', message, remedy: REMEDY });
  if (name.startsWith('/') || name.split('/').includes('..')) return problem(`the entry "${shown}" leads out of the archive.`);
  if (type !== 'file' && type !== 'directory')
    return problem(`the entry "${shown}" is a ${type ?? 'thing of unknown kind'}, not a file.`);
  if (Object.keys(pax ?? {}).some((key) => key.startsWith('GNU.sparse')))
    return problem(`the entry "${shown}" is a sparse file, which claims more bytes than it has.`);
  const plain = name.replace(/^(?:\.\/)+|^\.$|\/+$/g, '');
  const known = type === 'directory' ? LAYOUT_FOLDER.test(plain) : LAYOUT_FILE.test(plain);
  return known ? undefined : problem(`the entry "${shown}" does not belong to an OCI layout.`);
}

async function checkHead(archive: string, files: Files): Promise<void> {
  if ((await files.size(archive)) === 0) throw refuse(archive, 'it is empty.');
  for await (const head of files.stream(archive)) {
    if (head[0] === 0x1f && head[1] === 0x8b) throw refuse(archive, 'it is compressed, which makes its size unknowable.');
    return;
  }
}

/**
 * Unpacks a layout from an archive of tar. Nothing is written but regular files with the names that a layout has, so that
 * an archive can neither reach out of the folder nor fill a disk with more than its own size.
 *
 * @throws Failure ARCHIVE_REFUSED, which names the entry, also when the archive is cut off or is none.
 */
export async function unpackLayout(archive: string, folder: string, files: Files): Promise<void> {
  await checkHead(archive, files);
  const entries = extract();
  const feeding = feed(files.stream(archive), archiveSink(entries));
  let count = 0;
  try {
    for await (const entry of entries) {
      const problem = ++count > MAX_ENTRIES ? `it has more than ${MAX_ENTRIES} entries.` : entryProblem(entry.header)?.message;
      if (problem !== undefined) throw refuse(archive, problem);
      const name = entry.header.name.replace(/^(?:\.\/)+/, '');
      if (entry.header.type === 'file') await files.write(`${folder}/${name}`, entry as AsyncIterable<Uint8Array>);
      else entry.resume();
    }
    await feeding;
  } catch (error) {
    await files.remove(folder);
    if (error instanceof Failure) throw error;
    throw refuse(archive, `it is no whole archive of tar (${error instanceof Error ? error.message : String(error)}).`);
  }
}
