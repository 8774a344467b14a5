import type { Location } from '@slipway/failure';
import type { Package } from './package.ts';

/** A manifest of the project: where it says what it depends on. */
export interface Manifest {
  readonly file: string;
  readonly text: string;
}

/** Which manifests stand beside a lockfile, as paths or glob patterns from the workspace; not each of them need be there. */
export function manifestsBeside(lockfile: string): readonly string[] {
  const at = lockfile.lastIndexOf('/') + 1;
  const [folder, name] = [lockfile.slice(0, at), lockfile.slice(at)];
  const names = BESIDE.find(([pattern]) => pattern.test(name))?.[1] ?? [];
  return names.map((each) => `${folder}${each}`);
}

const BESIDE: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml)$/, ['package.json']],
  [/^(poetry|uv)\.lock$/, ['pyproject.toml']],
  [/^Pipfile\.lock$/, ['Pipfile']],
  [/^Cargo\.lock$/, ['Cargo.toml']],
  [/^(Gemfile|gems)\.(lock|locked)$/, ['Gemfile', 'gems.rb']],
  [/^(buildscript-)?gradle\.lockfile$/, ['build.gradle', 'build.gradle.kts', 'gradle/libs.versions.toml']],
  [/^packages\.lock\.json$/, ['*.csproj', '*.fsproj', '*.vbproj', 'Directory.Packages.props']],
];

const quoted = (name: string): string => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** How a manifest of this kind names a dependency on a line. */
function mention(name: string, ecosystem: string): RegExp {
  const plain = quoted(name);
  if (ecosystem === 'PyPI') {
    const spelt = name
      .split(/[-_.]+/)
      .map(quoted)
      .join('[-_.]+');
    return new RegExp(`(?:^|["'\\s])${spelt}(?![\\w.-]*\\w)`, 'i');
  }
  if (ecosystem === 'Maven') return new RegExp(`${quoted(name.split(':').at(-1) ?? name)}(?![\\w-])`);
  if (ecosystem === 'NuGet') return new RegExp(`["']${plain}["']`, 'i');
  return new RegExp(`(?:^|["'\\s])${plain}(?=["'\\s=:,]|$)`);
}

function placeIn({ file, text }: Manifest, name: string, ecosystem: string): Location | undefined {
  const pattern = mention(name, ecosystem);
  const index = text.split(/\r?\n/).findIndex((line) => !/^\s*(#|\/\/)/.test(line) && pattern.test(line));
  return index < 0 ? undefined : { file, line: index + 1 };
}

/** Adds to each package the line of a manifest on which the direct dependency stands by which it comes in. */
export function withManifests(packages: readonly Package[], manifests: readonly Manifest[]): readonly Package[] {
  const places = new Map<string, Location | undefined>();
  return packages.map((of) => {
    const name = of.via?.[0] ?? (of.direct ? of.name : undefined);
    if (name === undefined) return of;
    const key = `${of.ecosystem}\0${name}`;
    if (!places.has(key))
      places.set(
        key,
        manifests.map((each) => placeIn(each, name, of.ecosystem)).find((place) => place !== undefined),
      );
    const manifest = places.get(key);
    return manifest === undefined ? of : { ...of, manifest };
  });
}
