import { join } from 'node:path';
import { answers } from '../probe.ts';
import { dataFolder, partFolder, type Site } from '../site.ts';
import { discoveryUrl } from './discovery.ts';
import type { Part } from './part.ts';

/** How often pods are scraped. */
export const SCRAPE_INTERVAL = '2s';

const ANNOTATION = '__meta_kubernetes_pod_annotation_prometheus_io';

/** Renders Prometheus' configuration: pods are scraped where their `prometheus.io/` annotations say. */
export function renderPrometheus(site: Site): string {
  return JSON.stringify(
    {
      global: { scrape_interval: SCRAPE_INTERVAL, scrape_timeout: SCRAPE_INTERVAL, evaluation_interval: SCRAPE_INTERVAL },
      scrape_configs: [
        {
          job_name: 'pods',
          // Debian builds Prometheus without its own Kubernetes discovery.
          http_sd_configs: [{ url: discoveryUrl(site), refresh_interval: '1s' }],
          relabel_configs: [
            { source_labels: [`${ANNOTATION}_scrape`], regex: 'true', action: 'keep' },
            { source_labels: ['__meta_kubernetes_pod_phase'], regex: 'Pending|Succeeded|Failed', action: 'drop' },
            { source_labels: [`${ANNOTATION}_path`], regex: '(.+)', target_label: '__metrics_path__' },
            {
              source_labels: ['__address__', `${ANNOTATION}_port`],
              regex: '([^:]+)(?::\\d+)?;(\\d+)',
              replacement: '$1:$2',
              target_label: '__address__',
            },
            { regex: '__meta_kubernetes_pod_label_(.+)', action: 'labelmap' },
            { source_labels: ['__meta_kubernetes_namespace'], target_label: 'namespace' },
            { source_labels: ['__meta_kubernetes_pod_name'], target_label: 'pod' },
          ],
        },
      ],
    },
    null,
    2,
  );
}

/** The URL of Prometheus. */
export function prometheusUrl(site: Site): string {
  return `http://127.0.0.1:${site.ports.prometheus}`;
}

/** The metrics server. */
export const prometheus: Part = {
  name: 'prometheus',
  address: prometheusUrl,
  files: (site) => ({ 'prometheus.yml': renderPrometheus(site) }),
  command: (site) => ({
    program: 'prometheus',
    args: [
      `--config.file=${join(partFolder(site, 'prometheus'), 'prometheus.yml')}`,
      `--storage.tsdb.path=${dataFolder(site, 'prometheus')}`,
      '--storage.tsdb.retention.time=6h',
      `--web.listen-address=127.0.0.1:${site.ports.prometheus}`,
    ],
  }),
  healthy: (site) => answers(`${prometheusUrl(site)}/-/ready`),
};
