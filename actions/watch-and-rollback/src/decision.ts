import type { Cause } from '@slipway/rollout';
import type { Watched } from './watch.ts';

/** What is to be done after a watch. */
export type Decision =
  | { readonly kind: 'healthy' }
  | { readonly kind: 'regressed'; readonly cause: Cause }
  | {
      readonly kind: 'inconclusive';
      readonly reason: 'blind' | 'too-little-traffic' | 'one-bad-pod' | 'superseded' | 'cancelled';
      readonly why: string;
    };

/** The pod with the most errors, whose log is the one to read. */
function worstPod({ samples }: Watched): string | undefined {
  const errors = new Map<string, number>();
  for (const { version, pod, error, points } of samples.series) {
    if (version === 'new' && error) errors.set(pod, (errors.get(pod) ?? 0) + (points.at(-1)?.[1] ?? 0));
  }
  return [...errors].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Decides from what was seen. */
export function decide(watched: Watched): Decision {
  const { end, verdict, trouble, looks } = watched;
  if (end === 'superseded') {
    return { kind: 'inconclusive', reason: 'superseded', why: 'another version was deployed while this one was watched' };
  }
  if (end === 'cancelled') return { kind: 'inconclusive', reason: 'cancelled', why: 'the run was cancelled' };
  if (trouble !== undefined) return { kind: 'regressed', cause: trouble.cause };
  switch (verdict.state) {
    case 'regressed': {
      const pod = worstPod(watched);
      return {
        kind: 'regressed',
        cause: {
          class: 'app',
          reason: verdict.reason === 'worseThanBefore' ? 'ErrorRateRose' : 'ErrorRate',
          message: verdict.why,
          ...(pod !== undefined && { pod }),
        },
      };
    }
    case 'healthy':
      return { kind: 'healthy' };
    case 'oneBadPod': {
      const pod = worstPod(watched);
      const why = pod === undefined ? verdict.why : `${verdict.why}, ${pod}`;
      return { kind: 'inconclusive', reason: 'one-bad-pod', why };
    }
    case 'tooLittleTraffic':
      return { kind: 'inconclusive', reason: 'too-little-traffic', why: verdict.why };
    default: {
      const problem = looks.at(-1)?.problem;
      return { kind: 'inconclusive', reason: 'blind', why: problem === undefined ? verdict.why : `${verdict.why}; ${problem}` };
    }
  }
}
