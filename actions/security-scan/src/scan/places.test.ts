import { describe, expect, test } from '@jest/globals';
import { memoryGitHub } from '@slipway/github/memory';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryFiles } from '@slipway/system/memory';
import { action } from '../action.ts';
import { runWith } from '../run.ts';

interface Kind {
  readonly ecosystem: string;
  readonly name: string;
  readonly lockfile: string;
  readonly lock: string;
  readonly manifest?: readonly [file: string, text: string];
}

/** In each, `inner` comes in through `outer`, which the manifest asks for; the marks say which lines are meant. */
const KINDS: readonly Kind[] = [
  {
    ...{ ecosystem: 'npm', name: 'inner', lockfile: 'package-lock.json' },
    lock: `{
  "lockfileVersion": 3,
  "packages": {
    "": { "dependencies": { "outer": "^1.0.0" } },
    "node_modules/outer": { "version": "1.0.0", "dependencies": { "inner": "*" } },
    "node_modules/inner": { "version": "1.0.0" }
  }
}`,
    manifest: ['package.json', '{\n  "dependencies": {\n    "outer": "^1.0.0"\n  }\n}'],
  },
  {
    ...{ ecosystem: 'npm', name: 'inner', lockfile: 'yarn.lock' },
    lock: `# yarn lockfile v1

outer@^1.0.0:
  version "1.0.0"
  dependencies:
    inner "*"

inner@*:
  version "1.0.0"
`,
    manifest: ['package.json', '{\n  "dependencies": {\n    "outer": "^1.0.0"\n  }\n}'],
  },
  {
    ...{ ecosystem: 'npm', name: 'inner', lockfile: 'pnpm-lock.yaml' },
    lock: `lockfileVersion: '9.0'
importers:
  .:
    dependencies:
      outer: { specifier: ^1.0.0, version: 1.0.0 }
packages:
  outer@1.0.0:
    resolution: { integrity: x }
  inner@1.0.0:
    resolution: { integrity: x }
snapshots:
  outer@1.0.0:
    dependencies:
      inner: 1.0.0
  inner@1.0.0: {}
`,
    manifest: ['package.json', '{\n  "dependencies": {\n    "outer": "^1.0.0"\n  }\n}'],
  },
  {
    ...{ ecosystem: 'PyPI', name: 'inner', lockfile: 'poetry.lock' },
    lock: `[[package]]
name = "outer"
version = "1.0.0"

[package.dependencies]
inner = "*"

[[package]]
name = "inner"
version = "1.0.0"
`,
    manifest: ['pyproject.toml', '[tool.poetry.dependencies]\npython = "*"\nouter = "^1.0"\n'],
  },
  {
    ...{ ecosystem: 'crates.io', name: 'inner', lockfile: 'Cargo.lock' },
    lock: `version = 3

[[package]]
name = "app"
version = "0.1.0"
dependencies = ["outer"]

[[package]]
name = "outer"
version = "1.0.0"
source = "registry+https://github.com/rust-lang/crates.io-index"
dependencies = ["inner"]

[[package]]
name = "inner"
version = "1.0.0"
source = "registry+https://github.com/rust-lang/crates.io-index"
`,
    manifest: ['Cargo.toml', '[package]\nname = "app"\n\n[dependencies]\nouter = "1"\n'],
  },
  {
    ...{ ecosystem: 'RubyGems', name: 'inner', lockfile: 'Gemfile.lock' },
    lock: `GEM
  remote: https://rubygems.org/
  specs:
    outer (1.0.0)
      inner (>= 0)
    inner (1.0.0)

PLATFORMS
  ruby

DEPENDENCIES
  outer
`,
    manifest: ['Gemfile', "source 'https://rubygems.org'\n\ngem 'outer'\n"],
  },
  {
    ...{ ecosystem: 'Go', name: 'example.com/inner', lockfile: 'go.mod' },
    lock: `module example.com/app

go 1.22

require example.com/outer v1.0.0

require example.com/inner v1.0.0 // indirect
`,
  },
];

const lineOf = (text: string, part: RegExp): number => text.split('\n').findLastIndex((line) => part.test(line)) + 1;

describe('a finding stands on its lines', () => {
  test.each(KINDS.map((kind) => [kind.lockfile, kind] as const))(
    'of %s',
    async (_, { ecosystem, name, lockfile, lock, manifest }) => {
      const advisory = {
        ...{ id: 'A', summary: 'It leaks.', database_specific: { severity: 'HIGH' } },
        affected: [
          { package: { ecosystem, name }, ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '2.0.0' }] }] },
        ],
      };
      const files = memoryFiles({
        [lockfile]: lock,
        'osv/A.json': JSON.stringify(advisory),
        ...(manifest && { [manifest[0]]: manifest[1] }),
      });
      const host = memoryHost({ database: 'osv', lockfiles: lockfile }, { files });
      expect(
        await runAction(
          action,
          runWith(() => memoryGitHub()),
          host,
        ),
      ).toBe(1);
      const places = host.written.annotations.map(({ file, line }) => `${file}:${line}`);
      const own = places[0] ?? '';
      // The line by which the lockfile itself names the package in its own entry.
      const [, at] = own.split(':');
      expect(own.startsWith(`${lockfile}:`)).toBe(true);
      expect(
        lock
          .split('\n')
          .slice(Number(at) - 1, Number(at) + 1)
          .join('\n'),
      ).toMatch(/\binner\b/);
      expect(Number(at)).toBeGreaterThan(
        lineOf(
          lock
            .split('\n')
            .slice(0, Number(at) - 1)
            .join('\n'),
          /outer/,
        ) - 1,
      );
      expect(places.slice(1)).toEqual(manifest === undefined ? [] : [`${manifest[0]}:${lineOf(manifest[1], /outer/)}`]);
    },
  );

  test('worst first, ten of a level, the rest counted', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `p${String(index).padStart(2, '0')}`);
    const packages = Object.fromEntries(names.map((name) => [`node_modules/${name}`, { version: '1.0.0' }]));
    const advisories = names.map((name, index) => [
      `osv/${name}.json`,
      JSON.stringify({
        ...{ id: `A-${name}`, summary: 'x', database_specific: { severity: index === 29 ? 'CRITICAL' : 'HIGH' } },
        affected: [{ package: { ecosystem: 'npm', name }, ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }] }] }],
      }),
    ]);
    const files = memoryFiles({
      'package-lock.json': JSON.stringify({ lockfileVersion: 3, packages }),
      ...Object.fromEntries(advisories),
    });
    const host = memoryHost({ database: 'osv' }, { files });
    await runAction(
      action,
      runWith(() => memoryGitHub()),
      host,
    );
    const { annotations } = host.written;
    expect(annotations).toHaveLength(10);
    expect(annotations[0]?.title).toBe('critical: p29@1.0.0 (A-p29)');
    expect(annotations.at(-1)?.message).toContain('21 more');
  });
});
