import { type Contract, type Interaction, matchResponse, type Mismatch } from '@slipway/contract';
import { Failure } from '@slipway/failure';
import type { Ports } from '@slipway/runner';
import type { HttpResponse } from '@slipway/system';

/** One interaction and what came of it. */
export interface Verified {
  readonly interaction: Interaction;
  readonly mismatches: readonly Mismatch[];
}

/** One contract and what came of each of its interactions. */
export interface Verification {
  readonly contract: Contract;
  readonly results: readonly Verified[];
}

/** Where the provider is, and how it is brought into a state. */
export interface Target {
  readonly url: string;
  readonly stateUrl?: string;
  readonly timeoutMs: number;
}

async function bringIntoStates({ states }: Interaction, target: Target, { http }: Ports): Promise<Mismatch | undefined> {
  for (const { name, params } of states) {
    if (target.stateUrl === undefined)
      return { path: [], message: `needs the provider state "${name}", and no "state-url" is given` };
    const response = await http.fetch({
      method: 'POST',
      url: target.stateUrl,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ state: name, params, action: 'setup' }),
      timeoutMs: target.timeoutMs,
    });
    if (response.status >= 300)
      return { path: [], message: `needs the provider state "${name}", which the state-url answered with ${response.status}` };
  }
  return undefined;
}

async function readBody(response: HttpResponse): Promise<string> {
  try {
    return await response.text();
  } catch (cause) {
    throw new Failure(
      { code: 'ANSWER_CUT_OFF', message: 'the answer was cut off in its body, or did not end in time' },
      { cause },
    );
  }
}

async function verifyInteraction(interaction: Interaction, target: Target, ports: Ports): Promise<Verified> {
  const { method, path, query, headers, body } = interaction.request;
  try {
    const stateProblem = await bringIntoStates(interaction, target, ports);
    if (stateProblem !== undefined) return { interaction, mismatches: [stateProblem] };
    const response = await ports.http.fetch({
      method: method as 'GET',
      url: `${target.url}${path}${query === '' ? '' : `?${query}`}`,
      headers,
      timeoutMs: target.timeoutMs,
      signal: AbortSignal.any([ports.cancelled, AbortSignal.timeout(target.timeoutMs)]),
      ...(body !== undefined && { body }),
    });
    const actual = { status: response.status, headers: response.headers, body: await readBody(response) };
    return { interaction, mismatches: matchResponse(interaction, actual) };
  } catch (error) {
    if (!(error instanceof Failure) || ports.cancelled.aborted) throw error;
    return { interaction, mismatches: [{ path: [], message: `got no answer: ${error.problems[0]?.message ?? error.message}` }] };
  }
}

/** Replays every interaction of every contract, one after the other: a provider's states are its own. */
export async function verify(contracts: readonly Contract[], target: Target, ports: Ports): Promise<readonly Verification[]> {
  const verifications: Verification[] = [];
  for (const contract of contracts) {
    const results: Verified[] = [];
    for (const interaction of contract.interactions) results.push(await verifyInteraction(interaction, target, ports));
    verifications.push({ contract, results });
  }
  return verifications;
}

/** What breaks a contract: a pending interaction is not agreed yet, so its mismatches are told and stop nothing. */
export function breaking({ results }: Verification): readonly Verified[] {
  return results.filter(({ interaction, mismatches }) => mismatches.length > 0 && !interaction.pending);
}

/** The contracts with at least one interaction that the provider does not keep. */
export function broken(verifications: readonly Verification[]): readonly Verification[] {
  return verifications.filter((each) => breaking(each).length > 0);
}

/** A mismatch as one clause: `transaction_id is missing from the answer to POST /charge`. */
export function clause({ request }: Interaction, { path, message }: Mismatch): string {
  const [part, ...rest] = path;
  const subject =
    part === 'body'
      ? rest.join('.') || 'the body'
      : part === 'headers'
        ? `the header ${rest.join('.')}`
        : (part ?? 'the interaction');
  return part === undefined
    ? `${request.method} ${request.path} ${message}`
    : `${subject} ${message} in the answer to ${request.method} ${request.path}`;
}
