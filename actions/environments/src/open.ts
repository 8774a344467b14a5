import { judgeNamespace, renderNamespace } from '@slipway/environments';
import { Failure } from '@slipway/failure';
import { outputsFor } from '@slipway/metadata';
import type { Outcome, Ports, RunContext } from '@slipway/runner';
import { action } from './action.ts';
import { findNamespace } from './branch-namespace.ts';
import type { ModeInputs } from './inputs.ts';

function quotaOf(lines: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(lines.map((line) => line.trim().split('=') as [string, string]));
}

/** Makes the branch's namespace, or lets it live longer. */
export async function open(inputs: ModeInputs<'open'>, ports: Ports, context: RunContext): Promise<Outcome<typeof action>> {
  const { client, service, branch, name, live } = await findNamespace(inputs, ports, context);
  const now = ports.clock.now();
  if (live !== undefined && judgeNamespace(live, now).kind === 'going') {
    const message = `The namespace ${name} is being deleted.`;
    throw new Failure({ code: 'NAMESPACE_GOING', message, remedy: 'Run again when it is gone, which may take a minute.' });
  }
  const expiresAt = now + inputs.lifetime;
  await client.apply(renderNamespace({ name, service, branch, openedBy: context.actor, expiresAt }), { force: true });
  if (inputs.quota !== undefined) {
    const metadata = { name: 'slipway', namespace: name };
    await client.apply(
      { apiVersion: 'v1', kind: 'ResourceQuota', metadata, spec: { hard: quotaOf(inputs.quota) } },
      { force: true },
    );
  }
  const until = new Date(expiresAt).toISOString();
  return {
    verdict: 'pass',
    headline: `${branch} has the namespace ${name} until ${until}${live === undefined ? '' : '; it was there already'}.`,
    outputs: outputsFor(action, { namespace: name, expiresAt: until }),
    data: { namespace: name, branch, service, expiresAt: until, made: live === undefined },
  };
}
