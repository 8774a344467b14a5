import type { Cause, WatchReason } from '@slipway/rollout';
import type { Watched } from './watch.ts';

/** What is to be done after a watch. */
export type Decision =
  | { readonly kind: 'healthy' }
  | { readonly kind: 'regressed' | 'slower'; readonly cause: Cause }
  | {
      readonly kind: 'inconclusive';
      readonly reason: 'blind' | 'too-little-traffic' | 'one-bad-pod' | 'environment' | 'superseded' | 'cancelled';
      readonly why: string;
    };

/** Whether a decision speaks against the release. */
export function isBad(decision: Decision): decision is Extract<Decision, { readonly cause: Cause }> {
  return decision.kind === 'regressed' || decision.kind === 'slower';
}

/** The pod with the most errors, whose log is the one to read. */
function worstPod({ samples }: Watched): string | undefined {
  const errors = new Map<string, number>();
  for (const { version, pod, error, points } of samples.series) {
    if (version === 'new' && error) errors.set(pod, (errors.get(pod) ?? 0) + (points.at(-1)?.[1] ?? 0));
  }
  return [...errors].sort((a, b) => b[1] - a[1])[0]?.[0];
}

const REASONS: Readonly<Record<WatchReason, string>> = {
  overLimit: 'ErrorRate',
  worseThanBefore: 'ErrorRateRose',
  slower: 'Slower',
  probesFail: 'ProbesFail',
};

function blamed(kind: 'regressed' | 'slower', watched: Watched): Decision {
  const { reason = 'overLimit', why } = watched.verdict;
  const pod = kind === 'slower' ? undefined : worstPod(watched);
  return { kind, cause: { class: 'app', reason: REASONS[reason], message: why, ...(pod !== undefined && { pod }) } };
}

const worth = ({ verdict: { visible } }: Watched): string =>
  visible === undefined || visible >= 1
    ? 'not even an outage would have been seen'
    : `less than ${(visible * 100).toFixed(visible < 0.1 ? 2 : 0)} % of errors would not have been seen`;

/** Decides from what was seen. */
export function decide(watched: Watched): Decision {
  const { end, verdict, trouble, looks } = watched;
  if (end === 'superseded') {
    return { kind: 'inconclusive', reason: 'superseded', why: 'another version was deployed while this one was watched' };
  }
  if (end === 'cancelled') return { kind: 'inconclusive', reason: 'cancelled', why: 'the run was cancelled' };
  if (trouble !== undefined) return { kind: 'regressed', cause: trouble.cause };
  switch (verdict.state) {
    case 'regressed':
    case 'slower':
      return blamed(verdict.state, watched);
    case 'healthy':
      return { kind: 'healthy' };
    case 'oneBadPod': {
      const pod = worstPod(watched);
      const why = pod === undefined ? verdict.why : `${verdict.why}, ${pod}`;
      return { kind: 'inconclusive', reason: 'one-bad-pod', why };
    }
    case 'environment':
      return { kind: 'inconclusive', reason: 'environment', why: verdict.why };
    case 'tooLittleTraffic':
      return { kind: 'inconclusive', reason: 'too-little-traffic', why: `${verdict.why}; ${worth(watched)}` };
    default: {
      const problem = looks.at(-1)?.problem;
      return { kind: 'inconclusive', reason: 'blind', why: problem === undefined ? verdict.why : `${verdict.why}; ${problem}` };
    }
  }
}
