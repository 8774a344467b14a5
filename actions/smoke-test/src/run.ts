import { Failure } from '@slipway/failure';
import type { InputsOf } from '@slipway/metadata';
import type { Annotation, Outcome, Ports } from '@slipway/runner';
import { type Block, table } from '@slipway/summary';
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
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text.replace(/\/+$/, '');
  const message = `Input "url" is "${text}"; expected a web address with its scheme.`;
  throw new Failure({ code: 'INPUT_MALFORMED', message, remedy: 'Write it like https://orders.staging.example.com.' });
}

async function send(base: string, request: SuiteRequest, timeoutMs: number, { http, clock, cancelled }: Ports): Promise<Answer> {
  const started = clock.now();
  const response = await http.fetch({
    method: request.method,
    url: base + request.path,
    headers: request.headers,
    timeoutMs,
    signal: cancelled,
    ...(request.body !== undefined && { body: request.body }),
  });
  const body = await response.text();
  return { status: response.status, headers: response.headers, body, ms: clock.now() - started };
}

/** Waits for the first answer of any kind: a service that was just deployed may not be reachable yet. */
async function waitUntilReachable(base: string, inputs: Inputs, ports: Ports): Promise<void> {
  const deadline = ports.clock.now() + inputs.readyWithin;
  for (;;) {
    try {
      const response = await ports.http.fetch({ url: `${base}/`, timeoutMs: inputs.requestTimeout, signal: ports.cancelled });
      // An answer that nobody reads keeps its connection open.
      await response.bytes();
      return;
    } catch (error) {
      if (!(error instanceof Failure) || ports.clock.now() >= deadline) throw error;
      ports.log.debug(error.message);
      await ports.clock.sleep(500, ports.cancelled);
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
    if (!(error instanceof Failure)) throw error;
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
  const base = baseUrl(inputs.url);
  const requests = parseSuite(inputs.suite, await ports.files.readText(inputs.suite));
  await waitUntilReachable(base, inputs, ports);
  const results = await checkAll(base, requests, inputs, ports);
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
