import { describe, expect, test } from '@jest/globals';
import { installedPackages } from './installed.ts';
import { type LayerFile, readInventory } from './inventory.ts';
import type { ImageSystem } from './package.ts';

async function* layer(files: Readonly<Record<string, string>>): AsyncGenerator<LayerFile> {
  for (const [path, text] of Object.entries(files)) {
    const bytes = new TextEncoder().encode(text);
    const content = async function* () {
      yield bytes;
    };
    yield { path, kind: 'file', size: bytes.length, mode: 0o644, content };
  }
}

const stanza = (name: string, version: string, source?: string): string =>
  `Package: ${name}\nStatus: install ok installed\nVersion: ${version}\n${source === undefined ? '' : `Source: ${source}\n`}\n`;

describe('what is installed in an image', () => {
  test('has the ecosystem of its release, its source and the layer that brought it', async () => {
    const status = 'var/lib/dpkg/status';
    const inventory = await readInventory([
      layer({
        'etc/os-release': 'ID=debian\nVERSION_ID="12.5"\n',
        [status]: stanza('libssl3', '3.0.1-1+b1', 'openssl (3.0.1-1)') + stanza('bash', '5.2'),
      }),
      layer({ [status]: stanza('libssl3', '3.0.1-1+b1', 'openssl (3.0.1-1)') + stanza('bash', '5.3') + stanza('curl', '8.0') }),
      layer({ 'app/node_modules/a/package.json': '{"name":"a","version":"1.0.0"}' }),
    ]);
    expect(
      installedPackages(inventory, 'out/image').map(({ ecosystem, name, version, source, layer: of }) => [
        ecosystem,
        name,
        version,
        source?.name,
        of,
      ]),
    ).toEqual([
      ['Debian:12', 'bash', '5.3', undefined, 1],
      ['Debian:12', 'curl', '8.0', undefined, 1],
      ['Debian:12', 'libssl3', '3.0.1-1+b1', 'openssl', 0],
      ['npm', 'a', '1.0.0', undefined, 2],
    ]);
  });

  test.each<[ImageSystem | undefined, 'deb' | 'apk', string]>([
    [{ id: 'alpine', version: '3.19.1', name: 'Alpine Linux' }, 'apk', 'Alpine:v3.19'],
    [{ id: 'ubuntu', version: '24.04', name: 'Ubuntu' }, 'deb', 'Ubuntu:24.04:LTS'],
    [{ id: 'wolfi', version: '20230201', name: 'Wolfi' }, 'apk', 'Wolfi'],
    [{ id: 'mint', version: '22', name: 'Linux Mint' }, 'deb', 'Linux Mint'],
    [undefined, 'deb', 'Debian'],
  ])('of %j is of an ecosystem', (system, ecosystem, expected) => {
    const one = { ecosystem, name: 'a', version: '1', foundIn: 'db' };
    expect(installedPackages({ packages: [one], system, notes: [] }, 'i')[0]?.ecosystem).toBe(expected);
  });
});
