import { describe, expect, test } from '@jest/globals';
import { readPackages } from '../lockfile.ts';

const read = (file: string, text: string) => readPackages(file, new TextEncoder().encode(text));

const shown = (file: string, text: string): readonly string[] =>
  read(file, text).packages.map(({ ecosystem, name, version, location, dev, via, source }) =>
    [
      `${ecosystem} ${name}@${version} :${location.line}`,
      ...(source ? [`from ${source.name}@${source.version}`] : []),
      ...(dev ? ['dev'] : []),
      ...(via ? [via.join('>')] : []),
    ].join(' '),
  );

/** Package URLs, and the package that advisories know each by. */
const URLS: readonly (readonly [url: string, expected: string])[] = [
  ['pkg:npm/%40scope/a@1.2.3', 'npm @scope/a@1.2.3'],
  ['pkg:pypi/django-x@4.2', 'PyPI django-x@4.2'],
  ['pkg:golang/example.com/a/v2@v2.0.1', 'Go example.com/a/v2@v2.0.1'],
  ['pkg:maven/org.a/b@1.0?type=jar', 'Maven org.a:b@1.0'],
  ['pkg:cargo/serde@1.0.1', 'crates.io serde@1.0.1'],
  ['pkg:gem/rails@7.0.1?platform=java', 'RubyGems rails@7.0.1'],
  ['pkg:nuget/Newtonsoft.Json@13.0.1', 'NuGet Newtonsoft.Json@13.0.1'],
  ['pkg:deb/debian/libc6@2.36-9%2Bdeb12u1?arch=amd64&distro=debian-12.5', 'Debian:12 libc6@2.36-9+deb12u1'],
  ['pkg:deb/debian/libssl3@3.0?distro=bookworm&upstream=openssl%403.0-1', 'Debian:12 libssl3@3.0 from openssl@3.0-1'],
  ['pkg:deb/debian/libc6@2.36?upstream=glibc', 'Debian libc6@2.36 from glibc@2.36'],
  ['pkg:deb/ubuntu/bash@5.1?distro=ubuntu-22.04', 'Ubuntu:22.04:LTS bash@5.1'],
  ['pkg:deb/ubuntu/bash@5.2?distro=ubuntu-23.10', 'Ubuntu:23.10 bash@5.2'],
  ['pkg:apk/alpine/musl@1.2.4-r2?distro=alpine-3.19.1', 'Alpine:v3.19 musl@1.2.4-r2'],
  ['pkg:apk/alpine/musl@1.2.4-r2?distro=3.19.1', 'Alpine:v3.19 musl@1.2.4-r2'],
  ['pkg:apk/wolfi/curl@8.0-r0?distro=20230201', 'Wolfi curl@8.0-r0'],
];

const cycloneOf = (...components: readonly object[]): string =>
  JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components });

const spdxOf = (...packages: readonly object[]): string => JSON.stringify({ spdxVersion: 'SPDX-2.3', packages });

const purl = (referenceLocator: string) => [{ referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator }];

describe('a package URL in a bill of materials', () => {
  test.each(URLS)('%s is %s', (url, expected) => {
    const [at, from = ''] = expected.split(' from ');
    const line = `${at} :1${from === '' ? '' : ` from ${from}`}`;
    expect(shown('a.cdx.json', cycloneOf({ type: 'library', name: 'x', purl: url }))).toEqual([line]);
    expect(shown('a.spdx.json', spdxOf({ SPDXID: 'a', name: 'x', externalRefs: purl(url) }))).toEqual([line]);
  });

  test.each([
    ['pkg:npm/a', 'it has no version'],
    ['a@1', 'is no package URL'],
    ['pkg:composer/a/b@1', 'the type "composer"'],
    ['pkg:deb/mint/a@1?distro=mint-22', 'the distribution "mint"'],
    [undefined, 'no package URL'],
  ])('%s is told with its line', (url, why) => {
    const { packages, notes } = read(
      'a.cdx.json',
      cycloneOf(
        { type: 'library', name: 'first', ...(url && { purl: url }) },
        { type: 'library', name: 'x', purl: 'pkg:npm/x@1' },
      ),
    );
    expect(packages).toHaveLength(1);
    expect(notes).toEqual([{ message: expect.stringMatching(`^first: .*${why}`), location: { file: 'a.cdx.json', line: 1 } }]);
    const list = read('a.spdx.json', spdxOf({ SPDXID: 'a', name: 'first', externalRefs: url === undefined ? [] : purl(url) }));
    expect(list.notes.map(({ message }) => message)).toEqual([expect.stringMatching(`^first: .*${why}`)]);
  });

  test('takes the version that stands beside it', () => {
    expect(shown('bom.json', cycloneOf({ name: 'a', version: '1.5', purl: 'pkg:npm/a' }))).toEqual(['npm a@1.5 :1']);
    expect(shown('a.spdx.json', spdxOf({ name: 'a', versionInfo: '1.5', externalRefs: purl('pkg:npm/a') }))).toEqual([
      'npm a@1.5 :1',
    ]);
    expect(
      read('a.spdx.json', spdxOf({ name: 'a', versionInfo: 'NOASSERTION', externalRefs: purl('pkg:npm/a') })).notes,
    ).toHaveLength(1);
  });
});

const CYCLONE = {
  bomFormat: 'CycloneDX',
  specVersion: '1.4',
  metadata: { component: { type: 'application', 'bom-ref': 'app', name: 'app' } },
  components: [
    {
      type: 'library',
      'bom-ref': 'a',
      name: 'a',
      version: '1',
      purl: 'pkg:npm/a@1',
      components: [{ name: 'inner', purl: 'pkg:npm/inner@3' }],
    },
    { type: 'library', 'bom-ref': 'b', name: 'b', version: '2', purl: 'pkg:npm/b@2' },
    { type: 'library', 'bom-ref': 'd', name: 'd', purl: 'pkg:npm/d@4', scope: 'excluded' },
    { type: 'file', name: 'readme.txt' },
  ],
  dependencies: [
    { ref: 'app', dependsOn: ['a', 'd'] },
    { ref: 'a', dependsOn: ['b'] },
  ],
};

const XML = `<?xml version="1.0"?>
<bom xmlns="http://cyclonedx.org/schema/bom/1.5" version="1">
  <metadata><component type="application" bom-ref="app"><name>app</name></component></metadata>
  <components>
    <component type="library" bom-ref="a">
      <group>g</group><name>a</name><version>1</version><purl>pkg:maven/g/a@1</purl>
      <components>
        <component type="library"><name>inner</name><purl>pkg:maven/g/inner@3</purl></component>
      </components>
    </component>
    <component type="library" bom-ref="b"><name>b</name><version>2</version><purl>pkg:npm/b@2</purl></component>
    <component type="library"><group>g</group><name>bare</name><version>9</version></component>
  </components>
  <dependencies><dependency ref="app"><dependency ref="a"/></dependency><dependency ref="a"><dependency ref="b"/></dependency></dependencies>
</bom>`;

const TAGS = `SPDXVersion: SPDX-2.2
DocumentName: x
Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-App
PackageComment: <text>
PackageName: not-a-package
</text>
PackageName: app
SPDXID: SPDXRef-App
PackageName: a
SPDXID: SPDXRef-A
PackageVersion: 1
ExternalRef: PACKAGE-MANAGER purl pkg:npm/a@1
FileName: ./x
SPDXID: SPDXRef-File
PackageName: b
SPDXID: SPDXRef-B
PackageVersion: 2
ExternalRef: PACKAGE_MANAGER purl pkg:npm/b
PackageName: bare
SPDXID: SPDXRef-Bare
Relationship: SPDXRef-App DEPENDS_ON SPDXRef-A
Relationship: SPDXRef-B DEV_DEPENDENCY_OF SPDXRef-A
`;

describe('a bill of materials', () => {
  test('in CycloneDX gives components within components, ways and lines', () => {
    expect(shown('bom.json', JSON.stringify(CYCLONE, null, 1))).toEqual([
      'npm a@1 :12 a',
      'npm inner@3 :19',
      'npm b@2 :25 a>b',
      'npm d@4 :32 dev d',
    ]);
  });

  test('in CycloneDX as XML gives the same, and tells what has no package URL', () => {
    expect(shown('bom.xml', XML)).toEqual(['Maven g:a@1 :5 g:a', 'Maven g:inner@3 :8', 'npm b@2 :11 g:a>b']);
    expect(read('bom.xml', XML).notes).toEqual([
      { message: expect.stringContaining('g/bare 9'), location: { file: 'bom.xml', line: 12 } },
    ]);
  });

  test('in SPDX as tags and values gives packages, ways and lines', () => {
    expect(shown('a.spdx', TAGS)).toEqual(['npm a@1 :9 a', 'npm b@2 :15 dev a>b']);
    expect(read('a.spdx', TAGS).notes.map(({ message, location }) => [message.split(':')[0], location.line])).toEqual([
      ['bare', 19],
    ]);
  });

  test('of a container holds its packages, and none of them is asked for by name', () => {
    const metadata = { component: { type: 'container', 'bom-ref': 'app', name: 'image' } };
    expect(shown('bom.json', JSON.stringify({ ...CYCLONE, metadata }))[0]).toBe('npm a@1 :1');
  });

  test.each<[string, string, string]>([
    ['a.cdx.json', JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.3' }), 'CycloneDX 1.3 is not read'],
    ['a.spdx.json', JSON.stringify({ spdxVersion: 'SPDX-2.1' }), 'SPDX 2.1 is not read'],
    [
      'a.spdx.json',
      JSON.stringify({ '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld', '@graph': [] }),
      'SPDX 3 in JSON-LD, which is not read',
    ],
    ['sbom.json', '{"hello": 1}', 'no bill of materials'],
    ['bom.json', '{"bomFormat":"CycloneDX","specVersion":"1.5","components":{}}', '"components" holds no list of objects'],
    ['bom.json', '{"bomFormat":"CycloneDX","specVersion":"1.5","components":[null]}', '"components" holds no list of objects'],
    ['bom.json', '{"bomFormat":"CycloneDX"', 'not valid JSON'],
    ['bom.xml', '<project/>', 'no CycloneDX bill'],
    ['bom.xml', '<bom xmlns="http://cyclonedx.org/schema/bom/1.2"/>', 'CycloneDX 1.2 is not read'],
    ['a.spdx', 'PackageName: a\n', 'no "SPDXVersion"'],
  ])('%s of %s is refused', (file, text, why) => {
    expect(() => read(file, text)).toThrow(why);
    expect(() => read(file, text)).toThrow('LOCKFILE_MALFORMED');
  });
});
