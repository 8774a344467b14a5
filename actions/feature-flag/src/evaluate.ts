import { outputsFor } from '@slipway/metadata';
import { Failure } from '@slipway/failure';
import {
  type Bulk,
  type Evaluation,
  type EvaluationContext,
  evaluateByFlagd,
  evaluationWords,
  flagIn,
  type FlagFile,
  isAsExpected,
  isOff,
  isShare,
  measureCohort,
  type Ofrep,
  ofrep,
  parseFlags,
  shareOfMeasured,
} from '@slipway/flags';
import type { Outcome, Ports } from '@slipway/runner';
import { list } from '@slipway/summary';
import { action } from './action.ts';
import type { ModeInputs } from './inputs.ts';
import { PROBE_USER } from './probe.ts';

type Inputs = ModeInputs<'evaluate'>;

/** What was seen of a flag at one look. */
interface Seen {
  readonly evaluation: Evaluation;
  readonly bulk: Bulk;
  /** What the server answers when asked whether anything changed since. */
  readonly again: Bulk;
  /** From 0 to 1; absent where nobody asked for it. */
  readonly share?: number;
}

const LOOK_MS = 1000;

/** A file, evaluated here by flagd's own evaluator. */
function fileEvaluator(file: FlagFile): Ofrep {
  return {
    evaluate: async (flag, context) => {
      const evaluation = evaluateByFlagd(flag, flagIn(file, flag), context);
      if (!('errorCode' in evaluation)) return evaluation;
      const { errorCode, errorDetails = 'no reason given' } = evaluation;
      throw new Failure({ code: `OFREP_${errorCode}`, message: `flagd's evaluator could not tell ${flag}: ${errorDetails}` });
    },
    evaluateAll: async () => ({ kind: 'not-offered' }),
  };
}

async function evaluatorOf(inputs: Inputs, { http, clock, log, files, cancelled }: Ports): Promise<Ofrep> {
  const { provider, file = '', server: base = '', serverToken: token } = inputs;
  if (provider === 'flagd') return fileEvaluator(parseFlags(file, await files.readText(file)));
  return ofrep({ base, token }, http, { clock, log, signal: cancelled });
}

async function look(evaluator: Ofrep, inputs: Inputs): Promise<Seen> {
  const { flag, variant, population: users, drawnBy, context = {}, percentage } = inputs;
  const who: EvaluationContext = { targetingKey: PROBE_USER, [drawnBy]: PROBE_USER, ...context };
  const evaluation = await evaluator.evaluate(flag, who);
  const bulk = await evaluator.evaluateAll(who);
  const etag = bulk.kind === 'evaluated' ? bulk.etag : undefined;
  const again: Bulk = etag === undefined ? { kind: 'not-offered' } : await evaluator.evaluateAll(who, etag);
  if (percentage === undefined) return { evaluation, bulk, again };
  const share = shareOfMeasured(await measureCohort(evaluator, flag, variant, { users, drawnBy, context }));
  return { evaluation, bulk, again, share };
}

/** Whether the answer to all flags says the same of one as the answer to it alone; a flag that is off may be left out. */
function bulkDiffers(flag: string, { evaluation, bulk }: Seen): boolean {
  if (bulk.kind !== 'evaluated') return false;
  const own = bulk.flags.get(flag);
  if (own === undefined) return !isOff(evaluation);
  return 'errorCode' in own || JSON.stringify(own.value) !== JSON.stringify(evaluation.value);
}

/** What of it is not as it was expected. */
function faultsOf(
  { flag, expect, percentage, population }: Inputs,
  seen: Seen,
): readonly (readonly [code: string, words: string])[] {
  const { evaluation, share } = seen;
  return [
    ...(expect === undefined || isAsExpected(evaluation, expect)
      ? []
      : [['FLAG_UNEXPECTED', `${flag} is ${evaluationWords(evaluation)}, and "${expect}" was expected`] as const]),
    ...(percentage === undefined || share === undefined || isShare(share, percentage / 100, population)
      ? []
      : [
          [
            'FLAG_SHARE_UNEXPECTED',
            `${(share * 100).toFixed(1)} % of ${population} asked users get ${flag}, and ${percentage} % were expected`,
          ] as const,
        ]),
    ...(bulkDiffers(flag, seen)
      ? [
          [
            'OFREP_BULK_DIFFERS',
            `asked for all flags, the server says something else of ${flag} than asked for it alone`,
          ] as const,
        ]
      : []),
  ];
}

function bulkWords({ bulk, again }: Seen): string {
  if (bulk.kind !== 'evaluated') return 'All flags at once: not offered.';
  const tag =
    bulk.etag === undefined
      ? 'without an ETag'
      : again.kind === 'unchanged'
        ? 'and its ETag is honoured'
        : 'and its ETag is ignored';
  return `All flags at once: ${bulk.flags.size}, ${tag}.`;
}

/** Asks what a flag is, until it is as expected or its time is over. */
export async function evaluate(inputs: Inputs, ports: Ports): Promise<Outcome<typeof action>> {
  const { flag, budget } = inputs;
  const { clock, cancelled } = ports;
  const evaluator = await evaluatorOf(inputs, ports);
  const began = clock.now();
  let seen = await look(evaluator, inputs);
  let faults = faultsOf(inputs, seen);
  while (faults.length > 0 && clock.now() - began < budget && !cancelled.aborted) {
    await clock.sleep(LOOK_MS, cancelled).catch(() => undefined);
    seen = await look(evaluator, inputs);
    faults = faultsOf(inputs, seen);
  }
  const seconds = (clock.now() - began) / 1000;
  const shares =
    seen.share === undefined ? [] : [`${(seen.share * 100).toFixed(1)} % of ${inputs.population} asked users get it`];
  const said = [`${flag} is ${evaluationWords(seen.evaluation)}`, ...shares].join('; ');
  const after =
    faults.length === 0 ? '.' : `, still after ${seconds.toFixed(1)} s: ${faults.map(([, words]) => words).join('; ')}.`;
  return {
    verdict: faults.length === 0 ? 'pass' : 'fail',
    headline: `${said}${after}`,
    outputs: outputsFor(action, {
      value: JSON.stringify(seen.evaluation.value ?? null),
      seconds: seconds.toFixed(2),
      share: seen.share === undefined ? undefined : (seen.share * 100).toFixed(2),
    }),
    annotations: faults.map(([title, words]) => ({ level: 'error', title, message: `${words}.` })),
    summary: [list([[`${said}.`], [bulkWords(seen)]])],
    data: { flag, variant: seen.evaluation.variant, reason: seen.evaluation.reason, bulk: bulkWords(seen) },
  };
}
