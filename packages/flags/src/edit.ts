import { Failure } from '@slipway/failure';
import { isNode, parseDocument } from 'yaml';
import { type Flag, type FlagFile, parseFlags } from './flag-file.ts';
import { percentageOf } from './percentage.ts';

/** What is to become of a flag. */
export type FlagEdit =
  | { readonly kind: 'state'; readonly state: Flag['state'] }
  | { readonly kind: 'default'; readonly variant: string }
  /** The share of a variant in the flag's percentage, from 0 to 100; the other variant gets the rest. */
  | { readonly kind: 'percentage'; readonly variant?: string; readonly percentage: number };

/** A value that another takes the place of. */
export interface FlagChange {
  readonly what: string;
  readonly from: string;
  readonly to: string;
  /** From 1. */
  readonly line: number;
}

/** A file of flags after an edit. */
export interface EditedFlags {
  readonly text: string;
  readonly changes: readonly FlagChange[];
}

interface Put {
  readonly path: readonly (string | number)[];
  readonly value: string | number;
}

/** Replaces the source of scalars, and no other byte. */
function put({ file, text, source }: FlagFile, puts: readonly Put[]): EditedFlags {
  const document = parseDocument(text);
  const changes: FlagChange[] = [];
  const splices = puts.flatMap(({ path, value }) => {
    const node = document.getIn(path, true);
    const range = isNode(node) ? node.range : undefined;
    if (range === undefined || range === null)
      throw new Failure({
        code: 'FLAG_FIELD_ABSENT',
        message: `There is no ${path.slice(2).join('.')} to change.`,
        remedy: 'Write it once by hand; only values that are there are replaced.',
        location: { file, line: source.locate(path).line ?? 1 },
      });
    const [start, end] = range;
    const [from, to] = [text.slice(start, end), typeof value === 'number' ? String(value) : JSON.stringify(value)];
    // A bare word of YAML stays bare.
    const written = typeof value === 'string' && !/^["']/.test(from) ? value : to;
    if (from === written) return [];
    changes.push({ what: path.slice(1).join('.'), from, to: written, line: source.locate(path).line ?? 1 });
    return [{ start, end, written }];
  });
  const edited = splices
    .toSorted((a, b) => b.start - a.start)
    .reduce((result, { start, end, written }) => result.slice(0, start) + written + result.slice(end), text);
  return { text: edited, changes };
}

function percentagePuts(
  key: string,
  flag: Flag,
  file: FlagFile,
  edit: Extract<FlagEdit, { kind: 'percentage' }>,
): readonly Put[] {
  const { path, chosen, other } = percentageOf(key, flag, file, edit.variant);
  const at = ['flags', key, 'targeting', ...path];
  return [
    { path: [...at, ...chosen.weightAt], value: edit.percentage },
    { path: [...at, ...other.weightAt], value: Math.round((100 - edit.percentage) * 1e6) / 1e6 },
  ];
}

/** A flag of a file. @throws Failure FLAG_ABSENT. */
export function flagIn(file: FlagFile, key: string): Flag {
  const flag = file.flags.get(key);
  if (flag !== undefined) return flag;
  const message = `There is no flag "${key}" in ${file.file}.`;
  const remedy = `The flags are: ${[...file.flags.keys()].join(', ')}.`;
  throw new Failure({ code: 'FLAG_ABSENT', message, remedy, location: { file: file.file, line: 1 } });
}

/**
 * Changes a flag by replacing the source of its values, and no other byte.
 *
 * @throws Failure FLAG_ABSENT, FLAG_VARIANT_ABSENT, FLAG_FIELD_ABSENT, FLAG_WITHOUT_PERCENTAGE, FLAG_SHARES.
 */
export function editFlag(file: FlagFile, key: string, edit: FlagEdit): EditedFlags {
  const flag = flagIn(file, key);
  const variant = edit.kind === 'state' ? undefined : edit.variant;
  if (variant !== undefined && !(variant in flag.variants)) {
    const message = `"${key}" has no variant "${variant}".`;
    const remedy = `The variants are: ${Object.keys(flag.variants).join(', ')}.`;
    throw new Failure({
      code: 'FLAG_VARIANT_ABSENT',
      message,
      remedy,
      location: { file: file.file, line: file.source.locate(['flags', key]).line ?? 1 },
    });
  }
  if (edit.kind === 'state') return put(file, [{ path: ['flags', key, 'state'], value: edit.state }]);
  if (edit.kind === 'default') return put(file, [{ path: ['flags', key, 'defaultVariant'], value: edit.variant }]);
  return put(file, percentagePuts(key, flag, file, edit));
}

/** Several changes of one flag, one after the other, as one edit. @throws Failure as `editFlag` does. */
export function editFlagBy(file: FlagFile, key: string, edits: readonly FlagEdit[]): EditedFlags {
  let edited: EditedFlags = { text: file.text, changes: [] };
  for (const edit of edits) {
    const { text, changes } = editFlag(parseFlags(file.file, edited.text), key, edit);
    edited = { text, changes: [...edited.changes, ...changes] };
  }
  return edited;
}
