import { Failure } from '@slipway/failure';
import type { Sample } from './figures.ts';

/** What k6 measured. */
export interface K6Result {
  readonly samples: readonly (Sample & { readonly why?: string })[];
  readonly spanMs: number;
  /** Iterations that were due and not begun, since all virtual users were busy. */
  readonly dropped: number;
}

interface Point {
  readonly metric: string;
  readonly data: { readonly time: string; readonly value: number; readonly tags?: Readonly<Record<string, string>> };
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function malformed(what: string): Failure {
  const remedy = 'Take a release of k6 that writes --summary-export and --out json.';
  return new Failure({ code: 'K6_OUTPUT', message: `What k6 wrote is not as expected: ${what}.`, remedy });
}

function lineOf(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    if (isFields(value)) return value;
  } catch {
    // Told below, as of any other line that is no object.
  }
  throw malformed(`"${line.slice(0, 80)}" is no JSON object`);
}

/** A point of one of the metrics that are looked at; undefined of any other line. */
function pointOf(line: string): Point | undefined {
  const { type, metric, data } = lineOf(line);
  if (type !== 'Point' || (metric !== 'http_req_duration' && metric !== 'dropped_iterations')) return undefined;
  if (!isFields(data) || typeof data['value'] !== 'number' || Number.isNaN(Date.parse(String(data['time'])))) {
    throw malformed(`a point of ${String(metric)} has no time and value`);
  }
  return { metric: String(metric), data: data as unknown as Point['data'] };
}

function whyOf({ tags = {} }: Point['data']): string | undefined {
  if (tags['expected_response'] !== 'false') return undefined;
  const [status, code] = [tags['status'] ?? '0', tags['error'] ?? tags['error_code']];
  return status === '0' ? `no answer${code === undefined ? '' : `: ${code}`}` : `status ${status}`;
}

/**
 * Reads the points that k6 writes with `--out json`, one a line: https://grafana.com/docs/k6/latest/results-output/real-time/json.
 *
 * A point's time is that of the request's end, so that its start is earlier by its duration.
 *
 * @throws Failure K6_OUTPUT when they are not such points
 */
export async function readK6Points(lines: AsyncIterable<string>): Promise<K6Result> {
  const raw: { startMs: number; ms: number; why: string | undefined }[] = [];
  let dropped = 0;
  for await (const line of lines) {
    const point = line === '' ? undefined : pointOf(line);
    if (point === undefined) continue;
    const { time, value } = point.data;
    if (point.metric === 'dropped_iterations') dropped += value;
    else raw.push({ startMs: Date.parse(time) - value, ms: value, why: whyOf(point.data) });
  }
  const begun = raw.reduce((least, { startMs }) => Math.min(least, startMs), Number.POSITIVE_INFINITY);
  const samples = raw.map(({ startMs, ms, why }) => {
    return { offsetMs: startMs - begun, ms, ok: why === undefined, ...(why !== undefined && { why }) };
  });
  const spanMs = samples.reduce((most, { offsetMs }) => Math.max(most, offsetMs + 1), 1);
  return { samples, spanMs, dropped };
}

/**
 * The thresholds of a script that were not kept, as `metric: condition`, out of what k6 writes with `--summary-export`.
 *
 * There a threshold is true when it was crossed.
 *
 * @throws Failure K6_OUTPUT when the text is no such summary
 */
export function crossedThresholds(text: string): readonly string[] {
  const { metrics } = lineOf(text);
  if (!isFields(metrics)) throw malformed('the summary has no metrics');
  return Object.entries(metrics).flatMap(([metric, value]) => {
    const thresholds = isFields(value) && isFields(value['thresholds']) ? value['thresholds'] : {};
    return Object.entries(thresholds).flatMap(([condition, crossed]) => (crossed === true ? [`${metric}: ${condition}`] : []));
  });
}
