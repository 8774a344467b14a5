import type { Interaction } from '@slipway/contract';
import type { Ports } from '@slipway/runner';
import { maskValues } from './secrets.ts';
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

/** Brings the provider into each state, one after the other; what a state's answer gives is there for the request. */
export async function setUpStates(states: Interaction['states'], target: Target, { http, log }: Ports): Promise<States> {
  let values: Readonly<Record<string, unknown>> = {};
  for (const { name, params } of states) {
    if (target.stateUrl === undefined)
      return { kind: 'refused', state: name, why: `needs the provider state "${name}", and no "state-url" is given` };
    const response = await http.fetch({
      method: 'POST',
      url: target.stateUrl,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ state: name, params, action: 'setup' }),
      timeoutMs: target.timeoutMs,
    });
    const text = await response.text();
    if (response.status >= 300)
      return {
        kind: 'refused',
        state: name,
        why: `needs the provider state "${name}", which the state-url answered with ${response.status}`,
      };
    const given = valuesIn(text);
    maskValues(given, log);
    values = { ...values, ...params, ...given };
  }
  return { kind: 'ready', values };
}

/** Undoes the states, last one first, where the provider asks for it; what that came to changes no verdict, and is logged. */
export async function tearDownStates(states: Interaction['states'], target: Target, { http, log }: Ports): Promise<void> {
  if (target.stateUrl === undefined || !target.stateTeardown) return;
  for (const { name, params } of states.toReversed()) {
    const request = {
      method: 'POST',
      url: target.stateUrl,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ state: name, params, action: 'teardown' }),
      timeoutMs: target.timeoutMs,
    } as const;
    const told = await http.fetch(request).then(
      ({ status }) => (status >= 300 ? `status ${status}` : undefined),
      (error: unknown) => String(error),
    );
    if (told !== undefined) log.info(`The provider state "${name}" was not torn down: ${told}.`);
  }
}
