import { type RawSeries, withMatcher } from '@slipway/prometheus';
import type { BucketSeries, CounterSeries } from '@slipway/rollout';
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
  readonly outcome: { readonly label: string; readonly errors: RegExp } | 'all' | 'errors' | 'buckets';
  /** Whether others are asked about than the pods of the service. */
  readonly neighbours?: boolean;
}

function podPattern({ fresh, old }: Versions): string {
  return `(${[...fresh, ...old].join('|')})-[a-z0-9]+`;
}

/** What of the inputs decides what is asked for. */
export type Asked = Pick<
  Inputs,
  | 'namespace'
  | 'namespaceLabel'
  | 'podLabel'
  | 'queryTotal'
  | 'queryErrors'
  | 'codeLabel'
  | 'errorCodes'
  | 'metric'
  | 'latencyMetric'
> & { readonly onSlower: string; readonly neighbours: string | undefined };

/** The questions whose answers hold the requests and errors of both versions, and those of their neighbours. */
function aboutErrors(inputs: Asked, matcher: string): readonly Question[] {
  const outcome = { label: inputs.codeLabel, errors: new RegExp(`^(?:${inputs.errorCodes})$`) };
  const others = inputs.neighbours === undefined ? [] : [{ selector: inputs.neighbours, outcome, neighbours: true }];
  if (inputs.queryTotal === undefined || inputs.queryErrors === undefined) {
    return [{ selector: withMatcher(inputs.metric, matcher), outcome }, ...others];
  }
  return [
    { selector: withMatcher(inputs.queryTotal, matcher), outcome: 'all' },
    { selector: withMatcher(inputs.queryErrors, matcher), outcome: 'errors' },
    ...others,
  ];
}

/** Matches the label of boundaries, which some clients write with a decimal more. In a string of PromQL a backslash is doubled. */
function boundaryPattern(boundaries: readonly number[]): string {
  const escaped = boundaries.map((boundary) => `${String(boundary).replace(/[.+]/g, '\\\\$&')}(\\\\.0)?`);
  return [...escaped, '\\\\+Inf'].join('|');
}

/**
 * Matches the pods of the versions. A ReplicaSet is named after its template, so the same version in another namespace, such as
 * staging, has pods of the same names but for their ends; where series tell no namespace, theirs cannot be told apart.
 */
function matcherOf({ namespace, namespaceLabel, podLabel }: Asked, versions: Versions): string {
  return `${namespaceLabel}=~"${namespace}|",${podLabel}=~"${podPattern(versions)}"`;
}

/** Everything that Prometheus is asked for. Of a histogram, the boundaries that are named, or all of them. */
export function questions(inputs: Asked, versions: Versions, boundaries?: readonly number[]): readonly Question[] {
  const matcher = matcherOf(inputs, versions);
  const errors = aboutErrors(inputs, matcher);
  if (inputs.onSlower === 'ignore' || boundaries?.length === 0) return errors;
  const within = boundaries === undefined ? '' : `,le=~"${boundaryPattern(boundaries)}"`;
  return [...errors, { selector: withMatcher(`${inputs.latencyMetric}_bucket`, `${matcher}${within}`), outcome: 'buckets' }];
}

function versionOf(pod: string, { fresh, old }: Versions): 'new' | 'old' | undefined {
  const set = pod.slice(0, pod.lastIndexOf('-'));
  if (fresh.includes(set)) return 'new';
  return old.includes(set) ? 'old' : undefined;
}

/** A series as a counter of one version; undefined when its pod belongs to neither. */
export function counterOf(
  { labels, points }: RawSeries,
  { outcome, neighbours }: Question,
  podLabel: string,
  versions: Versions,
): CounterSeries | undefined {
  const pod = labels[podLabel] ?? '';
  const version = neighbours === true ? 'neighbour' : versionOf(pod, versions);
  if (version === undefined) return undefined;
  if (typeof outcome === 'string') return { version, pod, request: outcome === 'all', error: outcome === 'errors', points };
  return { version, pod, request: true, error: outcome.errors.test(labels[outcome.label] ?? ''), points };
}

/** A series as a bucket of one version; undefined when it is none. */
export function bucketOf({ labels, points }: RawSeries, podLabel: string, versions: Versions): BucketSeries | undefined {
  const pod = labels[podLabel] ?? '';
  const [version, le] = [versionOf(pod, versions), labels['le'] === '+Inf' ? null : Number(labels['le'])];
  return version === undefined || Number.isNaN(le) ? undefined : { version, pod, le, points };
}
