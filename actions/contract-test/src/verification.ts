import {
  type Contract,
  generatedRequest,
  type Interaction,
  matchMessage,
  matchResponse,
  type Message,
  type Mismatch,
  seededRandom,
} from '@slipway/contract';
import { nearest } from '@slipway/config';
import type { Deviation, LiveAnswer } from '@slipway/compatibility';
import { Failure } from '@slipway/failure';
import type { Ports } from '@slipway/runner';
import { setUpStates, tearDownStates } from './provider-state.ts';
import { send } from './send.ts';
import { messageSubject, type Subject, subjectOf } from './subject.ts';
import type { Target } from './target.ts';

/** One interaction or message and what came of it. */
export interface Verified {
  readonly subject: Subject;
  readonly mismatches: readonly Mismatch[];
  /** What the provider's own description says otherwise of the answer; undefined where it judged none. */
  readonly deviations?: readonly Deviation[];
  /** The provider state that could not be had. */
  readonly refused?: string;
}

/** Judges an answer by the provider's description. */
export type Judge = (answer: LiveAnswer) => readonly Deviation[];

type Checked = Omit<Verified, 'subject'>;

/** One contract and what came of everything in it. */
export interface Verification {
  readonly contract: Contract;
  readonly results: readonly Verified[];
}

const broke = (message: string): readonly Mismatch[] => [{ path: [], message }];

interface Replaying {
  readonly target: Target;
  readonly ports: Ports;
  readonly judge: Judge | undefined;
}

async function replay(
  interaction: Interaction,
  values: Readonly<Record<string, unknown>>,
  { target, ports, judge }: Replaying,
): Promise<Checked> {
  // The description is the seed, so that a run that failed can be run again with the same values.
  const random = seededRandom(interaction.description);
  const generated = generatedRequest(interaction, { states: values, nowMs: ports.clock.now(), random, url: target.url });
  if ('missing' in generated)
    return { mismatches: broke(`needs ${generated.missing.join(', ')} from its provider states, which gave no such value`) };
  const { method, target: path, headers, body } = generated.request;
  const request = { method: method as 'GET', url: `${target.url}${path}`, headers, ...(body !== undefined && { body }) };
  const answer = await send(request, target, ports);
  const deviations = judge?.({ ...answer, method, path: path.replace(/\?.*$/s, '') });
  return { mismatches: matchResponse(interaction, answer), ...(deviations !== undefined && { deviations }) };
}

function metadataOf(headers: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  const encoded = headers['pact-message-metadata'];
  if (encoded === undefined) return {};
  try {
    return JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')) as Record<string, unknown>;
  } catch (cause) {
    const message = 'the header pact-message-metadata is not JSON in base64';
    throw new Failure({ code: 'MESSAGE_METADATA', message }, { cause });
  }
}

/** Asks the provider for the message that it would send. */
async function fetchMessage(message: Message, target: Target, ports: Ports): Promise<readonly Mismatch[]> {
  if (target.messageUrl === undefined) return broke('can only be asked for where a "message-url" is given');
  const { description, states, request } = message;
  const asked = { description, providerStates: states, ...(request !== undefined && { request }) };
  const headers = { 'content-type': 'application/json' };
  const answer = await send({ method: 'POST', url: target.messageUrl, headers, body: JSON.stringify(asked) }, target, ports);
  if (answer.status >= 300) return broke(`could not be had: the message-url answered with ${answer.status}`);
  const type = answer.headers['content-type'];
  return matchMessage(message, { bytes: answer.body, metadata: metadataOf(answer.headers), ...(type !== undefined && { type }) });
}

async function verifyOne(
  subject: Subject,
  check: (values: Readonly<Record<string, unknown>>) => Promise<Checked>,
  target: Target,
  ports: Ports,
): Promise<Verified> {
  try {
    const states = await setUpStates(subject.states, target, ports);
    if (states.kind === 'refused') return { subject, mismatches: broke(states.why), refused: states.state };
    try {
      return { subject, ...(await check(states.values)) };
    } finally {
      await tearDownStates(subject.states, target, ports);
    }
  } catch (error) {
    if (!(error instanceof Failure) || ports.cancelled.aborted) throw error;
    return { subject, mismatches: broke(`got no answer: ${error.problems[0]?.message ?? error.message}`) };
  }
}

/** Replays everything in every contract, one after the other: a provider's states are its own. */
export async function verify(
  contracts: readonly Contract[],
  target: Target,
  ports: Ports,
  judge?: Judge,
): Promise<readonly Verification[]> {
  const verifications: Verification[] = [];
  const replaying = { target, ports, judge };
  for (const contract of contracts) {
    const results: Verified[] = [];
    for (const each of contract.interactions)
      results.push(await verifyOne(subjectOf(each), (values) => replay(each, values, replaying), target, ports));
    for (const each of contract.messages) {
      const ask = async (): Promise<Checked> => ({ mismatches: await fetchMessage(each, target, ports) });
      results.push(await verifyOne(messageSubject(each), ask, target, ports));
    }
    verifications.push({ contract, results });
  }
  return withHints(verifications);
}

/** Names, beside a state that the provider refused, the one of those it knows that is spelt most alike. */
function withHints(verifications: readonly Verification[]): readonly Verification[] {
  const all = verifications.flatMap(({ results }) => results);
  const refused = new Set(all.flatMap((each) => each.refused ?? []));
  const known = all.flatMap((each) => (each.refused === undefined ? each.subject.states.map(({ name }) => name) : []));
  const accepted = [...new Set(known)].filter((name) => !refused.has(name));
  const hinted = (each: Verified): Verified => {
    const guess = each.refused === undefined ? undefined : nearest(each.refused, accepted);
    if (guess === undefined) return each;
    return { ...each, mismatches: each.mismatches.map((one) => ({ ...one, message: `${one.message}; it knows "${guess}"` })) };
  };
  return verifications.map(({ contract, results }) => ({ contract, results: results.map(hinted) }));
}

/** What breaks a contract: what is pending is not agreed yet, so its mismatches are told and stop nothing. */
export function breaking({ results }: Verification): readonly Verified[] {
  return results.filter(({ subject, mismatches }) => mismatches.length > 0 && !subject.pending);
}

/** The contracts with at least one interaction or message that the provider does not keep. */
export function broken(verifications: readonly Verification[]): readonly Verification[] {
  return verifications.filter((each) => breaking(each).length > 0);
}
