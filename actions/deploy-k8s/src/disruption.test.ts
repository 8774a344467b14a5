import { describe, expect, it } from '@jest/globals';
import { parseManifests } from '@slipway/kubernetes';
import { disruptionRemarks } from './disruption.ts';

function remarksOf(budget: string, replicas = 2, selector = '{ matchLabels: { app: orders } }') {
  const text = `apiVersion: apps/v1
kind: Deployment
metadata: { name: orders, namespace: shop }
spec:
  replicas: ${replicas}
  template:
    metadata: { labels: { app: orders, tier: web } }
    spec: { containers: [{ name: app, image: orders }] }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: orders, namespace: shop }
spec:
  selector: ${selector}
  ${budget}
`;
  return disruptionRemarks(parseManifests([{ file: 'k8s/app.yaml', text }], 'shop'));
}

describe('a disruption budget', () => {
  it.each<[string, number]>([
    ['minAvailable: 2', 2],
    ['minAvailable: 3', 2],
    ['minAvailable: "100%"', 2],
    ['minAvailable: "51%"', 2],
    ['minAvailable: 1', 1],
    ['maxUnavailable: 0', 2],
    ['maxUnavailable: "0%"', 2],
  ])('that lets no pod go stands on its line: %s of %d', (budget, replicas) => {
    expect(remarksOf(budget, replicas)).toMatchObject([{ level: 'warning', file: 'k8s/app.yaml', line: 15 }]);
  });

  it.each<[string, number, string | undefined]>([
    ['minAvailable: 1', 2, undefined],
    ['minAvailable: "50%"', 2, undefined],
    ['maxUnavailable: 1', 2, undefined],
    ['minAvailable: 2', 2, '{ matchLabels: { app: payments } }'],
    ['minAvailable: 2', 2, '{ matchExpressions: [{ key: app, operator: Exists }] }'],
  ])('that lets one go, or is about others, is no remark: %s of %d', (budget, replicas, selector) => {
    expect(remarksOf(budget, replicas, selector)).toEqual([]);
  });
});
