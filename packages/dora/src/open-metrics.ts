import type { FourKeys } from './four-keys.ts';

interface Family {
  readonly name: string;
  readonly unit?: string;
  readonly help: string;
  readonly value: (keys: FourKeys) => number | undefined;
}

const seconds = (ms: number | undefined): number | undefined => (ms === undefined ? undefined : ms / 1000);

const FAMILIES: readonly Family[] = [
  { name: 'dora_releases', help: 'Releases in the period.', value: ({ releases }) => releases },
  { name: 'dora_releases_per_day', help: 'Releases a day that did not fail.', value: ({ frequency }) => frequency },
  {
    name: 'dora_lead_time_seconds',
    unit: 'seconds',
    help: 'Median time from a commit to its release.',
    value: ({ leadTimeMs }) => seconds(leadTimeMs),
  },
  {
    name: 'dora_change_failure_ratio',
    unit: 'ratio',
    help: 'Share of releases that failed.',
    value: ({ failureRate }) => failureRate,
  },
  {
    name: 'dora_recovery_time_seconds',
    unit: 'seconds',
    help: 'Median time from a failed release until the service was as before.',
    value: ({ recoveryMs }) => seconds(recoveryMs),
  },
];

const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

/** The four keys in the text format of OpenMetrics (https://prometheus.io/docs/specs/om/open_metrics_spec); what is not known is left out. */
export function renderOpenMetrics(keys: FourKeys, labels: Readonly<Record<string, string>>): string {
  const names = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  const lines = FAMILIES.flatMap(({ name, unit, help, value }) => {
    const found = value(keys);
    if (found === undefined) return [];
    const about = [`# TYPE ${name} gauge`, ...(unit === undefined ? [] : [`# UNIT ${name} ${unit}`]), `# HELP ${name} ${help}`];
    return [...about, `${name}{${names.join(',')}} ${found}`];
  });
  return `${lines.join('\n')}\n# EOF\n`;
}
