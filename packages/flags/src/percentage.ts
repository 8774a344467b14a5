import { Failure } from '@slipway/failure';
import type { Flag, FlagFile } from './flag-file.ts';
import { type Fractional, fractionalsOf, type Share } from './fractional.ts';

function rampOf(key: string, flag: Flag, { file, source }: FlagFile): Fractional {
  const ramps = fractionalsOf(flag.targeting);
  const [ramp] = ramps;
  if (ramp !== undefined && ramps.length === 1) return ramp;
  const message =
    ramps.length === 0
      ? `"${key}" has no percentage.`
      : `"${key}" has ${ramps.length} percentages in its rules, and which one is meant is not known.`;
  const remedy = 'Write its rules once by hand, such as "targeting": { "fractional": [["on", 0], ["off", 100]] }.';
  throw new Failure({
    code: 'FLAG_WITHOUT_PERCENTAGE',
    message,
    remedy,
    location: { file, line: source.locate(['flags', key]).line ?? 1 },
  });
}

/** A share whose weight is written out. */
export interface WeighedShare extends Share {
  readonly weightAt: readonly (string | number)[];
}

const isWeighed = (share: Share | undefined): share is WeighedShare => share?.weightAt !== undefined;

/** A percentage that two variants share: whose it is, and who has the rest. */
export interface Percentage {
  readonly path: Fractional['path'];
  readonly chosen: WeighedShare;
  readonly other: WeighedShare;
}

/**
 * The one percentage of a flag.
 *
 * @param variant whose share is meant; the first one's by default
 * @throws Failure FLAG_WITHOUT_PERCENTAGE where there is not one, FLAG_SHARES where more than two variants share it.
 */
export function percentageOf(key: string, flag: Flag, file: FlagFile, variant?: string): Percentage {
  const { path, shares } = rampOf(key, flag, file);
  const chosen = shares.find((share) => share.variant === (variant ?? shares[0]?.variant));
  const others = shares.filter((share) => share !== chosen);
  const [other] = others;
  if (isWeighed(chosen) && isWeighed(other) && others.length === 1) return { path, chosen, other };
  const names = shares.map((share) => `${share.variant ?? '?'}${share.weightAt === undefined ? ' (without a weight)' : ''}`);
  const message = `The percentage of "${key}" is shared by ${names.join(', ')}.`;
  const remedy = 'A percentage is set where two variants share it, each with its weight.';
  const line = file.source.locate(['flags', key]).line ?? 1;
  throw new Failure({ code: 'FLAG_SHARES', message, remedy, location: { file: file.file, line } });
}
