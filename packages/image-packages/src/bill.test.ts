import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv, type AnySchemaObject } from 'ajv';
import { readPackages } from '@slipway/inventory';
import { type BillSubject, installedPackages, type Inventory, renderCycloneDx, renderSpdx } from './index.ts';

const require = createRequire(import.meta.url);
const SCHEMAS = join(dirname(require.resolve('@cyclonedx/cyclonedx-library/package.json')), 'res/schema');
const schema = (name: string): AnySchemaObject =>
  JSON.parse(readFileSync(join(SCHEMAS, `${name}.SNAPSHOT.schema.json`), 'utf8')) as AnySchemaObject;

const SUBJECT: BillSubject = {
  name: 'order-service',
  digest: `sha256:${'0123456789abcdef'.repeat(4)}`,
  platform: 'linux/amd64',
  created: '2024-02-03T04:05:06Z',
};
const INVENTORY: Inventory = {
  system: { id: 'debian', version: '12', name: 'Debian GNU/Linux 12' },
  notes: ['a note'],
  packages: [
    {
      ecosystem: 'deb',
      name: 'libc6',
      version: '2.36',
      architecture: 'amd64',
      source: { name: 'glibc', version: '2.36' },
      foundIn: 'var/lib/dpkg/status',
    },
    {
      ecosystem: 'npm',
      name: '@a/b',
      version: '1.0.0',
      licence: 'SEE LICENSE IN x',
      foundIn: 'app/node_modules/@a/b/package.json',
    },
  ],
};
const EMPTY: Inventory = { system: undefined, notes: [], packages: [] };

function cycloneProblems(text: string): readonly string[] {
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    formats: { 'date-time': true, 'iri-reference': true, 'idn-email': true },
  });
  // Their references go to the names of the files.
  for (const name of ['spdx', 'jsf-0.82'])
    ajv.addSchema({ ...schema(name), $id: `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json` });
  const validate = ajv.compile(schema('bom-1.6'));
  validate(JSON.parse(text));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe.each([
  ['with packages', INVENTORY],
  ['of an empty image', EMPTY],
])('a bill of materials %s', (_, inventory) => {
  test('is CycloneDX 1.6 by its own schema', () => {
    expect(cycloneProblems(renderCycloneDx(SUBJECT, inventory))).toEqual([]);
  });

  test('is the same whenever it is made', () => {
    expect(renderCycloneDx(SUBJECT, inventory)).toBe(renderCycloneDx(SUBJECT, inventory));
    expect(renderSpdx(SUBJECT, inventory)).toBe(renderSpdx(SUBJECT, inventory));
  });
});

test('the schema is not blind', () => {
  const broken = renderCycloneDx(SUBJECT, INVENTORY).replace('"library"', '"book"');
  expect(cycloneProblems(broken)).not.toEqual([]);
});

test('SPDX names the image by its digest, and what it contains by package URL', () => {
  const document = JSON.parse(renderSpdx(SUBJECT, INVENTORY)) as {
    packages: readonly { name: string; checksums?: unknown; externalRefs?: readonly { referenceLocator: string }[] }[];
    relationships: readonly { relationshipType: string }[];
  };
  expect(document.packages[0]).toMatchObject({ name: 'order-service', checksums: [{ algorithm: 'SHA256' }] });
  expect(document.packages.slice(1).map(({ externalRefs }) => externalRefs?.[0]?.referenceLocator)).toEqual([
    'pkg:deb/debian/libc6@2.36?arch=amd64&distro=debian-12&upstream=glibc%402.36',
    'pkg:npm/%40a/b@1.0.0',
  ]);
  expect(document.relationships.map(({ relationshipType }) => relationshipType)).toEqual(['DESCRIBES', 'CONTAINS', 'CONTAINS']);
});

test.each([
  ['image.cdx.json', renderCycloneDx],
  ['image.spdx.json', renderSpdx],
])('%s is read back as what the image was found to hold', (file, render) => {
  const { packages, notes } = readPackages(file, Buffer.from(render(SUBJECT, INVENTORY)));
  const bare = (list: typeof packages) =>
    list.map(({ ecosystem, name, version, source }) => ({ ecosystem, name, version, source }));
  expect(bare(packages)).toEqual(bare(installedPackages(INVENTORY, 'image')));
  expect(notes.map(({ message }) => message)).toEqual([]);
});
