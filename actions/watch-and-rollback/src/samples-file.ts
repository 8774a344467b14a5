import type { Scene } from './scene.ts';
import type { Answer } from '@slipway/rollout';
import type { Watched } from './watch.ts';

/** The format of the document; it changes with its meaning. */
export const SCHEMA = 'slipway.samples/v1';

/** The buckets that slowness was judged by; the others decide nothing. */
function judged({ samples: { buckets = [] } }: Watched, answers: readonly Answer[]) {
  const boundaries = answers.flatMap((answer) => answer.boundaries ?? []);
  return boundaries.length === 0 ? [] : buckets.filter(({ le }) => le === null || boundaries.includes(le));
}

/** The samples of a watch as a document from which its verdict can be come to again; its format is in the README. */
export function samplesDocument({ inputs, release, good }: Scene, watched: Watched): string {
  const { samples, looks, verdict, policy } = watched;
  const known = (each: typeof release | undefined) => each && { id: each.id, image: each.image, commit: each.commit };
  const document = {
    schema: SCHEMA,
    service: inputs.service,
    namespace: inputs.namespace,
    release: known(release),
    reference: known(good),
    policy,
    verdict: {
      state: verdict.state,
      why: verdict.why,
      new: verdict.fresh,
      old: verdict.old,
      evidence: verdict.evidence,
      needed: verdict.needed,
      answers: verdict.answers,
    },
    startedMs: samples.startedMs,
    leftEdgeMs: samples.leftEdgeMs,
    nowMs: samples.nowMs,
    looks,
    newPods: samples.newPods,
    series: samples.series,
    buckets: judged(watched, verdict.answers),
    day: samples.day,
    probes: samples.probes,
  };
  return `${JSON.stringify(document)}\n`;
}
