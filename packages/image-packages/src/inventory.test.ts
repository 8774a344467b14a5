import { describe, expect, test } from '@jest/globals';
import { type LayerFile, packageUrl, readInventory } from './index.ts';

interface Made {
  readonly text?: string | Uint8Array;
  readonly mode?: number;
  readonly kind?: string;
}

/** A layer of made-up files; a text alone is a plain file. */
async function* layer(files: Readonly<Record<string, string | Made>>): AsyncGenerator<LayerFile> {
  for (const [path, made] of Object.entries(files)) {
    const { text = '', mode = 0o644, kind = 'file' } = typeof made === 'string' ? { text: made } : made;
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
    yield {
      path,
      kind,
      mode,
      size: bytes.length,
      async *content() {
        // In small pieces, so that what is looked for lies across their borders.
        for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
      },
    };
  }
}

const names = async (...layers: readonly AsyncIterable<LayerFile>[]) =>
  (await readInventory(layers)).packages.map(({ ecosystem, name, version }) => `${ecosystem} ${name} ${version}`);

const DPKG = `Package: libc6
Status: install ok installed
Architecture: amd64
Source: glibc (2.36-9)
Version: 2.36-9+deb12u14
Description: libraries
 Version: not this
.

Package: gone
Status: deinstall ok config-files
Version: 1
`;
const APK = 'P:musl\nV:1.2.5-r0\nA:x86_64\nL:MIT\no:musl\n\nP:libcrypto3\nV:3.3.1-r0\nA:x86_64\nL:Apache-2.0\no:openssl\n';
const npm = (name: string, version: string) => JSON.stringify({ name, version, license: 'MIT' });

/** A program as Go's linker makes it, with a false magic before the true one. */
function goProgram(modules: string): Uint8Array {
  const string = (text: string): Buffer => {
    const bytes = Buffer.from(text, 'latin1');
    const length = [];
    let rest = bytes.length;
    for (; rest > 127; rest >>= 7) length.push((rest & 0x7f) | 0x80);
    return Buffer.concat([Buffer.from([...length, rest]), bytes]);
  };
  const magic = Buffer.concat([Buffer.from([0xff]), Buffer.from(' Go buildinf:', 'latin1')]);
  const header = Buffer.concat([magic, Buffer.from([8, 2]), Buffer.alloc(16)]);
  const framed = `${'<'.repeat(16)}${modules}${'>'.repeat(16)}`;
  const elf = Buffer.from('\x7fELF', 'latin1');
  return Buffer.concat([
    elf,
    Buffer.alloc(41),
    magic,
    Buffer.alloc(33),
    header,
    string('go1.26.8 X:nocoverage'),
    string(framed),
    Buffer.alloc(9),
  ]);
}

const MODULES =
  'path\tx/cmd\nmod\tx\t(devel)\t\ndep\tgithub.com/a/b\tv1.2.3\th1:x=\ndep\tgolang.org/x/net\tv0.1.0\n=>\tgolang.org/x/net\tv0.2.0\th1:y=\n';

describe('the packages of an image', () => {
  test.each<[string, Readonly<Record<string, string | Made>>, readonly string[]]>([
    ["of Debian's database", { 'var/lib/dpkg/status': DPKG }, ['deb libc6 2.36-9+deb12u14']],
    [
      'of a distroless image',
      {
        'var/lib/dpkg/status.d/tzdata': 'Package: tzdata\nVersion: 2024a\n',
        'var/lib/dpkg/status.d/tzdata.md5sums': 'Package: x\nVersion: 1\n',
      },
      ['deb tzdata 2024a'],
    ],
    ["of Alpine's database", { 'lib/apk/db/installed': APK }, ['apk libcrypto3 3.3.1-r0', 'apk musl 1.2.5-r0']],
    [
      'of Node',
      {
        'app/node_modules/@a/b/package.json': npm('@a/b', '1.0.0'),
        'app/node_modules/c/node_modules/d/package.json': npm('d', '2.0.0'),
        'app/package.json': npm('app', '9.9.9'),
        'app/node_modules/c/lib/package.json': npm('inner', '1.0.0'),
        'app/node_modules/e/package.json': '{"type":"module"}',
        'app/node_modules/f/package.json': 'not JSON',
      },
      ['npm @a/b 1.0.0', 'npm d 2.0.0'],
    ],
    [
      'of Python',
      {
        'usr/lib/python3/site-packages/Flask-3.0.dist-info/METADATA':
          'Metadata-Version: 2.1\r\nName: Flask\r\nVersion: 3.0\r\n\r\nName: no\r\n',
        'usr/lib/python3/dist-packages/six.egg-info': 'Name: six\nVersion: 1.16\n',
      },
      ['pypi Flask 3.0', 'pypi six 1.16'],
    ],
    [
      'of a Go program',
      { 'app/server': { text: goProgram(MODULES), mode: 0o755 } },
      ['golang github.com/a/b v1.2.3', 'golang golang.org/x/net v0.2.0', 'golang stdlib 1.26.8', 'golang x (devel)'],
    ],
    [
      'not of a program that Go did not make',
      { 'app/tool': { text: `\x7fELF${'x'.repeat(99)}`, mode: 0o755 }, 'app/run': { text: '#!/bin/sh', mode: 0o755 } },
      [],
    ],
    ['not of a file that is no program', { 'app/data': { text: goProgram(MODULES) } }, []],
    ['not of a folder or a link with such a name', { 'var/lib/dpkg/status': { kind: 'link' } }, []],
  ])('%s', async (_, files, expected) => {
    expect(await names(layer(files))).toEqual(expected);
  });

  test.each<[string, Readonly<Record<string, string | Made>>, readonly string[]]>([
    ['a file', { 'a/node_modules/.wh.c': '' }, ['npm d 1']],
    ['a folder above', { '.wh.a': '' }, ['npm d 1']],
    ['what a folder held', { 'a/.wh..wh..opq': '' }, ['npm d 1']],
    [
      'what a folder held, when new files stand before the mark',
      { 'a/node_modules/n/package.json': npm('n', '1'), 'a/.wh..wh..opq': '' },
      ['npm d 1', 'npm n 1'],
    ],
    ['by a newer version', { 'a/node_modules/c/package.json': npm('c', '2') }, ['npm c 2', 'npm d 1']],
    ['by a file in the place of a folder', { 'a/node_modules': { kind: 'link' } }, ['npm d 1']],
    ['not by a folder of the same name', { 'a/node_modules/c': { kind: 'folder' } }, ['npm c 1', 'npm d 1']],
    ['not by a name that only begins so', { '.wh.a/n': '', 'a/.wh.node': '' }, ['npm c 1', 'npm d 1']],
  ])('are hidden by a later layer: %s', async (_, later, expected) => {
    const earlier = { 'a/node_modules/c/package.json': npm('c', '1'), 'b/node_modules/d/package.json': npm('d', '1') };
    expect(await names(layer(earlier), layer(later))).toEqual(expected);
  });

  test('come with their system, from the file that counts', async () => {
    const usual = { 'usr/lib/os-release': 'ID=debian\nVERSION_ID="12"\nPRETTY_NAME="Debian GNU/Linux 12"\n' };
    const { system } = await readInventory([layer(usual), layer({ 'etc/os-release': { kind: 'link' } })]);
    expect(system).toEqual({ id: 'debian', version: '12', name: 'Debian GNU/Linux 12' });
  });

  test('are not read from a file that is too large, and that is said', async () => {
    const huge: LayerFile = {
      path: 'var/lib/dpkg/status',
      kind: 'file',
      size: 1e9,
      mode: 0o644,
      content: () => layer({}) as never,
    };
    const { notes } = await readInventory([
      (async function* () {
        yield huge;
      })(),
    ]);
    expect(notes).toEqual(['var/lib/dpkg/status has 1000000000 bytes and was not read']);
  });
});

describe('a package URL', () => {
  const debian = { id: 'debian', version: '12', name: '' };
  test.each([
    [
      { ecosystem: 'deb', name: 'libstdc++6', version: '1:12.2.0-14+deb12u1', architecture: 'amd64' },
      'pkg:deb/debian/libstdc%2B%2B6@1:12.2.0-14%2Bdeb12u1?arch=amd64&distro=debian-12',
    ],
    [{ ecosystem: 'npm', name: '@types/node', version: '24.0.0' }, 'pkg:npm/%40types/node@24.0.0'],
    [{ ecosystem: 'pypi', name: 'Typing_Extensions', version: '4.0' }, 'pkg:pypi/typing-extensions@4.0'],
    [
      { ecosystem: 'golang', name: 'github.com/a/b', version: 'v1.2.3+incompatible' },
      'pkg:golang/github.com/a/b@v1.2.3%2Bincompatible',
    ],
  ] as const)('%j', (pack, expected) => {
    expect(packageUrl({ ...pack, foundIn: '' }, debian)).toBe(expected);
  });
});
