import { KINDS } from '@slipway/kubernetes';
import { outputsFor } from '@slipway/metadata';
import type { Outcome, Ports, RunContext } from '@slipway/runner';
import { action } from './action.ts';
import { findNamespace } from './branch-namespace.ts';
import type { ModeInputs } from './inputs.ts';

/** Deletes the branch's namespace, with all that is in it. */
export async function close(inputs: ModeInputs<'close'>, ports: Ports, context: RunContext): Promise<Outcome<typeof action>> {
  const { client, branch, name, live } = await findNamespace(inputs, ports, context);
  const uid = live?.metadata.uid;
  const deleted = uid !== undefined && (await client.delete({ ...KINDS.namespace, name }, { uid }));
  return {
    verdict: 'pass',
    headline: deleted ? `The namespace ${name} of ${branch} is deleted.` : `${branch} has no namespace ${name}.`,
    outputs: outputsFor(action, { namespace: name, deleted: deleted ? name : '' }),
    data: { namespace: name, branch, deleted },
  };
}
