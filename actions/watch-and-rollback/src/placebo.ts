import {
  boundariesOf,
  followWorkloads,
  judgePlacebos,
  type PlaceboWindow,
  untilListed,
  type WatchPolicy,
  type WorkloadView,
} from '@slipway/rollout';
import { Failure } from '@slipway/failure';
import { prometheusOf } from '@slipway/prometheus';
import type { Outcome, Ports, RunContext } from '@slipway/runner';
import { list, paragraph, type Block } from '@slipway/summary';
import type { action } from './action.ts';
import { dayBefore } from './day.ts';
import type { ModeInputs } from './inputs.ts';
import { Sampler } from './sampler.ts';
import { lookUp } from './scene.ts';
import { policyOf, versionsOf, viewsOf } from './watch.ts';

type Inputs = Omit<ModeInputs<'placebo'>, 'service'> & { readonly service: string };

/** What a service's day came to. */
interface Judged {
  readonly service: string;
  readonly release: string;
  readonly policy: WatchPolicy;
  readonly windows: readonly PlaceboWindow[];
}

const isWrong = ({ state }: PlaceboWindow): boolean => state === 'regressed' || state === 'slower';

/** The workloads as they are now; nothing is followed any longer than that. */
async function viewsNow(
  scene: Awaited<ReturnType<typeof lookUp>>,
  namespace: string,
  ports: Ports,
): Promise<readonly WorkloadView[]> {
  const ended = new AbortController();
  const views = followWorkloads(scene.client, scene.targets, namespace, AbortSignal.any([ended.signal, ports.cancelled]));
  try {
    const away = await untilListed(views, ports.clock, ports.cancelled);
    if (away !== undefined) throw new Failure({ code: 'K8S_AWAY', message: `The cluster cannot be seen: ${String(away)}.` });
    return viewsOf(scene, views);
  } finally {
    ended.abort();
  }
}

async function judgeDay(inputs: Inputs, among: number, ports: Ports, context: RunContext): Promise<Judged> {
  const scene = await lookUp(inputs, ports, context);
  const views = await viewsNow(scene, inputs.namespace, ports);
  const rest = { onOneBadPod: 'rollback', lateMax: 0, compare: 'before', onSlower: inputs.onSlower } as const;
  const policy = policyOf({ ...inputs, ...rest }, among);
  const source = prometheusOf(inputs, ports);
  const asked = { ...inputs, neighbours: undefined };
  const { fresh, old } = versionsOf(views);
  // Whichever version runs now, its response times say which boundaries matter.
  const sampler = new Sampler(source, asked, { fresh: [], old: [...fresh, ...old] });
  const lookbackMs = policy.comparison?.historyMs ?? 0;
  await sampler.read(ports.clock.now(), lookbackMs);
  const untilMs = ports.clock.now() + sampler.skewMs;
  const { series, buckets } = sampler;
  const seen = { startedMs: untilMs, nowMs: untilMs, leftEdgeMs: untilMs - lookbackMs, series, buckets };
  const { intervalMs, durationMs } = policy;
  const window = { views, without: [], untilMs, intervalMs, durationMs, boundaries: boundariesOf(seen, policy) };
  const day = await dayBefore(source, asked, window);
  return { service: inputs.service, release: String(scene.release.id), policy, windows: judgePlacebos(day, policy, untilMs) };
}

const percent = (share: number): string => `${Number((share * 100).toFixed(2))} %`;

function sentenceOf({ service, windows, policy }: Judged): string {
  if (windows.length === 0)
    return `${service}: no window of the last day has ${policy.minRequests} requests, so nothing can be said.`;
  const wrong = windows.filter(isWrong).length;
  return `${service}: of ${windows.length} windows of the last day without a release, ${wrong} would have been called bad (${percent(wrong / windows.length)}; promised is ${percent(policy.falseRollbackMax)}).`;
}

function blocksOf(judged: Judged): readonly Block[] {
  const wrong = judged.windows
    .filter(isWrong)
    .map(({ startedMs, reason, requests, errors }) => [
      `${new Date(startedMs).toISOString()}: ${reason ?? 'regressed'}, ${Math.round(errors)} of ${Math.round(requests)} requests failed`,
    ]);
  return [paragraph([sentenceOf(judged)]), ...(wrong.length === 0 ? [] : [list(wrong)])];
}

/** Judges the day before as if each of its windows were a release; the cluster is only read. */
export async function placebo(inputs: ModeInputs<'placebo'>, ports: Ports, context: RunContext): Promise<Outcome<typeof action>> {
  const all = await Promise.all(
    inputs.service.map((service) => judgeDay({ ...inputs, service }, inputs.service.length, ports, context)),
  );
  const [windows, wrong] = [all.flatMap((each) => each.windows), all.flatMap((each) => each.windows.filter(isWrong))];
  const requests = windows.reduce((sum, each) => sum + each.requests, 0);
  const errors = windows.reduce((sum, each) => sum + each.errors, 0);
  return {
    verdict: all.some((each) => each.windows.length === 0) ? 'inconclusive' : 'pass',
    headline: all.map(sentenceOf).join(' '),
    outputs: {
      decision: 'placebo',
      decisions: JSON.stringify(
        Object.fromEntries(all.map((each) => [each.service, `${each.windows.filter(isWrong).length} of ${each.windows.length}`])),
      ),
      errorRate: requests > 0 ? (errors / requests).toFixed(4) : undefined,
      requests: String(Math.round(requests)),
      release: all.map(({ release }) => release).join(','),
      rolledBackTo: undefined,
      cause: undefined,
    },
    summary: all.flatMap(blocksOf),
    data: { windows: windows.length, wrong: wrong.map(({ startedMs, reason }) => ({ startedMs, reason: reason ?? '' })) },
  };
}
