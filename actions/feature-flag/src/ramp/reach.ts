import { Failure } from '@slipway/failure';
import { isShare, lostBetween, type Measured, measureCohort, type Ofrep, type Population, shareOfMeasured } from '@slipway/flags';
import type { Clock } from '@slipway/system';

/** Whether a step came to those who ask a flag server. */
export type Reach =
  | { readonly kind: 'unasked' }
  | { readonly kind: 'reached'; readonly cohort: Measured; readonly share: number; readonly afterMs: number }
  /** Not within its time; `words` say what was seen last. */
  | { readonly kind: 'unreached'; readonly words: string }
  /** Users who had the feature have it no more, though it only grew. */
  | { readonly kind: 'moved'; readonly words: string };

/** What is asked, and how long. */
export interface Asking {
  readonly server: Ofrep;
  readonly flag: string;
  readonly variant: string | undefined;
  readonly population: Population;
  readonly budgetMs: number;
}

const LOOK_MS = 1000;
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

function judged(asking: Asking, cohort: Measured, before: Measured | undefined, share: number, afterMs: number): Reach {
  const { users } = asking.population;
  const measured = shareOfMeasured(cohort);
  const { had, lost } = lostBetween(before ?? [], cohort);
  if (lost > 0) return { kind: 'moved', words: `${lost} of ${had} asked users who had the feature have it no more` };
  if (isShare(measured, share / 100, users)) return { kind: 'reached', cohort, share: measured, afterMs };
  return { kind: 'unreached', words: `${percent(measured)} of ${users} asked users have it, and ${share} % were set` };
}

/**
 * Asks until the share that was set is the share that users get.
 *
 * @param before who had the feature at the step before
 * @param share from 0 to 100
 * @param since when it was set, in milliseconds since the Unix epoch
 */
export async function awaitReach(
  asking: Asking | undefined,
  { before, share, since }: { readonly before: Measured | undefined; readonly share: number; readonly since: number },
  clock: Clock,
  cancelled: AbortSignal,
): Promise<Reach> {
  if (asking === undefined) return { kind: 'unasked' };
  const { server, flag, variant, population, budgetMs } = asking;
  for (;;) {
    const asked = clock.now();
    const seen = await measureCohort(server, flag, variant, population).then(
      (cohort) => judged(asking, cohort, before, share, asked - since),
      (error: unknown): Reach => {
        if (!(error instanceof Failure)) throw error;
        return { kind: 'unreached', words: error.message };
      },
    );
    if (seen.kind === 'reached' || clock.now() - since >= budgetMs || cancelled.aborted) return seen;
    await clock.sleep(LOOK_MS, cancelled).catch(() => undefined);
  }
}
