import { placeholdersOf, type Suite, type SuiteRequest } from '@slipway/smoke';
import { concurrently } from '@slipway/system';
import { type Result, sendAll, type Session } from './sending.ts';

/** What a suite came to, part by part. */
export interface Played {
  readonly setup: readonly Result[];
  readonly requests: readonly Result[];
  readonly cleanup: readonly Result[];
}

/** How long putting away may take in a run that was cancelled, whose process is ended 7.5 s later. */
const CLEANUP_WHEN_CANCELLED_MS = 5_000;

const notSent = (request: SuiteRequest, why: string): Result => {
  return { request, sent: 0, times: [], mismatches: [{ at: [], message: `not sent: ${why}` }], tries: [] };
};

function missingValue({ path, query, headers, body, expect }: SuiteRequest, { values }: Session): string | undefined {
  return placeholdersOf([path, query, headers, body, expect]).find((name) => !values.has(name));
}

async function inOrder(requests: readonly SuiteRequest[], session: Session): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const request of requests) {
    const missing = missingValue(request, session);
    if (missing !== undefined) results.push(notSent(request, `no request captured ${missing}`));
    else if (session.ports.clock.now() >= session.deadline) results.push(notSent(request, 'the time for the suite was over'));
    else results.push(await sendAll(request, session));
  }
  return results;
}

/** Works on the groups side by side; each sees what was set up and its own values. Results stand in the suite's order. */
async function inGroups(suite: Suite, session: Session, made: Map<string, unknown>): Promise<readonly Result[]> {
  const groups = [...new Set(suite.requests.map(({ group }) => group))];
  const played = await concurrently(suite.parallel, groups, async (name) => {
    const own = { ...session, values: new Map(session.values) };
    const members = suite.requests.filter(({ group }) => group === name);
    try {
      return await inOrder(members, own);
    } finally {
      for (const [key, value] of own.values) made.set(key, value);
    }
  });
  const results = new Map(played.flat().map((result) => [result.request, result]));
  return suite.requests.flatMap((request) => results.get(request) ?? []);
}

/** Cleanup has its own time: what a suite left behind is put away also when its time is over or the run was cancelled. */
function cleanupSession(session: Session, values: Map<string, unknown>, budgetMs: number): Session {
  const { ports } = session;
  const limitMs = ports.cancelled.aborted ? CLEANUP_WHEN_CANCELLED_MS : budgetMs;
  const cancelled = ports.cancelled.aborted ? AbortSignal.timeout(limitMs) : ports.cancelled;
  return { ...session, values, deadline: ports.clock.now() + limitMs, ports: { ...ports, cancelled } };
}

/** What was done between setting up and putting away. */
export interface Around<T> extends Omit<Played, 'requests'> {
  /** Absent when the setup failed. */
  readonly done?: T;
}

/**
 * Does something between the setup of a suite and its cleanup, which comes whatever happened.
 *
 * @param work is given the map that takes up what it makes for the cleanup; it is not called when the setup failed
 * @param cleanupMs how long cleaning up may take
 * @throws what ended a run early, such as its cancellation, after cleaning up
 */
export async function around<T>(
  suite: Suite,
  session: Session,
  cleanupMs: number,
  work: (made: Map<string, unknown>) => Promise<T>,
): Promise<Around<T>> {
  let cleanup: readonly Result[] = [];
  const prepared: { setup: readonly Result[]; done?: T } = { setup: [] };
  try {
    prepared.setup = await inOrder(suite.setup, session);
    if (prepared.setup.every(({ mismatches }) => mismatches.length === 0)) {
      const all = new Map(session.values);
      prepared.done = await work(all).finally(() => all.forEach((value, key) => void session.values.set(key, value)));
    }
  } finally {
    cleanup = await inOrder(suite.cleanup, cleanupSession(session, session.values, cleanupMs));
  }
  return { ...prepared, cleanup };
}

/** Sends a suite: what is set up, then the requests if that went well, and in the end what is cleaned up. */
export async function play(suite: Suite, session: Session, cleanupMs: number): Promise<Played> {
  const { setup, done, cleanup } = await around(suite, session, cleanupMs, (made) => inGroups(suite, session, made));
  return { setup, requests: done ?? suite.requests.map((request) => notSent(request, 'the setup failed')), cleanup };
}
