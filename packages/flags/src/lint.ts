import type { Problem } from '@slipway/failure';
import { type Flag, type FlagFile, typeOfValue } from './flag-file.ts';
import { fractionalsOf } from './fractional.ts';
import { cohortOf, movedBetween, shareIn } from './population.ts';
import type { Reference } from './reference.ts';

/** A fault of a change of flags. Errors keep the change out. */
export interface Fault extends Problem {
  readonly level: 'error' | 'warning';
  readonly flag: string;
}

/** What a change of flags is judged by. */
export interface Change {
  readonly base: FlagFile | undefined;
  readonly head: FlagFile;
  /** Where code names a flag, and the variants that it names beside it. */
  readonly references: readonly Reference[];
  /** Whether a flag must be off where it, or the first code that names it, comes in. */
  readonly dark: boolean;
  /** The flags that code names now and did not name before. */
  readonly newInCode?: ReadonlySet<string>;
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
}

/** What lies within is the hash's own noise. */
const TOLERANCE = 0.01;
const percent = (share: number): string => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;

/** Whether a variant gives a feature rather than keeps it away. */
const gives = (flag: Flag, variant: string): boolean => {
  const value = flag.variants[variant];
  return value !== false && variant !== flag.defaultVariant && !/^(off|disabled|control|none)$/i.test(variant);
};

type Say = (level: Fault['level'], code: string, path: readonly string[], message: string, remedy: string) => Fault;

function sayOf(key: string, { source }: FlagFile): Say {
  return (level, code, path, message, remedy) => {
    const location = source.locate(['flags', key, ...path]);
    return { level, code, flag: key, message, remedy, location };
  };
}

/** Who loses a feature although its share did not shrink: the draw itself was changed. */
function cohortFaults(key: string, before: Flag, after: Flag, say: Say): readonly Fault[] {
  if (before.state === 'DISABLED' || after.state === 'DISABLED') return [];
  return movedBetween(cohortOf(key, before), cohortOf(key, after)).flatMap(({ variant, had, lost, explained }) => {
    const unexplained = lost - explained;
    if (unexplained <= had * TOLERANCE || !gives(before, variant)) return [];
    const message = `${percent(lost / had)} of the users who have "${variant}" of "${key}" lose it by this change (${lost} of ${had} drawn users), and its share explains ${percent(explained / had)}.`;
    const remedy = 'Keep the order of the variants, and let the first one grow at the cost of the last.';
    return [say('error', 'FLAG_COHORT_MOVED', ['targeting'], message, remedy)];
  });
}

/** A percentage is drawn by a key; where users have none that is asked for, nobody is in it. */
function keyFaults(key: string, flag: Flag, say: Say): readonly Fault[] {
  const ramps = fractionalsOf(flag.targeting).filter(({ shares }) => shares.length > 0);
  if (ramps.length === 0 || flag.state === 'DISABLED') return [];
  const cohort = cohortOf(key, flag);
  const names = Object.keys(flag.variants).filter((name) => gives(flag, name));
  const meant = ramps.some(({ shares }) => shares.some(({ variant, weight }) => weight > 0 && names.includes(variant ?? '')));
  if (!meant || names.some((name) => shareIn(cohort, name) > 0)) return [];
  const message = `Nobody whose context has a targeting key alone is in the percentage of "${key}".`;
  const remedy = 'Draw it by the targeting key, or make sure that every caller gives what the rules ask for.';
  return [say('warning', 'FLAG_KEY_UNUSUAL', ['targeting'], message, remedy)];
}

function typeFault(key: string, before: Flag, after: Flag, say: Say): readonly Fault[] {
  const [was, is] = [before, after].map(({ variants }) => typeOfValue(Object.values(variants)[0]));
  if (was === is) return [];
  const remedy = 'Code that asks for the old type gets its own default; bring a new flag and take the old one away later.';
  return [say('error', 'FLAG_TYPE_CHANGED', ['variants'], `"${key}" was ${was} and is ${is}.`, remedy)];
}

function variantFaults(key: string, before: Flag, after: Flag, references: readonly Reference[], say: Say): readonly Fault[] {
  const gone = Object.keys(before.variants).filter((variant) => !(variant in after.variants));
  return gone.flatMap((variant) => {
    const used = references.filter((each) => each.flag === key && each.variants.includes(variant));
    if (used.length === 0) return [];
    const places = used.map(({ file, line }) => `${file}:${line}`).join(', ');
    const message = `The variant "${variant}" of "${key}" is taken away, and code still names it: ${places}.`;
    return [say('error', 'FLAG_VARIANT_IN_USE', ['variants'], message, 'Take it out of the code first, and deploy that.')];
  });
}

function metadataFaults(key: string, { metadata = {} }: Flag, now: number, say: Say): readonly Fault[] {
  const faults: Fault[] = [];
  if (typeof metadata['owner'] !== 'string')
    faults.push(say('warning', 'FLAG_OWNER_MISSING', [], `"${key}" has no owner.`, 'Write "metadata": { "owner": "team" }.'));
  const { expires, type } = metadata;
  if (expires === undefined && type !== 'kill-switch' && type !== 'permission')
    faults.push(
      say('warning', 'FLAG_EXPIRY_MISSING', [], `"${key}" never expires.`, 'Write "expires": "2027-01-31", or its "type".'),
    );
  if (expires !== undefined && Number.isNaN(Date.parse(String(expires))))
    faults.push(
      say('error', 'FLAG_EXPIRY_MALFORMED', ['metadata', 'expires'], `"expires" of "${key}" is no day.`, 'Write 2027-01-31.'),
    );
  else if (expires !== undefined && Date.parse(String(expires)) + DAY_MS < now)
    faults.push(
      say(
        'warning',
        'FLAG_EXPIRED',
        ['metadata', 'expires'],
        `"${key}" expired on ${expires}.`,
        'Take it away, or give it a new day.',
      ),
    );
  return faults;
}

const DAY_MS = 86_400_000;

/** A flag that goes while another of the same rules comes was renamed, and its users are drawn anew. */
function renamed(key: string, before: Flag, { base, head }: Change): readonly [string, Flag] | undefined {
  const same = JSON.stringify([before.variants, before.targeting]);
  return [...head.flags].find(
    ([other, flag]) => !base?.flags.has(other) && other !== key && JSON.stringify([flag.variants, flag.targeting]) === same,
  );
}

function goneFaults(change: Change): readonly Fault[] {
  const { base, head, references } = change;
  return [...(base?.flags ?? [])].flatMap(([key, before]): readonly Fault[] => {
    if (head.flags.has(key)) return [];
    const to = renamed(key, before, change);
    const used = references.filter(({ flag }) => flag === key).map(({ file, line }) => `${file}:${line}`);
    const faults: Fault[] = [];
    if (to !== undefined && fractionalsOf(before.targeting).length > 0) {
      const moved = movedBetween(cohortOf(key, before), cohortOf(to[0], to[1])).filter(({ variant }) => gives(before, variant));
      const [worst] = moved.toSorted((a, b) => b.lost / b.had - a.lost / a.had);
      if (worst !== undefined && worst.lost > worst.had * TOLERANCE) {
        const message = `"${key}" becomes "${to[0]}", and ${percent(worst.lost / worst.had)} of the users who have "${worst.variant}" lose it: users are drawn by the flag's name.`;
        const remedy = 'Keep the name until everybody has the feature, or draw by a seed of its own.';
        faults.push(sayOf(to[0], head)('error', 'FLAG_RENAMED', [], message, remedy));
      }
    }
    if (used.length > 0) {
      const message = `"${key}" is taken away, and code still asks for it: ${used.join(', ')}.`;
      const location = { file: head.file, line: 1 };
      const remedy = 'Take it out of the code, deploy that, and then take the flag away.';
      faults.push({ level: 'error', code: 'FLAG_IN_USE', flag: key, message, remedy, location });
    }
    return faults;
  });
}

function darkFault(key: string, flag: Flag, what: string, say: Say): readonly Fault[] {
  const cohort = cohortOf(key, flag);
  const on = Object.keys(flag.variants).filter(
    (name) => flag.variants[name] !== false && !/^(off|disabled|control|none)$/i.test(name),
  );
  const share = on.reduce((sum, name) => sum + shareIn(cohort, name), 0);
  if (share === 0 || flag.metadata?.['type'] === 'kill-switch') return [];
  const message = `${what}, and it is on for ${percent(share)} of the users as soon as that lands.`;
  return [
    say('error', 'FLAG_NOT_DARK', ['state'], message, 'Bring it switched off, and turn it on when the code is everywhere.'),
  ];
}

const landing = (key: string): string => `Code names "${key}" from this change on`;

/** Every fault of a change of flags. */
export function lintFlags(change: Change): readonly Fault[] {
  const { base, head, references, dark, newInCode = new Set(), now } = change;
  const faults = [...head.flags].flatMap(([key, flag]) => {
    const say = sayOf(key, head);
    const before = base?.flags.get(key);
    const own = [...metadataFaults(key, flag, now, say), ...keyFaults(key, flag, say)];
    if (before === undefined) {
      const isNew =
        base !== undefined &&
        ![...base.flags].some(([old, was]) => !head.flags.has(old) && renamed(old, was, change)?.[0] === key);
      return dark && (isNew || newInCode.has(key))
        ? [...own, ...darkFault(key, flag, isNew ? `"${key}" is new` : landing(key), say)]
        : own;
    }
    return [
      ...own,
      ...(dark && newInCode.has(key) ? darkFault(key, flag, landing(key), say) : []),
      ...typeFault(key, before, flag, say),
      ...variantFaults(key, before, flag, references, say),
      ...cohortFaults(key, before, flag, say),
    ];
  });
  return [...faults, ...goneFaults(change)].toSorted((a, b) => Number(a.level === 'warning') - Number(b.level === 'warning'));
}
