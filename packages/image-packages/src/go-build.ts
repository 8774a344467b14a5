import type { ImagePackage } from './package.ts';

/** What Go's linker puts before the build information; the offset and the flags follow (debug/buildinfo in Go). */
const MAGIC = new Uint8Array([0xff, 0x20, 0x47, 0x6f, 0x20, 0x62, 0x75, 0x69, 0x6c, 0x64, 0x69, 0x6e, 0x66, 0x3a]);
const HEADER = 32;
const INLINE_STRINGS = 2;
const FLAGS_AT = 15;
/** The module list is framed by sixteen bytes on either side. */
const FRAME = 16;
/** Far more than the longest list of modules takes. */
const MAX_INFO = 4 * 1024 * 1024;

function indexOfMagic(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1))
    if (at + MAGIC.length <= bytes.length && MAGIC.every((byte, index) => bytes[at + index] === byte)) return at;
  return -1;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

/** A length-prefixed string at an offset, and the offset behind it; undefined while its bytes are not all there. */
function stringAt(bytes: Uint8Array, start: number): { readonly text: string; readonly end: number } | undefined {
  let [length, shift, at] = [0, 0, start];
  for (; ; at++, shift += 7) {
    const byte = bytes[at];
    if (byte === undefined || shift > 28) return undefined;
    length |= (byte & 0x7f) << shift;
    if (byte < 0x80) break;
  }
  const end = at + 1 + length;
  if (length < 0 || end > bytes.length) return undefined;
  return { text: new TextDecoder('latin1').decode(bytes.subarray(at + 1, end)), end };
}

/** The modules that Go's linker wrote into a program, from the framed text. */
export function parseModules(text: string, version: string, foundIn: string): readonly ImagePackage[] {
  const found: ImagePackage[] = [
    { ecosystem: 'golang', name: 'stdlib', version: version.replace(/^go/, '').split(' ')[0] ?? '', foundIn },
  ];
  for (const line of text.split('\n')) {
    const [kind, name = '', moduleVersion = ''] = line.split('\t');
    if (kind === 'dep' || kind === 'mod') found.push({ ecosystem: 'golang', name, version: moduleVersion || '(devel)', foundIn });
    // What stands behind the arrow is what was really compiled.
    else if (kind === '=>') found.splice(-1, 1, { ecosystem: 'golang', name, version: moduleVersion || '(devel)', foundIn });
  }
  return found;
}

function modulesIn(bytes: Uint8Array, foundIn: string): readonly ImagePackage[] | undefined {
  if (bytes.length <= HEADER || ((bytes[FLAGS_AT] ?? 0) & INLINE_STRINGS) === 0) return undefined;
  const version = stringAt(bytes, HEADER);
  const modules = version === undefined ? undefined : stringAt(bytes, version.end);
  if (version === undefined || modules === undefined || !version.text.startsWith('go')) return undefined;
  return parseModules(modules.text.slice(FRAME, -FRAME), version.text, foundIn);
}

/** Finds the modules a Go program (1.18 or later) was built from; holds only a few pieces of it at a time. */
export async function readGoProgram(content: AsyncIterable<Uint8Array>, foundIn: string): Promise<readonly ImagePackage[]> {
  let held: Uint8Array = new Uint8Array();
  let found = false;
  for await (const piece of content) {
    held = joined(held, piece);
    while (true) {
      const at = indexOfMagic(held, found ? 1 : 0);
      if (!found && at < 0) break;
      if (!found) held = held.subarray(at);
      found = true;
      const modules = modulesIn(held, foundIn);
      if (modules !== undefined) return modules;
      if (held.length < MAX_INFO) break;
      // The magic may also stand in a program that looks for it, such as Go's own tools.
      held = held.subarray(1);
      found = false;
    }
    if (!found) held = held.slice(-MAGIC.length);
  }
  return found ? afterFalseMagic(held, foundIn) : [];
}

/** At the end of a file, the magic that was waited for may have been a false one, with the true one behind it. */
function afterFalseMagic(held: Uint8Array, foundIn: string): readonly ImagePackage[] {
  for (let at = indexOfMagic(held, 0); at >= 0; at = indexOfMagic(held, at + 1)) {
    const modules = modulesIn(held.subarray(at), foundIn);
    if (modules !== undefined) return modules;
  }
  return [];
}
