import { readCargoAudit } from './cargo-audit.ts';
import { readGoProgram } from './go-build.ts';
import { JAVA_MAX, readJavaArchive } from './java.ts';
import type { ImagePackage, ImageSystem } from './package.ts';
import { parseApk, parseDpkg, parseNpm, parseOsRelease, parsePython } from './stanza.ts';

/** One entry of a layer, as far as it matters here; `@slipway/oci` gives such entries. */
export interface LayerFile {
  readonly path: string;
  readonly kind: string;
  readonly size: number;
  readonly mode: number;
  content(): AsyncIterable<Uint8Array>;
}

/** What is installed in an image. */
export interface Inventory {
  readonly packages: readonly ImagePackage[];
  readonly system: ImageSystem | undefined;
  /** What could not be looked into. */
  readonly notes: readonly string[];
}

type Finding =
  | { readonly packages: readonly ImagePackage[]; readonly notes?: readonly string[] }
  | { readonly system: ImageSystem | undefined }
  | { readonly note: string };

type Reader = (file: LayerFile) => Promise<Finding>;

/** The largest package database that is read; Debian's with everything installed is a tenth of it. */
const MAX_TEXT = 64 * 1024 * 1024;
const ELF = [0x7f, 0x45, 0x4c, 0x46];

async function textOf(file: LayerFile): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of file.content()) text += decoder.decode(piece, { stream: true });
  return text + decoder.decode();
}

function fromText(parse: (text: string, path: string) => readonly ImagePackage[] | ImagePackage | undefined): Reader {
  return async (file) => {
    if (file.size > MAX_TEXT) return { note: `${file.path} has ${file.size} bytes and was not read` };
    return { packages: [parse(await textOf(file), file.path) ?? []].flat() };
  };
}

/** Passes a file on only when it begins as a program does. */
async function* programOnly(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let begun = false;
  for await (const piece of content) {
    if (!begun && !ELF.every((byte, index) => piece[index] === byte)) return;
    begun = true;
    yield piece;
  }
}

const readSystem: Reader = async (file) => ({ system: parseOsRelease(await textOf(file)) });

/** The largest program that is held whole, which is needed only to read its sections. */
const HELD_MAX = 128 * 1024 * 1024;

async function bytesOf(content: AsyncIterable<Uint8Array>, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let at = 0;
  for await (const piece of content) {
    bytes.set(piece.subarray(0, size - at), at);
    at += piece.length;
  }
  return bytes.subarray(0, Math.min(at, size));
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const readProgram: Reader = async (file) => {
  const content = programOnly(file.content());
  if (file.size > HELD_MAX) return { packages: await readGoProgram(content, file.path) };
  // Most executable files are scripts, of which nothing is held.
  const first = await content.next();
  if (first.done === true) return { packages: [] };
  const rest = (async function* () {
    yield first.value;
    yield* content;
  })();
  const bytes = await bytesOf(rest, file.size);
  return { packages: [...(await readGoProgram(whole(bytes), file.path)), ...readCargoAudit(bytes, file.path)] };
};

const readJava: Reader = async (file) => {
  if (file.size > JAVA_MAX) return { note: `${file.path} has ${file.size} bytes and was not read` };
  return readJavaArchive(await bytesOf(file.content(), file.size), file.path);
};

const TEXTS: readonly (readonly [RegExp, Reader])[] = [
  [/^(usr\/)?lib\/apk\/db\/installed$/, fromText(parseApk)],
  [/^var\/lib\/dpkg\/(status|status\.d\/(?!.*\.md5sums$)[^/]+)$/, fromText(parseDpkg)],
  [/(^|\/)node_modules\/(@[^/]+\/)?[^/]+\/package\.json$/, fromText(parseNpm)],
  [/\.(dist-info\/METADATA|egg-info\/PKG-INFO|egg-info)$/, fromText(parsePython)],
  [/\.(jar|war|ear)$/i, readJava],
  [/^(etc|usr\/lib)\/os-release$/, readSystem],
];

function readerOf({ path, kind, mode }: LayerFile): Reader | undefined {
  if (kind !== 'file') return undefined;
  const text = TEXTS.find(([pattern]) => pattern.test(path))?.[1];
  return text ?? ((mode & 0o111) !== 0 ? readProgram : undefined);
}

/** Removes what a layer hides: a file or a whole folder by `.wh.NAME`, a folder's content by `.wh..wh..opq`. */
function hide(path: string, below: Map<string, Finding>): boolean {
  const [, folder = '', name = ''] = /^(.*\/)?\.wh\.([^/]+)$/.exec(path) ?? [];
  if (name === '') return false;
  const gone = name === '.wh..opq' ? folder : `${folder}${name}`;
  for (const each of below.keys())
    if (name === '.wh..opq' ? each.startsWith(gone) : each === gone || each.startsWith(`${gone}/`)) below.delete(each);
  return true;
}

/** A file in the place of a folder, or the other way round, hides what was there before. */
function replace({ path, kind }: LayerFile, below: Map<string, Finding>): void {
  below.delete(path);
  if (kind === 'folder') return;
  for (const each of below.keys()) if (each.startsWith(`${path}/`)) below.delete(each);
}

const sameAs = (a: ImagePackage): string => `${a.ecosystem} ${a.name} ${a.version}`;

/**
 * Puts the layer on packages. A layer that installs one package writes the whole database anew, so what an older one has
 * in the same version was brought by the layer of that.
 */
function withLayer(finding: Finding, before: Finding | undefined, layer: number): Finding {
  if (!('packages' in finding)) return finding;
  const older = new Map(
    (before !== undefined && 'packages' in before ? before.packages : []).map((each) => [sameAs(each), each.layer]),
  );
  return { ...finding, packages: finding.packages.map((each) => ({ ...each, layer: older.get(sameAs(each)) ?? layer })) };
}

const byName = (a: ImagePackage, b: ImagePackage): number => {
  const [first, second] = [a, b].map(({ ecosystem, name, version, foundIn }) => `${ecosystem}\0${name}\0${version}\0${foundIn}`);
  return (first ?? '') < (second ?? '') ? -1 : 1;
};

const notesOf = (finding: Finding): readonly string[] =>
  'note' in finding ? [finding.note] : 'notes' in finding ? (finding.notes ?? []) : [];

function inventoryOf(found: ReadonlyMap<string, Finding>): Inventory {
  const findings = [...found.values()];
  const systems = ['etc/os-release', 'usr/lib/os-release'].map((path) => found.get(path));
  const system = systems.find((finding) => finding !== undefined && 'system' in finding && finding.system !== undefined);
  return {
    packages: findings.flatMap((finding) => ('packages' in finding ? finding.packages : [])).toSorted(byName),
    system: system !== undefined && 'system' in system ? system.system : undefined,
    notes: findings.flatMap(notesOf).toSorted(),
  };
}

/**
 * Finds what is installed in an image, from the package databases and programs in its layers, lowest layer first.
 *
 * Files that a later layer hides or replaces do not count. Only what was found is held, never a layer.
 */
export async function readInventory(layers: Iterable<AsyncIterable<LayerFile>>): Promise<Inventory> {
  const found = new Map<string, Finding>();
  let height = 0;
  for (const layer of layers) {
    // A whiteout is about the layers below, wherever it stands in its own.
    const own = new Map<string, Finding>();
    const before = new Map(found);
    for await (const file of layer) {
      if (hide(file.path, found)) continue;
      replace(file, found);
      const finding = await readerOf(file)?.(file);
      if (finding !== undefined) own.set(file.path, finding);
    }
    for (const [path, finding] of own) found.set(path, withLayer(finding, before.get(path), height));
    height += 1;
  }
  return inventoryOf(found);
}
