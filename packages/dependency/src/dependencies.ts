import type { ConfigSchema } from '@slipway/config';
import type { Location } from '@slipway/failure';
import { type Dependency, dependencyOf, ENTRY, object, parseFile, type RawDependency } from './dependency.ts';
import { dependencyMistakes } from './mistakes.ts';

const DEPENDENCIES: ConfigSchema<{ readonly dependencies: readonly RawDependency[] }> = {
  schema: object('dependencies', { type: 'array', minItems: 1, items: ENTRY }),
};

/**
 * Parses the file of dependencies.
 *
 * @throws Failure with every problem on its line: syntax, unknown keys, none or several of run, image and compose, no
 * way to tell readiness, a name that stands twice.
 */
export function parseDependencies(file: string, text: string): readonly Dependency[] {
  const { value, source } = parseFile(file, text, DEPENDENCIES, (document) => {
    const { dependencies } = (document.value ?? {}) as { dependencies?: unknown };
    const entries: readonly unknown[] = Array.isArray(dependencies) ? dependencies : [];
    const names = entries.map((entry) => (entry as { name?: unknown } | null)?.name);
    return entries.flatMap((entry, index) => {
      const at = (...path: (string | number)[]): Location => document.locate(['dependencies', index, ...path]);
      const message = `There are two dependencies named "${names[index]}".`;
      const twice = names[index] !== undefined && names.indexOf(names[index]) < index;
      return [...dependencyMistakes(entry, at), ...(twice ? [{ code: 'DEPENDENCY_TWICE', message, location: at('name') }] : [])];
    });
  });
  return value.dependencies.map((raw, index) => dependencyOf(raw, source.locate(['dependencies', index])));
}
