import { Failure, type Location } from '@slipway/failure';

/** Deeper than anything that people write, and well within what a stack can hold. */
export const DEPTH_MAX = 500;

/** The YAML reader takes some two seconds for a mebibyte and JSON a hundredth of that. */
const SIZE_MAX = { YAML: 8, JSON: 64 } as const;

/** A Failure SOURCE_TOO_DEEP at a place. */
export const tooDeep = (location: Location): Failure =>
  new Failure({ code: 'SOURCE_TOO_DEEP', message: `This is nested deeper than ${DEPTH_MAX} levels.`, location });

/** Throws a Failure SOURCE_TOO_LARGE for what could not be read in bounded time. */
export function checkSize(file: string, text: string, form: keyof typeof SIZE_MAX): void {
  const mebibytes = text.length / 2 ** 20;
  if (mebibytes <= SIZE_MAX[form]) return;
  const message = `The file has ${mebibytes.toFixed(1)} MiB; ${form} is read up to ${SIZE_MAX[form]} MiB.`;
  throw new Failure({ code: 'SOURCE_TOO_LARGE', message, remedy: 'Split it into several files.', location: { file } });
}
