import type { ConfigSchema } from '@slipway/config';
import { type Dependency, dependencyOf, ENTRY, object, parseFile, type RawDependency } from './dependency.ts';
import { dependencyMistakes } from './mistakes.ts';

const PROVIDER: ConfigSchema<{ readonly provider: RawDependency }> = { schema: object('provider', ENTRY) };

/** Parses the file that says how a service is started to be verified; the same problems as for dependencies. */
export function parseProvider(file: string, text: string): Dependency {
  const { value, source } = parseFile(file, text, PROVIDER, (document) => {
    const { provider } = (document.value ?? {}) as { provider?: unknown };
    return provider === undefined ? [] : dependencyMistakes(provider, (...path) => document.locate(['provider', ...path]));
  });
  return dependencyOf(value.provider, source.locate(['provider']));
}
