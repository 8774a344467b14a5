import { describe, expect, test } from '@jest/globals';
import { manifestsBeside, withManifests } from './manifest.ts';
import type { Package } from './package.ts';

const one = (ecosystem: string, name: string, via?: readonly string[]): Package => ({
  ecosystem,
  name,
  version: '1',
  dev: false,
  direct: via === undefined,
  location: { file: 'lock' },
  ...(via !== undefined && { via }),
});

/** Where the manifest asks for a package, as `file:line`. */
const place = (of: Package, file: string, text: string): string | undefined => {
  const at = withManifests([of], [{ file, text }])[0]?.manifest;
  return at === undefined ? undefined : `${at.file}:${at.line}`;
};

const PROJECT =
  '<Project>\n<ItemGroup>\n<PackageReference Include="Serilog.Sinks.File" Version="5.0.0" />\n<PackageReference Include="Serilog" Version="3.0.0" />\n</ItemGroup>\n</Project>\n';

describe('the line of a manifest', () => {
  test.each<[ecosystem: string, name: string, file: string, text: string, line: number | undefined]>([
    ['npm', 'a', 'package.json', '{\n "dependencies": {\n  "ab": "1",\n  "a": "1"\n }\n}', 4],
    ['npm', '@s/a', 'package.json', '{\n "dependencies": {\n  "a": "1",\n  "@s/a": "1"\n }\n}', 4],
    ['npm', 'a', 'package.json', '{\n "dependencies": {\n  "@s/a": "1"\n }\n}', undefined],
    [
      'PyPI',
      'zope.interface',
      'pyproject.toml',
      '[project]\ndependencies = [\n "zope-interface-x>=1",\n "Zope_Interface>=5",\n]',
      4,
    ],
    ['PyPI', 'requests', 'Pipfile', '[packages]\n# requests = "1"\nrequests = "*"\n', 3],
    ['crates.io', 'serde', 'Cargo.toml', '[dependencies]\nserde_json = "1"\nserde = { version = "1" }\n', 3],
    ['RubyGems', 'rack', 'Gemfile', "gem 'rack-test'\ngem 'rack', '~> 2'\n", 2],
    ['Maven', 'org.a:core', 'build.gradle', "implementation 'org.a:core-x:1'\nimplementation 'org.a:core:1'\n", 2],
    ['NuGet', 'serilog', 'app.csproj', PROJECT, 4],
    ['NuGet', 'Serilog.Sinks', 'app.csproj', PROJECT, undefined],
  ])('%s %s in %s', (ecosystem, name, file, text, line) => {
    expect(place(one(ecosystem, name), file, text)).toBe(line === undefined ? undefined : `${file}:${line}`);
  });

  test('is that of the direct dependency by which a package comes in', () => {
    const text = '{\n "dependencies": {\n  "deep": "1",\n  "top": "1"\n }\n}';
    expect(place(one('npm', 'deep', ['top', 'deep']), 'package.json', text)).toBe('package.json:4');
  });

  test('is none for a package whose way is not known', () => {
    const of = { ...one('npm', 'a'), direct: false };
    expect(place(of, 'package.json', '{"dependencies": {"a": "1"}}')).toBeUndefined();
  });

  test('is the first of several manifests', () => {
    const both = [
      { file: 'Gemfile', text: "gem 'a'" },
      { file: 'gems.rb', text: "gem 'a'\ngem 'b'" },
    ];
    expect(withManifests([one('RubyGems', 'b'), one('RubyGems', 'a')], both).map(({ manifest }) => manifest)).toEqual([
      { file: 'gems.rb', line: 2 },
      { file: 'Gemfile', line: 1 },
    ]);
  });

  test.each<[string, readonly string[]]>([
    ['web/package-lock.json', ['web/package.json']],
    ['yarn.lock', ['package.json']],
    ['a/Gemfile.lock', ['a/Gemfile', 'a/gems.rb']],
    ['src/packages.lock.json', ['src/*.csproj', 'src/*.fsproj', 'src/*.vbproj', 'src/Directory.Packages.props']],
    ['go.mod', []],
  ])('of %s is looked for in %j', (lockfile, manifests) => {
    expect(manifestsBeside(lockfile)).toEqual(manifests);
  });
});
