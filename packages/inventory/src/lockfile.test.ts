import { describe, expect, test } from '@jest/globals';
import { readPackages } from './lockfile.ts';

const read = (file: string, text: string) => readPackages(file, new TextEncoder().encode(text));

/** Each package as `ecosystem name@version :line`, with `dev`, and the way it comes in where that is known. */
const shown = (file: string, text: string): readonly string[] =>
  read(file, text).packages.map(({ ecosystem, name, version, location, dev, via }) =>
    [`${ecosystem} ${name}@${version} :${location.line}`, ...(dev ? ['dev'] : []), ...(via ? [via.join('>')] : [])].join(' '),
  );

const CASES: readonly (readonly [file: string, text: string, packages: readonly string[]])[] = [
  [
    'yarn.lock',
    '# yarn lockfile v1\n\n"@s/a@^1.0.0", "@s/a@^1.1.0":\n  version "1.2.3"\n  dependencies:\n    b "~2"\n\nb@~2:\n  version "2.0.1"\n\nc@npm:real@^3:\n  version "3.0.0"\n',
    ['npm @s/a@1.2.3 :3 @s/a', 'npm b@2.0.1 :8 @s/a>b', 'npm real@3.0.0 :11 real'],
  ],
  [
    'web/yarn.lock',
    '__metadata:\n  version: 8\n\n"a@npm:^1.0.0":\n  version: 1.2.3\n  dependencies:\n    b: "npm:~2"\n  linkType: hard\n\n"b@npm:~2":\n  version: 2.0.1\n  linkType: hard\n\n"app@workspace:.":\n  version: 0.0.0-use.local\n  linkType: soft\n',
    ['npm a@1.2.3 :4 a', 'npm b@2.0.1 :10 a>b'],
  ],
  [
    'pnpm-lock.yaml',
    "lockfileVersion: '9.0'\nimporters:\n  .:\n    dependencies:\n      a:\n        specifier: ^1\n        version: 1.2.3(b@2.0.1)\n    devDependencies:\n      c:\n        specifier: ^3\n        version: 3.0.0\npackages:\n  a@1.2.3:\n    resolution: {integrity: x}\n  '@s/b@2.0.1':\n    resolution: {integrity: x}\n  c@3.0.0:\n    resolution: {integrity: x}\nsnapshots:\n  a@1.2.3(b@2.0.1):\n    dependencies:\n      '@s/b': 2.0.1\n  '@s/b@2.0.1': {}\n  c@3.0.0: {}\n",
    ['npm a@1.2.3 :13 a', 'npm @s/b@2.0.1 :15 a>@s/b', 'npm c@3.0.0 :17 dev c'],
  ],
  [
    'pnpm-lock.yaml',
    'lockfileVersion: 5.4\ndependencies:\n  a: 1.2.3_b@2.0.1\npackages:\n  /a/1.2.3_b@2.0.1:\n    dependencies:\n      b: 2.0.1\n    dev: false\n  /b/2.0.1:\n    dev: false\n',
    ['npm a@1.2.3 :5 a', 'npm b@2.0.1 :9 a>b'],
  ],
  [
    'pnpm-lock.yaml',
    "lockfileVersion: '6.0'\ndependencies:\n  '@s/a':\n    specifier: ^1\n    version: 1.2.3\npackages:\n  /@s/a@1.2.3:\n    dev: false\n",
    ['npm @s/a@1.2.3 :7 @s/a'],
  ],
  [
    'requirements.txt',
    '# comment\nDjango[argon2]==4.2.1 ; python_version > "3.8"\nflask==2.0 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\nurllib3===1.26\n',
    ['PyPI Django@4.2.1 :2 Django', 'PyPI flask@2.0 :3 flask', 'PyPI urllib3@1.26 :6 urllib3'],
  ],
  [
    'poetry.lock',
    '[[package]]\nname = "a"\nversion = "1.0"\ngroups = ["main"]\n\n[package.dependencies]\nb = ">=2"\n\n[[package]]\nname = "b"\nversion = "2.1"\ncategory = "dev"\n',
    ['PyPI a@1.0 :1 a', 'PyPI b@2.1 :9 dev a>b'],
  ],
  [
    'uv.lock',
    'version = 1\n[[package]]\nname = "app"\nversion = "0.1"\nsource = { virtual = "." }\ndependencies = [{ name = "a" }]\n[package.dev-dependencies]\ndev = [{ name = "b" }]\n[[package]]\nname = "a"\nversion = "1.0"\nsource = { registry = "x" }\n[[package]]\nname = "b"\nversion = "2.0"\nsource = { registry = "x" }\n',
    ['PyPI a@1.0 :9 a', 'PyPI b@2.0 :13 dev b'],
  ],
  [
    'Pipfile.lock',
    '{\n "_meta": {},\n "default": {\n  "a": {"version": "==1.0"}\n },\n "develop": {\n  "b": {"version": "==2.0"}\n }\n}',
    ['PyPI a@1.0 :4 a', 'PyPI b@2.0 :7 dev b'],
  ],
  [
    'go.mod',
    'module x\n\ngo 1.22.3\n\nrequire example.com/a v1.2.3\nrequire (\n\texample.com/b/v2 v2.0.0-20200101000000-abcdefabcdef // indirect\n\texample.com/c v1.0.0+incompatible\n\texample.com/local v1.0.0\n)\nreplace example.com/c => example.com/fork v1.5.0\nreplace example.com/local => ../local\n',
    [
      'Go example.com/a@v1.2.3 :5 example.com/a',
      'Go example.com/b/v2@v2.0.0-20200101000000-abcdefabcdef :7',
      'Go example.com/fork@v1.5.0 :8 example.com/fork',
      'Go stdlib@1.22.3 :3 stdlib',
    ],
  ],
  [
    'go.sum',
    'example.com/a v1.2.3 h1:x=\nexample.com/a v1.2.3/go.mod h1:y=\nexample.com/b v1.0.0/go.mod h1:z=\n',
    ['Go example.com/a@v1.2.3 :1'],
  ],
  [
    'Cargo.lock',
    'version = 3\n\n[[package]]\nname = "app"\nversion = "0.1.0"\ndependencies = ["a", "b 2.0.0"]\n\n[[package]]\nname = "a"\nversion = "1.0.0"\nsource = "registry+x"\ndependencies = ["b 1.0.0"]\n\n[[package]]\nname = "b"\nversion = "1.0.0"\nsource = "registry+x"\n\n[[package]]\nname = "b"\nversion = "2.0.0"\nsource = "registry+x"\n',
    ['crates.io a@1.0.0 :8 a', 'crates.io b@1.0.0 :14 a>b', 'crates.io b@2.0.0 :19 b'],
  ],
  [
    'Gemfile.lock',
    'GEM\n  remote: x\n  specs:\n    nokogiri (1.15.0-x86_64-linux)\n      racc (~> 1.4)\n    racc (1.7.1)\n\nPLATFORMS\n  ruby\n\nDEPENDENCIES\n  nokogiri (~> 1.15)\n',
    ['RubyGems nokogiri@1.15.0 :4 nokogiri', 'RubyGems racc@1.7.1 :6 nokogiri>racc'],
  ],
  [
    'packages.lock.json',
    '{\n "version": 1,\n "dependencies": {\n  "net8.0": {\n   "A": {\n    "type": "Direct",\n    "resolved": "1.0.0",\n    "dependencies": {"b": "2.0.0"}\n   },\n   "B": {"type": "Transitive", "resolved": "2.0.0"},\n   "Own": {"type": "Project"}\n  }\n }\n}',
    ['NuGet A@1.0.0 :5 A', 'NuGet B@2.0.0 :10 A>B'],
  ],
  [
    'src/app.csproj',
    '<Project Sdk="Microsoft.NET.Sdk">\n<PropertyGroup><V>3.0.0</V></PropertyGroup>\n<ItemGroup>\n<PackageReference Include="A" Version="1.0.0" />\n<PackageReference Include="B"><Version>$(V)</Version><PrivateAssets>all</PrivateAssets></PackageReference>\n</ItemGroup></Project>',
    ['NuGet A@1.0.0 :4 A', 'NuGet B@3.0.0 :5 dev B'],
  ],
  [
    'gradle.lockfile',
    '# This is a Gradle generated file\norg.a:b:1.0=runtimeClasspath\norg.t:u:2.0=testRuntimeClasspath\nempty=annotationProcessor\n',
    ['Maven org.a:b@1.0 :2', 'Maven org.t:u@2.0 :3 dev'],
  ],
  [
    'pom.xml',
    `<project xmlns="http://maven.apache.org/POM/4.0.0">\n<properties><v>1.2</v></properties>\n<dependencyManagement><dependencies><dependency><groupId>m</groupId><artifactId>n</artifactId><version>3</version></dependency></dependencies></dependencyManagement>\n<dependencies>\n<dependency><groupId>g</groupId><artifactId>a</artifactId><version>\${v}</version></dependency>\n<dependency><groupId>m</groupId><artifactId>n</artifactId><scope>test</scope></dependency>\n</dependencies></project>`,
    ['Maven g:a@1.2 :5 g:a', 'Maven m:n@3 :6 dev m:n'],
  ],
];

describe('a lockfile', () => {
  test.each(CASES)('%s gives packages, their lines and their ways (%#)', (file, text, packages) => {
    expect(shown(file, text)).toEqual(packages);
  });

  test.each(CASES)('%s with carriage returns and a byte order mark gives the same (%#)', (file, text, packages) => {
    expect(shown(file, `\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual(packages);
  });

  test.each(CASES)('%s with what a merge left in it is refused (%#)', (file, text) => {
    expect(() => read(file, `${text}\n<<<<<<< HEAD\n=======\n>>>>>>> branch\n`)).toThrow('LOCKFILE_CONFLICT');
  });

  test.each(CASES)('%s in UTF-16 is refused (%#)', (file, text) => {
    expect(() => readPackages(file, Buffer.from(`\uFEFF${text}`, 'utf16le'))).toThrow('TEXT_ENCODING');
  });

  test.each([
    'package-lock.json',
    'yarn.lock',
    'pnpm-lock.yaml',
    'poetry.lock',
    'Pipfile.lock',
    'go.mod',
    'Gemfile.lock',
    'packages.lock.json',
    'gradle.lockfile',
    'pom.xml',
    'app.csproj',
    'bom.json',
    'bom.xml',
    'a.spdx',
  ])('%s with the content of something else is refused', (file) => {
    expect(() => read(file, 'hello = {world\n')).toThrow('LOCKFILE_MALFORMED');
  });

  test('of 50 MB is refused, and so is one of a tool that is not known', () => {
    expect(() => readPackages('yarn.lock', new Uint8Array(50_000_000))).toThrow('LOCKFILE_TOO_LARGE');
    expect(() => read('mix.lock', '')).toThrow('LOCKFILE_UNSUPPORTED');
  });

  test('tells what it includes and what has no version', () => {
    const { includes, notes } = read('a/requirements.txt', '-r ../base.txt\nflask>=2\n-e .\n');
    expect(includes).toEqual(['base.txt']);
    expect(notes).toEqual([{ message: expect.stringContaining('flask>=2'), location: { file: 'a/requirements.txt', line: 2 } }]);
    const project =
      '<Project><ItemGroup>\n<PackageReference Include="A" />\n<PackageReference Include="B" Version="1.*" /></ItemGroup></Project>';
    expect(read('a.csproj', project).notes.map(({ location }) => location.line)).toEqual([2, 3]);
    expect(read('go.mod', 'module x\ngo 1.16\n').includes).toEqual(['go.sum']);
  });
});
