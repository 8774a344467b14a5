import { collect, Failure, failWhen, type Problem } from '@slipway/failure';
import type { InputsOf } from '@slipway/metadata';
import type { Referrer } from '@slipway/oci';
import type { Ports, RunContext } from '@slipway/runner';
import type { action } from './action.ts';
import { judgeEvidence, readEvidence } from './evidence.ts';
import type { Registries } from './registries.ts';
import { namesPublished, openSource, type Source } from './source.ts';
import { type Target, targetOf } from './target.ts';

type Inputs = InputsOf<typeof action>;

/** What is published, where to, and what is attached to it: all of it checked. */
export interface Order {
  readonly target: Target;
  readonly source: Source;
  readonly referrers: readonly Referrer[];
}

function checkTested({ tree, name }: Source, { expected }: Target): void {
  if (expected === undefined || tree.root.digest === expected) return;
  throw new Failure({
    code: 'DIGEST_MISMATCH',
    message: `${name} holds ${tree.root.digest}; ${expected} was tested.`,
    remedy: 'Publish the layout of the build that was tested; do not build again.',
  });
}

/** Reads and checks everything that is on this machine before a registry is asked; throws one Failure with all that is wrong. */
export async function gather(inputs: Inputs, registries: Registries, ports: Ports, context: RunContext): Promise<Order> {
  const problems: Problem[] = [];
  const target = await collect(problems, () => targetOf(inputs, context));
  const attached = await collect(problems, () => readEvidence(inputs, ports.files));
  // A registry is not asked for an image that is not going to be published.
  if (namesPublished(inputs)) failWhen(problems);
  const source = await collect(problems, () => openSource(inputs, registries, ports, context));
  if (source !== undefined && target !== undefined) await collect(problems, () => checkTested(source, target));
  const referrers =
    source === undefined || attached === undefined
      ? undefined
      : await collect(problems, () => judgeEvidence(attached, source.tree, inputs, ports.files));
  failWhen(problems);
  if (target === undefined || source === undefined || referrers === undefined)
    throw new Error('Nothing is wrong, and something is missing.');
  return { target, source, referrers };
}
