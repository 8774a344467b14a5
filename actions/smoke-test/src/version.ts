import { Failure } from '@slipway/failure';
import { judgeVersions, select, type Suite, type VersionVerdict } from '@slipway/smoke';
import type { HttpResponse } from '@slipway/system';
import type { Line } from './exchange.ts';
import { troubleOf } from './trouble.ts';
import type { ModeInputs } from './inputs.ts';

type Inputs = ModeInputs<'suite'>;

const BETWEEN_MS = 100;
const AFTER_ANOTHER_MS = 500;

function jsonVersion(path: string, text: string): string | undefined {
  try {
    const [value] = select(path, JSON.parse(text));
    return value === undefined || value === null ? undefined : String(value);
  } catch {
    return undefined;
  }
}

async function versionIn(response: HttpResponse, inputs: Inputs): Promise<string | undefined> {
  const text = await response.text();
  if (inputs.versionFrom === 'json') return jsonVersion(inputs.versionJson ?? '$', text);
  const told = inputs.versionFrom === 'text' ? text.trim() : response.headers[inputs.versionHeader.toLowerCase()];
  return told === '' ? undefined : told;
}

/** Where the version is asked for: where the user says, or else where the suite is known to be answered. */
function pathOf({ versionPath }: Inputs, { requests }: Suite): string {
  const plain = requests.find(({ method, path }) => method === 'GET' && !path.includes('{{'));
  return versionPath ?? plain?.path ?? '/';
}

async function ask(url: string, inputs: Inputs, { ca, timeoutMs, ports }: Line): Promise<string | undefined> {
  const signal = AbortSignal.any([ports.cancelled, AbortSignal.timeout(timeoutMs)]);
  try {
    // A connection that is kept open would always lead to the same pod.
    const request = { url, timeoutMs, signal, ownConnection: true, ...(ca !== undefined && { tls: { ca } }) };
    return await versionIn(await ports.http.fetch(request), inputs);
  } catch (error) {
    if (ports.cancelled.aborted || (!(error instanceof Failure) && !signal.aborted && troubleOf(error) === undefined))
      throw error;
    return undefined;
  }
}

/**
 * Asks until enough answers in a row come from the expected version, or the time for that is over.
 *
 * A rollout that is not over yet is waited for; a fleet that stays mixed is a verdict of its own.
 */
export async function proveVersion(expected: string, inputs: Inputs, suite: Suite, line: Line): Promise<VersionVerdict> {
  const { clock, cancelled } = line.ports;
  const deadline = clock.now() + inputs.versionWithin;
  const told: (string | undefined)[] = [];
  for (;;) {
    told.push(await ask(line.base + pathOf(inputs, suite), inputs, line));
    const right = told.at(-1) === expected;
    const verdict = judgeVersions(told, expected, inputs.versionStreak);
    if (verdict.kind === 'proved' || (!right && clock.now() >= deadline)) return verdict;
    await clock.sleep(right ? BETWEEN_MS : AFTER_ANOTHER_MS, cancelled);
  }
}
