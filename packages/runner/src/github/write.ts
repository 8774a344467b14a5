import { Failure } from '@slipway/failure';
import { type GitHubWorld, outcomeOfRefusal, pauseAfter, type Refusal, tellRefusal, type WriteOutcome } from '@slipway/github';
import type { Secret } from '@slipway/metadata';

interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

function answeredBy(error: Error): Answered | undefined {
  return 'response' in error ? (error.response as Answered | undefined) : undefined;
}

/** Reads what Octokit threw; without a response, its own status is made up and its cause says what happened. */
function refusalOf(error: unknown, token: Secret): Refusal {
  // Octokit gives everything that befell a request a status; anything else is a defect of ours.
  if (!(error instanceof Error) || !('status' in error)) throw error;
  const answered = answeredBy(error);
  const cause = answered === undefined && error.cause instanceof Failure ? error.cause.problems[0]?.message : undefined;
  const message = (cause ?? error.message).replaceAll(token.reveal(), '***');
  return answered === undefined ? { message, headers: {} } : { status: answered.status, headers: answered.headers, message };
}

/** Sends a request once. */
export async function once<T>(
  request: () => Promise<T>,
  token: Secret,
): Promise<{ readonly value: T } | { readonly refusal: Refusal }> {
  try {
    return { value: await request() };
  } catch (error) {
    return { refusal: refusalOf(error, token) };
  }
}

/** Waits, and says whether the whole time passed. */
async function waited(ms: number, { clock, cancelled }: GitHubWorld): Promise<boolean> {
  try {
    await clock.sleep(ms, cancelled);
    return true;
  } catch (error) {
    if (!cancelled.aborted) throw error;
    return false;
  }
}

/** Sends a request that may be sent twice, again when GitHub is unwell or asks for time. */
export async function patiently<T>(
  request: () => Promise<T>,
  token: Secret,
  world: GitHubWorld,
): Promise<{ readonly value: T } | { readonly refusal: Refusal }> {
  const { clock, log, cancelled } = world;
  for (let attempt = 1; ; attempt++) {
    const result = await once(request, token);
    if ('value' in result) return result;
    const pause = cancelled.aborted ? undefined : pauseAfter(result.refusal, attempt, clock.now());
    if (pause === undefined) return result;
    log.info(`${tellRefusal(result.refusal)}. Trying again in ${pause / 1000} s.`);
    if (!(await waited(pause, world))) return result;
  }
}

/** Writes, and says what it came to. */
export async function write(request: () => Promise<unknown>, token: Secret, world: GitHubWorld): Promise<WriteOutcome> {
  const result = await patiently(request, token, world);
  return 'value' in result ? { kind: 'written' } : outcomeOfRefusal(result.refusal);
}
