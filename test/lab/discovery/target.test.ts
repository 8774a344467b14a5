import { expect, test } from '@jest/globals';
import { targetsOf } from './target.ts';

const metadata = { name: 'order-1', namespace: 'staging', labels: { 'app.kubernetes.io/name': 'order' } };

test('a pod becomes a target with the labels of Prometheus own discovery', () => {
  const annotations = { 'prometheus.io/scrape': 'true' };
  expect(targetsOf({ metadata: { ...metadata, annotations }, status: { phase: 'Running', podIP: '10.244.0.12' } })).toEqual([
    {
      targets: ['10.244.0.12'],
      labels: {
        __meta_kubernetes_namespace: 'staging',
        __meta_kubernetes_pod_name: 'order-1',
        __meta_kubernetes_pod_ip: '10.244.0.12',
        __meta_kubernetes_pod_phase: 'Running',
        __meta_kubernetes_pod_label_app_kubernetes_io_name: 'order',
        __meta_kubernetes_pod_annotation_prometheus_io_scrape: 'true',
      },
    },
  ]);
});

test('a pod without an address is no target yet', () => {
  expect(targetsOf({ metadata, status: { phase: 'Pending' } })).toEqual([]);
});
