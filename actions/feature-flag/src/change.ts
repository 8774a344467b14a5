import { outputsFor } from '@slipway/metadata';
import type { FlagEdit } from '@slipway/flags';
import type { Outcome, Ports, RunContext } from '@slipway/runner';
import { list } from '@slipway/summary';
import { action } from './action.ts';
import type { ModeInputs } from './inputs.ts';
import { drill, type Drill, offPattern } from './probe.ts';
import { providerOf } from './provider/choose.ts';
import type { Applied } from './provider/provider.ts';

function editOf({ state, percentage, variant }: ModeInputs<'set'>): FlagEdit {
  if (percentage !== undefined) return { kind: 'percentage', percentage, ...(variant !== undefined && { variant }) };
  if (variant !== undefined) return { kind: 'default', variant };
  return { kind: 'state', state: state === 'on' ? 'ENABLED' : 'DISABLED' };
}

const outputsOf = ({ changed, commit }: Applied) => outputsFor(action, { changed: String(changed), commit });

/** Sets a flag. */
export async function set(inputs: ModeInputs<'set'>, ports: Ports, context: RunContext): Promise<Outcome<typeof action>> {
  const applied = await providerOf(inputs, ports, context).apply(inputs.flag, editOf(inputs));
  const headline = applied.changed
    ? `${inputs.flag} was changed: ${applied.changes.join(', ')}.`
    : `${inputs.flag} is so already.`;
  return {
    verdict: 'pass',
    headline,
    outputs: outputsOf(applied),
    data: { flag: inputs.flag, ...applied },
  };
}

function wordsOf({ flag, budget }: ModeInputs<'kill'>, applied: Applied, seen: Drill): string {
  const done = applied.changed ? `${flag} was switched off` : `${flag} was off already`;
  if (seen.kind === 'off') return `${done}, and its users have it off after ${seen.seconds.toFixed(1)} s.`;
  if (seen.kind === 'unprobed') return `${done}; how long that takes to reach its users was not measured.`;
  return `${done}, and its users still have it after ${budget / 1000} s: ${seen.saw}`;
}

/** Switches a feature off, and measures how long that takes. */
export async function kill(inputs: ModeInputs<'kill'>, ports: Ports, context: RunContext): Promise<Outcome<typeof action>> {
  offPattern(inputs);
  const provider = providerOf(inputs, ports, context);
  const thrown = ports.clock.now();
  const applied = await provider.apply(inputs.flag, { kind: 'state', state: 'DISABLED' });
  const seen = await drill(inputs, thrown, ports);
  const headline = wordsOf(inputs, applied, seen);
  const message =
    'Look at how the service learns of its flags: a file in a ConfigMap takes minutes, a stream or a short poll does not.';
  return {
    verdict: seen.kind === 'still-on' ? 'fail' : 'pass',
    headline,
    outputs: { ...outputsOf(applied), seconds: seen.kind === 'off' ? seen.seconds.toFixed(2) : undefined },
    annotations: seen.kind === 'still-on' ? [{ level: 'error', title: 'FLAG_STILL_ON', message: `${headline}\n${message}` }] : [],
    summary: applied.changes.length === 0 ? [] : [list(applied.changes.map((each) => [each]))],
    data: { flag: inputs.flag, ...applied, drill: { ...seen } },
  };
}
