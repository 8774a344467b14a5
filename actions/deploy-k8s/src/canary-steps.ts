import type { Problem } from '@slipway/failure';
import { duration, percent } from '@slipway/metadata';
import type { CanaryStep } from '@slipway/rollout';

type Line = { readonly step: CanaryStep } | { readonly expected: string };

const EXAMPLE = '"10%: 1m"';
const HALF = 0.5;

function parseLine(line: string): Line {
  const [, share = '', pause = ''] = /^([^:]*):(.*)$/.exec(line) ?? [];
  const weight = percent('').parse(share.trim());
  const pauseMs = duration('').parse(pause.trim());
  if (!weight.ok || weight.value === undefined) return { expected: `a percentage, a colon and a duration, such as ${EXAMPLE}` };
  if (!pauseMs.ok || pauseMs.value === undefined) return { expected: `a duration such as 1m behind the colon` };
  if (weight.value > 0 && weight.value <= HALF) return { step: { weight: weight.value, pauseMs: pauseMs.value } };
  return { expected: 'a weight above 0% and of at most 50%: beyond that there would be more new pods than old ones' };
}

/** The steps of a canary, each a line such as `10%: 1m`; lines that are none are left out. */
export function canaryStepsOf(lines: readonly string[]): readonly CanaryStep[] {
  return lines.map(parseLine).flatMap((line) => ('step' in line ? [line.step] : []));
}

/** What is wrong with the lines of a canary's steps, every line at once. */
export function canaryStepProblems(lines: readonly string[]): readonly Problem[] {
  const parsed = lines.map(parseLine);
  let highest = 0;
  return parsed.flatMap((line, index) => {
    const says = `Line ${index + 1} of "canary-steps" is ${JSON.stringify(lines[index])}`;
    if ('expected' in line) {
      return [{ code: 'CANARY_STEPS_MALFORMED', message: `${says}; expected ${line.expected}.`, remedy: 'Correct the line.' }];
    }
    const { weight } = line.step;
    if (weight > highest) {
      highest = weight;
      return [];
    }
    const message = `${says}, whose weight is not above that of the line before.`;
    return [{ code: 'CANARY_STEPS_MALFORMED', message, remedy: 'Let the weights rise from line to line.' }];
  });
}
