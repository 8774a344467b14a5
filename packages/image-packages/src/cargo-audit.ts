import { unzlibSync } from 'fflate';
import type { ImagePackage } from './package.ts';

/** The section in which cargo-auditable keeps what a program was built from (github.com/rust-secure-code/cargo-auditable). */
const SECTION = '.dep-v0';
/** Unpacked; the list of the largest programs has a hundredth of it. */
const LIST_MAX = 16 * 1024 * 1024;

interface Layout {
  readonly wide: boolean;
  readonly little: boolean;
}

interface Section {
  readonly name: number;
  readonly offset: number;
  readonly size: number;
}

/** An ELF header as far as it matters here: where the table of sections lies (System V ABI, chapter 4). */
function tableOf(view: DataView, { wide, little }: Layout) {
  const at = wide ? 0x28 : 0x20;
  const offset = wide ? Number(view.getBigUint64(at, little)) : view.getUint32(at, little);
  const rest = wide ? 0x3a : 0x2e;
  const [length, count, names] = [0, 2, 4].map((each) => view.getUint16(rest + each, little));
  return { offset, length: length ?? 0, count: count ?? 0, names: names ?? 0 };
}

function sectionsOf(view: DataView, layout: Layout): { readonly sections: readonly Section[]; readonly names: number } {
  const { wide, little } = layout;
  const { offset, length, count, names } = tableOf(view, layout);
  const place = (at: number): number => (wide ? Number(view.getBigUint64(at, little)) : view.getUint32(at, little));
  const sections = Array.from({ length: count }, (_, index): Section => {
    const at = offset + index * length;
    return { name: view.getUint32(at, little), offset: place(at + (wide ? 0x18 : 0x10)), size: place(at + (wide ? 0x20 : 0x14)) };
  });
  return { sections, names };
}

function sectionNamed(bytes: Uint8Array, wanted: string): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { sections, names } = sectionsOf(view, { wide: bytes[4] === 2, little: bytes[5] === 1 });
  const texts = sections[names];
  if (texts === undefined) return undefined;
  const nameOf = ({ name }: Section): string => {
    const start = texts.offset + name;
    return new TextDecoder('latin1').decode(bytes.subarray(start, start + wanted.length + 1)).split('\0')[0] ?? '';
  };
  const found = sections.find((each) => nameOf(each) === wanted);
  return found && bytes.subarray(found.offset, found.offset + found.size);
}

interface Listed {
  readonly name?: string;
  readonly version?: string;
  readonly source?: string;
  readonly kind?: string;
}

/**
 * The crates that a Rust program was built from, where cargo-auditable wrote them into it; none of another program. What only
 * took part in its build, and what comes from elsewhere than crates.io, is left out.
 */
export function readCargoAudit(bytes: Uint8Array, foundIn: string): readonly ImagePackage[] {
  try {
    const section = sectionNamed(bytes, SECTION);
    if (section === undefined) return [];
    const { packages = [] } = JSON.parse(new TextDecoder().decode(unzlibSync(section, { out: new Uint8Array(LIST_MAX) }))) as {
      packages?: readonly Listed[];
    };
    return packages.flatMap(({ name, version, source, kind = 'runtime' }): readonly ImagePackage[] =>
      name === undefined || version === undefined || source !== 'crates.io' || kind !== 'runtime'
        ? []
        : [{ ecosystem: 'cargo', name, version, foundIn }],
    );
  } catch {
    // A header that lies about its own size is of no program that could run.
    return [];
  }
}
