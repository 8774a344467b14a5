import { arrivals, mixer } from '@slipway/load';
import type { Outcome, Ports, RunContext } from '@slipway/runner';
import { fillExpectation, judgeAnswer, type SuiteRequest } from '@slipway/smoke';
import type { action } from '../action.ts';
import { unlessCancelled } from '../cancelling.ts';
import { attempt, type Line } from '../exchange.ts';
import type { ModeInputs } from '../inputs.ts';
import { waitUntilReachable } from '../reachable.ts';
import { type Session, sha256 } from '../sending.ts';
import { around, type Around } from '../sequence.ts';
import { gatherLoad, type LoadFacts } from './facts.ts';
import { type Arrival, sendLoad, type Shot } from './generate.ts';
import { report, setupFailed } from './report.ts';
import { judged, keep, type LoadStory } from './story.ts';

type Inputs = ModeInputs<'load'>;

/** How long setting up may take, and cleaning up again. */
const AROUND_MS = 30_000;

/** This machine may be late by this much with one request in a hundred; later, what is measured is no longer the service. */
const LAG_MS = 100;
const LAG_SHARE = 0.01;

/** What is wrong with the answer to a request; how long it took is judged over all, and nobody asks for names. */
async function sendOne(request: SuiteRequest, { values, ...line }: Line & Pick<Session, 'values'>): Promise<string | undefined> {
  const { withinMs: _, dns: __, ...expect } = fillExpectation(request.expect, values);
  const made = await attempt({ ...request, expect }, values, line);
  if (made.kind === 'unanswered') return made.message;
  const [first] = judgeAnswer(expect, made.answer, { now: line.ports.clock.now(), sha256 });
  return first?.message;
}

function planOf({ mix }: LoadFacts, inputs: Inputs): readonly Arrival<SuiteRequest>[] {
  const next = mixer(mix.map(({ weight }) => weight));
  return arrivals(inputs.loadRate, inputs.loadWarmUp + inputs.loadDuration).map((atMs) => ({
    atMs,
    what: mix[next()] as SuiteRequest,
  }));
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
  return around(suite, session, AROUND_MS, () => sendLoad(planOf(facts, inputs), range));
}

/** What the measured time came to; latencies that are this machine's own judge nothing. */
function storyOf({ base, shape, past }: LoadFacts, inputs: Inputs, all: readonly Shot[]): LoadStory {
  const shots = all
    .filter(({ offsetMs }) => offsetMs >= inputs.loadWarmUp)
    .map((shot) => ({ ...shot, offsetMs: shot.offsetMs - inputs.loadWarmUp }));
  const late = shots.filter(({ lagMs }) => lagMs > LAG_MS).length;
  const why = `this machine sent ${late} of ${shots.length} requests more than ${LAG_MS} ms late, so the latencies are its own`;
  const doubt = late > shots.length * LAG_SHARE ? why : undefined;
  const what = `${shots.length} requests to ${base} at ${inputs.loadRate} a second`;
  return judged({ what, spanMs: inputs.loadDuration, shots, shape, inputs, past, ...(doubt !== undefined && { doubt }) });
}

/** Puts the service under a bounded load and judges what it does there. */
export async function runLoad(inputs: Inputs, ports: Ports, context: RunContext): Promise<Outcome<typeof action>> {
  const facts = await gatherLoad(inputs, ports, context);
  const performed = await unlessCancelled(ports, 'the load was sent', () => perform(facts, inputs, ports));
  if (performed.done === undefined) return setupFailed(performed.setup);
  const story = storyOf(facts, inputs, performed.done);
  await keep(story, ports);
  return report(story, performed.cleanup);
}
