import { Failure } from '@slipway/failure';
import { judgeFleet, judgeVersions, select, type Suite, type VersionVerdict } from '@slipway/smoke';
import { concurrently, type HttpResponse } from '@slipway/system';
import type { Line } from './exchange.ts';
import { troubleOf } from './trouble.ts';
import type { ModeInputs } from './inputs.ts';
import type { ReadyPod } from './within.ts';

type Inputs = Pick<
  ModeInputs<'suite'>,
  'versionFrom' | 'versionHeader' | 'versionJson' | 'versionPath' | 'versionStreak' | 'versionWithin'
>;

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
export function versionPathOf({ versionPath }: Inputs, { requests }: Suite): string {
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

/** What is asked for its version, and how. */
export interface Proof {
  readonly expected: string;
  readonly inputs: Inputs;
  readonly path: string;
  readonly line: Line;
  /** The pods that are ready now, when they are to prove the version. */
  readonly readyPods?: (() => Promise<readonly ReadyPod[]>) | undefined;
}

const roundsOf = ({ expected, inputs, path, line, readyPods }: Proof) =>
  readyPods ? everyPod(expected, inputs, path, line, readyPods) : throughService(expected, inputs, line.base + path, line);

/**
 * Asks until enough answers in a row, of every ready pod where they are told, come from the expected version, or the time for
 * that is over.
 *
 * A rollout that is not over yet is waited for; a fleet that stays mixed is a verdict of its own.
 */
export async function proveVersion(proof: Proof): Promise<VersionVerdict> {
  const { clock, cancelled } = proof.line.ports;
  const deadline = clock.now() + proof.inputs.versionWithin;
  const round = roundsOf(proof);
  for (;;) {
    const { verdict, right } = await round();
    if (verdict.kind === 'proved' || (!right && clock.now() >= deadline)) return verdict;
    await clock.sleep(right ? BETWEEN_MS : AFTER_ANOTHER_MS, cancelled);
  }
}

/**
 * Asks as often again whether the version that was proved still answers, and it alone.
 *
 * Nobody is waited for: whoever else answers now may have answered before, too. Only a pod that is new is asked as often as the others.
 */
export async function stillProved(proof: Proof): Promise<VersionVerdict> {
  const { clock, cancelled } = proof.line.ports;
  const { versionStreak } = proof.inputs;
  const round = roundsOf(proof);
  let wrong: VersionVerdict | undefined;
  for (let asked = 1; ; asked += 1) {
    const { verdict, right } = await round();
    if (!right) wrong = verdict;
    const enough = verdict.kind === 'proved' || wrong !== undefined || asked >= 2 * versionStreak;
    if (asked >= versionStreak && enough) return verdict.kind === 'proved' ? (wrong ?? verdict) : verdict;
    await clock.sleep(BETWEEN_MS, cancelled);
  }
}
