/** How a registry asks to be convinced: the scheme and parameters of WWW-Authenticate. */
export interface Challenge {
  readonly scheme: 'basic' | 'bearer';
  readonly parameters: Readonly<Record<string, string>>;
}

/** Parses a WWW-Authenticate header; undefined when it asks for something that registries do not use. */
export function parseChallenge(header: string | undefined): Challenge | undefined {
  const [, scheme = '', rest = ''] = /^\s*(basic|bearer)\b(.*)$/is.exec(header ?? '') ?? [];
  if (scheme === '') return undefined;
  const pairs = [...rest.matchAll(/([a-z_]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/gi)];
  const parameters = pairs.map(([, name = '', quoted, bare = '']) => [
    name.toLowerCase(),
    quoted === undefined ? bare : quoted.replace(/\\(.)/g, '$1'),
  ]);
  return {
    scheme: scheme.toLowerCase() as Challenge['scheme'],
    parameters: Object.fromEntries(parameters) as Record<string, string>,
  };
}
