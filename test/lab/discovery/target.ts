/** What discovery reads of a pod. */
export interface Pod {
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly status: { readonly phase?: string; readonly podIP?: string };
}

/** A group of targets in the form that Prometheus' http_sd expects. */
export interface TargetGroup {
  readonly targets: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
}

const META = '__meta_kubernetes';

function sanitize(prefix: string, values: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [prefix + key.replaceAll(/\W/g, '_'), value]));
}

/** The target of a pod with the labels that Prometheus' own discovery gives it; none before it has an address. */
export function targetsOf(pod: Pod): TargetGroup[] {
  const { metadata, status } = pod;
  if (!status.podIP) return [];
  const labels = {
    [`${META}_namespace`]: metadata.namespace,
    [`${META}_pod_name`]: metadata.name,
    [`${META}_pod_ip`]: status.podIP,
    [`${META}_pod_phase`]: status.phase ?? 'Unknown',
    ...sanitize(`${META}_pod_label_`, metadata.labels),
    ...sanitize(`${META}_pod_annotation_`, metadata.annotations),
  };
  return [{ targets: [status.podIP], labels }];
}
