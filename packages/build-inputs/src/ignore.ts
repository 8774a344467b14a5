import dockerignore from '@balena/dockerignore';

/** Which paths of a context the engine leaves out. */
export type IgnoreRules = (path: string) => boolean;

/** The ignore files that an engine looks for, the first that is there counts; paths from the context. */
export function ignoreCandidates(dockerfile: string, engine: 'buildkit' | 'buildah'): readonly string[] {
  // Podman's own name comes first for buildah.
  const names = engine === 'buildah' ? ['.containerignore', '.dockerignore'] : ['.dockerignore'];
  return [...names.map((name) => `${dockerfile}${name}`), ...names];
}

/** The rules of an ignore file, as Docker reads them: in order, `!` takes back, `**` for any depth. */
export function parseIgnore(text: string): IgnoreRules {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  // The library never leaves out a file at the root that is called as a property of every object is (`constructor`); that one
  // then counts without being read, which costs a build and misses nothing.
  const rules = dockerignore.default({ ignorecase: false }).add([...lines]);
  return (path) => rules.ignores(path);
}
