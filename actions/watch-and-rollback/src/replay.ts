import { Failure } from '@slipway/failure';
import { type CounterSeries, judgeWatch, type WatchPolicy, type WatchSamples, type WatchVerdict } from '@slipway/rollout';
import type { Outcome, Ports, Verdict } from '@slipway/runner';
import { paragraph } from '@slipway/summary';
import type { action } from './action.ts';
import type { ModeInputs } from './inputs.ts';
import { rateChart, slowChart } from './rates.ts';
import { SCHEMA } from './samples-file.ts';

/** A watch as it was written down. */
interface Recorded {
  readonly service: string;
  readonly release: string;
  readonly policy: WatchPolicy;
  readonly samples: WatchSamples;
  /** What was come to then. */
  readonly state: string;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isTime = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);

const isPoint = (value: unknown): boolean => Array.isArray(value) && value.length === 2 && value.every(isTime);

function malformed(file: string, problems: readonly string[]): Failure {
  const remedy = 'Give a file that watch-and-rollback wrote with "samples-out", unchanged.';
  return new Failure(problems.map((message) => ({ code: 'SAMPLES_MALFORMED', message, remedy, location: { file } })));
}

function isSeries(value: unknown): value is CounterSeries {
  if (!isFields(value) || !Array.isArray(value['points'])) return false;
  const { version, pod, request, error, points } = value as Fields & { readonly points: readonly unknown[] };
  const named = (version === 'new' || version === 'old' || version === 'neighbour') && typeof pod === 'string';
  const typed = typeof request === 'boolean' && typeof error === 'boolean';
  return named && typed && points.every(isPoint);
}

/** What only some watches have, but must be right where it is. */
function optionalProblems({ buckets = [], day, probes = [], newPods = 0 }: Fields): readonly string[] {
  const isBucket = (each: unknown): boolean =>
    isFields(each) && typeof each['pod'] === 'string' && Array.isArray(each['points']) && each['points'].every(isPoint);
  const isDay = (each: unknown): boolean =>
    isFields(each) && Array.isArray(each['errors']) && each['errors'].every(isPoint) && Array.isArray(each['slow']);
  return [
    ...(Array.isArray(buckets) && buckets.every(isBucket) ? [] : ['Its "buckets" is not a list of buckets with points.']),
    ...(day === undefined || isDay(day) ? [] : ['Its "day" does not hold lists of counts.']),
    ...(Array.isArray(probes) && probes.every(isPoint) ? [] : ['Its "probes" is not a list of moments and outcomes.']),
    ...(isTime(newPods) ? [] : ['Its "newPods" is no number.']),
  ];
}

function problemsOf(document: Fields): readonly string[] {
  const { schema, policy, series } = document;
  const numbers = ['durationMs', 'intervalMs', 'errorRateMax', 'minRequests', 'falseRollbackMax'];
  const known = isFields(policy) && numbers.every((name) => isTime(policy[name]));
  return [
    ...(schema === SCHEMA ? [] : [`The file has the schema ${JSON.stringify(schema)}; expected ${SCHEMA}.`]),
    ...(known ? [] : [`Its "policy" does not hold the numbers ${numbers.join(', ')}.`]),
    ...['startedMs', 'leftEdgeMs', 'nowMs'].filter((name) => !isTime(document[name])).map((name) => `Its "${name}" is no time.`),
    ...optionalProblems(document),
    ...(Array.isArray(series) && series.every(isSeries) ? [] : ['Its "series" is not a list of counters with points.']),
  ];
}

/** Reads a samples file; throws a Failure with everything that is wrong with it. */
export function parseSamples(file: string, text: string): Recorded {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (cause) {
    throw malformed(file, [`The file is not JSON: ${cause instanceof Error ? cause.message : String(cause)}.`]);
  }
  if (!isFields(document)) throw malformed(file, ['The file is no JSON object.']);
  const problems = problemsOf(document);
  if (problems.length > 0) throw malformed(file, problems);
  // Everything that is taken from here on was looked at above.
  const { startedMs, leftEdgeMs, nowMs, series, newPods, buckets, day, probes } = document as unknown as WatchSamples;
  const { id } = isFields(document['release']) ? document['release'] : {};
  const { state } = isFields(document['verdict']) ? document['verdict'] : {};
  return {
    service: String(document['service'] ?? 'the service'),
    release: String(id ?? '-'),
    policy: document['policy'] as WatchPolicy,
    samples: {
      ...{ startedMs, leftEdgeMs, nowMs, series },
      ...(newPods !== undefined && { newPods }),
      ...(buckets && { buckets }),
      ...(day && { day }),
      ...(probes && { probes }),
    },
    state: String(state ?? 'unknown'),
  };
}

const VERDICTS: Readonly<Record<WatchVerdict['state'], Verdict>> = {
  healthy: 'pass',
  regressed: 'fail',
  slower: 'fail',
  watching: 'inconclusive',
  oneBadPod: 'inconclusive',
  environment: 'inconclusive',
  blind: 'inconclusive',
  tooLittleTraffic: 'inconclusive',
};

const DECISIONS: Readonly<Record<WatchVerdict['state'], string>> = {
  healthy: 'healthy',
  regressed: 'regressed',
  watching: 'cancelled',
  slower: 'slower',
  oneBadPod: 'one-bad-pod',
  environment: 'environment',
  blind: 'blind',
  tooLittleTraffic: 'too-little-traffic',
};

/** Comes to the verdict of a watch again, from what it wrote down; nothing is asked or touched. */
export async function replay(inputs: ModeInputs<'replay'>, ports: Ports): Promise<Outcome<typeof action>> {
  const recorded = parseSamples(inputs.samples, await ports.files.readText(inputs.samples));
  const verdict = judgeWatch(recorded.samples, recorded.policy);
  const same = verdict.state === recorded.state;
  const then = same
    ? 'as it was judged then'
    : `and it was judged ${recorded.state} then: by another version, or the file was changed`;
  const { requests, errors } = verdict.fresh;
  return {
    verdict: same ? VERDICTS[verdict.state] : 'inconclusive',
    headline: `${recorded.service} release ${recorded.release}, from its samples: ${verdict.state}, ${then}. ${verdict.why}.`,
    outputs: {
      decision: DECISIONS[verdict.state],
      errorRate: requests > 0 ? (errors / requests).toFixed(4) : undefined,
      requests: String(Math.round(requests)),
      release: recorded.release,
      decisions: JSON.stringify({ [recorded.service]: DECISIONS[verdict.state] }),
      rolledBackTo: undefined,
      cause: undefined,
    },
    summary: [
      paragraph([{ bold: DECISIONS[verdict.state] }, `: ${verdict.why}.`]),
      rateChart(recorded.samples, recorded.policy, DECISIONS[verdict.state]),
      ...slowChart(recorded.samples, recorded.policy, verdict.answers, DECISIONS[verdict.state]),
    ],
    data: { state: verdict.state, recorded: recorded.state, evidence: verdict.evidence, needed: verdict.needed },
  };
}
