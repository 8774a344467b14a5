import { Failure } from '@slipway/failure';
import type { InputsOf } from '@slipway/metadata';
import { findCredentials, type Layout, readLayout, registryClient, renderReference } from '@slipway/oci';
import type { Outcome, Ports, RunContext } from '@slipway/runner';
import type { action } from './action.ts';
import { planPublish, type PublishPlan } from './plan.ts';
import { publish } from './publish.ts';
import { isUnchanged, summaryOf } from './report.ts';
import { type Target, targetOf } from './target.ts';

type Inputs = InputsOf<typeof action>;

async function readTested(inputs: Inputs, { expected }: Target, { files }: Ports): Promise<Layout> {
  const layout = await readLayout(inputs.layout, files);
  if (expected === undefined || layout.root.digest === expected) return layout;
  throw new Failure({
    code: 'DIGEST_MISMATCH',
    message: `The layout ${inputs.layout} holds ${layout.root.digest}; ${expected} was tested.`,
    remedy: 'Publish the layout of the build that was tested; do not build again.',
  });
}

async function reconcile(
  layout: Layout,
  target: Target,
  inputs: Inputs,
  ports: Ports,
  context: RunContext,
): Promise<PublishPlan> {
  const { repository } = target;
  const { username, password, dockerConfig } = inputs;
  const login = {
    ...(username && { username }),
    ...(password && { password: password.reveal() }),
    ...(dockerConfig && { dockerConfig }),
  };
  const { environment } = context;
  const credentials = await findCredentials(repository.registry, login, { ...ports, environment });
  const { http, clock, log, cancelled: signal } = ports;
  const settings = { ...repository, http, clock, log, signal, insecure: inputs.insecure };
  const client = registryClient({ ...settings, ...(credentials && { credentials }) });
  try {
    await client.ping();
    const plan = await planPublish(layout, target, client);
    await publish(plan, layout, client, ports);
    return plan;
  } catch (error) {
    if (!signal.aborted) throw error;
    const message = 'The run was cancelled while it published; run it again, and what is missing is added.';
    throw new Failure({ code: 'CANCELLED', message }, { cause: error });
  }
}

/** Brings a registry to hold exactly the bytes of a layout under the wanted tags, and reads them back. */
export async function run(inputs: Inputs, ports: Ports, context: RunContext): Promise<Outcome<typeof action>> {
  const target = targetOf(inputs, context);
  const layout = await readTested(inputs, target, ports);
  const plan = await reconcile(layout, target, inputs, ports, context);
  const { digest } = layout.root;
  const image = renderReference({ ...target.repository, digest });
  const pushed = plan.blobs.filter(({ there }) => !there);
  const unchanged = isUnchanged(plan);
  const bytes = pushed.reduce((sum, { blob }) => sum + blob.size, 0);
  const work = `${pushed.length} of ${plan.blobs.length} blobs uploaded, ${(bytes / 1e6).toFixed(1)} MB`;
  return {
    verdict: 'pass',
    headline: unchanged ? `${image} was there already; nothing was written.` : `Published ${image} (${work}).`,
    outputs: {
      digest,
      image,
      tags: plan.tags.map(({ tag }) => tag).join('\n'),
      pushed: String(pushed.length),
      unchanged: String(unchanged),
    },
    summary: summaryOf(inputs.image, plan),
    data: { digest, image, pushed: pushed.length, bytes, unchanged, tags: plan.tags.map((step) => ({ ...step })) },
  };
}
