import { importsOf, type Source, unitOf } from './sources.ts';

/** A rule of the architecture: the breaches it finds, as `path: what`. */
export type Rule = (sources: readonly Source[]) => readonly string[];

const isTest = (path: string): boolean => path.endsWith('.test.ts') || path.includes('/memory/') || path.includes('conformance');

/** A rule that looks at one file at a time. */
function perFile(breach: (source: Source) => string | undefined): Rule {
  return (sources) =>
    sources.flatMap((source) => {
      const found = breach(source);
      return found === undefined ? [] : [`${source.path}: ${found}`];
    });
}

/** Packages that decide: they may touch nothing, so that every decision is tested without a world. */
const PURE = [
  'failure',
  'detector',
  'metadata',
  'summary',
  'config',
  'config-edit',
  'junit',
  'versions',
  'inventory',
  'advisories',
  'findings',
  'policy',
  'vex',
  'write-back',
  'argocd',
  'promotion',
  'environments',
  'flags',
  'dora',
  'sarif',
  'contract',
  'openapi',
  'compatibility',
  'smoke',
  'load',
  'prometheus',
  'build-inputs',
  'image-packages',
  'engines',
];

export const pureImportsNoWorld: Rule = perFile((source) => {
  if (isTest(source.path) || !PURE.some((name) => source.path.startsWith(`packages/${name}/src/`))) return undefined;
  return importsOf(source).find(
    (module) => module.startsWith('node:') || module.startsWith('@actions/') || module === '@slipway/system/node',
  );
});

export const onlyRunnerKnowsThePlatform: Rule = perFile((source) => {
  if (source.path.startsWith('packages/runner/')) return undefined;
  return importsOf(source).find((module) => module.startsWith('@actions/') || module.startsWith('@octokit/'));
});

export const onlyRunnerReadsTheEnvironment: Rule = perFile(({ path, text }) => {
  if (path.startsWith('packages/runner/') || path === 'packages/cli/src/main.ts' || isTest(path)) return undefined;
  return /(?<![.\w])process\.(env|argv|exit)\b/.exec(text)?.[0];
});

export const noActionImportsAnother: Rule = perFile((source) => {
  if (source.path.startsWith('packages/cli/')) return undefined;
  return importsOf(source).find((module) => module.startsWith('@slipway/action-'));
});

export const noReachIntoInternals: Rule = perFile((source) => {
  const leaving = importsOf(source).find((module) => module.startsWith('../') && outside(source.path, module));
  const deep = importsOf(source).find((module) =>
    /^@slipway\/(?!action-[^/]+\/(action|compare|diff)$)[^/]+\/(?!(node|memory|github)$)/.test(module),
  );
  return leaving ?? deep;
});

function outside(path: string, module: string): boolean {
  const parts = path.split('/').slice(0, -1);
  for (const step of module.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return unitOf(parts.join('/')) !== unitOf(path);
}

export const onlyShellsTouchTheMachine: Rule = perFile((source) => {
  if (isTest(source.path) || /^packages\/(runner|cli)\/|^packages\/system\/src\/node\//.test(source.path)) return undefined;
  // Types, pure helpers and hashes are not the machine.
  const harmless = new Set(['node:path', 'node:crypto', 'node:zlib', 'node:buffer', 'node:util']);
  return importsOf(source).find((module) => module.startsWith('node:') && !harmless.has(module));
});

export const filesFitAScreenful: Rule = perFile(({ path, text }) => {
  const lines = text.split('\n').length;
  return lines > 250 && !path.endsWith('.test.ts') ? `${lines} lines` : undefined;
});

export const namesSayWhatIsInside: Rule = perFile(
  ({ path }) => /(^|[/-])(utils?|helpers?|common|shared|misc)([/.-]|$)/.exec(path)?.[0],
);

export const noMocksNoSkips: Rule = perFile(({ path, text }) => {
  if (path.startsWith('test/architecture/')) return undefined;
  return /\b(jest|vi)\.(mock|unstable_mockModule|spyOn)\(|\b(it|test|describe)\.(skip|only|todo)\b|@ts-(ignore|nocheck|expect-error)|biome-ignore|istanbul ignore/.exec(
    text,
  )?.[0];
});

export const mainIsOnlyAnEntry: Rule = perFile(({ path, text }) => {
  if (!/^actions\/[^/]+\/src\/main\.ts$/.test(path)) return undefined;
  return text.trim().split('\n').length >= 10 ? 'has ten lines or more' : undefined;
});

/** A bundle leaves out the modules that it takes nothing from, and starts fast by it: none may do anything by being loaded. */
export const loadingDoesNothing: Rule = perFile(({ path, text }) => {
  if (isTest(path) || path.endsWith('/src/main.ts')) return undefined;
  return /^(?:(?:await|for|if|try|switch|while|void|throw|new)\b|import '|[\w.]+(?:\(| ?[-+|&?]*= )).*/m.exec(text)?.[0];
});

/** Exported declarations that lack a comment directly above them. */
export const exportsAreDocumented: Rule = (sources) =>
  sources
    .filter(({ path }) => path.startsWith('packages/') && !path.endsWith('.test.ts'))
    .flatMap(({ path, text }) => {
      const lines = text.split('\n');
      return lines.flatMap((line, index) => {
        const [, name] = /^export (?:async )?(?:function\*?|const|class|interface|type) (\w+)/.exec(line) ?? [];
        const above = lines[index - 1]?.trim() ?? '';
        return name !== undefined && !above.endsWith('*/') ? [`${path}: ${name}`] : [];
      });
    });
