import type { VersionVerdict } from '@slipway/smoke';
import { type Judgement, judge, type Tested } from '@slipway/test-command';

type Proved = { readonly kind: 'proved' };
type Wrong = Exclude<VersionVerdict, Proved>;

/** What was done: without a version that is proved, or not asked for, nothing. */
export type Performed =
  | { readonly before: Wrong }
  | {
      readonly before: Proved | { readonly kind: 'unchecked' };
      readonly tested: Tested;
      /** What was found of the version after the tests; absent when nobody was asked again. */
      readonly after?: VersionVerdict;
    };

/** What an end-to-end run came to. */
export type Trial =
  /** The version was not proved, so no test was run. */
  | { readonly kind: 'unproved'; readonly version: Wrong }
  /** Whom the tests spoke to is not known: the version was proved before them, and not after. */
  | { readonly kind: 'changed'; readonly version: Wrong; readonly tested: Tested; readonly judgement: Judgement }
  | {
      readonly kind: 'judged';
      readonly version: 'proved' | 'unchecked';
      readonly tested: Tested;
      readonly judgement: Judgement;
    };

/** Judges a run by its tests, and by whether they were answered by the version that they are about. */
export function trialOf(performed: Performed, minTests: number): Trial {
  if (!('tested' in performed)) return { kind: 'unproved', version: performed.before };
  const { before, tested, after } = performed;
  const judgement = judge(tested, minTests);
  if (after !== undefined && after.kind !== 'proved') return { kind: 'changed', version: after, tested, judgement };
  return { kind: 'judged', version: before.kind, tested, judgement };
}

/** What is told of the version: one that was proved before and is gone has changed. */
export function versionOf(trial: Trial): string {
  if (trial.kind === 'judged') return trial.version;
  return trial.kind === 'changed' && trial.version.kind === 'version-mismatch' ? 'changed' : trial.version.kind;
}
