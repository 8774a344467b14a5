import { describe, expect, test } from '@jest/globals';
import { type Header, pack } from 'tar-stream';
import { memoryFiles } from '@slipway/system/memory';
import { unpackLayout } from './archive.ts';
import { readLayout } from './layout.ts';
import { madeLayout } from './memory/image.ts';

type Entry = Partial<Omit<Header, 'type'>> & {
  readonly name: string;
  readonly type?: Header['type'];
  readonly content?: Uint8Array;
};

/** An archive with the given entries; what the library would not write is written over its bytes. */
async function tarOf(entries: readonly Entry[]): Promise<Buffer> {
  const archive = pack();
  for (const { content = Buffer.alloc(0), ...header } of entries) {
    if (header.type !== undefined && header.type !== 'file') archive.entry(header);
    else archive.entry(header, Buffer.from(content));
  }
  archive.finalize();
  const pieces: Buffer[] = [];
  for await (const piece of archive) pieces.push(Buffer.from(piece as Uint8Array));
  return Buffer.concat(pieces);
}

const made = madeLayout({ platforms: ['linux/amd64', 'linux/arm64'] });
const whole: readonly Entry[] = Object.entries(made.files).map(([name, content]) => ({ name, content }));

async function unpack(archive: Uint8Array) {
  const files = memoryFiles({ 'image.tar': archive });
  await unpackLayout('image.tar', 'unpacked', files);
  return files;
}

/** Gives an entry's header another kind, with the sum that makes it valid again. */
function withKind(archive: Buffer, kind: string): Buffer {
  archive[156] = kind.charCodeAt(0);
  archive.fill(' ', 148, 156);
  const sum = archive.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  archive.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return archive;
}

describe('an archive', () => {
  test.each([
    ['as it is', ''],
    ['with ./ before its names', './'],
  ])('of a layout %s is that layout', async (_, prefix) => {
    const folders: Entry[] = [
      { name: `${prefix}blobs/`, type: 'directory' },
      { name: `${prefix}blobs/sha256/`, type: 'directory' },
    ];
    const files = await unpack(await tarOf([...folders, ...whole.map((each) => ({ ...each, name: `${prefix}${each.name}` }))]));
    expect((await readLayout('unpacked', files)).root).toEqual(made.root);
  });

  test.each<[string, Entry, RegExp]>([
    ['leads out with ..', { name: '../evil' }, /the entry "\.\.\/evil" leads out of the archive/],
    ['leads out further in', { name: 'blobs/sha256/../../../evil' }, /leads out of the archive/],
    ['has an absolute path', { name: '/etc/passwd' }, /the entry "\/etc\/passwd" leads out/],
    ['is a hard link', { name: 'index.json', type: 'link', linkname: '/etc/shadow' }, /is a link, not a file/],
    ['is a symbolic link', { name: 'index.json', type: 'symlink', linkname: '/etc/shadow' }, /is a symlink, not a file/],
    ['is a device', { name: 'index.json', type: 'character-device' }, /is a character-device, not a file/],
    ['is a pipe', { name: 'index.json', type: 'fifo' }, /is a fifo, not a file/],
    ['is no part of a layout', { name: 'blobs/sha256/evil.sh' }, /does not belong to an OCI layout/],
    ['says that it is sparse', { name: 'index.json', pax: { 'GNU.sparse.realsize': '8796093022208' } }, /is a sparse file/],
  ])('with an entry that %s is refused, and nothing of it is left', async (_, entry, message) => {
    const archive = await tarOf([...whole, entry]);
    const files = memoryFiles({ 'image.tar': archive });
    await expect(unpackLayout('image.tar', 'unpacked', files)).rejects.toThrow(message);
    expect(await files.list('unpacked')).toEqual([]);
    expect(await files.exists('/workspace/evil')).toBe(false);
  });

  test('with an old sparse file is refused before it is blown up', async () => {
    const archive = withKind(await tarOf([{ name: 'index.json', content: Buffer.from('{}') }]), 'S');
    await expect(unpack(archive)).rejects.toThrow(/is a thing of unknown kind, not a file/);
  });

  test.each<[string, () => Promise<Uint8Array>, RegExp]>([
    ['is cut off', async () => (await tarOf(whole)).subarray(0, 2000), /no whole archive of tar/],
    ['is none', async () => Buffer.from('this is not an archive '.repeat(100)), /no whole archive of tar/],
    ['is compressed', async () => Buffer.from([0x1f, 0x8b, 8, 0]), /it is compressed/],
    ['is empty', async () => Buffer.alloc(0), /it is empty/],
  ])('that %s is refused', async (_, archive, message) => {
    await expect(unpack(await archive())).rejects.toThrow(message);
  });
});
