import type { Interaction } from '@slipway/contract';
import type { Ports } from '@slipway/runner';
import type { HttpRequest } from '@slipway/system';
import { maskValues } from './secrets.ts';
import { send } from './send.ts';
import type { Target } from './target.ts';

/** What bringing the provider into an interaction's states came to. */
export type States =
  | { readonly kind: 'ready'; readonly values: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refused'; readonly why: string; readonly state: string };

function valuesIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    // An answer in words says that it is done.
    return {};
  }
}

const request = (url: string, state: string, params: object, what: 'setup' | 'teardown'): HttpRequest => ({
  method: 'POST',
  url,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ state, params, action: what }),
});

/** Brings the provider into each state, one after the other; what a state's answer gives is there for the request. */
export async function setUpStates(states: Interaction['states'], target: Target, ports: Ports): Promise<States> {
  let values: Readonly<Record<string, unknown>> = {};
  for (const { name, params } of states) {
    if (target.stateUrl === undefined)
      return { kind: 'refused', state: name, why: `needs the provider state "${name}", and no "state-url" is given` };
    const { status, body } = await send(request(target.stateUrl, name, params, 'setup'), target, ports);
    if (status >= 300)
      return {
        kind: 'refused',
        state: name,
        why: `needs the provider state "${name}", which the state-url answered with ${status}`,
      };
    const given = valuesIn(Buffer.from(body).toString('utf8'));
    maskValues(given, target.openNames, ports.log);
    values = { ...values, ...params, ...given };
  }
  return { kind: 'ready', values };
}

/** Undoes the states, last one first, where the provider asks for it; what that came to changes no verdict, and is logged. */
export async function tearDownStates(states: Interaction['states'], target: Target, ports: Ports): Promise<void> {
  if (target.stateUrl === undefined || !target.stateTeardown) return;
  for (const { name, params } of states.toReversed()) {
    const told = await send(request(target.stateUrl, name, params, 'teardown'), target, ports).then(
      ({ status }) => (status >= 300 ? `status ${status}` : undefined),
      (error: unknown) => String(error),
    );
    if (told !== undefined) ports.log.info(`The provider state "${name}" was not torn down: ${told}.`);
  }
}
