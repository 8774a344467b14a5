import { createHash } from 'node:crypto';
import {
  type Answer,
  captureAll,
  fillExpectation,
  fillText,
  judgeAnswer,
  judgeTimes,
  type Mismatch,
  mayRetry,
  type Retry,
  statusFits,
  type SuiteRequest,
  type Trouble,
  troubleOfStatus,
  waitMs,
} from '@slipway/smoke';
import { attempt, type Attempt, type Line } from './exchange.ts';

/** What is left of the time for trying again, in milliseconds; all requests under one rule spend from one. */
export interface Budget {
  leftMs: number;
}

/** Judges an answer to a request, whose path is given as it was sent. */
export type Judge = (answer: Answer, request: SuiteRequest, path: string) => readonly Mismatch[];

/** What the requests of a suite have in common while they are sent. */
export interface Session extends Line {
  /** The suite's own rule for trying again, and what is left of its time. */
  readonly retry?: Retry;
  readonly budget: Budget;
  /** When the suite must be over, in milliseconds since the Unix epoch. */
  readonly deadline: number;
  /** What every answer is judged by beside its own expectations. */
  readonly judges: readonly Judge[];
  /** Values by their names; a group has its own. */
  readonly values: Map<string, unknown>;
}

/** What a request came to. */
export interface Sent {
  readonly answer?: Answer;
  readonly mismatches: readonly Mismatch[];
  /** What was wrong with the tries before the last. */
  readonly tries: readonly string[];
}

/** The digest of bytes, in lower-case hexadecimal. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

interface Judged {
  readonly answer?: Answer;
  readonly mismatches: readonly Mismatch[];
  /** The class by which it may be tried again. */
  readonly trouble?: Trouble;
}

/** Takes what the answer gives for later requests; what is secret is masked before anything else is done with it. */
function take(request: SuiteRequest, answer: Answer, { values, ports }: Session): readonly Mismatch[] {
  const captured = captureAll(request, answer);
  for (const { name, value, secret } of captured.values) {
    if (secret) ports.log.mask(typeof value === 'string' ? value : JSON.stringify(value));
    values.set(name, value);
  }
  return captured.mismatches;
}

function judge(request: SuiteRequest, made: Attempt, session: Session): Judged {
  if (made.kind === 'unanswered') return { ...made, mismatches: [{ at: [], message: made.message }] };
  const { answer } = made;
  const path = fillText(request.path, session.values, encodeURIComponent);
  const expect = fillExpectation(request.expect, session.values);
  const missing = take(request, answer, session);
  const bench = { now: session.ports.clock.now(), sha256 };
  const own = judgeAnswer(expect, answer, bench);
  const others = session.judges.flatMap((each) => each(answer, request, path));
  const accepted = own.length === 0 || (expect.status !== undefined && statusFits(expect, answer.status));
  const trouble = accepted ? undefined : troubleOfStatus(answer.status);
  return { answer, mismatches: [...own, ...others, ...(own.length === 0 ? missing : [])], ...(trouble && { trouble }) };
}

const words = ({ mismatches }: Judged): string => mismatches.map(({ message }) => message).join('; ');

/** Sends until there is no trouble that may pass, or the time for that is spent. */
async function sendOnce(request: SuiteRequest, session: Session, own: Budget | undefined): Promise<Sent> {
  const { clock, cancelled, log } = session.ports;
  const budget = own ?? session.budget;
  const tries: string[] = [];
  for (;;) {
    const begun = clock.now();
    const { trouble, ...judged } = judge(request, await attempt(request, session.values, session), session);
    if (tries.length > 0) budget.leftMs -= clock.now() - begun;
    const wait = waitMs(tries.length + 1);
    const late = wait > budget.leftMs || clock.now() + wait > session.deadline;
    if (trouble === undefined || late || !mayRetry(trouble, request, session.retry)) return { ...judged, tries };
    tries.push(words(judged));
    log.debug(`${request.name}, try ${tries.length}: ${words(judged)}. Waiting ${wait} ms.`);
    budget.leftMs -= wait;
    await clock.sleep(wait, cancelled);
  }
}

/** Sends until what is expected holds. */
async function sendUntil(request: SuiteRequest, session: Session, until: NonNullable<SuiteRequest['until']>): Promise<Sent> {
  const { clock, cancelled } = session.ports;
  const deadline = Math.min(session.deadline, clock.now() + until.withinMs);
  const tries: string[] = [];
  for (;;) {
    const judged = judge(request, await attempt(request, session.values, session), session);
    if (judged.mismatches.length === 0 || clock.now() + until.everyMs > deadline) return { ...judged, tries };
    tries.push(words(judged));
    await clock.sleep(until.everyMs, cancelled);
  }
}

/** What a request came to over all its answers. */
export interface Result {
  readonly request: SuiteRequest;
  /** How often it was answered or failed to be; 0 when it was not sent. */
  readonly sent: number;
  readonly status?: number;
  /** How long each answer took, in milliseconds. */
  readonly times: readonly number[];
  readonly mismatches: readonly Mismatch[];
  readonly tries: readonly string[];
  /** What a pass must not hide: it took several tries, or it was waited for. */
  readonly note?: 'flaky' | 'awaited';
}

/** Mismatches of several answers, each told once with how many answers it is of. */
function together(all: readonly Sent[]): readonly Mismatch[] {
  const [first] = all;
  if (all.length === 1 && first !== undefined) return first.mismatches;
  const places = new Map<string, { first: Mismatch; count: number }>();
  for (const mismatch of all.flatMap(({ mismatches }) => mismatches)) {
    const key = JSON.stringify(mismatch.at);
    const known = places.get(key);
    places.set(key, { first: known?.first ?? mismatch, count: (known?.count ?? 0) + 1 });
  }
  return [...places.values()].map(({ first: { at, message }, count }) => {
    return { at, message: `${message} (in ${count} of ${all.length} answers)` };
  });
}

/** Sends a request as often as it says and judges what comes back. Throws only when the run is cancelled. */
export async function sendAll(request: SuiteRequest, session: Session): Promise<Result> {
  const own = request.retry && { leftMs: request.retry.withinMs };
  const all: Sent[] = [];
  do all.push(request.until ? await sendUntil(request, session, request.until) : await sendOnce(request, session, own));
  while (all.length < request.repeat && session.ports.clock.now() <= session.deadline);
  const times = all.flatMap(({ answer }) => (answer === undefined ? [] : [answer.ms]));
  const tries = all.flatMap((each) => each.tries);
  const cut = { at: ['repeat'], message: `sent ${all.length} of ${request.repeat} times: the time for the suite was over` };
  const mismatches = [...together(all), ...judgeTimes(request.expect, times), ...(all.length < request.repeat ? [cut] : [])];
  const status = all.at(-1)?.answer?.status;
  const passed = mismatches.length === 0 && tries.length > 0;
  return {
    ...{ request, sent: all.length, times, mismatches, tries },
    ...(status !== undefined && { status }),
    ...(passed && { note: request.until === undefined ? 'flaky' : 'awaited' }),
  };
}
