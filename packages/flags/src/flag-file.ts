import { parseSource, type SourceDocument } from '@slipway/config';
import { failWhen, type Problem } from '@slipway/failure';
import { fractionalsOf } from './fractional.ts';

/** A flag in flagd's format (https://flagd.dev/reference/flag-definitions). */
export interface Flag {
  readonly state: 'ENABLED' | 'DISABLED';
  /** The values that it can have, by name. */
  readonly variants: Readonly<Record<string, unknown>>;
  /** What it is where no rule says otherwise; without one, what the code has. */
  readonly defaultVariant?: string | null;
  readonly targeting?: unknown;
  /** Ours are `owner`, `expires` (a day) and `type` (`release`, `kill-switch`, `experiment`, `permission`). */
  readonly metadata?: Readonly<Record<string, string | number | boolean>>;
}

/** A file of flags, with the place of everything in it. */
export interface FlagFile {
  readonly file: string;
  readonly text: string;
  readonly flags: ReadonlyMap<string, Flag>;
  readonly source: SourceDocument;
}

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The type of a flag's values as code asks for it. */
export function typeOfValue(value: unknown): string {
  if (Array.isArray(value) || isTree(value)) return 'object';
  return value === null ? 'null' : typeof value;
}

type Say = (path: readonly (string | number)[], message: string, remedy: string) => Problem;

function fractionalProblems(key: string, targeting: unknown, variants: readonly string[], say: Say): readonly Problem[] {
  return fractionalsOf(targeting).flatMap(({ path, shares }) =>
    shares.flatMap(({ variant, at }) =>
      variant === undefined || variants.includes(variant)
        ? []
        : [
            say(
              ['flags', key, 'targeting', ...path, ...at],
              `There is no variant "${variant}".`,
              `The variants are: ${variants.join(', ')}.`,
            ),
          ],
    ),
  );
}

function flagProblems(key: string, flag: unknown, say: Say): readonly Problem[] {
  const at = ['flags', key];
  if (!isTree(flag)) return [say(at, `The flag "${key}" is not an object.`, 'Give it "state", "variants" and "defaultVariant".')];
  const { state, variants, defaultVariant, targeting } = flag;
  const problems: Problem[] = [];
  if (state !== 'ENABLED' && state !== 'DISABLED')
    problems.push(say([...at, 'state'], `"state" of "${key}" is ${JSON.stringify(state)}.`, 'It is ENABLED or DISABLED.'));
  if (!isTree(variants) || Object.keys(variants).length === 0)
    return [...problems, say([...at, 'variants'], `"${key}" has no "variants".`, 'Name the values that it can have.')];
  const types = [...new Set(Object.values(variants).map(typeOfValue))];
  if (types.length > 1)
    problems.push(
      say([...at, 'variants'], `The variants of "${key}" are of several types: ${types.join(', ')}.`, 'A flag has one type.'),
    );
  const names = Object.keys(variants);
  if (defaultVariant !== undefined && defaultVariant !== null && !names.some((name) => name === defaultVariant))
    problems.push(
      say(
        [...at, 'defaultVariant'],
        `"defaultVariant" of "${key}" is ${JSON.stringify(defaultVariant)}; flagd then takes nothing of the whole file.`,
        `The variants are: ${names.join(', ')}.`,
      ),
    );
  return [...problems, ...fractionalProblems(key, targeting, names, say)];
}

/**
 * Reads a file of flags in flagd's format, as JSON or YAML.
 *
 * @throws Failure with every problem of the file, each with its line: YAML_SYNTAX, FLAGS_MALFORMED.
 */
export function parseFlags(file: string, text: string): FlagFile {
  const source = parseSource(file, text);
  const say: Say = (path, message, remedy) => ({ code: 'FLAGS_MALFORMED', message, remedy, location: source.locate(path) });
  const root = source.value;
  const flags = isTree(root) ? root['flags'] : undefined;
  if (!isTree(flags)) {
    failWhen([say([], 'This file has no "flags".', 'Write them in the format of flagd: { "flags": { "name": { … } } }.')]);
    return { file, text, flags: new Map(), source };
  }
  failWhen(Object.entries(flags).flatMap(([key, flag]) => flagProblems(key, flag, say)));
  return { file, text, flags: new Map(Object.entries(flags) as [string, Flag][]), source };
}
