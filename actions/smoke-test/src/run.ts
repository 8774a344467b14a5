import { collect, Failure, failWhen, type Problem } from '@slipway/failure';
import type { InputsOf } from '@slipway/metadata';
import type { Annotation, Outcome, Ports } from '@slipway/runner';
import { type Block, table } from '@slipway/summary';
import type { HttpResponse } from '@slipway/system';
import type { action } from './action.ts';
import { type Answer, judgeAnswer, type Mismatch } from './answer.ts';
import { parseSuite, type SuiteRequest } from './suite.ts';

type Inputs = InputsOf<typeof action>;

interface Result {
  readonly request: SuiteRequest;
  readonly answer?: Answer;
  readonly mismatches: readonly Mismatch[];
}

function baseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const right = url !== undefined && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '';
  if (right) return text.replace(/\/+$/, '');
  const message = `Input "url" is "${text}"; expected a web address with its scheme, and without query or fragment.`;
  throw new Failure({ code: 'INPUT_MALFORMED', message, remedy: 'Write it like https://orders.staging.example.com.' });
}

async function gather(inputs: Inputs, { files }: Ports): Promise<{ base: string; requests: readonly SuiteRequest[] }> {
  const problems: Problem[] = [];
  const base = await collect(problems, () => baseUrl(inputs.url));
  const requests = await collect(problems, async () => {
    if (await files.exists(inputs.suite)) return parseSuite(inputs.suite, await files.readText(inputs.suite));
    const message = `There is no suite ${inputs.suite}, which says what is sent and what is expected.`;
    throw new Failure({ code: 'SUITE_MISSING', message, remedy: 'Add it, or correct "suite".' });
  });
  failWhen(problems);
  return { base: base ?? '', requests: requests ?? [] };
}

/** An answer's body may stall or be cut off after its headers, and only the reader notices. */
async function readBody(response: HttpResponse, limit: AbortSignal, timeoutMs: number): Promise<string> {
  try {
    return await response.text();
  } catch (cause) {
    const message = limit.aborted ? `the answer did not end within ${timeoutMs} ms` : 'the answer was cut off in its body';
    throw new Failure({ code: 'ANSWER_CUT_OFF', message }, { cause });
  }
}

async function send(base: string, request: SuiteRequest, timeoutMs: number, { http, clock, cancelled }: Ports): Promise<Answer> {
  const started = clock.now();
  const limit = AbortSignal.any([cancelled, AbortSignal.timeout(timeoutMs)]);
  const response = await http.fetch({
    method: request.method,
    url: base + request.path,
    headers: request.headers,
    timeoutMs,
    signal: limit,
    ...(request.body !== undefined && { body: request.body }),
  });
  const body = await readBody(response, limit, timeoutMs);
  return { status: response.status, headers: response.headers, body, ms: clock.now() - started };
}

/** Waits for the first answer of any kind: a service that was just deployed may not be reachable yet. */
async function waitUntilReachable(base: string, inputs: Inputs, { clock, http, log, cancelled }: Ports): Promise<void> {
  const deadline = clock.now() + inputs.readyWithin;
  for (;;) {
    try {
      const response = await http.fetch({ url: `${base}/`, timeoutMs: inputs.requestTimeout, signal: cancelled });
      response.bytes().catch(() => undefined);
      return;
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause;
      const seen = cause.problems[0]?.message ?? cause.message;
      const message = `The service gave no answer within ${inputs.readyWithin / 1000} s: ${seen}`;
      const remedy = 'Check that it runs and that this runner may reach it, or raise "ready-within".';
      if (clock.now() >= deadline) throw new Failure({ code: cause.code, message, remedy }, { cause });
      log.debug(seen);
      await clock.sleep(500, cancelled);
    }
  }
}

async function check(base: string, request: SuiteRequest, inputs: Inputs, ports: Ports): Promise<Result> {
  const version =
    inputs.expectVersion === undefined ? undefined : { header: inputs.versionHeader, expected: inputs.expectVersion };
  try {
    const answer = await send(base, request, inputs.requestTimeout, ports);
    return { request, answer, mismatches: judgeAnswer(request, answer, version) };
  } catch (error) {
    if (!(error instanceof Failure) || ports.cancelled.aborted) throw error;
    return { request, mismatches: [{ expectation: '', message: error.problems[0]?.message ?? error.message }] };
  }
}

async function checkAll(
  base: string,
  requests: readonly SuiteRequest[],
  inputs: Inputs,
  ports: Ports,
): Promise<readonly Result[]> {
  const deadline = ports.clock.now() + inputs.timeout;
  const results: Result[] = [];
  for (const request of requests) {
    const late = ports.clock.now() > deadline;
    const skipped = { request, mismatches: [{ expectation: '', message: 'not sent: the time for the suite was over' }] };
    results.push(late ? skipped : await check(base, request, inputs, ports));
  }
  return results;
}

async function perform(
  base: string,
  requests: readonly SuiteRequest[],
  inputs: Inputs,
  ports: Ports,
): Promise<readonly Result[]> {
  try {
    await waitUntilReachable(base, inputs, ports);
    return await checkAll(base, requests, inputs, ports);
  } catch (cause) {
    if (cause instanceof Failure || !ports.cancelled.aborted) throw cause;
    throw new Failure({ code: 'CANCELLED', message: 'The run was cancelled before the suite was done.' }, { cause });
  }
}

function annotations(results: readonly Result[]): readonly Annotation[] {
  return results.flatMap(({ request, mismatches }) =>
    mismatches.map(({ expectation, message }) => {
      const place = expectation === '' ? request.location : request.locate(expectation);
      return {
        level: 'error' as const,
        title: `Smoke test: ${request.name}`,
        message: `${request.method} ${request.path}: ${message}.`,
        ...place,
      };
    }),
  );
}

function summary(base: string, results: readonly Result[]): readonly Block[] {
  const rows = results.map(({ request, answer, mismatches }) => [
    mismatches.length === 0 ? '✅' : '❌',
    request.name,
    { code: `${request.method} ${request.path}` },
    String(answer?.status ?? 'none'),
    answer === undefined ? '' : `${answer.ms} ms`,
    mismatches.map(({ message }) => message).join('\n'),
  ]);
  return [table(['', `request to ${base}`, 'sent', 'status', 'time', 'what is wrong'], rows)];
}

/** Sends the suite to the service and judges every answer. */
export async function run(inputs: Inputs, ports: Ports): Promise<Outcome<typeof action>> {
  const { base, requests } = await gather(inputs, ports);
  const results = await perform(base, requests, inputs, ports);
  const failed = results.filter(({ mismatches }) => mismatches.length > 0);
  return {
    verdict: failed.length === 0 ? 'pass' : 'fail',
    headline:
      failed.length === 0
        ? `All ${results.length} requests to ${base} were answered as expected.`
        : `${failed.length} of ${results.length} requests to ${base} failed.`,
    outputs: { requests: String(results.length), failed: String(failed.length) },
    annotations: annotations(results),
    summary: summary(base, results),
    data: results.map(({ request, answer, mismatches }) => ({
      name: request.name,
      status: answer?.status ?? null,
      ms: answer?.ms ?? null,
      mismatches: mismatches.map(({ message }) => message),
    })),
  };
}
