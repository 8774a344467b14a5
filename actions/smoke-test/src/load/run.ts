import { Failure } from '@slipway/failure';
import {
  arrivals,
  comparable,
  type Figures,
  figuresOf,
  type Judgement,
  judgeLoad,
  type LoadPolicy,
  mixer,
  type Past,
  renderHistory,
  withRun,
} from '@slipway/load';
import type { Outcome, Ports, RunContext } from '@slipway/runner';
import { fillExpectation, judgeAnswer, type SuiteRequest } from '@slipway/smoke';
import type { action } from '../action.ts';
import { attempt, type Line } from '../exchange.ts';
import type { ModeInputs } from '../inputs.ts';
import { waitUntilReachable } from '../reachable.ts';
import { type Session, sha256 } from '../sending.ts';
import { around, type Around } from '../sequence.ts';
import { gatherLoad, type LoadFacts } from './facts.ts';
import { type Arrival, sendLoad, type Shot } from './generate.ts';
import { report, setupFailed } from './report.ts';

type Inputs = ModeInputs<'load'>;

/** What came of a load, and what is made of it. */
export interface LoadStory {
  readonly facts: LoadFacts;
  readonly inputs: Inputs;
  /** Those of the measured time. */
  readonly shots: readonly Shot[];
  readonly figures: Figures;
  /** The earlier runs it is compared with. */
  readonly past: Past;
  readonly judgement: Judgement;
}

/** How long setting up may take, and cleaning up again. */
const AROUND_MS = 30_000;

/** This machine may be late by this much with one request in a hundred; later, what is measured is no longer the service. */
const LAG_MS = 100;
const LAG_SHARE = 0.01;

/** What is wrong with the answer to a request; how long it took is judged over all of them, and not of each. */
async function sendOne(request: SuiteRequest, { values, ...line }: Line & Pick<Session, 'values'>): Promise<string | undefined> {
  const made = await attempt(request, values, line);
  if (made.kind === 'unanswered') return made.message;
  const { withinMs: _, ...expect } = fillExpectation(request.expect, values);
  const [first] = judgeAnswer(expect, made.answer, { now: line.ports.clock.now(), sha256 });
  return first?.message;
}

function planOf({ mix, shape }: LoadFacts, warmUpMs: number): readonly Arrival<SuiteRequest>[] {
  const next = mixer(mix.map(({ weight }) => weight));
  return arrivals(shape.rate, warmUpMs + shape.durationMs).map((atMs) => ({ atMs, what: mix[next()] as SuiteRequest }));
}

async function perform(facts: LoadFacts, inputs: Inputs, ports: Ports): Promise<Around<readonly Shot[]>> {
  const { base, suite, values, ca } = facts;
  const line: Line = { base, timeoutMs: inputs.requestTimeout, ports, ...(ca !== undefined && { ca }) };
  await waitUntilReachable(line, inputs);
  const deadline = ports.clock.now() + AROUND_MS;
  const session: Session = { ...line, budget: { leftMs: 0 }, deadline, judges: [], values: new Map(values) };
  const { clock, cancelled } = ports;
  const send = (request: SuiteRequest): Promise<string | undefined> => sendOne(request, session);
  const range = { send, clock, cancelled, inFlightMax: inputs.inFlightMax, patienceMs: inputs.requestTimeout };
  return around(suite, session, AROUND_MS, () => sendLoad(planOf(facts, inputs.loadWarmUp), range));
}

function policyOf(inputs: Inputs): LoadPolicy {
  const { errorRateMax, p50Max, p95Max, p99Max, slowerMax, slowerFloor, falseAlarmMax, minRequests } = inputs;
  const latencyMax = {
    ...(p50Max !== undefined && { 50: p50Max }),
    ...(p95Max !== undefined && { 95: p95Max }),
    ...(p99Max !== undefined && { 99: p99Max }),
  };
  return { errorRateMax, latencyMax, slowerMax, slowerFloorMs: slowerFloor, falseAlarmMax, minRequests };
}

function judge(shots: readonly Shot[], figures: Figures, past: Past, inputs: Inputs): Judgement {
  const judgement = judgeLoad(figures, past, policyOf(inputs));
  const late = shots.filter(({ lagMs }) => lagMs > LAG_MS).length;
  if (late <= shots.length * LAG_SHARE) return judgement;
  const why = `this machine sent ${late} of ${shots.length} requests more than ${LAG_MS} ms late, so the latencies are its own`;
  return { ...judgement, verdict: 'could-not-tell', why };
}

function storyOf(facts: LoadFacts, inputs: Inputs, all: readonly Shot[]): LoadStory {
  const shots = all
    .filter(({ offsetMs }) => offsetMs >= inputs.loadWarmUp)
    .map((shot) => ({ ...shot, offsetMs: shot.offsetMs - inputs.loadWarmUp }));
  const figures = figuresOf(shots, facts.shape);
  const past = comparable(facts.past ?? [], facts.shape);
  return { facts, inputs, shots, figures, past, judgement: judge(shots, figures, past, inputs) };
}

/** Puts the service under a bounded load and judges what it does there. */
export async function runLoad(inputs: Inputs, ports: Ports, context: RunContext): Promise<Outcome<typeof action>> {
  const facts = await gatherLoad(inputs, ports, context);
  const performed = await perform(facts, inputs, ports).catch((cause: unknown) => {
    if (cause instanceof Failure || !ports.cancelled.aborted) throw cause;
    throw new Failure({ code: 'CANCELLED', message: 'The run was cancelled before the load was sent.' }, { cause });
  });
  if (performed.done === undefined) return setupFailed(performed.setup);
  const story = storyOf(facts, inputs, performed.done);
  // What did not pass must not become what the next release is compared with.
  if (inputs.baselineOut !== undefined && story.judgement.verdict === 'pass')
    await ports.files.write(inputs.baselineOut, renderHistory(withRun(facts.past ?? [], story.figures)));
  return report(story, performed.cleanup);
}
