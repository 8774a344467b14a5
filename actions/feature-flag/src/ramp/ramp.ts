import { Failure, failWhen } from '@slipway/failure';
import { ofrep, type Standing } from '@slipway/flags';
import { prometheusOf } from '@slipway/prometheus';
import type { Outcome, Ports, RunContext } from '@slipway/runner';
import type { action } from '../action.ts';
import type { ModeInputs } from '../inputs.ts';
import { providerOf } from '../provider/choose.ts';
import { PROBE_USER } from '../probe.ts';
import { climb, type Scene } from './climb.ts';
import { Metric } from './metric.ts';
import { type Plan, planClimb, stepsOf } from './plan.ts';
import type { Asking } from './reach.ts';
import { report } from './report.ts';

type Inputs = ModeInputs<'ramp'>;

function climbOf({ flag, steps }: Inputs, found: Standing): Extract<Plan, { kind: 'climb' }> {
  const plan = planClimb(found, stepsOf(steps));
  if (plan.kind === 'climb') return plan;
  if (plan.kind === 'switched-off') {
    const message = `${flag} is switched off with ${found.share} % set, as somebody leaves it who stops a feature.`;
    const remedy = 'To begin anew, set its percentage to 0 first (mode: set); a ramp does not undo a stop.';
    throw new Failure({ code: 'FLAG_SWITCHED_OFF', message, remedy });
  }
  const message = `${flag} is at ${found.share} %, over every step of ${steps}.`;
  throw new Failure({ code: 'RAMP_ABOVE', message, remedy: 'Add steps over it, or set it back first (mode: set).' });
}

function askingOf(inputs: Inputs, variant: string | undefined, { http, clock, log, cancelled }: Ports): Asking | undefined {
  const { probeUrl: base, probeToken: token, flag, budget, population: users, drawnBy, context = {} } = inputs;
  if (base === undefined) return undefined;
  const server = ofrep({ base, token }, http, { clock, log, signal: cancelled });
  return { server, flag, variant, population: { users, drawnBy, context }, budgetMs: budget };
}

/** Everything that is wrong is told before anything is changed. */
async function gather(inputs: Inputs, ports: Ports, context: RunContext): Promise<Scene> {
  const { flag, variant, steps, drawnBy, onBad, reason } = inputs;
  const provider = providerOf(inputs, ports, context);
  const found = await provider.standing(flag, variant);
  const plan = climbOf(inputs, found);
  const shares = [found.share, ...stepsOf(steps).filter((step) => step > found.share)];
  failWhen(await provider.climbProblems(flag, { variant, drawnBy, steps: shares }));
  const metric = new Metric(prometheusOf(inputs, ports), inputs, ports.clock);
  await metric.open();
  const asking = askingOf(inputs, found.variant ?? variant, ports);
  if (asking !== undefined)
    await asking.server.evaluate(flag, { ...asking.population.context, targetingKey: PROBE_USER, [drawnBy]: PROBE_USER });
  return { flag, variant, plan, provider, metric, asking, onBad, reason };
}

/** Brings a feature to its users step by step, and stops where its metric turns bad. */
export async function ramp(inputs: Inputs, ports: Ports, context: RunContext): Promise<Outcome<typeof action>> {
  const scene = await gather(inputs, ports, context);
  const climbed = await climb(scene, ports);
  return report({ scene, climbed, labelled: inputs.featureLabel !== undefined });
}
