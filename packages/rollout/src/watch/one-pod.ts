import type { Question } from './question.ts';
import { Running } from './running.ts';
import { lookTimes, type WatchPolicy, type WatchSamples } from './samples.ts';
import { byPod, type Stream } from './stream.ts';

/** Of fewer new pods, one is too large a part to be an exception. */
const FEWEST_PODS = 3;

function withoutPod(samples: WatchSamples, pod: string): WatchSamples {
  const others = <S extends { readonly version: string; readonly pod: string }>(all: readonly S[]): readonly S[] =>
    all.filter((each) => each.version !== 'new' || each.pod !== pod);
  return { ...samples, series: others(samples.series), ...(samples.buckets && { buckets: others(samples.buckets) }) };
}

/** How long the other pods' first samples are waited for. */
const FIRST_SAMPLES_MS = 60_000;

/** Whether there are to be enough pods to tell one from the rest, and too few of them were seen yet. */
function othersToCome({ newPods = 0, nowMs, startedMs }: WatchSamples, seen: number): boolean {
  return newPods >= FEWEST_PODS && seen < FEWEST_PODS && nowMs - startedMs < FIRST_SAMPLES_MS;
}

/** The pod of the new version with the most bad ones of a stream, where there are enough others to judge by. */
export function worstPodOf(samples: WatchSamples, policy: WatchPolicy, stream: Stream): string | undefined {
  const pods = byPod(samples, policy, stream);
  return pods.size < FEWEST_PODS ? undefined : [...pods].sort((a, b) => b[1].bad - a[1].bad)[0]?.[0];
}

/** Whether what speaks against the release is the work of one pod: a bad node, say, which another release would meet as well. */
export function isOnePod(samples: WatchSamples, policy: WatchPolicy, question: Question): boolean {
  if (policy.onePodCounts === true || question.reason === 'probesFail') return false;
  const stream = question.calibration?.references[0]?.stream ?? 'errors';
  if (othersToCome(samples, byPod(samples, policy, stream).size)) return true;
  const worst = worstPodOf(samples, policy, stream);
  if (worst === undefined) return false;
  const others = withoutPod(samples, worst);
  return new Running(question).after(question.slices(others, lookTimes(others, policy))) < question.needed;
}
