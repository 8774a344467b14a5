import { Failure } from '@slipway/failure';
import { prometheusOf } from '@slipway/prometheus';
import { followWorkloads, untilListed, type Views, WatchJudge, type WatchPolicy, type WatchSamples } from '@slipway/rollout';
import type { Ports } from '@slipway/runner';
import { Sampler } from './sampler.ts';
import type { Scene } from './scene.ts';
import { versionsOf, viewsOf, type Watched } from './watch.ts';

/** What became of the errors after going back. */
export type Recovery = { readonly kind: 'recovered' | 'unseen' | 'unwatched' } | { readonly kind: 'bad'; readonly why: string };

/** How far back the first samples of the pods that were brought back may lie. */
const LOOKBACK_MS = 60_000;

/** The policy of the watch, for as long as a recovery is looked at: errors alone, and by every pod. */
function policyOf({ policy }: Watched, { inputs }: Scene): WatchPolicy {
  return { ...policy, durationMs: inputs.recovery, lateMs: 0, onePodCounts: true };
}

/** The pods that were brought back, beside the past of the watch. Pods of before bear the same name of a version, and are left out. */
function samplesOf({ samples }: Watched, sampler: Sampler, times: Pick<WatchSamples, 'startedMs' | 'nowMs'>): WatchSamples {
  const before = samples.series.filter(({ version }) => version === 'old');
  const gone = new Set(before.map(({ pod }) => pod));
  const fresh = sampler.series.filter(({ version, pod }) => version === 'new' && !gone.has(pod));
  return { ...times, leftEdgeMs: samples.leftEdgeMs, series: [...before, ...fresh] };
}

async function look(scene: Scene, watched: Watched, ports: Ports, views: Views): Promise<Recovery> {
  const { fresh } = versionsOf(viewsOf(scene, views));
  const source = prometheusOf(scene.inputs, ports);
  const asked = { ...scene.inputs, onSlower: 'ignore', neighbours: undefined };
  const sampler = new Sampler(source, asked, { fresh, old: [] });
  const judge = new WatchJudge(policyOf(watched, scene));
  const startedMs = ports.clock.now();
  for (;;) {
    await ports.clock.sleep(scene.inputs.interval, ports.cancelled);
    await sampler.read(ports.clock.now(), LOOKBACK_MS);
    const skewMs = sampler.skewMs;
    const times = { startedMs: startedMs + skewMs, nowMs: ports.clock.now() + skewMs };
    const { state, why } = judge.judge(samplesOf(watched, sampler, times));
    if (state === 'regressed') return { kind: 'bad', why: `the errors went on after it: ${why}` };
    if (state !== 'watching') return { kind: state === 'healthy' ? 'recovered' : 'unseen' };
  }
}

/** Watches the release that was brought back by the same judge; whatever comes of it, nothing is undone a second time. */
export async function watchRecovery(scene: Scene, watched: Watched, ports: Ports): Promise<Recovery> {
  if (scene.inputs.recovery === 0) return { kind: 'unwatched' };
  const ended = new AbortController();
  const views = followWorkloads(
    scene.client,
    scene.targets,
    scene.inputs.namespace,
    AbortSignal.any([ended.signal, ports.cancelled]),
  );
  try {
    if ((await untilListed(views, ports.clock, ports.cancelled)) !== undefined) return { kind: 'unseen' };
    return await look(scene, watched, ports, views);
  } catch (error) {
    // The rollback is done; that nobody could look at it takes nothing from it.
    if (error instanceof Failure || ports.cancelled.aborted) return { kind: 'unseen' };
    throw error;
  } finally {
    ended.abort();
  }
}
