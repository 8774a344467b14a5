import type { Standing } from '@slipway/flags';

/** What a ramp does from where its flag stands. */
export type Plan =
  | {
      readonly kind: 'climb';
      readonly found: Standing;
      /** The shares to be set and watched. */
      readonly steps: readonly number[];
      /** Whether the first of them is what stands already: an earlier run of the ramp ended there. */
      readonly resumed: boolean;
      /** What to go back to from the first of them. */
      readonly below: number;
    }
  /** It was switched off with a share of its own: somebody's kill, which a ramp does not undo. */
  | { readonly kind: 'switched-off' }
  /** Everybody whom the ramp would bring has the feature already. */
  | { readonly kind: 'above' };

/** What of a text of steps cannot be meant; undefined when it can. */
export function stepsProblem(text: string): string | undefined {
  const steps = stepsOf(text);
  if (steps.length === 0) return 'has no step';
  const wrong = steps.find((step) => !(step > 0 && step <= 100));
  if (wrong !== undefined) return 'has a step that is no percentage over 0 and up to 100';
  return steps.some((step, index) => index > 0 && step <= (steps[index - 1] ?? 0))
    ? 'does not grow from step to step'
    : undefined;
}

/** The steps of a text such as "1, 10, 25, 50, 100". */
export function stepsOf(text: string): readonly number[] {
  return text
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+(\.\d+)?%?$/.test(part) ? Number.parseFloat(part) : Number.NaN));
}

/** Plans a ramp from where a flag stands, so that a run that was ended is gone on with. */
export function planClimb(found: Standing, steps: readonly number[]): Plan {
  if (!found.on && found.share > 0) return { kind: 'switched-off' };
  const resumed = steps.includes(found.share);
  const ahead = steps.filter((step) => step > found.share || (resumed && step === found.share));
  if (ahead.length === 0) return { kind: 'above' };
  // A ramp only came to a step by having proved the one below; a share of somebody's own is his to answer for.
  const below = resumed ? (steps.filter((step) => step < found.share).at(-1) ?? 0) : found.share;
  return { kind: 'climb', found, steps: ahead, resumed, below };
}

/** How a step ended. */
export type StepEnd =
  | { readonly kind: 'proved'; readonly why: string }
  | { readonly kind: 'bad'; readonly why: string }
  | { readonly kind: 'untold'; readonly why: string }
  | { readonly kind: 'superseded'; readonly found: Standing }
  | { readonly kind: 'cancelled' };

/** Where a ramp goes after a step: on, to a share, or nowhere. */
export type Next = { readonly kind: 'on' } | { readonly kind: 'back'; readonly share: number } | { readonly kind: 'leave' };

/** Decides what follows on a step. What a run found it takes back only when it is bad: it was there before, and nothing speaks against it. */
export function nextOf(end: StepEnd, plan: Extract<Plan, { kind: 'climb' }>, index: number, onBad: 'zero' | 'last-good'): Next {
  const below = index === 0 ? plan.below : (plan.steps[index - 1] ?? 0);
  if (end.kind === 'proved') return { kind: 'on' };
  if (end.kind === 'bad') return { kind: 'back', share: onBad === 'zero' ? 0 : below };
  if (end.kind === 'untold' && !(plan.resumed && index === 0)) return { kind: 'back', share: below };
  return { kind: 'leave' };
}
