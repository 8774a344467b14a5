import { Failure } from '@slipway/failure';
import { judgeFleet, judgeVersions, select, type Suite, type VersionVerdict } from '@slipway/smoke';
import { concurrently, type HttpResponse } from '@slipway/system';
import type { Line } from './exchange.ts';
import { troubleOf } from './trouble.ts';
import type { ModeInputs } from './inputs.ts';
import type { ReadyPod } from './within.ts';

type Inputs = ModeInputs<'suite'>;

const BETWEEN_MS = 100;
const AFTER_ANOTHER_MS = 500;
const PODS_AT_ONCE = 8;

type Told = readonly (string | undefined)[];

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

/** Asks through whatever balances the service; what was told is in the order of time. */
function throughService(expected: string, inputs: Inputs, url: string, line: Line) {
  const told: (string | undefined)[] = [];
  return async () => {
    told.push(await ask(url, inputs, line));
    return { verdict: judgeVersions(told, expected, inputs.versionStreak), right: told.at(-1) === expected };
  };
}

/** Asks every pod that is ready now; one that is gone is no part of the fleet any more. */
function everyPod(expected: string, inputs: Inputs, path: string, line: Line, readyPods: () => Promise<readonly ReadyPod[]>) {
  let told: ReadonlyMap<string, Told> = new Map();
  return async () => {
    const before = told;
    const asked = await concurrently(PODS_AT_ONCE, await readyPods(), async ({ uid, base, http }): Promise<[string, Told]> => {
      const { ca: _, ...plain } = line;
      const version = await ask(base + path, inputs, { ...plain, ports: { ...line.ports, http } });
      return [uid, [...(before.get(uid) ?? []), version]];
    });
    told = new Map(asked);
    const right = told.size > 0 && asked.every(([, versions]) => versions.at(-1) === expected);
    return { verdict: judgeFleet([...told.values()], expected, inputs.versionStreak), right };
  };
}

/**
 * Asks until enough answers in a row, of every ready pod where they are told, come from the expected version, or the time for
 * that is over.
 *
 * A rollout that is not over yet is waited for; a fleet that stays mixed is a verdict of its own.
 */
export async function proveVersion(
  expected: string,
  inputs: Inputs,
  suite: Suite,
  line: Line,
  readyPods?: () => Promise<readonly ReadyPod[]>,
): Promise<VersionVerdict> {
  const { clock, cancelled } = line.ports;
  const deadline = clock.now() + inputs.versionWithin;
  const path = pathOf(inputs, suite);
  const round = readyPods
    ? everyPod(expected, inputs, path, line, readyPods)
    : throughService(expected, inputs, line.base + path, line);
  for (;;) {
    const { verdict, right } = await round();
    if (verdict.kind === 'proved' || (!right && clock.now() >= deadline)) return verdict;
    await clock.sleep(right ? BETWEEN_MS : AFTER_ANOTHER_MS, cancelled);
  }
}
