import type { Scene } from './scene.ts';
import { policyOf, type Watched } from './watch.ts';

/** The format of the document; it changes with its meaning. */
export const SCHEMA = 'slipway.samples/v1';

/** The samples of a watch as a document from which its verdict can be come to again; its format is in the README. */
export function samplesDocument({ inputs, release, good }: Scene, { samples, looks, verdict }: Watched): string {
  const known = (each: typeof release | undefined) => each && { id: each.id, image: each.image, commit: each.commit };
  const document = {
    schema: SCHEMA,
    service: inputs.service,
    namespace: inputs.namespace,
    release: known(release),
    reference: known(good),
    policy: policyOf(inputs),
    verdict: {
      state: verdict.state,
      why: verdict.why,
      new: verdict.fresh,
      old: verdict.old,
      evidence: verdict.evidence,
      needed: verdict.needed,
    },
    startedMs: samples.startedMs,
    leftEdgeMs: samples.leftEdgeMs,
    nowMs: samples.nowMs,
    looks,
    series: samples.series,
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}
