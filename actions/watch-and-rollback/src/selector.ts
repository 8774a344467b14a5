import type { CounterSeries } from '@slipway/rollout';
import type { RawSeries } from './prometheus.ts';
import type { Inputs } from './scene.ts';

/** The ReplicaSets' names of the two versions; a pod's name begins with that of its ReplicaSet. */
export interface Versions {
  readonly fresh: readonly string[];
  readonly old: readonly string[];
}

/** One question to Prometheus, and how its series are to be counted. */
export interface Question {
  readonly selector: string;
  /** A label that tells errors from the rest, or what the selector counts as a whole. */
  readonly outcome: { readonly label: string; readonly errors: RegExp } | 'all' | 'errors';
}

function podPattern({ fresh, old }: Versions): string {
  return `(${[...fresh, ...old].join('|')})-[a-z0-9]+`;
}

function withPods(selector: string, matcher: string): string {
  const [, name = '', inner = ''] = /^([^{]*)(?:\{(.*)\})?$/s.exec(selector) ?? [];
  const matchers = [inner.trim().replace(/,$/, ''), matcher].filter((part) => part !== '');
  return `${name}{${matchers.join(',')}}`;
}

/** The questions whose answers hold the requests and errors of both versions. */
export function questions(inputs: Inputs, versions: Versions): readonly Question[] {
  const matcher = `${inputs.podLabel}=~"${podPattern(versions)}"`;
  if (inputs.queryTotal === undefined || inputs.queryErrors === undefined) {
    const outcome = { label: inputs.codeLabel, errors: new RegExp(`^(?:${inputs.errorCodes})$`) };
    return [{ selector: withPods(inputs.metric, matcher), outcome }];
  }
  return [
    { selector: withPods(inputs.queryTotal, matcher), outcome: 'all' },
    { selector: withPods(inputs.queryErrors, matcher), outcome: 'errors' },
  ];
}

function versionOf(pod: string, { fresh, old }: Versions): 'new' | 'old' | undefined {
  const set = pod.slice(0, pod.lastIndexOf('-'));
  if (fresh.includes(set)) return 'new';
  return old.includes(set) ? 'old' : undefined;
}

/** A series as a counter of one version; undefined when its pod belongs to neither. */
export function counterOf(
  { labels, points }: RawSeries,
  { outcome }: Question,
  podLabel: string,
  versions: Versions,
): CounterSeries | undefined {
  const pod = labels[podLabel] ?? '';
  const version = versionOf(pod, versions);
  if (version === undefined) return undefined;
  if (typeof outcome === 'string') return { version, pod, request: outcome === 'all', error: outcome === 'errors', points };
  return { version, pod, request: true, error: outcome.errors.test(labels[outcome.label] ?? ''), points };
}
