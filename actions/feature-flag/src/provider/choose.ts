import type { Ports, RunContext } from '@slipway/runner';
import { randomUUID } from 'node:crypto';
import type { Placed } from '../inputs.ts';
import { flagdFlags } from './flagd.ts';
import { launchDarklyFlags } from './launchdarkly.ts';
import type { FlagProvider } from './provider.ts';
import { unleashFlags } from './unleash.ts';

/** Where the inputs say that flags are kept. */
export function providerOf(inputs: Placed, ports: Ports, context: RunContext): FlagProvider {
  const { provider, server: base = '', serverToken, project = '', environment = '', reason } = inputs;
  if (provider === 'flagd') return flagdFlags(inputs, ports, context, `${context.temp}/feature-flag-${randomUUID()}`);
  const token = serverToken ?? { reveal: () => '' };
  return provider === 'unleash'
    ? unleashFlags({ name: 'Unleash', base, token }, { project, environment }, ports.http)
    : launchDarklyFlags({ name: 'LaunchDarkly', base, token }, { project, environment, reason }, ports.http);
}
